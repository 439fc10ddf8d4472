//! The curtain over real sockets: those who are paused are sent away, find nothing when they come again, and come back by themselves.
//!
//! Deliberately not here: what a browser lets go of (that is `end2end/curtain.spec.ts`), and the rules one by one.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod common;

use board::command::Command;
use board::seat::Holder;
use board::view::View;
use board::wire::{FromClient, PROTOCOL};
use common::{CONFERENCE, Client, Heard, Server, dial, fresh, line};
use futures_util::{SinkExt as _, StreamExt as _};
use tokio_tungstenite::tungstenite::Message;

/// What the server says to a device that is paused.
const PAUSED: u16 = 4409;

/// Words that stand on the wall and on Gosia's phone.
const SHOWN: &str = "sandwitch";

const DRAW: Command = Command::DrawCurtain { paused: None, why: None };

fn open(shared: &[&str]) -> Command {
    let shared = shared.iter().map(|card| card.parse().unwrap()).collect();
    Command::OpenCurtain { part: "part-1".parse().unwrap(), shared, things: Vec::new() }
}

/// A phone on which the chair has let somebody in; gives its cookie.
async fn let_in(server: &Server, chair: &mut Client, who: &str) -> String {
    let phone = server.join(&server.code(&format!("the lobby of {CONFERENCE}")), who).await;
    let waits = |view: &View| view.seats.values().any(|seat| seat.holder == Holder::Waiting(who.to_owned()));
    chair.until(waits).await;
    let waiting = |seat: &&board::seat::Seat| seat.holder == Holder::Waiting(who.to_owned());
    let seat = chair.view.seats.values().find(waiting).unwrap().id.clone();
    let holder = Holder::Person(who.to_lowercase().parse().unwrap());
    assert_eq!(chair.ask(&format!("let-in-{who}"), &Command::GiveSeat { seat, holder }).await, Heard::Done);
    phone
}

/// The code with which the server ends a socket that has only said hello.
async fn sent_away(server: &Server, cookie: &str) -> Option<u16> {
    let mut socket = dial(server, "/socket/seat", cookie, None).await.unwrap();
    let hello = serde_json::to_string(&FromClient::Hello { protocol: PROTOCOL, build: None }).unwrap();
    socket.send(Message::text(hello)).await.unwrap();
    match socket.next().await {
        Some(Ok(Message::Close(frame))) => frame.map(|frame| frame.code.into()),
        other => panic!("nothing comes before the end: {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paused_phone_is_sent_away_finds_nothing_and_has_its_place_again_afterwards() {
    let (_folder, server) = fresh();
    let mut chair = Client::console(&server, &server.chair().await).await;
    let cookie = let_in(&server, &mut chair, "Gosia").await;
    let mut phone = Client::open(&server, "/socket/seat", &cookie).await;
    assert!(server.get("/seat", &cookie).await.1.contains(SHOWN), "before, the phone has it");

    assert_eq!(chair.ask("draw", &DRAW).await, Heard::Done);
    assert_eq!(phone.ended().await, Some(PAUSED));
    assert_eq!(sent_away(&server, &cookie).await, Some(PAUSED));
    for path in ["/seat", "/given/seat"] {
        let (status, page) = server.get(path, &cookie).await;
        assert_eq!(status, 200);
        assert!(page.contains("The meeting has stepped into another room"), "{path}: {page}");
        for of_the_conference in [SHOWN, "Maja", "Tomek", "Gosia", "Fenmarsh", "Initial", "worried"] {
            assert!(!page.contains(of_the_conference), "{path}: {of_the_conference} in {page}");
        }
    }

    for (id, words) in [("behind-1", "Behind, and shared"), ("behind-2", "Behind, and kept")] {
        assert_eq!(chair.ask(id, &line(id, words)).await, Heard::Done);
    }
    assert_eq!(chair.ask("open", &open(&["behind-1"])).await, Heard::Done);
    let phone = Client::open(&server, "/socket/seat", &cookie).await;
    let all = phone.heard.concat();
    assert!(all.contains("Behind, and shared") && !all.contains("Behind, and kept"));
    assert!(server.get("/seat", &cookie).await.1.contains(SHOWN));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wall_stays_up_and_is_neutral_also_when_it_is_paired_or_loaded_meanwhile() {
    let (_folder, server) = fresh();
    let console = server.chair().await;
    let mut chair = Client::console(&server, &console).await;
    let first = server.pair_wall(&console).await;
    let mut wall = Client::open(&server, "/socket/wall", &first).await;
    assert!(wall.heard.concat().contains(SHOWN));
    assert_eq!(chair.ask("draw", &DRAW).await, Heard::Done);
    wall.until(|view| view.stage.drawn).await;
    assert!(wall.view.cards.is_empty() && wall.view.head.title.is_empty());

    for cookie in [first, server.pair_wall(&console).await] {
        let (_, page) = server.get("/wall", &cookie).await;
        assert!(page.contains("We will go on in a moment"), "{page}");
        assert!(!page.contains(SHOWN) && !page.contains("Maja"), "{page}");
    }
    assert_eq!(chair.ask("open", &open(&[])).await, Heard::Done);
    wall.until(|view| !view.stage.drawn).await;
    assert!(serde_json::to_string(&wall.view).unwrap().contains(SHOWN));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_script_the_console_draws_and_opens_by_its_forms() {
    let (_folder, server) = fresh();
    let (chair, clerk) = (server.chair().await, server.clerk().await);
    let console = format!("/conferences/{CONFERENCE}");
    let meeting = format!("{console}/meeting");
    assert_eq!(server.post(&meeting, &clerk, "do=draw").await.0, 422, "the minute taker does not direct");
    let (status, to, _) = server.post(&meeting, &chair, "do=pause&who=gosia&who=halina&why=The+police").await;
    assert_eq!((status, to), (303, console.clone()));
    let page = server.get(&console, &chair).await.1;
    assert!(page.contains("The curtain is drawn since") && page.contains("Paused: Gosia, Halina"), "{page}");
    assert_eq!(server.post(&meeting, &chair, "do=open").await.0, 303);
    assert!(!server.get(&console, &chair).await.1.contains("The curtain is drawn since"));
    assert_eq!(server.post(&meeting, &chair, "do=begin&part=part-b").await.0, 303);
    assert_eq!(server.post(&meeting, &chair, "do=something").await.0, 400);
}
