//! Two chairs at one conference, each signed in with an account of their own: each takes back their own, and the log says for ever which
//! of them wrote what.
//!
//! Deliberately not here: which steps there are (that is in `board`), and what a chair may do at all.

mod common;

use std::path::Path;
use std::sync::Arc;

use board::command::Command;
use board::event::{Event, Intent, VERSION};
use board::rejection::Rejection;
use board::view::View;
use common::{CONFERENCE, Client, Heard, Server, fresh, hearth, hearth_told, line};
use store::{Batch, MasterKey, NewEvent, Sensitive, Seq, Store};

/// The store of a folder, as another node has it.
async fn store(folder: &Path) -> Arc<dyn Store> {
    let key = MasterKey::load(&folder.join("hearth.key")).expect("a key");
    store::open(&folder.join("hearth.db"), key).await.expect("a store")
}

/// A second chair, and what they sign in with.
async fn joan(folder: &Path, server: &Server) -> String {
    let folder = folder.to_str().expect("a path is a text");
    let made = ["account", "add", "joan", "--display-name", "Joan Price", "--role", "chair", "--data", folder];
    assert!(hearth_told(&made, "harbour thimble walnut").status.success());
    server.sign_in("joan", "harbour thimble walnut").await
}

/// By which name the log has whoever sent a command.
async fn written_by(store: &dyn Store, command: &str) -> String {
    let events = store.events_since(&CONFERENCE.parse().expect("an id"), Seq::ZERO).await.expect("a log");
    events.into_iter().find(|event| event.command.as_str() == command).expect("it is in the log").actor
}

/// By which name the log will have an account with this standing.
async fn named(store: &dyn Store, standing: &str, account: &str) -> String {
    let account = store.account_by_name(account).await.expect("a store").expect("an account");
    format!("{standing}:{}", account.id)
}

fn shows(view: &View, words: &str) -> bool {
    view.cards.values().any(|card| card.words == words)
}

fn can_undo(client: &Client) -> bool {
    client.view.desk.as_ref().is_some_and(|desk| desk.can_undo)
}

#[tokio::test(flavor = "multi_thread")]
async fn two_chairs_each_take_back_their_own_line_and_the_log_says_whose_it_was() {
    let (folder, server) = fresh();
    let (sians, joans) = (server.chair().await, joan(folder.path(), &server).await);
    let mut sian = Client::console(&server, &sians).await;
    let mut joan = Client::console(&server, &joans).await;

    assert_eq!(sian.ask("sian-1", &line("s", "Siân wrote this.")).await, Heard::Done);
    joan.until(|view| shows(view, "Siân wrote this.")).await;
    assert!(can_undo(&sian) && !can_undo(&joan), "each console says what its own chair can take back");
    assert_eq!(joan.ask("joan-0", &Command::Undo).await, Heard::Rejected(Rejection::NothingToUndo));
    assert_eq!(joan.ask("joan-1", &line("j", "Joan wrote this.")).await, Heard::Done);
    sian.until(|view| shows(view, "Joan wrote this.")).await;

    assert_eq!(sian.ask("sian-2", &Command::Undo).await, Heard::Done);
    assert!(shows(&sian.view, "Joan wrote this.") && !shows(&sian.view, "Siân wrote this."), "though Joan's is newer");
    joan.until(|view| !shows(view, "Siân wrote this.")).await;
    assert!(can_undo(&joan) && !can_undo(&sian));

    let mut at_another_device = Client::console(&server, &server.chair().await).await;
    assert_eq!(at_another_device.ask("sian-3", &Command::Redo).await, Heard::Done, "one account is one on two devices");

    let store = store(folder.path()).await;
    let (sian, joan) = (named(&*store, "chair", "sian").await, named(&*store, "chair", "joan").await);
    for (command, by) in [("sian-1", &sian), ("joan-1", &joan), ("sian-2", &sian), ("sian-3", &sian)] {
        assert_eq!(&written_by(&*store, command).await, by, "{command}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_sent_the_log_says_which_account_stands_behind_it_or_that_none_does() {
    let (folder, server) = fresh();
    let (chair, clerk) = (server.chair().await, server.clerk().await);
    let store = store(folder.path()).await;
    let conference = CONFERENCE.parse().expect("an id");
    let (of_chair, of_clerk) = (named(&*store, "chair", "sian").await, named(&*store, "clerk", "oluwaseun").await);
    let begun = store.end(&conference).await.expect("a log");

    let tablet = server.join(&server.code("a tablet for Tomek"), "").await;
    server.post("/leave", &tablet, "").await;
    server.pair_wall(&chair).await;
    let mut console = Client::console(&server, &clerk).await;
    assert_eq!(console.ask("clerk-1", &line("c", "Said at the table.")).await, Heard::Done);
    server.post(&format!("/conferences/{CONFERENCE}/door"), &chair, "").await;
    server.post(&format!("/conferences/{CONFERENCE}/own"), &chair, "child=tomek").await;
    let note = "sheet=note&id=n1&words=Ring+the+school&do=save";
    server.post(&format!("/conferences/{CONFERENCE}/record/notes"), &chair, note).await;
    server.post(&format!("/conferences/{CONFERENCE}/meeting"), &chair, "do=hide").await;

    let events = store.events_since(&conference, begun).await.expect("a log");
    let by: Vec<(&str, &str)> = events.iter().map(|event| (event.kind.as_str(), event.actor.as_str())).collect();
    let expected = [
        ("seat_given", "chair"),
        ("seat_closed", "chair"),
        ("seat_given", &of_chair),
        // Whoever pairs the wall puts on it, for the first time, what two children have said.
        ("childs_view_shown", &of_chair),
        ("childs_view_shown", &of_chair),
        ("card_added", &of_clerk),
        ("door_opened", &of_chair),
        ("tool_recorded", &of_chair),
        ("own_conference_held", &of_chair),
        ("matter_recorded", &of_chair),
        ("numbers_hidden", &of_chair),
    ];
    assert_eq!(by, expected, "a code and a device have no account, though the chair's right is behind them");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_of_before_accounts_were_named_keeps_its_chain_and_any_chair_can_take_back_what_it_has() {
    let (folder, mut server) = fresh();
    server.ask_to_stop();
    assert!(server.ended_well());
    let store = store(folder.path()).await;
    let (conference, data) = (CONFERENCE.parse().expect("an id"), folder.path().to_str().expect("a text"));
    let Command::AddCard { card } = line("old", "An older Hearth wrote this.") else { panic!("a line") };
    let card = serde_json::to_value(card).expect("JSON");
    let (kind, body) = Event::CardAdded(serde_json::from_value(card).expect("a card")).write().expect("JSON");
    let written = Batch {
        expected: store.end(&conference).await.expect("a log"),
        conference,
        command: "old-1".parse().expect("an id"),
        actor: "chair".to_owned(),
        at_ms: 1_790_000_000_000,
        intent: Sensitive::new(Intent::Do.name().to_owned()),
        events: vec![NewEvent { kind, version: VERSION, body: Sensitive::new(body) }],
    };
    store.append(written).await.expect("it is kept");
    let head = || String::from_utf8_lossy(&hearth(&["verify", CONFERENCE, "--data", data]).stdout).into_owned();
    let before = head();

    let server = Server::again(folder.path(), "127.0.0.1:0");
    let joans = joan(folder.path(), &server).await;
    assert_eq!(head(), before, "opening it changes nothing");
    let mut joan = Client::console(&server, &joans).await;
    assert!(shows(&joan.view, "An older Hearth wrote this.") && can_undo(&joan));
    assert_eq!(joan.ask("joan-1", &Command::Undo).await, Heard::Done);
    assert!(!shows(&joan.view, "An older Hearth wrote this."));

    assert!(hearth(&["verify", CONFERENCE, "--data", data]).status.success(), "the chain holds");
    assert_eq!(written_by(&*store, "old-1").await, "chair", "what was written stays as it was");
    assert_eq!(written_by(&*store, "joan-1").await, named(&*store, "chair", "joan").await);
}
