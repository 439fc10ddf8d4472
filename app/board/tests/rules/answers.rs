//! What is said back to a child: answers, the child's own disagreement, the letter's choices, and the ledger of all of it.
//!
//! Deliberately not here: what a letter holds (that is in `visibility`).

use board::decide::Actor;
use board::event::Event;
use board::id::ChildId;
use board::ledger::rows;
use board::rejection::Rejection;
use serde_json::{Value, json};

use crate::common::{Room, demo, id};

fn answer(change: Value) -> Value {
    let mut answer = json!({ "entry": "A1", "kind": "noted", "words": "We heard you" });
    for (key, value) in change.as_object().unwrap() {
        answer[key] = value.clone();
    }
    json!({ "do": "answer_entry", "answer": answer })
}

fn plan(id: &str, who: &str) -> Value {
    json!({ "do": "plan", "action": { "id": id, "what": "Ring", "owner": { "person": "teacher" },
        "due": { "on": "2026-10-01" }, "may_know": { "who": who } } })
}

#[test]
fn a_child_who_is_told_no_is_told_why() {
    let mut room = Room::small();
    let no = |reason: Option<&str>| answer(json!({ "kind": "not_possible_because", "reason": reason }));
    assert_eq!(room.refuses(&Actor::Chair, no(None)), Rejection::WhyNot);
    assert_eq!(room.refuses(&Actor::Chair, no(Some("  "))), Rejection::WhyNot);
    room.does(&Actor::Chair, no(Some("The flat does not take dogs.")));
}

#[test]
fn an_answer_names_lines_of_the_plan_that_are_there_for_whoever_answers() {
    let mut room = Room::small();
    let became = |line: &str| answer(json!({ "kind": "became_action", "actions": [line] }));
    assert_eq!(room.refuses(&Actor::Chair, became("P1")), Rejection::NotFound);
    room.does(&Actor::Chair, plan("P1", "everyone"));
    room.does(&Actor::Clerk, became("P1"));
    room.does(&Actor::Chair, plan("P2", "chair_only"));
    assert_eq!(room.refuses(&Actor::Clerk, became("P2")), Rejection::NotFound);
    room.does(&Actor::Chair, became("P2"));
}

#[test]
fn an_answer_keeps_who_tells_the_child_when_and_what_the_child_said() {
    let mut room = Room::small();
    room.does(
        &Actor::Clerk,
        answer(json!({ "told_by": "Sam, with pictures", "tell_by": "2026-09-28", "told_on": "2026-09-27", "reaction": "ok 👍" })),
    );
    let kept = room.state.record.answers.get(&id("A1")).unwrap();
    assert_eq!(kept.told_on.unwrap().to_string(), "2026-09-27");
    assert_eq!(kept.reaction.as_deref(), Some("ok 👍"));
    let ada: ChildId = id("ada");
    let told: Vec<bool> = rows(&room.state.record, &ada).map(|row| row.is_told()).collect();
    assert_eq!(told, [true, false, false, false]);
}

#[test]
fn what_a_child_has_against_the_decision_is_the_childs_own_words_and_one_for_each_child() {
    let mut room = Room::small();
    let name = |child: &str, entry: Option<&str>| json!({ "do": "name_disagreement", "child": child, "entry": entry });
    assert_eq!(room.refuses(&Actor::Chair, name("ada", Some("B1"))), Rejection::NotFound, "a brother's words");
    assert_eq!(room.refuses(&Actor::Chair, name("ada", Some("A2"))), Rejection::NotFound, "not decided: for nobody");
    assert_eq!(room.does(&Actor::Chair, name("ada", None)), [], "there was none");
    room.does(&Actor::Chair, name("ada", Some("A1")));
    assert_eq!(room.does(&Actor::Chair, name("ada", Some("A1"))), [], "asking twice is harmless");
    room.does(&Actor::Clerk, name("ada", Some("A4")));
    assert_eq!(room.state.record.disagreements.len(), 1);
    room.does(&Actor::Chair, name("ben", Some("B1")));
    assert_eq!(
        room.refuses(&Actor::Clerk, name("ben", None)),
        Rejection::NotFound,
        "the clerk may not know these words"
    );
    room.does(&Actor::Clerk, json!({ "do": "undo" }));
    assert_eq!(room.state.record.disagreements.get(&id("ada")).unwrap().entry, id("A1"));
    room.does(&Actor::Chair, name("ben", None));
    assert!(!room.state.record.disagreements.has(&id("ben")));
}

#[test]
fn every_word_of_a_child_has_a_row_answered_or_not() {
    let record = demo("1-initial");
    let tomek: ChildId = id("tomek");
    let all: Vec<(&str, bool, bool)> =
        rows(&record, &tomek).map(|row| (row.entry.id.as_str(), row.answer.is_some(), row.disagrees)).collect();
    assert_eq!(all.len(), 11);
    assert!(all.contains(&("T11", false, true)), "what he has against the decision waits for its answer: {all:?}");
    assert!(all.contains(&("T1", true, false)) && all.contains(&("T4", false, false)));
    let mut room = Room::small();
    room.does(&crate::common::tablet("ada"), json!({ "do": "take_back_entry", "entry": "A1", "back": true }));
    let ada: ChildId = id("ada");
    assert_eq!(rows(&room.state.record, &ada).count(), 3, "what was taken back has none");
}

#[test]
fn the_chair_chooses_how_a_letter_is_made_and_only_among_the_childs_own_words() {
    let mut room = Room::small();
    let letter = |choices: Value| json!({ "do": "prepare_letter", "letter": choices });
    let chosen =
        json!({ "child": "ada", "band": "12_and_over", "print": "large", "left_out": ["A4"], "keep": "At school" });
    assert_eq!(room.refuses(&Actor::Clerk, letter(chosen.clone())), Rejection::NotYours);
    let [Event::LetterPrepared(kept)] = &room.does(&Actor::Chair, letter(chosen.clone()))[..] else {
        panic!("the choices are kept");
    };
    assert_eq!(kept.keep.as_deref(), Some("At school"));
    assert_eq!(room.does(&Actor::Chair, letter(chosen)), [], "asking twice is harmless");
    for choices in [json!({ "child": "ada", "left_out": ["B1"] }), json!({ "child": "ada", "asked_for": ["B1"] })] {
        assert_eq!(room.refuses(&Actor::Chair, letter(choices)), Rejection::NotFound);
    }
    assert_eq!(
        room.refuses(&Actor::Chair, letter(json!({ "child": "zoe" }))),
        Rejection::Unknown { what: "zoe".to_owned() }
    );
}
