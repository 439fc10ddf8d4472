//! A room on a real log: what it does before it decides.
//!
//! Deliberately not here: the order in which things come (that is `schedules`), and the rules.

use board::command::Command;
use board::decide::Actor;
use board::event::{Batch, Event, Intent};
use board::id::{ConferenceId, SeatId};
use board::record::Record;
use board::seat::{Holder, Seat};
use jiff::{SignedDuration, Timestamp};
use store::{MasterKey, Seq};

use super::Answer;
use crate::journal;
use crate::rooms::Rooms;

/// What somebody did so many hours ago.
fn batch(command: &str, hours: i64, events: Vec<Event>) -> Batch {
    let at = Timestamp::now() - SignedDuration::from_hours(hours);
    Batch { command: command.parse().unwrap(), actor: "chair".to_owned(), at, intent: Intent::Do, events }
}

#[tokio::test]
async fn a_screen_whose_time_is_up_is_no_wall_any_more_once_somebody_does_something() {
    let folder = tempfile::tempdir().unwrap();
    let key = MasterKey::from_hex(&"07".repeat(32)).unwrap();
    let store = store::open(&folder.path().join("hearth.db"), key).await.unwrap();
    let id: ConferenceId = "one".parse().unwrap();
    let record: Record = serde_json::from_str(include_str!("../../demo/1-initial.json")).unwrap();
    let opening = journal::written(&id, Seq::ZERO, &batch("opening", 20, record.to_events())).unwrap();
    let mut end = store.create_conference(&id, opening).await.unwrap().last_seq;
    for (seat, hours) in [("yesterdays", 13), ("todays", 1)] {
        let given = Event::SeatGiven(Seat { id: seat.parse().unwrap(), holder: Holder::Wall });
        let written = journal::written(&id, end, &batch(seat, hours, vec![given])).unwrap();
        end = store.append(written).await.unwrap().last_seq;
    }

    let room = Rooms::new(store.clone(), store.clone()).room(&id).await.unwrap();
    for (turn, page) in [("page-1", 1), ("page-2", 2)] {
        let turned = Command::TurnPage { page };
        let answer = room.command(Actor::Chair.into(), turn.parse().unwrap(), turned).await;
        assert_eq!(answer, Ok(Answer::Done));
    }
    let state = journal::open(&*store, &id).await.unwrap().state;
    let seats: Vec<&SeatId> = state.seats.iter().map(|seat| &seat.id).collect();
    assert_eq!(seats, [&"todays".parse().unwrap()]);
    let log = store.events_since(&id, end).await.unwrap();
    let closed: Vec<&str> =
        log.iter().filter(|event| event.kind == "seat_closed").map(|event| event.actor.as_str()).collect();
    assert_eq!(closed, ["server"], "the log says once that nobody asked for it");
}
