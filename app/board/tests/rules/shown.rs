//! When a child's words were first on the wall, which the decision waits for and the minutes print.
//!
//! Deliberately not here: what the wall shows (that is `visibility.rs`).

use board::decide::{Actor, Context, decide};
use board::event::Event;
use board::keeping::Keeping;
use board::rejection::Rejection;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::common::{NOW, Room, from_json, id, kitchen_table, small, tablet};

#[test]
fn a_decision_waits_for_each_childs_view_on_the_wall_or_a_reason_that_is_printed() {
    let mut record = serde_json::to_value(small()).unwrap();
    let mut framework = serde_json::to_value(kitchen_table()).unwrap();
    framework["phases"][3]["after_childs_view"] = json!(true);
    record["framework"] = framework;
    let mut room = Room::of(&from_json(record));
    for phase in ["talk", "weigh"] {
        room.does(&Actor::Chair, json!({ "do": "enter_phase", "phase": phase }));
    }
    let decide = |reason: Option<&str>| json!({ "do": "enter_phase", "phase": "agree", "reason": reason });
    assert_eq!(room.refuses(&Actor::Chair, decide(None)), Rejection::ViewNotShown { child: "Ada".to_owned() });
    room.does(&Actor::Chair, json!({ "do": "pull_entry", "entry": "A1", "card": "a", "section": null }));
    assert!(!heard(&room), "no screen is the wall yet, so the room has seen nothing");
    room.does(&Actor::Chair, json!({ "do": "blank", "blank": true }));
    room.does(&Actor::Chair, json!({ "do": "give_seat", "seat": "S9", "holder": "wall" }));
    assert!(!heard(&room), "an empty wall shows nobody's words");
    room.does(&Actor::Chair, json!({ "do": "blank", "blank": false }));
    assert!(heard(&room));
    assert_eq!(room.refuses(&Actor::Chair, decide(None)), Rejection::ViewNotShown { child: "Ben".to_owned() });
    room.does(&Actor::Chair, decide(Some("Ben is two and said nothing")));
    let entered = room.state.record.phases.last().unwrap();
    assert_eq!(entered.without_childs_view.as_deref(), Some("Ben is two and said nothing"));
    assert_eq!(entered.skipped_because, None);
}

#[test]
fn a_childs_words_on_the_board_are_first_on_the_wall_when_a_screen_becomes_the_wall() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "pull_entry", "entry": "A1", "card": "a", "section": null }));
    assert!(!heard(&room));
    room.does(&Actor::Chair, json!({ "do": "give_seat", "seat": "S9", "holder": "wall" }));
    assert!(heard(&room));
}

#[test]
fn a_screen_whose_time_is_up_has_shown_the_room_nothing() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "give_seat", "seat": "S9", "holder": "wall" }));
    let after = |minutes: i64| NOW.parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes);
    let shows = |minutes: i64| {
        let pull = from_json(json!({ "do": "pull_entry", "entry": "A1", "card": "a", "section": null }));
        let decided = decide(&room.state, &Actor::Chair.into(), &pull, Context { now: after(minutes) }).unwrap();
        decided.events.iter().any(|event| matches!(event, Event::ChildsViewShown(_)))
    };
    let dark = |minutes: i64| room.state.dark_walls(after(minutes)).map(ToString::to_string).collect::<Vec<_>>();
    for (minutes, is_on) in [(-6, false), (-4, true), (0, true), (11 * 60, true), (12 * 60, false)] {
        assert_eq!(shows(minutes), is_on, "a screen is the wall for a long day, and clocks differ a little: {minutes}");
        assert_eq!(dark(minutes).is_empty(), is_on);
    }
    assert_eq!(dark(12 * 60), ["S9"]);
    room.does(&Actor::Chair, json!({ "do": "close_seat", "seat": "S9" }));
    assert_eq!(room.state.dark_walls(after(12 * 60)).count(), 0);
}

#[test]
fn a_tool_unfolds_on_the_wall_place_by_place_and_that_counts_as_the_childs_view() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "give_seat", "seat": "S9", "holder": "wall" }));
    room.does(&Actor::Chair, json!({ "do": "show_on_wall", "showing": { "tool": "ada-houses" } }));
    assert!(!heard(&room), "no place is open yet");
    room.does(&Actor::Chair, json!({ "do": "open_place", "place": "good_things", "open": true }));
    assert!(!heard(&room), "Dad may not know it and is in the room");
    room.does(&Actor::Chair, json!({ "do": "open_place", "place": "worries", "open": true }));
    assert!(heard(&room));
    assert_eq!(room.state.wall.opened, [id("good_things"), id("worries")]);
    room.does(&Actor::Chair, json!({ "do": "show_on_wall", "showing": { "tool": "ben-houses" } }));
    assert!(room.state.wall.opened.is_empty(), "another tool begins closed");
    let choose = json!({ "do": "choose_sharing", "entry": "A1", "may_know": { "who": "not_decided" } });
    room.does(&tablet("ada"), choose);
    let reveal = json!({ "do": "reveal", "entry": "A1", "seen": true });
    assert_eq!(room.refuses(&Actor::Chair, reveal), Rejection::NotShared);
}

/// Whether the record says that Ada's words were on the wall.
fn heard(room: &Room) -> bool {
    room.state.record.views_shown.has(&id("ada"))
}

/// The chair does all this, one after another.
fn chair(room: &mut Room, commands: impl IntoIterator<Item = Value>) {
    for command in commands {
        room.does(&Actor::Chair, command);
    }
}

fn pull() -> Value {
    json!({ "do": "pull_entry", "entry": "A1", "card": "a", "section": null })
}

fn wall() -> Value {
    json!({ "do": "give_seat", "seat": "S9", "holder": "wall" })
}

/// A wall on which Ada's houses stand open at one place.
fn open_at(place: &str) -> [Value; 3] {
    let open = json!({ "do": "open_place", "place": place, "open": true });
    [wall(), json!({ "do": "show_on_wall", "showing": { "tool": "ada-houses" } }), open]
}

#[test]
fn a_line_that_comes_back_by_a_step_brings_the_childs_words_onto_the_wall() {
    let mut room = Room::small();
    chair(&mut room, [pull(), json!({ "do": "remove_card", "card": "a" }), wall()]);
    assert!(!heard(&room));
    let (undo, redo) = (|| json!({ "do": "undo" }), || json!({ "do": "redo" }));
    chair(&mut room, [undo()]);
    assert!(heard(&room));
    chair(&mut room, [redo(), undo(), undo()]);
    assert!(room.state.record.cards.get(&id("a")).unwrap().removed, "one step each, whatever was noted beside it");
    assert_eq!(room.refuses(&Actor::Chair, undo()), Rejection::NothingToUndo);
}

#[test]
fn what_a_child_does_again_by_a_step_of_the_chair_is_noted_too() {
    let mut room = Room::small();
    let (undo, redo) = (json!({ "do": "undo" }), json!({ "do": "redo" }));
    chair(&mut room, [pull(), undo, wall()]);
    assert!(!heard(&room));
    chair(&mut room, [redo]);
    assert!(heard(&room));
}

#[test]
fn what_a_child_tells_into_an_open_place_is_on_the_wall_at_once() {
    let mut room = Room::small();
    chair(&mut room, open_at("dreams"));
    assert!(!heard(&room), "nothing is there yet");
    let entry = json!({ "id": "A9", "place": "dreams", "words": "a red bike", "may_know": { "who": "everyone" } });
    room.does(&tablet("ada"), json!({ "do": "give_entry", "tool": "ada-houses", "entry": entry }));
    assert!(heard(&room));
}

#[test]
fn what_a_child_took_back_and_gives_again_is_on_the_wall_again() {
    let mut room = Room::small();
    let back = |back: bool| json!({ "do": "take_back_entry", "entry": "A1", "back": back });
    room.does(&tablet("ada"), back(true));
    chair(&mut room, open_at("worries"));
    assert!(!heard(&room));
    room.does(&tablet("ada"), back(false));
    assert!(heard(&room));
}

#[test]
fn what_only_somebody_may_not_know_is_on_the_wall_once_the_record_says_that_they_did_not_come() {
    let mut room = Room::small();
    chair(&mut room, open_at("good_things"));
    assert!(!heard(&room), "Dad may not know it and is in the room");
    let mut dad = serde_json::to_value(room.state.record.people.get(&id("dad")).unwrap()).unwrap();
    dad["attendance"] = json!("apologies");
    room.keeps(&Actor::Chair, &Keeping::Person(from_json(dad)));
    assert!(heard(&room));
}
