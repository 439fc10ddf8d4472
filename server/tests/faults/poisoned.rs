//! What goes wrong at one conference stays there: a log that this Hearth cannot read, and a seat that is taken away in the
//! middle of a sentence.
//!
//! Deliberately not here: damage to the file itself, which the store's own stories find.

use std::sync::Arc;

use board::command::Command;
use board::id::{ConferenceId, SeatId};
use board::rejection::Rejection;
use board::seat::Holder;
use board::wire::{FromClient, FromServer, PROTOCOL};
use futures_util::{SinkExt as _, StreamExt as _};
use store::{Batch, MasterKey, NewEvent, Sensitive, Seq};
use tokio::sync::Barrier;
use tokio_tungstenite::tungstenite::Message;

use crate::common::{CONFERENCE, Client, Heard, Server, dial, fresh};
use crate::desk::{Socket, hear};
use crate::dice::times;
use crate::house::House;
use crate::kept::Kept;

const REVOKED: (&str, u64) = ("HEARTH_REVOKED", 10);

/// Writes what only a newer Hearth could read into the log of a conference.
async fn poison(house: &House, conference: &ConferenceId) {
    let key = MasterKey::load(&house.data().join("hearth.key")).unwrap();
    let store = store::open(&house.data().join("hearth.db"), key).await.unwrap();
    let expected = store.end(conference).await.unwrap();
    let event = NewEvent { kind: "of_tomorrow".to_owned(), version: 99, body: Sensitive::new("{}".to_owned()) };
    let batch = Batch {
        conference: conference.clone(),
        expected,
        command: "of-tomorrow".parse().unwrap(),
        actor: "chair".to_owned(),
        at_ms: 0,
        intent: Sensitive::new("do".to_owned()),
        events: vec![event],
    };
    assert!(store.append(batch).await.unwrap().last_seq > Seq::ZERO);
    store.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conference_that_cannot_be_read_says_so_and_stays_as_it_is_and_all_others_go_on() {
    let (mut house, mut kept) = (House::new(3, None).await, Kept::default());
    let server = house.serve();
    house.write_more(&server, 2).await;
    drop(server);
    let poisoned = house.desks.remove(0);
    poison(&house, &poisoned.conference).await;

    let server = house.serve();
    let page = format!("/conferences/{}", poisoned.conference);
    for _ in 0..3 {
        let (_, page) = server.get(&page, poisoned.cookie()).await;
        assert!(page.contains("What was saved is safe"), "it says so: {page}");
    }
    house.write_more(&server, 2).await;
    assert!(house.says_no_panic());
    drop(server);
    house.desks.push(poisoned);
    kept.holds(&house.data(), &house.desks).await.expect("nothing of it is lost, for whoever can read it");
}

/// Somebody at a seat of scenario 1, let in under this name: what they come in with, and their seat.
async fn seated(server: &Server, chair: &mut Client, name: &str, person: &str) -> (String, SeatId) {
    let cookie = server.join(&server.code(&format!("the lobby of {CONFERENCE}")), name).await;
    let waits = |holder: &Holder| *holder == Holder::Waiting(name.to_owned());
    chair.until(|view| view.seats.values().any(|seat| waits(&seat.holder))).await;
    let seat = chair.view.seats.values().find(|seat| waits(&seat.holder)).unwrap().id.clone();
    let give = Command::GiveSeat { seat: seat.clone(), holder: Holder::Person(person.parse().unwrap()) };
    assert_eq!(chair.ask(&format!("let-in-{seat}"), &give).await, Heard::Done);
    (cookie, seat)
}

/// Says one thing after another until the connection ends; gives the code it ends with.
async fn speak(mut socket: Socket, time: u64, begin: &Barrier) -> Option<u16> {
    say(&mut socket, &FromClient::Hello { protocol: PROTOCOL, build: None }).await;
    assert!(matches!(hear(&mut socket).await, Some(FromServer::Snapshot { .. })));
    begin.wait().await;
    for word in 0..5 {
        let id = format!("said-{time}-{word}");
        say(&mut socket, &FromClient::Command { id: id.parse().unwrap(), command: offer(&id).into() }).await;
    }
    loop {
        match socket.next().await? {
            Ok(Message::Close(frame)) => return frame.map(|frame| frame.code.into()),
            Ok(_) => {}
            Err(_) => return None,
        }
    }
}

/// Says it, to whoever still hears it.
async fn say(socket: &mut Socket, frame: &FromClient) {
    drop(socket.send(Message::text(serde_json::to_string(frame).unwrap())).await);
}

fn offer(id: &str) -> Command {
    Command::OfferLine { offer: id.parse().unwrap(), words: format!("Words of {id}") }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_sent_out_in_the_middle_of_a_sentence_is_out_and_nobody_else_notices() {
    let (_folder, server) = fresh();
    let mut chair = Client::console(&server, &server.chair().await).await;
    let (cookie, _) = seated(&server, &mut chair, "Gosia", "gosia").await;
    let mut stays = Client::open(&server, "/socket/seat", &cookie).await;
    let times = times(REVOKED.0, REVOKED.1);
    for time in 0..times {
        let (cookie, seat) = seated(&server, &mut chair, &format!("Declan {time}"), "declan").await;
        let socket = dial(&server, "/socket/seat", &cookie, None).await.unwrap();
        let begin = Arc::new(Barrier::new(2));
        let theirs = Arc::clone(&begin);
        let speaking = tokio::spawn(async move { speak(socket, time, &theirs).await });
        begin.wait().await;
        assert_eq!(chair.ask(&format!("close-{time}"), &Command::CloseSeat { seat }).await, Heard::Done);
        assert_eq!(speaking.await.unwrap(), Some(4403), "they are told that the seat is closed");
        let word = format!("stays-{time}");
        assert_eq!(stays.ask(&word, &offer(&word)).await, Heard::Done, "who stays goes on");
        chair.until(|view| view.offers.keys().any(|offer| offer.as_str() == word)).await;
        assert_eq!(stays.ask(&format!("no-{time}"), &Command::Undo).await, Heard::Rejected(Rejection::NotYours));
    }
    println!("{times} seats were taken away in the middle of a sentence");
}
