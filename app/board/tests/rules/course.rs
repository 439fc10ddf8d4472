//! The course of the conference, and the wall: phases in any order with a reason, and nothing shown that may not be.
//!
//! Deliberately not here: what is on the wall (that is `visibility.rs`).

use board::decide::Actor;
use board::rejection::Rejection;
use board::seat::Showing;
use serde_json::json;

use crate::common::{Room, from_json, id, small};

#[test]
fn going_past_a_required_phase_needs_a_reason_which_is_kept() {
    let mut room = Room::small();
    let why = room.refuses(&Actor::Chair, json!({ "do": "enter_phase", "phase": "agree" }));
    assert_eq!(why, Rejection::ReasonNeeded { phase: "Talk".to_owned() });
    let blank = json!({ "do": "enter_phase", "phase": "agree", "reason": "  " });
    assert!(matches!(room.refuses(&Actor::Chair, blank), Rejection::ReasonNeeded { .. }), "a blank is no reason");
    room.does(&Actor::Chair, json!({ "do": "enter_phase", "phase": "agree", "reason": "The fire alarm" }));
    let entered = room.state.record.phases.last().unwrap();
    assert_eq!(entered.skipped_because.as_deref(), Some("The fire alarm"));
}

#[test]
fn going_past_a_phase_that_is_not_required_or_has_happened_needs_none() {
    let mut room = Room::small();
    for phase in ["talk", "weigh", "agree", "talk", "agree"] {
        room.does(&Actor::Chair, json!({ "do": "enter_phase", "phase": phase }));
    }
    assert!(room.state.record.phases.iter().all(|entered| entered.skipped_because.is_none()));
}

#[test]
fn a_phase_is_one_of_this_framework() {
    let mut room = Room::small();
    let why = room.refuses(&Actor::Chair, json!({ "do": "enter_phase", "phase": "map" }));
    assert_eq!(why, Rejection::Unknown { what: "map".to_owned() });
}

#[test]
fn the_wall_follows_the_phase_until_the_chair_holds_it() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "enter_phase", "phase": "talk" }));
    assert_eq!(room.state.showing(), Showing::Overview);
    room.does(&Actor::Chair, json!({ "do": "show_on_wall", "showing": { "column": "lift" } }));
    room.does(&Actor::Chair, json!({ "do": "enter_phase", "phase": "weigh" }));
    assert_eq!(room.state.showing(), Showing::Column(id("lift")));
    room.does(&Actor::Chair, json!({ "do": "show_on_wall", "showing": null }));
    assert_eq!(room.state.showing(), Showing::Column(id("load")));
    assert!(matches!(
        room.refuses(&Actor::Chair, json!({ "do": "show_on_wall", "showing": { "column": "cellar" } })),
        Rejection::Unknown { .. }
    ));
}

#[test]
fn a_phase_about_the_plan_or_the_decision_shows_it_and_the_chair_can_hold_the_wall_on_either() {
    let mut record = serde_json::to_value(small()).unwrap();
    let phases = &mut record["framework"]["phases"];
    phases[2]["arrives_at"] = json!("plan");
    phases[2]["shows"] = json!(null);
    phases[3]["arrives_at"] = json!("decisions");
    phases[3]["shows"] = json!(null);
    let mut room = Room::of(&from_json(record));
    for (phase, showing) in [("talk", Showing::Overview), ("weigh", Showing::Plan), ("agree", Showing::Decisions)] {
        room.does(&Actor::Chair, json!({ "do": "enter_phase", "phase": phase }));
        assert_eq!(room.state.showing(), showing);
    }
    room.does(&Actor::Chair, json!({ "do": "turn_page", "page": 2 }));
    room.does(&Actor::Chair, json!({ "do": "show_on_wall", "showing": "plan" }));
    assert_eq!((room.state.showing(), room.state.wall.page), (Showing::Plan, 0));
    room.does(&Actor::Chair, json!({ "do": "show_on_wall", "showing": "decisions" }));
    assert_eq!(room.state.showing(), Showing::Decisions);
}

#[test]
fn a_new_phase_begins_at_the_first_page_and_points_at_nothing() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "turn_page", "page": 3 }));
    room.does(&Actor::Chair, json!({ "do": "point", "card": "C1" }));
    room.does(&Actor::Chair, json!({ "do": "enter_phase", "phase": "talk" }));
    assert_eq!((room.state.wall.page, room.state.wall.pointed.clone()), (0, None));
}

#[test]
fn only_what_is_on_the_wall_can_be_pointed_at() {
    let mut room = Room::small();
    assert_eq!(room.refuses(&Actor::Chair, json!({ "do": "point", "card": "C4" })), Rejection::NotShared);
    room.does(&Actor::Chair, json!({ "do": "pull_entry", "entry": "A3", "card": "not-for-dad" }));
    let point = json!({ "do": "point", "card": "not-for-dad" });
    assert_eq!(room.refuses(&Actor::Chair, point.clone()), Rejection::NotShared, "dad is in the room");
    room.does(&Actor::Chair, json!({ "do": "step_out", "person": "dad", "out": true }));
    room.does(&Actor::Chair, point);
}

#[test]
fn turning_the_wall_to_where_it_is_changes_nothing() {
    let mut room = Room::small();
    assert_eq!(room.does(&Actor::Chair, json!({ "do": "blank", "blank": false })), []);
    assert_eq!(room.does(&Actor::Chair, json!({ "do": "step_out", "person": "dad", "out": false })), []);
}

#[test]
fn whoever_speaks_is_of_the_conference() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "speak", "person": "mum" }));
    let why = room.refuses(&Actor::Chair, json!({ "do": "speak", "person": "nobody" }));
    assert_eq!(why, Rejection::Unknown { what: "nobody".to_owned() });
}

#[test]
fn the_head_can_be_put_right_but_it_stays_the_same_conference_and_a_demonstration_stays_one() {
    let mut room = Room::small();
    let mut header = serde_json::to_value(&room.state.record.conference).unwrap();
    header["place"] = json!("The garden");
    room.does(&Actor::Clerk, json!({ "do": "change_header", "header": header }));
    for (key, value) in [("id", json!("small-2")), ("demo", json!(false))] {
        let mut other = header.clone();
        other[key] = value;
        let why = room.refuses(&Actor::Chair, json!({ "do": "change_header", "header": other }));
        assert_eq!(why, Rejection::NotYours, "{key}");
    }
}

#[test]
fn a_person_has_a_name_and_ties_only_to_children_who_are_here() {
    let mut room = Room::small();
    let nameless = json!({ "id": "gran", "name": " ", "role": "family_network" });
    assert_eq!(room.refuses(&Actor::Chair, json!({ "do": "record_person", "person": nameless })), Rejection::Empty);
    let stranger = json!({ "id": "gran", "name": "Gran", "role": "family_network", "relations": [{ "child": "zoe", "relation": "gran" }] });
    let why = room.refuses(&Actor::Chair, json!({ "do": "record_person", "person": stranger }));
    assert_eq!(why, Rejection::Unknown { what: "zoe".to_owned() });
}
