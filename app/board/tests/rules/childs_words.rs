//! A child's words: exact for ever, shared as the child says, answered and never changed.
//!
//! Deliberately not here: the lines of adults.

use board::card::LineKind;
use board::decide::Actor;
use board::rejection::Rejection;
use serde_json::{Value, json};

use crate::common::{Room, id, tablet};

fn pull(entry: &str, card: &str) -> Value {
    json!({ "do": "pull_entry", "entry": entry, "card": card })
}

#[test]
fn the_chair_puts_a_childs_words_on_the_board_exactly_where_their_house_feeds() {
    let mut room = Room::small();
    room.does(&Actor::Chair, pull("A1", "pulled"));
    let card = room.state.record.cards.get(&id("pulled")).unwrap();
    assert_eq!(card.words, "the loud nights. like a sandwitch");
    assert_eq!(card.section, id("heavy"));
    assert_eq!(card.line, LineKind::Scribed);
    assert_eq!(card.children, [id("ada")]);
}

#[test]
fn the_chair_can_choose_another_section_for_them() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "pull_entry", "entry": "A1", "card": "pulled", "section": "todo" }));
    assert_eq!(room.state.record.cards.get(&id("pulled")).unwrap().section, id("todo"));
}

#[test]
fn words_from_a_place_that_feeds_nothing_wait_for_the_chair_to_choose() {
    let mut room = Room::small();
    let why = room.refuses(&Actor::Chair, pull("A4", "pulled"));
    assert_eq!(why, Rejection::Unknown { what: "somewhere_else".to_owned() });
}

#[test]
fn words_the_child_has_not_decided_about_cannot_go_on_the_board() {
    let mut room = Room::small();
    assert_eq!(room.refuses(&Actor::Chair, pull("A2", "pulled")), Rejection::NotShared);
    room.does(&tablet("ada"), json!({ "do": "choose_sharing", "entry": "A2", "may_know": { "who": "chair_only" } }));
    room.does(&Actor::Chair, pull("A2", "pulled"));
}

#[test]
fn words_the_child_took_back_cannot_go_on_the_board() {
    let mut room = Room::small();
    room.does(&tablet("ada"), json!({ "do": "take_back_entry", "entry": "A1", "back": true }));
    assert_eq!(room.refuses(&Actor::Chair, pull("A1", "pulled")), Rejection::NotShared);
    room.does(&tablet("ada"), json!({ "do": "take_back_entry", "entry": "A1", "back": false }));
    room.does(&Actor::Chair, pull("A1", "pulled"));
}

#[test]
fn the_same_words_are_on_the_board_once() {
    let mut room = Room::small();
    room.does(&Actor::Chair, pull("A1", "first"));
    assert_eq!(room.does(&Actor::Chair, pull("A1", "first")), [], "asking twice is harmless");
    assert_eq!(room.refuses(&Actor::Chair, pull("A1", "second")), Rejection::AlreadyThere);
}

#[test]
fn words_pulled_anew_after_they_were_taken_off_cannot_be_put_back_beside_themselves() {
    let mut room = Room::small();
    room.does(&Actor::Chair, pull("A1", "first"));
    room.does(&Actor::Clerk, json!({ "do": "remove_card", "card": "first" }));
    room.does(&Actor::Chair, pull("A1", "second"));
    assert_eq!(room.refuses(&Actor::Chair, json!({ "do": "restore_card", "card": "first" })), Rejection::AlreadyThere);
    assert_eq!(room.refuses(&Actor::Clerk, json!({ "do": "undo" })), Rejection::NothingToUndo);
}

#[test]
fn nobody_can_reword_a_childs_words_and_anybody_at_a_console_can_move_them() {
    let mut room = Room::small();
    room.does(&Actor::Chair, pull("A1", "pulled"));
    let was = "the loud nights. like a sandwitch";
    for actor in [Actor::Chair, Actor::Clerk] {
        let command = json!({ "do": "reword_card", "card": "pulled", "was": was, "words": "like a sandwich" });
        assert_eq!(room.refuses(&actor, command), Rejection::ChildsWords);
    }
    room.does(&Actor::Clerk, json!({ "do": "move_card", "card": "pulled", "section": "light", "before": null }));
    assert_eq!(room.words("pulled"), was);
}

#[test]
fn a_childs_line_never_becomes_an_adults_and_an_adults_never_a_childs() {
    let mut room = Room::small();
    room.does(&Actor::Chair, pull("A1", "pulled"));
    let adults = json!({ "do": "describe_card", "card": "pulled", "line": "chair", "source": { "person": "kit" },
        "children": ["ada"], "may_know": { "who": "everyone" } });
    let other_child = json!({ "do": "describe_card", "card": "pulled", "line": "scribed", "source": { "child": "ben" },
        "children": ["ben"], "may_know": { "who": "everyone" } });
    let childs = json!({ "do": "describe_card", "card": "C2", "line": "own_words", "source": { "child": "ada" },
        "children": ["ada"], "may_know": { "who": "everyone" } });
    for command in [adults, other_child, childs] {
        assert_eq!(room.refuses(&Actor::Chair, command), Rejection::ChildsWords);
    }
}

#[test]
fn what_a_child_says_in_the_room_is_written_down_as_the_childs_and_stays() {
    let mut room = Room::small();
    let card = json!({ "id": "said", "section": "light", "words": "I dont like it here", "line": "own_words", "source": { "child": "ada" }, "children": ["ada"] });
    room.does(&Actor::Clerk, json!({ "do": "add_card", "card": card }));
    let reword =
        json!({ "do": "reword_card", "card": "said", "was": "I dont like it here", "words": "I don't like it here" });
    assert_eq!(room.refuses(&Actor::Clerk, reword), Rejection::ChildsWords);
    let not_a_child = json!({ "id": "claimed", "section": "light", "words": "I am fine", "line": "own_words", "source": { "person": "dad" } });
    assert!(matches!(
        room.refuses(&Actor::Chair, json!({ "do": "add_card", "card": not_a_child })),
        Rejection::Unknown { .. }
    ));
}

#[test]
fn a_new_line_cannot_claim_to_come_from_a_childs_tool() {
    let mut room = Room::small();
    let card = json!({ "id": "forged", "section": "light", "words": "not what she said", "line": "own_words",
        "source": { "child": "ada" }, "entry": "A1" });
    assert_eq!(room.refuses(&Actor::Chair, json!({ "do": "add_card", "card": card })), Rejection::ChildsWords);
}

#[test]
fn a_childs_words_are_answered_and_the_answer_can_be_put_right() {
    let mut room = Room::small();
    let answer = |words: &str| json!({ "do": "answer_entry", "answer": { "entry": "A1", "kind": "became_action", "words": words } });
    room.does(&Actor::Chair, answer("New door"));
    room.does(&Actor::Clerk, answer("A new door, on Friday"));
    assert_eq!(room.state.record.answers.get(&id("A1")).unwrap().words, "A new door, on Friday");
    assert_eq!(room.refuses(&Actor::Chair, answer("  ")), Rejection::Empty);
}

#[test]
fn a_seat_that_may_not_know_a_childs_words_cannot_answer_them() {
    let mut room = Room::small();
    let answer = json!({ "do": "answer_entry", "answer": { "entry": "B1", "kind": "noted", "words": "We heard you" } });
    assert_eq!(room.refuses(&Actor::Clerk, answer.clone()), Rejection::NotFound);
    room.does(&Actor::Chair, answer);
}

#[test]
fn what_a_child_gave_is_taken_once_and_never_changes() {
    let mut room = Room::small();
    let give = |words: &str| json!({ "do": "give_entry", "tool": "ada-houses", "entry": { "id": "A9", "place": "dreams", "words": words } });
    room.does(&tablet("ada"), give("  a dog!! 👨‍👩‍👧‍👦\n"));
    assert_eq!(room.does(&tablet("ada"), give("  a dog!! 👨‍👩‍👧‍👦\n")), []);
    assert_eq!(room.refuses(&tablet("ada"), give("A dog!")), Rejection::IdTaken);
    let (_, entry) = room.state.record.entry(&id("A9")).unwrap();
    assert_eq!(entry.words, "  a dog!! 👨‍👩‍👧‍👦\n", "not a space is changed");
}

#[test]
fn a_tablet_reaches_its_own_childs_tools_and_nobody_elses() {
    let mut room = Room::small();
    for command in [
        json!({ "do": "choose_sharing", "entry": "A1", "may_know": { "who": "everyone" } }),
        json!({ "do": "take_back_entry", "entry": "A1", "back": true }),
        json!({ "do": "give_entry", "tool": "ada-houses", "entry": { "id": "X", "place": "dreams", "words": "x" } }),
    ] {
        assert_eq!(room.refuses(&tablet("ben"), command), Rejection::NotFound);
    }
}

#[test]
fn a_choice_can_only_name_people_of_this_conference() {
    let mut room = Room::small();
    let command = json!({ "do": "choose_sharing", "entry": "A1", "may_know": { "who": "only", "people": ["ghost"] } });
    assert_eq!(room.refuses(&tablet("ada"), command), Rejection::Unknown { what: "ghost".to_owned() });
}

#[test]
fn what_surrounds_a_tool_can_be_put_right_without_touching_its_words() {
    let mut room = Room::small();
    let tool = json!({ "id": "ada-houses", "kind": "fairy", "child": "ada", "date": "2026-09-21", "entries": [
        { "id": "A1", "place": "worries", "words": "other words" }
    ] });
    room.does(&Actor::Chair, json!({ "do": "record_tool", "tool": tool }));
    let (tool, entry) = room.state.record.entry(&id("A1")).unwrap();
    assert_eq!(tool.entries.len(), 4);
    assert_eq!(entry.words, "the loud nights. like a sandwitch");
}
