//! Who may ask for what: the chair directs, the minute taker writes, a person offers, a tablet is a child's, a wall is mute.
//!
//! Deliberately not here: rules that bind the chair too.

use board::decide::Actor;
use board::rejection::Rejection;
use serde_json::{Value, json};

use crate::common::{Room, id, person, tablet};

/// One command for each kind of matter.
fn commands() -> [(&'static str, Value); 6] {
    [
        ("writing", json!({ "do": "remove_card", "card": "C1" })),
        ("directing", json!({ "do": "blank", "blank": true })),
        (
            "preparing",
            json!({ "do": "record_child", "child": { "id": "ada", "legal_name": "Ada Small", "known_as": "Ada", "birth": { "born": "2016-01-02" } } }),
        ),
        ("childs tool", json!({ "do": "take_back_entry", "entry": "A1", "back": true })),
        ("offering", json!({ "do": "offer_line", "offer": "O1", "words": "I rang them myself" })),
        ("knocking", json!({ "do": "give_seat", "seat": "S1", "holder": { "waiting": "Gran" } })),
    ]
}

#[test]
fn every_seat_may_ask_for_its_own_matters_and_for_nothing_else() {
    let table = [
        (Actor::Chair, vec!["writing", "directing", "preparing", "childs tool"]),
        (Actor::Clerk, vec!["writing", "preparing"]),
        (person("mum"), vec!["offering"]),
        (person("teacher"), vec!["offering"]),
        (tablet("ada"), vec!["childs tool"]),
        (Actor::Lobby(id("S1")), vec!["knocking"]),
        (Actor::SocialWorker(id("teacher")), vec![]),
        (Actor::Support, vec![]),
        (Actor::Wall, vec![]),
    ];
    for (actor, allowed) in table {
        for (matter, command) in commands() {
            let mut room = Room::small();
            if allowed.contains(&matter) {
                room.does(&actor, command);
            } else {
                assert_eq!(room.refuses(&actor, command), Rejection::NotYours, "{actor:?}, {matter}");
            }
        }
    }
}

#[test]
fn the_minute_taker_cannot_direct_not_even_a_little() {
    let mut room = Room::small();
    for command in [
        json!({ "do": "pull_entry", "entry": "A1", "card": "pulled" }),
        json!({ "do": "decide", "decision": { "child": "ada", "outcome": "not_required_nfa", "reasons": "None" } }),
        json!({ "do": "enter_phase", "phase": "talk" }),
        json!({ "do": "show_on_wall", "showing": "overview" }),
        json!({ "do": "turn_page", "page": 1 }),
        json!({ "do": "point", "card": "C1" }),
        json!({ "do": "light", "theme": "dim" }),
        json!({ "do": "speak", "person": "mum" }),
        json!({ "do": "step_out", "person": "dad", "out": true }),
        json!({ "do": "open_door", "code": "amber-1234" }),
        json!({ "do": "close_seat", "seat": "S1" }),
        json!({ "do": "choose_sharing", "entry": "A1", "may_know": { "who": "everyone" } }),
    ] {
        assert_eq!(room.refuses(&Actor::Clerk, command), Rejection::NotYours);
    }
}

#[test]
fn an_offered_line_waits_for_the_chair_and_is_taken_in_the_words_it_was_offered_in() {
    let mut room = Room::small();
    let offer = json!({ "do": "offer_line", "offer": "O1", "words": "I rang them myself" });
    room.does(&person("mum"), offer.clone());
    assert_eq!(room.does(&person("mum"), offer), [], "offering twice is harmless");
    let card = json!({ "id": "taken", "section": "light", "words": "improved", "line": "family", "source": { "person": "kit" } });
    room.does(&Actor::Chair, json!({ "do": "take_offer", "offer": "O1", "card": card }));
    assert_eq!(room.words("taken"), "I rang them myself");
    let taken = room.state.record.cards.get(&id("taken")).unwrap();
    assert_eq!(taken.source, board::card::Source::Person(id("mum")));
    assert_eq!(room.refuses(&Actor::Chair, json!({ "do": "decline_offer", "offer": "O1" })), Rejection::AlreadySettled);
}

#[test]
fn an_offer_of_a_grown_up_never_becomes_a_childs_words() {
    let mut room = Room::small();
    room.does(&person("mum"), json!({ "do": "offer_line", "offer": "O1", "words": "She is happy" }));
    let card =
        json!({ "id": "taken", "section": "light", "words": "", "line": "own_words", "source": { "child": "ada" } });
    let why = room.refuses(&Actor::Chair, json!({ "do": "take_offer", "offer": "O1", "card": card }));
    assert_eq!(why, Rejection::ChildsWords);
}

#[test]
fn one_person_cannot_take_the_place_of_anothers_offer() {
    let mut room = Room::small();
    room.does(&person("mum"), json!({ "do": "offer_line", "offer": "O1", "words": "Mine" }));
    let why = room.refuses(&person("dad"), json!({ "do": "offer_line", "offer": "O1", "words": "Mine" }));
    assert_eq!(why, Rejection::IdTaken);
}

#[test]
fn the_chair_can_say_not_now() {
    let mut room = Room::small();
    room.does(&person("mum"), json!({ "do": "offer_line", "offer": "O1", "words": "Later, then" }));
    room.does(&Actor::Chair, json!({ "do": "decline_offer", "offer": "O1" }));
    let card =
        json!({ "id": "taken", "section": "light", "words": "", "line": "family", "source": { "person": "mum" } });
    let why = room.refuses(&Actor::Chair, json!({ "do": "take_offer", "offer": "O1", "card": card }));
    assert_eq!(why, Rejection::AlreadySettled);
}
