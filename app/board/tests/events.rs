//! Events are kept for ever: each kind is written and read the same, and what was once stored is always readable.
//!
//! Deliberately not here: what an event does (that is `rules.rs`). The samples in `events/v1` are never edited; a new
//! version gets a folder of its own.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[expect(dead_code, reason = "each story uses a part of what they share")]
mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use board::card::Rank;
use board::event::{Event, VERSION};
use board::id::{CardId, SectionKey};
use board::seat::Showing;
use common::{DEMOS, demo, id};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Names each kind of event as it is stored. A new kind does not compile until it is listed, and then needs a sample.
macro_rules! kinds {
    ($($kind:pat => $name:literal,)*) => {
        const KINDS: &[&str] = &[$($name),*];

        fn kind(event: &Event) -> &'static str {
            match event {
                $($kind => $name,)*
            }
        }
    };
}

kinds! {
    Event::ConferenceOpened { .. } => "conference_opened",
    Event::HeaderChanged(_) => "header_changed",
    Event::DoorOpened { .. } => "door_opened",
    Event::ChildRecorded(_) => "child_recorded",
    Event::PersonRecorded(_) => "person_recorded",
    Event::ToolRecorded(_) => "tool_recorded",
    Event::EntryGiven { .. } => "entry_given",
    Event::PictureDescribed { .. } => "picture_described",
    Event::SharingChosen { .. } => "sharing_chosen",
    Event::SafetyOverridden { .. } => "safety_overridden",
    Event::OwnConferenceHeld(_) => "own_conference_held",
    Event::ChildsViewShown(_) => "childs_view_shown",
    Event::CardFitForChild { .. } => "card_fit_for_child",
    Event::SignGiven(_) => "sign_given",
    Event::GuardSet(_) => "guard_set",
    Event::GuardLifted { .. } => "guard_lifted",
    Event::WarningSetAside { .. } => "warning_set_aside",
    Event::CopyGiven(_) => "copy_given",
    Event::EntryTakenBack { .. } => "entry_taken_back",
    Event::EntryGivenAgain { .. } => "entry_given_again",
    Event::CardAdded(_) => "card_added",
    Event::CardReworded { .. } => "card_reworded",
    Event::CardDescribed { .. } => "card_described",
    Event::CardMoved { .. } => "card_moved",
    Event::CardGrouped { .. } => "card_grouped",
    Event::CardRemoved { .. } => "card_removed",
    Event::CardRestored { .. } => "card_restored",
    Event::EntryAnswered(_) => "entry_answered",
    Event::AnswerWithdrawn { .. } => "answer_withdrawn",
    Event::DisagreementNamed(_) => "disagreement_named",
    Event::DisagreementWithdrawn { .. } => "disagreement_withdrawn",
    Event::LetterPrepared(_) => "letter_prepared",
    Event::RatingGiven(_) => "rating_given",
    Event::RatingWithdrawn { .. } => "rating_withdrawn",
    Event::ActionPlanned(_) => "action_planned",
    Event::ActionDropped { .. } => "action_dropped",
    Event::ContingencyWritten { .. } => "contingency_written",
    Event::DecisionMade(_) => "decision_made",
    Event::DecisionWithdrawn { .. } => "decision_withdrawn",
    Event::AgencyViewGiven(_) => "agency_view_given",
    Event::AgencyViewWithdrawn { .. } => "agency_view_withdrawn",
    Event::FamilyViewGiven(_) => "family_view_given",
    Event::FamilyViewWithdrawn { .. } => "family_view_withdrawn",
    Event::PhaseEntered(_) => "phase_entered",
    Event::OfferMade(_) => "offer_made",
    Event::OfferSettled { .. } => "offer_settled",
    Event::WallTurned(_) => "wall_turned",
    Event::MatterRecorded(_) => "matter_recorded",
    Event::MatterDropped { .. } => "matter_dropped",
    Event::EarlierFollowed(_) => "earlier_followed",
    Event::CurtainDrawn(_) => "curtain_drawn",
    Event::CurtainOpened { .. } => "curtain_opened",
    Event::KeptBehind(_) => "kept_behind",
    Event::SittingBegan { .. } => "sitting_began",
    Event::NumbersHidden { .. } => "numbers_hidden",
    Event::RecordSigned(_) => "record_signed",
    Event::SeatGiven(_) => "seat_given",
    Event::SeatClosed { .. } => "seat_closed",
}

/// Every stored sample: the version it was stored in, its kind, and its body.
fn samples() -> Vec<(u16, String, String)> {
    let mut samples = Vec::new();
    for version in 1..=VERSION {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/events/v{version}"));
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let kind = path.file_stem().unwrap().to_str().unwrap().to_owned();
            samples.push((version, kind, fs::read_to_string(path).unwrap()));
        }
    }
    samples
}

#[test]
fn every_kind_has_a_stored_sample_and_every_sample_is_of_a_kind() {
    let stored: BTreeSet<String> = samples().into_iter().map(|(_, kind, _)| kind).collect();
    let kinds: BTreeSet<String> = KINDS.iter().map(|kind| (*kind).to_owned()).collect();
    assert_eq!(stored, kinds);
}

#[test]
fn what_was_once_stored_is_always_readable_and_nothing_of_it_is_lost() {
    for (version, name, sample) in samples() {
        let event = Event::read(&name, version, &sample).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(kind(&event), name);
        let (written, body) = event.write().unwrap();
        assert_eq!(written, name);
        let (mut stored, now): (Value, Value) =
            (serde_json::from_str(&sample).unwrap(), serde_json::from_str(&body).unwrap());
        lifted(version, &name, &mut stored);
        holds(&name, &now, &stored);
        assert_eq!(Event::read(&written, VERSION, &body).unwrap(), event);
    }
}

#[test]
fn what_the_wall_shows_is_stored_under_names_that_stay() {
    let stored = [
        (json!("overview"), Showing::Overview),
        (json!({ "column": "load" }), Showing::Column(id("load"))),
        (json!({ "tool": "houses" }), Showing::Tool(id("houses"))),
        (json!("plan"), Showing::Plan),
        (json!("decisions"), Showing::Decisions),
    ];
    for (name, showing) in stored {
        assert_eq!(serde_json::to_value(&showing).unwrap(), name);
        assert_eq!(serde_json::from_value::<Showing>(name).unwrap(), showing);
    }
}

/// What a sample says in today's shape, written by hand and not by the code that lifts it.
fn lifted(version: u16, kind: &str, stored: &mut Value) {
    if (version, kind) == (1, "entry_given") {
        assert_eq!(stored["entry"]["not_on_wall"], json!(true), "the sample shows what was lifted");
        stored["entry"].as_object_mut().unwrap().remove("not_on_wall");
        stored["entry"]["telling"] = json!({ "not_on": ["wall"] });
    }
}

/// What is written now holds everything of the stored sample. A field that did not exist then may be there beside it,
/// and an empty one may be left out.
fn holds(path: &str, now: &Value, stored: &Value) {
    match (now, stored) {
        (Value::Object(now), Value::Object(stored)) => {
            for (key, stored) in stored {
                let empty = stored.is_null() || *stored == json!([]);
                match now.get(key) {
                    Some(now) => holds(&format!("{path}.{key}"), now, stored),
                    None => assert!(empty, "{path}.{key} was lost"),
                }
            }
        }
        (now, stored) => assert_eq!(now, stored, "{path}"),
    }
}

#[test]
fn every_event_of_both_demonstrations_is_written_and_read_the_same() {
    for name in DEMOS {
        for event in demo(name).to_events() {
            let (kind, body) = event.write().unwrap();
            assert_eq!(Event::read(&kind, VERSION, &body).unwrap(), event);
        }
    }
}

#[test]
fn what_cannot_be_read_is_said_without_showing_what_is_in_it() {
    let secret = r#"{ "card": "C1", "words": 7, "secret": "purple arm" }"#;
    for (kind, version) in [("card_reworded", 1), ("card_reworded", 9), ("card_dreamt", 1)] {
        let error = Event::read(kind, version, secret).unwrap_err();
        assert_eq!((error.kind.as_str(), error.version), (kind, version));
        assert!(!error.to_string().contains("purple"), "{error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_cards_place_comes_back_from_the_log_to_the_last_bit(bits in any::<u64>()) {
        let rank = f64::from_bits(bits);
        prop_assume!(rank.is_finite());
        let event = Event::CardMoved { card: id::<CardId>("C1"), section: id::<SectionKey>("s"), rank: Rank(rank) };
        let (kind, body) = event.write().unwrap();
        prop_assert_eq!(Event::read(&kind, VERSION, &body).unwrap(), event);
    }

    #[test]
    fn a_childs_words_come_back_exactly_whatever_they_are(words in "\\PC{0,40}[\\n\\t\"\\\\<>&=;@']{0,5}\\PC{0,40}") {
        let event = Event::CardReworded { card: id::<CardId>("C1"), words };
        let (kind, body) = event.write().unwrap();
        prop_assert_eq!(Event::read(&kind, VERSION, &body).unwrap(), event);
    }
}
