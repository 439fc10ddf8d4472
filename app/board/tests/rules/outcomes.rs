//! Numbers, the plan, decisions and views: kept as they were said, never summed.
//!
//! Deliberately not here: checks before signing. A chair writes down what was said, a vague day included.

use board::decide::Actor;
use board::outcome::Due;
use board::rejection::Rejection;
use serde_json::{Value, json};

use crate::common::{Room, id};

fn rate(scale: &str, card: Option<&str>, value: u8) -> Value {
    json!({ "do": "rate", "rating": { "id": "R1", "scale": scale, "card": card, "by": { "person": "mum" }, "value": value } })
}

fn decide(outcome: &str, category: Option<&str>) -> Value {
    json!({ "do": "decide", "decision": { "child": "ada", "outcome": outcome, "category": category, "reasons": "She heard it." } })
}

#[test]
fn a_number_is_on_the_scale() {
    let mut room = Room::small();
    assert_eq!(room.refuses(&Actor::Chair, rate("carry", None, 11)), Rejection::OffScale);
    room.does(&Actor::Chair, rate("carry", None, 0));
    room.does(&Actor::Clerk, rate("carry", None, 10));
    assert_eq!(room.state.record.ratings.len(), 1, "the same rating is changed, not added");
}

#[test]
fn a_number_is_about_the_whole_board_or_about_one_statement_of_danger_as_its_scale_says() {
    let mut room = Room::small();
    room.does(&Actor::Chair, rate("afraid", Some("C3"), 4));
    for (scale, card) in [("afraid", None), ("carry", Some("C3")), ("afraid", Some("C1")), ("nonsense", None)] {
        let why = room.refuses(&Actor::Chair, rate(scale, card, 4));
        assert!(matches!(why, Rejection::Unknown { .. }), "{scale} {card:?}: {why:?}");
    }
    assert_eq!(room.refuses(&Actor::Chair, rate("afraid", Some("gone"), 4)), Rejection::NotFound);
}

#[test]
fn two_numbers_of_one_child_are_both_kept() {
    let mut room = Room::small();
    for (rating, value, about) in [("R1", 3, "the old house"), ("R2", 8, "at Gran's")] {
        room.does(&Actor::Chair, json!({ "do": "rate", "rating": { "id": rating, "scale": "carry", "by": { "child": "ada" }, "value": value, "about": about } }));
    }
    let values: Vec<u8> = room.state.record.ratings.iter().map(|rating| rating.value).collect();
    assert_eq!(values, [3, 8]);
}

#[test]
fn a_number_can_be_taken_back_once() {
    let mut room = Room::small();
    room.does(&Actor::Chair, rate("carry", None, 5));
    room.does(&Actor::Chair, json!({ "do": "withdraw_rating", "rating": "R1" }));
    assert_eq!(room.refuses(&Actor::Chair, json!({ "do": "withdraw_rating", "rating": "R1" })), Rejection::NotFound);
}

#[test]
fn a_line_of_the_plan_keeps_a_vague_day_as_it_was_said() {
    let mut room = Room::small();
    let action = json!({ "id": "P1", "what": "Weekly check-in", "owner": { "person": "teacher" }, "due": { "said": "ongoing" } });
    room.does(&Actor::Clerk, json!({ "do": "plan", "action": action }));
    assert_eq!(room.state.record.plan.get(&id("P1")).unwrap().due, Due::Said("ongoing".to_owned()));
}

#[test]
fn a_line_of_the_plan_speaks_only_of_what_is_here() {
    let mut room = Room::small();
    let action = |key: &str, value: Value| {
        let mut action =
            json!({ "id": "P1", "what": "Ring", "owner": { "person": "teacher" }, "due": { "on": "2026-10-01" } });
        action[key] = value;
        json!({ "do": "plan", "action": action })
    };
    let unknown = |what: &str| Rejection::Unknown { what: what.to_owned() };
    assert_eq!(room.refuses(&Actor::Chair, action("what", json!(""))), Rejection::Empty);
    assert_eq!(room.refuses(&Actor::Chair, action("owner", json!({ "person": "ghost" }))), unknown("ghost"));
    assert_eq!(room.refuses(&Actor::Chair, action("children", json!(["zoe"]))), unknown("zoe"));
    assert_eq!(room.refuses(&Actor::Chair, action("answers", json!(["gone"]))), Rejection::NotFound);
    assert_eq!(room.refuses(&Actor::Clerk, action("answers", json!(["C4"]))), Rejection::NotFound, "not for this seat");
}

#[test]
fn a_plan_has_a_category_and_only_a_plan_has_one() {
    let mut room = Room::small();
    assert_eq!(room.refuses(&Actor::Chair, decide("cp_plan_made", None)), Rejection::CategoryMismatch);
    let mismatch = room.refuses(&Actor::Chair, decide("not_required_child_in_need", Some("neglect")));
    assert_eq!(mismatch, Rejection::CategoryMismatch);
    room.does(&Actor::Chair, decide("cp_plan_made", Some("emotional")));
    room.does(&Actor::Chair, decide("cp_plan_ends", None));
    assert_eq!(room.state.record.decisions.len(), 1, "there is one decision for each child");
}

#[test]
fn a_decision_has_reasons() {
    let mut room = Room::small();
    let decision = json!({ "child": "ada", "outcome": "not_required_nfa", "reasons": "\n" });
    assert_eq!(room.refuses(&Actor::Chair, json!({ "do": "decide", "decision": decision })), Rejection::Empty);
}

#[test]
fn each_agency_gives_one_view_for_each_child() {
    let mut room = Room::small();
    let view = |view: &str, by: &str, opinion: &str| json!({ "do": "give_agency_view", "view": { "id": view, "child": "ada", "by": by, "opinion": opinion } });
    room.does(&Actor::Clerk, view("V1", "teacher", "no_view"));
    room.does(&Actor::Clerk, view("V2", "nurse", "cp_plan"));
    room.does(&Actor::Clerk, view("V3", "teacher", "child_in_need"));
    let kept: Vec<&str> = room.state.record.agency_views.iter().map(|view| view.id.as_str()).collect();
    assert_eq!(kept, ["V2", "V3"]);
    room.does(&Actor::Clerk, json!({ "do": "withdraw_agency_view", "view": "V2" }));
    let again = json!({ "do": "withdraw_agency_view", "view": "V2" });
    assert_eq!(room.refuses(&Actor::Clerk, again), Rejection::NotFound);
}

#[test]
fn what_the_family_says_of_the_decision_is_kept_in_their_words() {
    let mut room = Room::small();
    let view = |words: &str| json!({ "do": "give_family_view", "view": { "id": "F1", "by": "dad", "child": "ada", "words": words } });
    room.does(&Actor::Clerk, view("I want it written that I never hurt her."));
    assert_eq!(room.refuses(&Actor::Clerk, view("")), Rejection::Empty);
}

#[test]
fn what_happens_if_the_plan_does_not_work_is_written_or_it_is_not_there() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "write_contingency", "words": "We meet the same day" }));
    assert_eq!(room.state.record.contingency.as_ref().unwrap().words, "We meet the same day");
    room.does(&Actor::Chair, json!({ "do": "write_contingency", "words": "   " }));
    assert_eq!(room.state.record.contingency, None);
}
