//! Every screen ends with the same view as the server, whatever was asked, lost, sent twice or cut off on the way.
//!
//! Deliberately not here: sockets. The network is a list of misfortunes.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[expect(dead_code, reason = "each story uses a part of what they share")]
mod common;

#[path = "convergence/commands.rs"]
mod commands;
#[path = "convergence/wires.rs"]
mod wires;

use board::audience::{Audience, Onlooker};
use board::decide::{Actor, Who};
use board::view::{Patch, View, project, project_to, step};
use common::{CHAIRS, Room, id};
use proptest::prelude::*;

use commands::{Asked, asked};

/// How many stories are tried, unless `HEARTH_SEEDS` asks for another number. Each has some fifteen commands.
const SEEDS: u32 = 64;

/// The stories that are tried.
fn many() -> ProptestConfig {
    let cases = std::env::var("HEARTH_SEEDS").map_or(SEEDS, |number| number.parse().unwrap());
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// One audience of each kind.
fn audiences() -> Vec<Audience> {
    let people = ["kit", "lou", "sam", "teacher", "mum", "dad", "advocate"].map(|person| Audience::Person(id(person)));
    let tablets = ["ada", "ben"].map(|child| Audience::Tablet(id(child)));
    let rest = [Audience::Chair, Audience::Clerk, Audience::Wall, Audience::Professionals, Audience::Family];
    rest.into_iter().chain(people).chain(tablets).collect()
}

/// Everybody of these audiences, and two chairs who have signed in: each console has what that chair can take back.
fn onlookers() -> Vec<Onlooker> {
    let chairs = CHAIRS.map(|account| Onlooker { audience: Audience::Chair, account: Some(account.parse().unwrap()) });
    audiences().into_iter().map(Onlooker::from).chain(chairs).collect()
}

/// Whoever asks at this place: a chair is now the one, now the other, and now one of before the log named accounts.
fn in_turn(actor: Actor, at: usize) -> Who {
    let account = CHAIRS.get(at % 3).filter(|_| actor == Actor::Chair).map(|account| account.parse().unwrap());
    Who { actor, account }
}

/// A value after a journey as JSON.
fn over_the_wire<T: serde::Serialize + serde::de::DeserializeOwned>(value: &T) -> T {
    let text = serde_json::to_string(value).unwrap();
    // A browser reads with its own reader, which must read all that the usual one does.
    let _: T = serde_json::from_str(&text).unwrap();
    board::lean::read(&text).unwrap()
}

/// The small conference, which can be held in two parts.
fn in_two_parts() -> Room {
    let mut record = common::small();
    for (part, people) in [("A", vec!["kit", "sam", "mum", "advocate"]), ("B", vec!["kit", "sam", "dad"])] {
        let sitting = serde_json::json!({ "matter": "sitting", "id": part, "name": part, "people": people });
        record.matters.put(common::from_json(sitting));
    }
    Room::of(&record)
}

proptest! {
    #![proptest_config(many())]

    #[test]
    fn a_difference_makes_the_new_view_out_of_the_old_one(asked in proptest::collection::vec(asked(), 1..40)) {
        let mut room = in_two_parts();
        let mut views: Vec<(Onlooker, View)> =
            onlookers().into_iter().map(|looks| { let view = project_to(&room.state, &looks); (looks, view) }).collect();
        for (at, Asked { actor, command }) in asked.into_iter().enumerate() {
            let who = in_turn(actor, at);
            let events = room.tell(&who, &command).unwrap_or_default();
            let happened = !events.is_empty();
            for (onlooker, old) in &mut views {
                let new = project_to(&room.state, onlooker);
                let patch = old.diff(&new);
                if let Some(told) = step(&room.state, onlooker, old, &events).map(|step| step.on(&room.state, old)) {
                    prop_assert_eq!(&told, &patch, "{:?} after {:?}: the event tells what the views do", onlooker, command);
                }
                if !happened {
                    prop_assert_eq!(&patch, &Patch::default(), "nothing happened, so nothing is sent");
                }
                let patch = over_the_wire(&patch);
                let mut made = old.clone();
                made.apply(patch);
                prop_assert_eq!(&made, &new, "{:?} after {:?}", onlooker, command);
                *old = new;
            }
        }
        for (onlooker, view) in &views {
            prop_assert_eq!(&over_the_wire(view), view, "{:?}: the whole view", onlooker);
        }
    }

    #[test]
    fn what_happened_folds_to_the_same_state_from_the_log(asked in proptest::collection::vec(asked(), 1..60)) {
        let mut room = in_two_parts();
        for Asked { actor, command } in asked {
            let before = room.state.clone();
            if room.tell(&actor, &command).is_err() {
                prop_assert_eq!(&room.state, &before, "a refusal changes nothing");
            }
        }
        let record = &room.state.record;
        prop_assert_eq!(&common::state_of(record).record, record, "a record is its events");
        let problems = board::record::check::problems(record);
        prop_assert_eq!(problems, vec![], "no command breaks a record");
        prop_assert_eq!(&over_the_wire(record), record);
    }

    #[test]
    fn asking_twice_changes_nothing_more(asked in proptest::collection::vec(asked(), 1..30)) {
        let mut room = Room::small();
        for Asked { actor, command } in asked {
            let repeatable = !matches!(command, board::command::Command::Undo | board::command::Command::Redo);
            if room.tell(&actor, &command).is_ok() && repeatable {
                let once = room.state.record.cards.len();
                let _ = room.tell(&actor, &command);
                prop_assert_eq!(room.state.record.cards.len(), once, "{:?}", command);
            }
        }
    }
}

/// Only what a line changes is told, and that only to those who see it.
#[test]
fn what_a_line_changes_is_told_from_its_event_alone() {
    let line = |card: &str, may_know: &str| {
        serde_json::json!({ "do": "add_card", "card": {
            "id": card, "section": "heavy", "words": "The lock is new", "line": "chair", "source": { "person": "kit" },
            "may_know": { "who": may_know },
        } })
    };
    let mut room = Room::small();
    let (mum, tablet) = (Audience::Person(id("mum")), Audience::Tablet(id("ada")));
    let mut does = |command: serde_json::Value| {
        let before = room.state.clone();
        let events = room.does(&Actor::Chair, command);
        let after = room.state.clone();
        move |audience: &Audience| {
            let had = project(&before, audience);
            Some(step(&after, &audience.clone().into(), &had, &events)?.on(&after, &had))
        }
    };

    let told = does(line("N1", "everyone"));
    for audience in [&mum, &Audience::Wall, &Audience::Chair] {
        let patch = told(audience).unwrap();
        assert_eq!(patch.cards.set.len(), 1, "{audience:?} sees the line, and nothing else is sent again");
    }
    assert!(told(&Audience::Chair).unwrap().desk.is_some(), "the chair can take it back now");
    assert_eq!(told(&tablet), None, "a child's screens are about other things");

    let told = does(line("N2", "chair_only"));
    assert_eq!(told(&mum), Some(Patch::default()), "what is not hers leaves no trace");

    let told = does(serde_json::json!(
        { "do": "reword_card", "card": "N1", "was": "The lock is new", "words": "The lock holds" }
    ));
    let patch = told(&mum).unwrap();
    assert_eq!((patch.cards.set.len(), patch.order.set.len()), (1, 0), "a line that stays in its place");
}
