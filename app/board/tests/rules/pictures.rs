//! What a child draws: given with or without words, described with the child, and one entry's own.
//!
//! Deliberately not here: who sees it (that is `visibility.rs`) and its bytes (the server keeps those).

use board::card::LineKind;
use board::decide::Actor;
use board::record::check;
use board::rejection::Rejection;
use serde_json::{Value, json};

use crate::common::{Room, from_json, id, person, picture, small, tablet};

fn give(entry: &str, words: &str, pictures: &[Value]) -> Value {
    json!({ "do": "give_entry", "tool": "ada-houses", "entry": {
        "id": entry, "place": "worries", "words": words, "pen": "drawing", "pictures": pictures,
        "may_know": { "who": "everyone" },
    } })
}

fn describe(entry: &str, picture: &str, alt: &str) -> Value {
    json!({ "do": "describe_picture", "entry": entry, "picture": picture, "alt": alt })
}

/// What is on the only picture of an entry.
fn alt<'a>(room: &'a Room, entry: &str) -> Option<&'a str> {
    room.state.record.entry(&id(entry)).unwrap().1.pictures[0].alt.as_deref()
}

#[test]
fn a_child_can_give_a_drawing_without_words_and_nothing_without_either() {
    let mut room = Room::small();
    assert_eq!(room.refuses(&tablet("ada"), give("D1", " ", &[])), Rejection::Empty);
    room.does(&tablet("ada"), give("D1", "", &[picture("p1", None)]));
    room.does(&tablet("ada"), give("D2", "my house", &[picture("p2", None), picture("p3", None)]));
    assert_eq!(room.does(&tablet("ada"), give("D1", "", &[picture("p1", None)])), [], "giving it twice is harmless");
    assert_eq!(room.refuses(&tablet("ada"), give("D1", "", &[picture("p9", None)])), Rejection::IdTaken);
}

#[test]
fn a_drawing_goes_on_the_board_as_it_is() {
    let mut room = Room::small();
    room.does(&tablet("ada"), give("D1", "", &[picture("p1", None)]));
    room.does(&Actor::Chair, json!({ "do": "pull_entry", "entry": "D1", "card": "drawn" }));
    let card = room.state.record.cards.get(&id("drawn")).unwrap();
    assert_eq!((card.words.as_str(), card.line), ("", LineKind::Drawing));
    assert_eq!(check::problems(&room.state.record), [], "and the record holds together");
}

#[test]
fn a_picture_belongs_to_one_entry_and_is_what_it_says_it_is() {
    let mut room = Room::small();
    room.does(&tablet("ada"), give("D1", "", &[picture("p1", None)]));
    assert_eq!(room.refuses(&tablet("ada"), give("D2", "x", &[picture("p1", None)])), Rejection::IdTaken);
    let twice = [picture("p2", None), picture("p2", None)];
    assert_eq!(room.refuses(&tablet("ada"), give("D2", "x", &twice)), Rejection::IdTaken);
    for (field, wrong) in [("width", json!(0)), ("fingerprint", json!("0F".repeat(32))), ("kind", json!("document"))] {
        let mut picture = picture("p2", None);
        picture[field] = wrong;
        room.refuses(&tablet("ada"), give("D2", "x", &[picture]));
    }
}

#[test]
fn what_is_on_a_drawing_is_said_with_the_child_and_can_be_said_better() {
    let mut room = Room::small();
    room.does(&tablet("ada"), give("D1", "", &[picture("p1", None)]));
    assert_eq!(alt(&room, "D1"), None);
    room.does(&tablet("ada"), describe("D1", "p1", "A house"));
    room.does(&Actor::Chair, describe("D1", "p1", "A house with a blue door"));
    assert_eq!(alt(&room, "D1"), Some("A house with a blue door"));
    assert_eq!(room.does(&Actor::Chair, describe("D1", "p1", "A house with a blue door")), []);
    assert_eq!(room.refuses(&Actor::Chair, json!({ "do": "undo" })), Rejection::NothingToUndo, "it is the child's");
    assert_eq!(room.refuses(&tablet("ada"), describe("D1", "p1", "  ")), Rejection::Empty);
    assert_eq!(room.refuses(&tablet("ada"), describe("D1", "p9", "A cat")), Rejection::NotFound);
    assert_eq!(room.refuses(&tablet("ben"), describe("D1", "p1", "A cat")), Rejection::NotFound);
    for actor in [Actor::Clerk, person("mum"), Actor::Wall] {
        assert_eq!(room.refuses(&actor, describe("D1", "p1", "A cat")), Rejection::NotYours);
    }
}

#[test]
fn a_record_says_where_a_picture_does_not_hold_together() {
    let mut record = serde_json::to_value(small()).unwrap();
    record["tools"][0]["entries"][0]["words"] = json!("");
    record["tools"][0]["entries"][1]["pictures"] = json!([picture("p1", None)]);
    record["tools"][1]["entries"][0]["pictures"] = json!([picture("p1", None), picture("p2", None)]);
    record["tools"][1]["entries"][0]["pictures"][1]["fingerprint"] = json!("short");
    record["cards"][0]["words"] = json!("");
    let problems = check::problems(&from_json(record));
    let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        found,
        [
            "tools[0].entries[0].words: an entry has words or a picture",
            "tools[1].entries[0].pictures[0].id: the picture 'p1' belongs to two entries",
            "tools[1].entries[0].pictures[1]: a fingerprint has 64 hexadecimal digits",
            "cards[0].words: a line has words",
        ]
    );
}
