//! Who may come to a conference, told as it happens: a chair restricts hers, a colleague lets himself in for a reason, the manager is
//! told, and every look is written down.
//!
//! Deliberately not here: every address by every role (that is beside the router), and what the store keeps.

mod common;

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use board::command::Command;
use board::wire::{FromClient, PROTOCOL};
use common::{CONFERENCE, Client, Heard, Server, dial, fresh, hearth};
use futures_util::{SinkExt as _, StreamExt as _};
use store::{MasterKey, Store};
use tempfile::TempDir;
use tokio_tungstenite::tungstenite::Message;

/// The other conference of the demonstration.
const OTHER: &str = "hbc-2026-1020";

/// Whose conference it is, as everybody finds who may come.
const FAMILY: &str = "Maja";

/// What the child said.
const WORDS: &str = "sandwitch";

fn said(folder: &TempDir, words: &[&str]) -> String {
    let folder = folder.path().to_str().expect("a path is a text");
    let output = hearth(&[words, &["--data", folder]].concat());
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn at_access(folder: &TempDir, words: &[&str]) -> String {
    let folder = folder.path().to_str().expect("a path is a text");
    let output = hearth(&[&["access", CONFERENCE, "--data", folder], words].concat());
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The store of a folder that is being served, as another node has it.
async fn store(folder: &Path) -> Arc<dyn Store> {
    let key = MasterKey::load(&folder.join("hearth.key")).expect("a key");
    store::open(&folder.join("hearth.db"), key).await.expect("a store")
}

async fn sees_the_board(server: &Server, cookie: &str) -> bool {
    let (_, page) = server.get(&format!("/conferences/{CONFERENCE}"), cookie).await;
    page.contains(FAMILY)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restricted_conference_is_found_by_those_who_are_named_alone() {
    let (folder, server) = fresh();
    let (chair, clerk) = (server.chair().await, server.clerk().await);
    assert!(sees_the_board(&server, &chair).await && sees_the_board(&server, &clerk).await, "it is everybody's");
    let mut console = Client::console(&server, &clerk).await;

    let (_, to, _) = server.post(&format!("/conferences/{CONFERENCE}/access"), &chair, "do=restrict").await;
    assert_eq!(to, format!("/conferences/{CONFERENCE}/access?news=kept"));
    assert!(sees_the_board(&server, &chair).await, "whoever restricts it is named with it");
    assert!(!sees_the_board(&server, &clerk).await);
    assert!(console.ended().await.is_some(), "a console that was open ends");
    let (_, list) = server.get("/conferences", &clerk).await;
    assert!(!list.contains(CONFERENCE), "it is not even listed");

    assert!(at_access(&folder, &["name", "oluwaseun"]).contains("named: oluwaseun, sian"));
    assert!(sees_the_board(&server, &clerk).await, "and at once it is theirs again");
    at_access(&folder, &["unname", "oluwaseun"]);
    assert!(!sees_the_board(&server, &clerk).await);
    assert!(at_access(&folder, &["open"]).contains("open to everybody"));
    assert!(sees_the_board(&server, &clerk).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_colleague_lets_himself_in_for_a_reason_and_the_manager_is_told() {
    let (folder, server) = fresh();
    said(&folder, &["team", "add", "North"]);
    said(&folder, &["account", "team", "sian", "North", "--manager"]);
    at_access(&folder, &["team", "north"]);
    let (chair, clerk) = (server.chair().await, server.clerk().await);
    assert!(sees_the_board(&server, &chair).await, "it is her team's");
    let (_, page) = server.get(&format!("/conferences/{CONFERENCE}"), &clerk).await;
    assert!(page.contains("Coming in with a reason"), "he is asked why");
    assert!(!page.contains(FAMILY), "and not told whose conference it is");

    let pass = format!("/conferences/{CONFERENCE}/pass");
    for unsaid in ["reason=covering&because=", "reason=curious&because=I+want+to"] {
        let (_, to, _) = server.post(&pass, &clerk, unsaid).await;
        assert!(to.ends_with("?news=reason"), "{unsaid}");
    }
    assert!(!sees_the_board(&server, &clerk).await, "no reason, no way in");
    let (_, to, _) = server.post(&pass, &clerk, "reason=covering&because=Ruth+is+ill").await;
    assert_eq!(to, format!("/conferences/{CONFERENCE}"));
    assert!(sees_the_board(&server, &clerk).await);

    let told = "let themselves in";
    let (_, hers) = server.get("/conferences", &chair).await;
    assert!(hers.contains(told) && hers.contains("Ruth is ill") && hers.contains("Oluwaseun"), "the manager is told");
    let (_, his) = server.get("/conferences", &clerk).await;
    assert!(!his.contains(told), "and nobody else");
    let (_, rest) = hers.split_once("action=\"/notices/").expect("she can take notice");
    let (notice, _) = rest.split_once('"').expect("of this one");
    let (status, ..) = server.post(&format!("/notices/{notice}"), &clerk, "").await;
    assert_eq!(status, 404, "it is not his to take notice of");
    server.post(&format!("/notices/{notice}"), &chair, "").await;
    let (_, hers) = server.get("/conferences", &chair).await;
    assert!(!hers.contains(told));

    let looked = said(&folder, &["looked", CONFERENCE]);
    assert!(
        looked.contains("oluwaseun\trefused") && looked.contains("oluwaseun\tlet_in") && looked.contains("covering")
    );
    assert!(!looked.contains("Ruth"), "the words are for the manager, and not in the list");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_let_themselves_in_is_a_guest_and_says_of_nobody_who_may_come() {
    let (folder, server) = fresh();
    said(&folder, &["team", "add", "North"]);
    said(&folder, &["account", "team", "sian", "North", "--manager"]);
    said(&folder, &["account", "role", "oluwaseun", "chair"]);
    at_access(&folder, &["team", "north"]);
    let (chair, guest) = (server.chair().await, server.clerk().await);
    let (access, pass) = (format!("/conferences/{CONFERENCE}/access"), format!("/conferences/{CONFERENCE}/pass"));
    server.post(&pass, &guest, "reason=covering&because=Ruth+is+ill").await;
    assert!(sees_the_board(&server, &guest).await);

    for change in ["do=restrict", "do=open"] {
        let (status, ..) = server.post(&access, &guest, change).await;
        assert_eq!(status, 404, "{change}: four hours are not for ever");
    }
    let who = at_access(&folder, &["show"]);
    assert!(who.contains("open to the team north") && who.contains("named: nobody"), "{who}");
    let (_, page) = server.get(&access, &guest).await;
    assert!(page.contains("Coming in with a reason") && !page.contains("Restrict it"), "he may ask for longer");
    let (_, looked) = server.get(&format!("/looked?conference={CONFERENCE}"), &guest).await;
    assert!(!looked.contains("let themselves in"), "who looked is for those whose it is");
    let (_, choice) = server.get("/looked", &guest).await;
    assert!(choice.contains(OTHER) && !choice.contains(CONFERENCE), "and he is offered those that are his");

    let (_, to, _) = server.post(&pass, &chair, "reason=covering&because=in+case").await;
    assert_eq!(to, format!("/conferences/{CONFERENCE}"), "nobody needs a reason for their own");
    assert!(!said(&folder, &["looked", CONFERENCE]).contains("sian\tlet_in"), "nor gets a pass in store");
}

/// The code for Tomek's tablet that somebody makes.
async fn tablet_code(server: &Server, cookie: &str) -> String {
    server.hand_over(&format!("/conferences/{CONFERENCE}/tablet"), cookie, "child=tomek").await
}

async fn opens(server: &Server, code: &str) -> bool {
    server.post("/join", "", &format!("code={code}")).await.1 == "/seat"
}

#[tokio::test(flavor = "multi_thread")]
async fn a_childs_code_ends_with_the_next_one_and_when_who_may_come_is_said_anew() {
    let (folder, server) = fresh();
    let chair = server.chair().await;
    let (former, code) = (tablet_code(&server, &chair).await, tablet_code(&server, &chair).await);
    assert!(!opens(&server, &former).await, "the one before is no good any more");
    assert!(opens(&server, &code).await);

    let known = tablet_code(&server, &chair).await;
    server.post(&format!("/conferences/{CONFERENCE}/access"), &chair, "do=restrict").await;
    assert!(!opens(&server, &known).await, "whoever is left out may know it");
    let known = tablet_code(&server, &chair).await;
    at_access(&folder, &["unname", "sian"]);
    assert!(!opens(&server, &known).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_was_just_made_is_on_the_page_of_whoever_made_it_and_on_nobody_elses_in_that_browser() {
    let (folder, server) = fresh();
    let chair = server.chair().await;
    let tablet = format!("/conferences/{CONFERENCE}/tablet");
    let brought = server.post(&tablet, &chair, "child=tomek").await.2.expect("the browser brings it along");
    let code = common::code_in(&brought);
    let has_it = async |who: &str| {
        let (status, page) =
            server.get(&format!("/conferences/{CONFERENCE}/prepare"), &format!("{who}; {brought}")).await;
        assert!(status == 200 && page.contains(FAMILY), "it is their place");
        page.contains(&code)
    };
    assert!(has_it(&chair).await);
    // She signs out, but her browser has kept it, as one may that was closed meanwhile.
    server.post("/sign-out", &chair, "").await;
    assert!(!has_it(&server.clerk().await).await, "whoever takes the minutes hands nothing over");
    said(&folder, &["account", "role", "oluwaseun", "chair"]);
    assert!(!has_it(&server.clerk().await).await, "nor was it he who made it");

    let chair = server.chair().await;
    assert!(has_it(&chair).await);
    assert!(opens(&server, &code).await);
    assert!(!has_it(&chair).await, "it opens nothing any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_a_guest_makes_is_good_for_as_long_as_they_may_come() {
    let (folder, server) = fresh();
    said(&folder, &["team", "add", "North"]);
    said(&folder, &["account", "role", "oluwaseun", "chair"]);
    at_access(&folder, &["team", "north"]);
    let guest = server.clerk().await;
    server.post(&format!("/conferences/{CONFERENCE}/pass"), &guest, "reason=covering&because=Ruth+is+ill").await;
    assert!(opens(&server, &tablet_code(&server, &guest).await).await, "a conference can be held in somebody's place");

    tablet_code(&server, &guest).await;
    let store = store(folder.path()).await;
    let (id, account) =
        (CONFERENCE.parse().expect("an id"), store.account_by_name("oluwaseun").await.expect("a store"));
    let ends = store.pass_ends(&id, &account.expect("an account").id).await.expect("a store");
    let codes = store.codes_for_conference(&id).await.expect("a store");
    let of_tomek = codes.iter().find(|code| code.purpose == "tablet" && code.payload.as_deref() == Some("tomek"));
    assert_eq!(of_tomek.expect("a code").expires_ms, ends[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_lets_themselves_in_without_somebody_being_told_and_no_administrator_reads_why() {
    let (folder, server) = fresh();
    said(&folder, &["team", "add", "North"]);
    said(&folder, &["account", "team", "mair", "North", "--manager"]);
    at_access(&folder, &["team", "north"]);
    at_access(&folder, &["name", "sian"]);
    let (chair, guest, administrator) = (server.chair().await, server.clerk().await, server.as_("mair").await);
    let pass = format!("/conferences/{CONFERENCE}/pass");
    server.post(&pass, &guest, "reason=urgent&because=Ruth+is+ill").await;
    let (_, hers) = server.get("/conferences", &administrator).await;
    assert!(!hers.contains("Ruth") && !hers.contains(CONFERENCE), "who keeps accounts reads nothing of a conference");
    let (_, hers) = server.get("/conferences", &chair).await;
    assert!(hers.contains("Ruth is ill"), "its chair is told where no other manager could be");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_what_an_account_may_come_to_without_a_line() {
    let (folder, server) = fresh();
    said(&folder, &["team", "add", "North"]);
    let (administrator, auditor) = (server.as_("mair").await, server.as_("anselm").await);
    let chair = server.chair().await;
    let bethan = store(folder.path()).await.account_by_name("bethan").await.expect("a store").expect("an account");
    let (id, name) = (bethan.id.to_string(), bethan.display_name);

    let form = format!("do=account&account={id}&role=observer&team=north&manages=yes");
    for _ in 0..2 {
        let (_, to, _) = server.post("/people", &administrator, &form).await;
        assert_eq!(to, "/people?news=kept");
    }
    server.post("/people", &administrator, "do=team&name=South").await;
    server.post("/people/invite", &administrator, "name=ffi&display_name=Ffion&role=administrator").await;
    server.post(&format!("/conferences/{CONFERENCE}/access"), &chair, &format!("do=name&account={id}")).await;
    let (_, looked) = server.get("/looked", &auditor).await;
    for line in [
        format!("gave a role: {name} (Observer)"),
        format!("made a manager of a team: {name} (north)"),
        "made a team".to_owned(),
        "invited somebody (Administrator)".to_owned(),
        format!("changed who may come: {name} (named)"),
    ] {
        assert!(looked.contains(&line), "{line}");
    }
    assert_eq!(looked.matches("gave a role").count(), 1, "what stays as it was is no change");

    said(&folder, &["account", "role", "bethan", "chair"]);
    said(&folder, &["account", "disable", "bethan"]);
    let lines = said(&folder, &["looked"]);
    for line in ["command line\trole\t\tchair\tbethan", "command line\tclosed\t\t\tbethan"] {
        assert!(lines.contains(line), "{line}: {lines}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_console_that_is_open_follows_what_its_role_becomes_elsewhere() {
    let (folder, server) = fresh();
    let chair = server.chair().await;
    let mut console = Client::console(&server, &chair).await;
    let store = store(folder.path()).await;
    let sian = store.account_by_name("sian").await.expect("a store").expect("an account").id;
    let begun = Instant::now();
    // As another node does it: her session goes on, and from now on it is a minute taker's.
    store.set_role(&sian, "minute_taker").await.expect("set");
    assert_eq!(console.ended().await, Some(4401));
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
    let mut console = Client::console(&server, &chair).await;
    assert!(
        matches!(console.ask("c-1", &Command::Blank { blank: true }).await, Heard::Rejected(_)),
        "a minute taker directs nothing"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_that_says_hello_after_its_session_ended_is_shown_nothing() {
    let (_folder, server) = fresh();
    for _ in 0..8 {
        let cookie = server.clerk().await;
        let mut socket = dial(&server, &format!("/socket/conference/{CONFERENCE}"), &cookie, None).await.expect("open");
        server.post("/sign-out", &cookie, "").await;
        let hello = FromClient::Hello { protocol: PROTOCOL, build: None };
        let hello = serde_json::to_string(&hello).expect("a frame");
        // It may be closed already, and that is well.
        let _ = socket.send(Message::text(hello)).await;
        while let Some(Ok(message)) = socket.next().await {
            assert!(!message.is_text(), "a board was shown to somebody who is signed out");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_comes_to_its_own_place_and_every_look_is_written_down() {
    let (folder, server) = fresh();
    let at = |page: &str| format!("/conferences/{CONFERENCE}{page}");
    let (observer, social) = (server.as_("noor").await, server.as_("priya").await);
    let (support, auditor) = (server.as_("bethan").await, server.as_("anselm").await);
    let administrator = server.as_("mair").await;

    let (_, wall) = server.get(&at(""), &observer).await;
    assert!(wall.contains("This is what the wall shows") && !wall.contains("They do not get"));
    let (_, device) = server.get(&at(""), &social).await;
    assert!(device.contains("This is what Priya"), "the social worker sees what she has in the room");
    let (status, _) = server.get(&at("/as/gosia/frame.json"), &social).await;
    assert_eq!(status, 404, "through nobody else's eyes");
    let (_, office) = server.get(&at(""), &support).await;
    assert!(office.contains("The record") && !office.contains(WORDS));
    let (_, list) = server.get(&at("/copies"), &support).await;
    assert!(
        list.contains("Which copy, and how") && !list.contains("/copies/copy-"),
        "who gets which, and none to take"
    );
    let (_, plan) = server.get(&at("/record/plan"), &social).await;
    assert!(plan.contains("Lines of the plan"));
    let (_, none) = server.get(&at("/record/plan"), &support).await;
    assert!(!none.contains("Lines of the plan"), "business support has no plan");
    for nobody in [&auditor, &administrator] {
        let (_, page) = server.get(&at(""), nobody).await;
        assert!(!page.contains(WORDS) && !page.contains(FAMILY));
    }
    for (page, takes) in [("/minutes/professionals.pdf", &social), ("/letter/maja", &support), ("/checks", &observer)] {
        let (_, body) = server.get(&at(page), takes).await;
        assert!(!body.contains("%PDF") && !body.contains(FAMILY), "{page}");
    }

    let (_, people) = server.get("/people", &administrator).await;
    assert!(people.contains("Accounts") && people.contains("Bethan"));
    let chair = server.chair().await;
    server.get(&at("/minutes/family.pdf?anyway=known"), &chair).await;
    let (_, looked) = server.get("/looked", &auditor).await;
    for line in ["Noor van Dijk", "was not let in", "took minutes or a letter as a file", "opened the conference"] {
        assert!(looked.contains(line), "{line}");
    }
    assert!(!looked.contains(WORDS) && !looked.contains(FAMILY), "and nothing of what they saw");
    let (_, hers) = server.get(&format!("/looked?conference={CONFERENCE}"), &chair).await;
    assert!(hers.contains("Noor van Dijk"), "the chair reads it for hers");
    said(&folder, &["export", CONFERENCE]);
    assert!(said(&folder, &["looked", CONFERENCE, "--json"]).contains("\"exported\""));
}

/// `family%2Epdf` is `family.pdf` to whoever answers.
#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_taken_however_its_address_is_written() {
    let (folder, server) = fresh();
    let chair = server.chair().await;
    let taken = || said(&folder, &["looked", CONFERENCE]).matches("sian\ttaken\t").count();
    for (place, files) in [
        ("minutes/family?size=14", 0),
        ("letter/maja", 0),
        ("minutes/family.pdf?anyway=known", 1),
        ("minutes/family%2Epdf?anyway=known", 2),
        ("minutes/family%2Edocx?anyway=known", 3),
        ("letter/maja%2Epdf", 4),
    ] {
        let (status, _) = server.get(&format!("/conferences/{CONFERENCE}/{place}"), &chair).await;
        assert_eq!((status, taken()), (200, files), "{place}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn minutes_with_something_to_look_at_again_are_taken_for_a_reason_that_is_written_down() {
    let (folder, server) = fresh();
    let chair = server.chair().await;
    let mut record: serde_json::Value =
        serde_json::from_str(&said(&folder, &["export", CONFERENCE])).expect("a record");
    record["conference"]["id"] = serde_json::json!("leaky");
    record["plan"][6]["what"] = serde_json::json!("Collect Pączek from Willowbank House");
    let file = folder.path().join("record.json");
    std::fs::write(&file, record.to_string()).expect("a file");
    said(&folder, &["import", file.to_str().expect("a path is a text")]);
    let anyway = || {
        let lines = said(&folder, &["looked", "leaky"]);
        lines.lines().filter(|line| line.contains("sian\ttaken_anyway")).map(str::to_owned).collect::<Vec<_>>()
    };
    let copy = "/conferences/leaky/minutes/declan";
    let (_, page) = server.get(copy, &chair).await;
    assert!(page.contains("Look again") && page.contains("<select name=\"anyway\" required>"));
    for unsaid in ["", "?anyway=", "?anyway=yes"] {
        let (_, page) = server.get(&format!("{copy}.pdf{unsaid}"), &chair).await;
        assert!(page.contains("Look again"), "'{unsaid}' is no reason");
    }
    assert!(anyway().is_empty());
    let (_, file) = server.get(&format!("{copy}.pdf?size=14&anyway=ordered"), &chair).await;
    assert!(file.starts_with("%PDF"));
    let written = anyway();
    assert!(written.len() == 1 && written[0].contains("ordered"), "{written:?}");
    let (_, looked) = server.get("/looked?conference=leaky", &chair).await;
    assert!(looked.contains("A court or the law asks for it"));
}
