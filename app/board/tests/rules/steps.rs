//! Taking back and doing again: one's own last thing, step by step, and never somebody else's.
//!
//! Deliberately not here: deleting. What was taken back stays in the log.

use board::audience::{Audience, Onlooker};
use board::decide::{Actor, Who};
use board::rejection::Rejection;
use board::view::project_to;
use serde_json::{Value, json};

use crate::common::{CHAIRS, Room, id, tablet, two_chairs};

fn undo() -> Value {
    json!({ "do": "undo" })
}

fn redo() -> Value {
    json!({ "do": "redo" })
}

fn reword(was: &str, words: &str) -> Value {
    json!({ "do": "reword_card", "card": "C2", "was": was, "words": words })
}

fn add(card: &str) -> Value {
    json!({ "do": "add_card", "card": { "id": card, "section": "heavy", "words": card, "line": "chair", "source": { "person": "kit" } } })
}

#[test]
fn the_last_things_are_taken_back_one_by_one_and_done_again_in_order() {
    let mut room = Room::small();
    room.does(&Actor::Chair, reword("Money is tight", "one"));
    room.does(&Actor::Chair, reword("one", "two"));
    let before = room.state.record.clone();
    room.does(&Actor::Chair, undo());
    assert_eq!(room.words("C2"), "one");
    room.does(&Actor::Chair, undo());
    assert_eq!(room.words("C2"), "Money is tight");
    assert_eq!(room.refuses(&Actor::Chair, undo()), Rejection::NothingToUndo);
    room.does(&Actor::Chair, redo());
    room.does(&Actor::Chair, redo());
    assert_eq!(room.state.record, before);
    assert_eq!(room.refuses(&Actor::Chair, redo()), Rejection::NothingToUndo);
}

#[test]
fn every_thing_that_is_written_can_be_taken_back_whole() {
    let commands = [
        add("new"),
        reword("Money is tight", "other"),
        json!({ "do": "describe_card", "card": "C2", "line": "opinion", "source": { "person": "sam" }, "children": ["ben"], "may_know": { "who": "professionals" } }),
        json!({ "do": "move_card", "card": "C2", "section": "light", "before": null }),
        json!({ "do": "group_card", "card": "C2", "with": "C1" }),
        json!({ "do": "answer_entry", "answer": { "entry": "A1", "kind": "noted", "words": "Heard" } }),
        json!({ "do": "rate", "rating": { "id": "R1", "scale": "carry", "by": { "person": "mum" }, "value": 4 } }),
        json!({ "do": "plan", "action": { "id": "P1", "what": "Ring", "owner": { "named": "Gran" }, "due": { "said": "soon" } } }),
        json!({ "do": "write_contingency", "words": "We meet" }),
        json!({ "do": "decide", "decision": { "child": "ada", "outcome": "cp_plan_made", "category": "neglect", "reasons": "So" } }),
        json!({ "do": "give_agency_view", "view": { "id": "V1", "child": "ada", "by": "nurse", "opinion": "no_view" } }),
        json!({ "do": "give_family_view", "view": { "id": "F1", "by": "mum", "words": "I agree" } }),
    ];
    for command in commands {
        let mut room = Room::small();
        let before = room.state.record.clone();
        room.does(&Actor::Chair, command.clone());
        let after = room.state.record.clone();
        assert_ne!(before, after, "{command}");
        room.does(&Actor::Chair, undo());
        if command["do"] == "add_card" {
            assert!(room.state.record.cards.get(&id("new")).unwrap().removed, "it stays in the record, off the board");
        } else {
            assert_eq!(room.state.record, before, "{command}");
        }
        room.does(&Actor::Chair, redo());
        assert_eq!(room.state.record, after, "{command}");
    }
}

#[test]
fn nobody_takes_back_what_somebody_else_did() {
    let mut room = Room::small();
    room.does(&Actor::Clerk, add("clerks"));
    assert_eq!(room.refuses(&Actor::Chair, undo()), Rejection::NothingToUndo);
    room.does(&Actor::Chair, add("chairs"));
    room.does(&Actor::Clerk, undo());
    let on_board = |card: &str| !room.state.record.cards.get(&id(card)).unwrap().removed;
    assert!(on_board("chairs") && !on_board("clerks"));
}

#[test]
fn two_chairs_each_take_back_their_own() {
    let mut room = Room::small();
    let [siân, joan] = two_chairs();
    room.does(&siân, add("sians"));
    room.does(&joan, add("joans"));
    room.does(&siân, undo());
    assert!(!is_on(&room, "sians") && is_on(&room, "joans"), "though the other's line is newer");
    assert_eq!(room.refuses(&siân, undo()), Rejection::NothingToUndo);
    assert_eq!(
        room.refuses(&joan, redo()),
        Rejection::NothingToUndo,
        "what one took back is not for the other to do again"
    );
    room.does(&joan, add("joans-second"));
    room.does(&siân, redo());
    assert!(is_on(&room, "sians"), "what the other does meanwhile ends nobody's way forth");
}

#[test]
fn one_chair_on_two_devices_is_one() {
    let mut room = Room::small();
    let [at_the_console, _] = two_chairs();
    let at_the_pages = at_the_console.clone();
    room.does(&at_the_console, add("one"));
    room.does(&at_the_pages, undo());
    room.does(&at_the_console, redo());
    assert!(is_on(&room, "one"));
}

#[test]
fn a_chair_and_a_minute_taker_of_one_account_are_two() {
    let mut room = Room::small();
    let [chair, _] = two_chairs();
    let clerk = Who { actor: Actor::Clerk, ..chair.clone() };
    room.does(&clerk, add("clerks"));
    assert_eq!(room.refuses(&chair, undo()), Rejection::NothingToUndo, "a role that was changed is another standing");
}

#[test]
fn each_console_says_what_its_own_chair_can_take_back() {
    let mut room = Room::small();
    let [siân, joan] = two_chairs();
    let at_hand = |room: &Room, who: &Who| {
        let onlooker = Onlooker { audience: Audience::Chair, account: who.account.clone() };
        project_to(&room.state, &onlooker).desk.map(|desk| (desk.can_undo, desk.can_redo)).unwrap()
    };
    room.does(&siân, add("sians"));
    assert_eq!((at_hand(&room, &siân), at_hand(&room, &joan)), ((true, false), (false, false)));
    room.does(&siân, undo());
    assert_eq!((at_hand(&room, &siân), at_hand(&room, &joan)), ((false, true), (false, false)));
}

#[test]
fn the_log_names_a_standing_and_the_account_behind_it_and_nobody() {
    let [account, _] = CHAIRS;
    let signed_in = |actor: Actor| Who::signed_in(actor, id(account)).name();
    assert_eq!(signed_in(Actor::Chair), format!("chair:{account}"));
    assert_eq!(signed_in(Actor::Clerk), format!("clerk:{account}"));
    assert_eq!(signed_in(Actor::Support), format!("support:{account}"));
    assert_eq!(signed_in(Actor::SocialWorker(id("sam"))), format!("social-worker:sam:{account}"));
    assert_eq!(Who::from(Actor::Person(id("mum"))).name(), "person:mum", "nobody signs in at a seat");
    assert_eq!(Who::from(Actor::Chair).name(), "chair", "as it was before the log named accounts");
}

#[test]
fn what_was_done_before_the_log_named_accounts_is_any_chairs_to_take_back_after_their_own() {
    let mut room = Room::small();
    let [siân, joan] = two_chairs();
    room.does(&Actor::Chair, add("first"));
    room.does(&Actor::Chair, add("second"));
    room.does(&joan, add("joans"));
    room.does(&siân, undo());
    assert!(!is_on(&room, "second"), "nobody knows who it was, and it must not stand for ever");
    room.does(&joan, undo());
    assert!(!is_on(&room, "joans") && is_on(&room, "first"), "one's own comes first");
    room.does(&joan, undo());
    assert!(!is_on(&room, "first"));
    let clerk = Who { actor: Actor::Clerk, ..siân.clone() };
    assert_eq!(room.refuses(&clerk, undo()), Rejection::NothingToUndo, "another standing has no part in it");
    room.does(&siân, redo());
    assert!(is_on(&room, "second") && !is_on(&room, "first"), "from then on it is a step of whoever took it back");
    assert_eq!(room.refuses(&siân, redo()), Rejection::NothingToUndo);
    room.does(&siân, undo());
    assert!(!is_on(&room, "second"));
}

#[test]
fn what_was_taken_back_before_the_log_named_accounts_is_done_again_until_something_new_is() {
    let mut room = Room::small();
    let [siân, joan] = two_chairs();
    room.does(&Actor::Chair, add("one"));
    room.does(&Actor::Chair, add("two"));
    room.does(&Actor::Chair, undo());
    room.does(&Actor::Chair, undo());
    room.does(&siân, redo());
    assert!(is_on(&room, "one") && !is_on(&room, "two"));
    room.does(&joan, add("joans"));
    assert_eq!(room.refuses(&siân, redo()), Rejection::NothingToUndo);
}

fn is_on(room: &Room, card: &str) -> bool {
    room.state.record.cards.get(&id(card)).is_some_and(|card| !card.removed)
}

#[test]
fn what_somebody_else_has_changed_since_is_passed_over_and_their_words_stay() {
    let mut room = Room::small();
    room.does(&Actor::Chair, add("earlier"));
    room.does(&Actor::Chair, reword("Money is tight", "the chair's"));
    room.does(&Actor::Clerk, reword("the chair's", "the clerk's"));
    room.does(&Actor::Chair, undo());
    assert_eq!(room.words("C2"), "the clerk's", "undo never takes another's words away");
    assert!(room.state.record.cards.get(&id("earlier")).unwrap().removed, "the step before it is taken back");
    assert_eq!(room.refuses(&Actor::Chair, undo()), Rejection::NothingToUndo);
}

#[test]
fn what_was_taken_back_is_not_done_again_over_somebody_elses_words() {
    let mut room = Room::small();
    room.does(&Actor::Chair, reword("Money is tight", "the chair's"));
    room.does(&Actor::Chair, undo());
    room.does(&Actor::Clerk, reword("Money is tight", "the clerk's"));
    assert_eq!(room.refuses(&Actor::Chair, redo()), Rejection::NothingToUndo);
    assert_eq!(room.words("C2"), "the clerk's");
}

#[test]
fn a_clerks_undo_finds_what_the_clerk_did_though_the_chair_has_done_other_things_since() {
    let mut room = Room::small();
    room.does(&Actor::Clerk, reword("Money is tight", "the clerk's"));
    room.does(&Actor::Chair, add("other"));
    room.does(&Actor::Clerk, undo());
    assert_eq!(room.words("C2"), "Money is tight");
}

#[test]
fn something_new_ends_what_could_be_done_again() {
    let mut room = Room::small();
    room.does(&Actor::Chair, add("one"));
    room.does(&Actor::Chair, undo());
    room.does(&Actor::Chair, add("two"));
    assert_eq!(room.refuses(&Actor::Chair, redo()), Rejection::NothingToUndo);
}

#[test]
fn a_childs_choice_the_wall_and_the_phases_are_not_for_undo() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "choose_sharing", "entry": "A1", "may_know": { "who": "chair_only" } }));
    room.does(&Actor::Chair, json!({ "do": "blank", "blank": true }));
    room.does(&Actor::Chair, json!({ "do": "enter_phase", "phase": "talk" }));
    assert_eq!(room.refuses(&Actor::Chair, undo()), Rejection::NothingToUndo);
    room.does(&tablet("ada"), json!({ "do": "take_back_entry", "entry": "A1", "back": true }));
    assert_eq!(room.refuses(&tablet("ada"), undo()), Rejection::NotYours);
}
