//! The curtain, the parts of a split conference, hidden numbers and the quorum, as the room has them.
//!
//! Deliberately not here: what a paused device does in a browser (that is `end2end/curtain.spec.ts`).

use board::audience::Audience;
use board::decide::Actor;
use board::earlier::Earlier;
use board::event::Event;
use board::left_out::{Part, Rule, left_out};
use board::matter::RestrictedPart;
use board::quorum::{Quorum, QuorumRule};
use board::rejection::Rejection;
use board::sharing::MayKnow;
use board::state::State;
use board::view::minutes::MinutesView;
use board::view::{View, is_paused, project};
use serde_json::{Value, json};

use crate::common::{Room, from_json, id, small};

/// Everybody with a device of their own, and the wall.
const DEVICES: [&str; 9] = ["wall", "kit", "lou", "sam", "teacher", "nurse", "mum", "dad", "advocate"];

fn audience(who: &str) -> Audience {
    if who == "wall" { Audience::Wall } else { Audience::Person(id(who)) }
}

fn paused(room: &Room) -> Vec<&'static str> {
    DEVICES.into_iter().filter(|who| is_paused(&room.state, &audience(who))).collect()
}

fn draw(paused: Option<&[&str]>) -> Value {
    json!({ "do": "draw_curtain", "paused": paused })
}

fn open(shared: &[&str]) -> Value {
    json!({ "do": "open_curtain", "part": "R1", "shared": shared })
}

fn line(card: &str, words: &str, may_know: &Value) -> Value {
    json!({ "do": "add_card", "card": {
        "id": card, "section": "heavy", "words": words, "line": "chair", "source": { "person": "kit" }, "may_know": may_know,
    } })
}

fn everyone() -> Value {
    json!({ "who": "everyone" })
}

fn text(state: &State, who: &str) -> String {
    serde_json::to_string(&project(state, &audience(who))).unwrap()
}

fn words_of(room: &Room, who: &str) -> Vec<String> {
    project(&room.state, &audience(who)).cards.values().map(|card| card.words.clone()).collect()
}

/// A conference with two parts: Mum with her advocate, and Dad.
fn split() -> Room {
    let mut record = serde_json::to_value(small()).unwrap();
    record["matters"] = json!([
        { "matter": "sitting", "id": "A", "name": "Part needle-A", "people": ["kit", "lou", "sam", "teacher", "mum", "advocate"] },
        { "matter": "sitting", "id": "B", "name": "Part needle-B", "people": ["kit", "lou", "sam", "dad"] },
    ]);
    Room::of(&from_json(record))
}

fn begin(sitting: Option<&str>) -> Value {
    json!({ "do": "begin_sitting", "sitting": sitting })
}

#[test]
fn one_key_pauses_the_family_and_whoever_came_with_them() {
    let mut room = Room::small();
    assert!(paused(&room).is_empty());
    room.does(&Actor::Chair, draw(None));
    assert_eq!(paused(&room), ["wall", "mum", "dad", "advocate"]);
    assert!(is_paused(&room.state, &Audience::SideRoom(id("ada"))), "a child in the side room waits");
    assert!(!is_paused(&room.state, &Audience::Tablet(id("ada"))), "a tablet holds only what the child said");
}

#[test]
fn drawn_again_the_curtain_pauses_others_and_stays_the_same_part() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(None));
    room.does(&Actor::Chair, line("X", "Something to be kept", &everyone()));
    room.does(&Actor::Chair, draw(Some(&["teacher"])));
    assert_eq!(paused(&room), ["wall", "teacher"]);
    let again = room.does(&Actor::Chair, draw(Some(&["teacher"])));
    assert!(again.is_empty(), "drawn twice is drawn once");
    assert!(
        !words_of(&room, "mum").contains(&"Something to be kept".to_owned()),
        "who is back is not told by being back"
    );
    room.does(&Actor::Chair, open(&[]));
    let part = room.state.record.all::<RestrictedPart>().next().unwrap().clone();
    let out: Vec<&str> = part.out.iter().map(board::id::PersonId::as_str).collect();
    assert_eq!(out, ["mum", "dad", "advocate", "teacher"], "the record has everybody who was out at some time");
}

#[test]
fn only_the_chair_draws_and_opens_and_only_for_people_of_the_conference() {
    let mut room = Room::small();
    let ghost = Rejection::Unknown { what: "ghost".to_owned() };
    assert_eq!(room.refuses(&Actor::Chair, draw(Some(&["ghost"]))), ghost);
    for actor in [Actor::Clerk, Actor::Person(id("mum")), Actor::Wall] {
        assert_eq!(room.refuses(&actor, draw(None)), Rejection::NotYours);
        assert_eq!(room.refuses(&actor, open(&[])), Rejection::NotYours);
        assert_eq!(room.refuses(&actor, begin(None)), Rejection::NotYours);
    }
    assert!(room.does(&Actor::Chair, open(&[])).is_empty(), "what is not drawn need not be opened");
}

#[test]
fn the_wall_and_each_paused_person_have_the_same_nothing() {
    let mut room = Room::small();
    let before: Vec<View> = DEVICES.iter().map(|who| project(&room.state, &audience(who))).collect();
    room.does(&Actor::Chair, draw(None));
    let nothing = project(&room.state, &audience("mum"));
    for who in ["dad", "advocate", "wall"] {
        assert_eq!(project(&room.state, &audience(who)), nothing, "{who}");
    }
    let said = text(&room.state, "mum");
    for of_the_conference in ["Ada", "Ben", "Small", "Initial", "broken", "heavy", "talk", "September"] {
        assert!(!said.contains(of_the_conference), "{of_the_conference} in {said}");
    }
    room.does(&Actor::Chair, open(&[]));
    let after: Vec<View> = DEVICES.iter().map(|who| project(&room.state, &audience(who))).collect();
    assert_eq!(after, before, "opened without a word, everything is as it was");
}

#[test]
fn a_line_put_down_behind_is_kept_from_those_who_are_paused_whatever_was_chosen() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(Some(&["mum"])));
    let chosen = [
        ("everyone", everyone()),
        ("all but Dad", json!({ "who": "everyone_except", "people": ["dad"] })),
        ("only Mum", json!({ "who": "only", "people": ["mum", "dad"], "professionals": true })),
        ("professionals", json!({ "who": "professionals" })),
    ];
    for (at, (_, may_know)) in chosen.iter().enumerate() {
        room.does(&Actor::Clerk, line(&format!("X{at}"), &format!("behind {at}"), may_know));
    }
    room.does(&Actor::Chair, open(&[]));
    for (at, (choice, _)) in chosen.iter().enumerate() {
        let words = format!("behind {at}");
        assert!(!words_of(&room, "mum").contains(&words), "{choice}");
        assert!(!words_of(&room, "wall").contains(&words), "{choice}: the wall, while Mum is in the room");
        assert!(words_of(&room, "teacher").contains(&words), "{choice}: those who stayed have it");
    }
}

#[test]
fn a_line_of_before_that_gets_other_words_behind_is_kept_too() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(Some(&["mum"])));
    room.does(
        &Actor::Chair,
        json!({ "do": "reword_card", "card": "C2", "was": "Money is tight", "words": "Other words" }),
    );
    room.does(&Actor::Chair, line("X", "Put down behind", &everyone()));
    let describe = json!({ "do": "describe_card", "card": "X", "line": "chair", "source": { "person": "kit" },
        "children": [], "may_know": everyone() });
    room.does(&Actor::Clerk, describe);
    room.does(&Actor::Chair, open(&["C2"]));
    assert!(words_of(&room, "mum").contains(&"Other words".to_owned()), "shared when it opened");
    assert!(!words_of(&room, "mum").contains(&"Put down behind".to_owned()), "describing it anew lets nobody in");
}

#[test]
fn opening_shares_line_by_line_and_leaves_a_restricted_part_on_the_record() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "draw_curtain", "why": "The police have something to say" }));
    room.does(&Actor::Chair, line("X", "To be shared", &everyone()));
    room.does(&Actor::Chair, line("Y", "To be kept", &everyone()));
    room.does(&Actor::Chair, line("Z", "Taken off again", &everyone()));
    room.does(&Actor::Chair, json!({ "do": "remove_card", "card": "Z" }));
    assert_eq!(room.refuses(&Actor::Chair, open(&["C4"])), Rejection::NotFound, "only what came behind is asked about");
    room.does(&Actor::Chair, open(&["X", "Z"]));
    for who in ["mum", "dad", "advocate", "wall"] {
        let words = words_of(&room, who);
        assert!(words.contains(&"To be shared".to_owned()) && !words.contains(&"To be kept".to_owned()), "{who}");
        assert!(!words.contains(&"Taken off again".to_owned()), "{who}");
    }
    let parts: Vec<&RestrictedPart> = room.state.record.all::<RestrictedPart>().collect();
    let [part] = parts.as_slice() else { panic!("{parts:?}") };
    assert_eq!(part.why.as_deref(), Some("The police have something to say"));
    assert_eq!((part.lines.len(), part.shared.len()), (3, 2));
    assert!(room.state.curtain.is_none());
}

#[test]
fn what_the_chair_keeps_off_the_screens_is_looked_at_again_before_a_line_is_shared() {
    let mut room = Room::small();
    room.does(
        &Actor::Chair,
        json!({ "do": "guard", "guarded": { "id": "G1", "kind": "address", "words": "Elm House" } }),
    );
    room.does(&Actor::Chair, draw(None));
    let kept = json!({ "who": "chair_only" });
    room.does(
        &Actor::Chair,
        json!({ "do": "anyway", "reason": "Only I have it", "command": line("X", "They live at Elm House", &kept) }),
    );
    assert!(matches!(room.refuses(&Actor::Chair, open(&["X"])), Rejection::LookAgain { .. }));
    room.does(&Actor::Chair, open(&[]));
}

#[test]
fn undo_takes_back_lines_and_never_the_curtain_a_part_or_hidden_numbers() {
    let mut room = split();
    room.does(&Actor::Chair, line("X", "Before", &everyone()));
    room.does(&Actor::Chair, begin(Some("A")));
    room.does(&Actor::Chair, json!({ "do": "hide_numbers", "hidden": true }));
    room.does(&Actor::Chair, draw(None));
    room.does(&Actor::Chair, line("Y", "Behind", &everyone()));
    room.does(&Actor::Chair, open(&["Y"]));
    room.does(&Actor::Chair, draw(None));
    let stands = |room: &Room| (room.state.curtain.clone(), room.state.sitting.clone(), room.state.numbers_hidden);
    let before = stands(&room);
    let parts = room.state.record.all::<RestrictedPart>().count();
    while room.tell(&Actor::Chair, &from_json(json!({ "do": "undo" }))).is_ok() {}
    assert_eq!(stands(&room), before);
    assert_eq!(room.state.record.all::<RestrictedPart>().count(), parts);
    assert!(!words_of(&room, "sam").contains(&"Before".to_owned()), "the line itself was taken back");
}

#[test]
fn somebody_who_does_not_sit_in_the_part_held_now_is_paused() {
    let mut room = split();
    assert!(paused(&room).is_empty());
    room.does(&Actor::Chair, begin(Some("A")));
    assert_eq!(paused(&room), ["nurse", "dad"]);
    room.does(&Actor::Chair, begin(Some("B")));
    assert_eq!(paused(&room), ["teacher", "nurse", "mum", "advocate"]);
    let present: Vec<String> = room.state.present().iter().map(ToString::to_string).collect();
    assert_eq!(present, ["kit", "lou", "sam", "dad"], "the room is the part");
    assert!(room.does(&Actor::Chair, begin(Some("B"))).is_empty());
    assert_eq!(room.refuses(&Actor::Chair, begin(Some("C"))), Rejection::NotFound);
    room.does(&Actor::Chair, begin(None));
    assert!(paused(&room).is_empty());
}

#[test]
fn a_child_in_the_side_room_is_asked_again_when_other_people_sit() {
    let mut room = split();
    room.does(&Actor::Chair, json!({ "do": "give_seat", "seat": "S1", "holder": { "side_room": "ada" } }));
    room.does(&Actor::SideRoom(id("ada")), json!({ "do": "say_here", "here": true }));
    assert_eq!(project(&room.state, &Audience::Wall).stage.here, ["Ada"]);
    room.does(&Actor::Chair, begin(Some("B")));
    assert!(project(&room.state, &Audience::Wall).stage.here.is_empty());
}

#[test]
fn hidden_numbers_are_each_ones_own_and_the_consoles() {
    let mut room = Room::small();
    let rate = |who: &str, by: Value| {
        json!({ "do": "rate", "rating": { "id": format!("R-{who}"), "scale": "carry", "by": by,
        "value": 4, "may_know": everyone() } })
    };
    room.does(&Actor::Chair, json!({ "do": "hide_numbers", "hidden": true }));
    room.does(&Actor::Chair, rate("mum", json!({ "person": "mum" })));
    room.does(&Actor::Chair, rate("ada", json!({ "child": "ada" })));
    let numbers = |room: &Room, audience: Audience| -> Vec<String> {
        project(&room.state, &audience).ratings.keys().map(ToString::to_string).collect()
    };
    assert_eq!(numbers(&room, Audience::Chair), ["R-ada", "R-mum"]);
    assert_eq!(numbers(&room, audience("mum")), ["R-mum"]);
    assert_eq!(numbers(&room, Audience::SideRoom(id("ada"))), ["R-ada"]);
    for who in ["dad", "teacher", "wall"] {
        assert!(numbers(&room, audience(who)).is_empty(), "{who}");
    }
    room.does(&Actor::Chair, json!({ "do": "hide_numbers", "hidden": false }));
    assert_eq!(numbers(&room, audience("dad")), ["R-ada", "R-mum"]);
}

#[test]
fn the_quorum_counts_agencies_that_are_there() {
    let counted = |people: &[(&str, &str)]| {
        let mut record = serde_json::to_value(small()).unwrap();
        for (at, (agency, attendance)) in people.iter().enumerate() {
            let role = if *agency == "childrens_social_care" { "lead_social_worker" } else { "professional" };
            record["people"]
                .as_array_mut()
                .unwrap()
                .push(json!({ "id": format!("p{at}"), "name": format!("Person {at}"),
                "role": role, "agency": agency, "attendance": attendance }));
        }
        let record: board::record::Record = from_json(record);
        Quorum::of(&record, QuorumRule::default())
    };
    let here = counted(&[("childrens_social_care", "remote_video")]);
    assert!(here.is_met(), "a school, a school nurse and social care: {here:?}");
    assert!(!counted(&[]).is_met(), "without children’s social care");
    let report = counted(&[("childrens_social_care", "present"), ("police", "report_only")]);
    assert_eq!(report.others.len(), 2, "a report is not a person in the room");
    let twice = counted(&[("police", "present"), ("police", "remote_phone")]);
    assert_eq!(twice.others.len(), 3, "two people of one service are one");
}

#[test]
fn those_who_came_behind_have_never_been_told_in_an_event() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(Some(&["dad"])));
    let events = room.does(&Actor::Chair, line("X", "Behind", &everyone()));
    let [Event::CardAdded(card)] = events.as_slice() else { panic!("{events:?}") };
    assert_eq!(card.may_know, MayKnow::EveryoneExcept { people: vec![id("dad")] });
}

#[test]
fn a_number_and_a_line_of_the_plan_behind_the_curtain_are_kept_from_those_who_are_paused_too() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(Some(&["dad"])));
    room.does(
        &Actor::Chair,
        json!({ "do": "plan", "action": {
        "id": "P-behind", "what": "needle-plan", "owner": { "person": "sam" }, "due": { "on": "2026-10-01" },
    } }),
    );
    room.does(&Actor::Chair, json!({ "do": "write_contingency", "words": "needle-contingency" }));
    room.does(&Actor::Chair, open(&[]));
    assert!(text(&room.state, "mum").contains("needle-plan"), "she was there");
    for needle in ["needle-plan", "needle-contingency"] {
        assert!(!text(&room.state, "dad").contains(needle), "{needle} was said while he was out");
    }
}

#[test]
fn when_all_of_the_family_is_out_what_is_put_down_is_for_the_professionals_whoever_comes_later() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(None));
    room.does(&Actor::Chair, line("X", "needle-behind", &everyone()));
    room.does(&Actor::Chair, open(&[]));
    let aunt = json!({ "id": "aunt", "name": "Ana Small", "role": "family_network", "attendance": "present" });
    room.does(&Actor::Chair, json!({ "do": "record_person", "person": aunt }));
    assert!(text(&room.state, "teacher").contains("needle-behind"), "those who stayed have it");
    for who in ["aunt", "mum", "wall"] {
        assert!(!text(&room.state, who).contains("needle-behind"), "{who}");
    }
}

#[test]
fn somebody_of_the_family_who_comes_while_the_curtain_is_drawn_waits_outside_with_the_others() {
    let comes = |room: &mut Room, role: &str| {
        let person = json!({ "id": "new", "name": "Ana Small", "role": role, "attendance": "present" });
        room.does(&Actor::Clerk, json!({ "do": "record_person", "person": person }));
        is_paused(&room.state, &audience("new"))
    };
    for role in ["family_network", "supporter"] {
        let mut room = Room::small();
        room.does(&Actor::Chair, draw(Some(&["dad"])));
        room.does(&Actor::Chair, line("X", "needle-behind", &everyone()));
        assert!(comes(&mut room, role), "{role}");
        room.does(&Actor::Chair, draw(Some(&["dad"])));
        assert!(!comes(&mut room, role), "{role}: let in by the chair, and put right since");
        room.does(&Actor::Chair, open(&[]));
        let part = room.state.record.all::<RestrictedPart>().next().unwrap().clone();
        assert!(part.out.contains(&id("new")), "{role}: the record says who was out");
        assert!(!text(&room.state, "new").contains("needle-behind"), "{role}: it was said before they came");
    }
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(None));
    assert!(!comes(&mut room, "professional"), "somebody at work comes in");
}

#[test]
fn a_view_of_a_line_and_the_core_group_put_down_behind_are_kept_from_those_who_are_paused_too() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(Some(&["mum"])));
    let context = board::decide::Context { now: jiff::Timestamp::UNIX_EPOCH };
    for matter in [
        json!({ "matter": "their_view", "id": "V", "card": "C1", "by": { "person": "teacher" }, "words": "Not so" }),
        json!({ "matter": "core_group", "id": "G", "place": "The school" }),
    ] {
        let keeping = board::keeping::Keeping::Record(from_json(matter));
        let events = board::decide::keep(&room.state, &Actor::Clerk.into(), &keeping, context).unwrap().events;
        let [Event::MatterRecorded(kept)] = events.as_slice() else { panic!("{events:?}") };
        let kept = serde_json::to_value(kept).unwrap();
        assert_eq!(kept["may_know"], json!({ "who": "everyone_except", "people": ["mum"] }), "{kept}");
    }
}

#[test]
fn what_grown_ups_say_in_one_part_is_not_for_the_family_of_another() {
    let mut room = split();
    room.does(&Actor::Chair, begin(Some("A")));
    room.does(&Actor::Clerk, line("X", "needle-in-a", &everyone()));
    let number =
        json!({ "id": "R", "scale": "carry", "by": { "person": "teacher" }, "value": 4, "reason": "needle-number" });
    room.does(&Actor::Clerk, json!({ "do": "rate", "rating": number }));
    room.does(&Actor::Chair, json!({ "do": "pull_entry", "entry": "A1", "card": "E1", "section": "heavy" }));
    room.does(&Actor::Chair, begin(Some("B")));
    room.does(&Actor::Clerk, line("Y", "needle-in-b", &everyone()));
    for needle in ["needle-in-a", "needle-number"] {
        assert!(!text(&room.state, "dad").contains(needle), "{needle}");
        assert!(!text(&room.state, "wall").contains(needle), "{needle}: the wall that Dad looks at");
    }
    assert!(text(&room.state, "dad").contains("sandwitch"), "for a child’s words the child has chosen");
    room.does(&Actor::Chair, begin(None));
    for who in ["teacher", "nurse"] {
        assert!(
            text(&room.state, who).contains("needle-in-a") && text(&room.state, who).contains("needle-in-b"),
            "{who}"
        );
    }
    assert!(text(&room.state, "mum").contains("needle-in-a") && !text(&room.state, "mum").contains("needle-in-b"));
    assert!(!text(&room.state, "advocate").contains("needle-in-b"), "whoever came with her neither");
    let describe = json!({ "do": "describe_card", "card": "X", "line": "chair", "source": { "person": "kit" },
        "children": [], "may_know": everyone() });
    room.does(&Actor::Chair, describe);
    assert!(text(&room.state, "dad").contains("needle-in-a"), "unless the chair says so");
}

#[test]
fn shared_with_the_room_a_line_stays_from_those_it_was_kept_from_before_and_from_another_part() {
    let mut room = split();
    let but_dad = json!({ "who": "everyone_except", "people": ["dad"] });
    room.does(&Actor::Chair, line("X", "Before", &but_dad));
    room.does(&Actor::Chair, draw(Some(&["mum"])));
    room.does(&Actor::Chair, json!({ "do": "reword_card", "card": "X", "was": "Before", "words": "needle-reworded" }));
    room.does(&Actor::Chair, open(&["X"]));
    room.does(&Actor::Chair, begin(Some("A")));
    room.does(&Actor::Chair, draw(None));
    room.does(&Actor::Chair, line("Y", "needle-in-a", &everyone()));
    room.does(&Actor::Chair, json!({ "do": "open_curtain", "part": "R2", "shared": ["Y"] }));
    for needle in ["needle-reworded", "needle-in-a"] {
        assert!(text(&room.state, "mum").contains(needle), "{needle}: she is in the room");
    }
    room.does(&Actor::Chair, begin(None));
    for needle in ["needle-reworded", "needle-in-a"] {
        assert!(!text(&room.state, "dad").contains(needle), "{needle}: he was not asked about");
    }
}

/// What is decided, thought and put on the record for Ada, each with words that stand nowhere else.
fn said_of_ada(room: &mut Room) {
    room.does(
        &Actor::Chair,
        json!({ "do": "decide", "decision": { "child": "ada", "outcome": "cp_plan_made", "category": "neglect",
        "reasons": "needle-decision", "for_child": "needle-for-ada" } }),
    );
    room.does(
        &Actor::Clerk,
        json!({ "do": "give_agency_view", "view": { "id": "O-behind", "child": "ada", "by": "teacher", "opinion": "cp_plan",
        "reason": "needle-agency", "dissent": "formal" } }),
    );
    room.does(
        &Actor::Clerk,
        json!({ "do": "answer_entry", "answer": { "entry": "A1", "kind": "noted", "words": "needle-answer" } }),
    );
    for matter in [
        json!({ "matter": "quorum_decision", "id": "M1", "choice": "proceed", "words": "needle-quorum" }),
        json!({ "matter": "threshold", "id": "M2", "child": "ada", "category_changed_because": "needle-threshold" }),
        json!({ "matter": "family_shape", "id": "M3", "words": "needle-family" }),
        json!({ "matter": "grey_end", "id": "M4", "card": "C3", "resolved": "needle-grey" }),
        json!({ "matter": "involvement", "id": "M5", "child": "ada", "analysis": "needle-analysis" }),
        json!({ "matter": "dissent_route", "id": "M6", "view": "O-behind", "about": "plan", "chair_response": "needle-dissent" }),
    ] {
        room.keeps(&Actor::Chair, &board::keeping::Keeping::Record(from_json(matter)));
    }
}

const OF_ADA: [&str; 9] = [
    "needle-decision",
    "needle-agency",
    "needle-answer",
    "needle-quorum",
    "needle-threshold",
    "needle-family",
    "needle-grey",
    "needle-analysis",
    "needle-dissent",
];

/// Everything that somebody has, on their screen and on paper.
fn has(room: &Room, audience: &Audience) -> String {
    format!("{:?} {:?}", project(&room.state, audience), MinutesView::of(&room.state, audience))
}

fn finds<'a>(room: &Room, who: &str, needles: &[&'a str]) -> Vec<&'a str> {
    let has = has(room, &audience(who));
    needles.iter().copied().filter(|needle| has.contains(needle)).collect()
}

#[test]
fn decisions_views_answers_and_matters_said_behind_the_curtain_stay_there_when_it_opens() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "pull_entry", "entry": "A1", "card": "E1", "section": "heavy" }));
    room.does(&Actor::Chair, draw(Some(&["dad", "nurse"])));
    said_of_ada(&mut room);
    room.does(&Actor::Chair, open(&[]));
    for who in ["dad", "nurse", "wall"] {
        assert_eq!(finds(&room, who, &OF_ADA), [""; 0], "{who}");
    }
    for paper in [Audience::Family, Audience::Professionals] {
        assert!(!has(&room, &paper).contains("needle"), "paper for all of them, one of whom was out: {paper:?}");
    }
    assert_eq!(finds(&room, "teacher", &OF_ADA), OF_ADA, "those who stayed have it");
    assert!(finds(&room, "mum", &OF_ADA).contains(&"needle-decision"), "and so does she");
}

#[test]
fn what_is_ticked_when_the_curtain_opens_is_shared_thing_by_thing_and_the_record_says_what() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(Some(&["dad"])));
    said_of_ada(&mut room);
    let things = json!([{ "decision": "ada" }, { "matter": "M1" }]);
    let opening = json!({ "do": "open_curtain", "part": "R1", "shared": [], "things": things });
    let other = json!({ "do": "open_curtain", "part": "R1", "shared": [], "things": [{ "decision": "ben" }] });
    assert_eq!(room.refuses(&Actor::Chair, other), Rejection::NotFound, "only what came behind is asked about");
    room.does(&Actor::Chair, opening);
    assert_eq!(finds(&room, "dad", &OF_ADA), ["needle-decision", "needle-quorum"]);
    let part = room.state.record.all::<RestrictedPart>().next().unwrap().clone();
    assert_eq!((part.things.len(), part.things_shared.len()), (9, 2));
}

#[test]
fn what_stayed_is_shared_later_with_all_who_were_out_and_not_before_the_chair_says_so() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(Some(&["dad"])));
    said_of_ada(&mut room);
    room.does(&Actor::Chair, open(&[]));
    room.does(&Actor::Chair, draw(Some(&["mum"])));
    said_of_ada(&mut room);
    room.does(&Actor::Chair, json!({ "do": "open_curtain", "part": "R2", "shared": [] }));
    let share = json!({ "do": "share_behind", "things": [{ "decision": "ada" }] });
    assert_eq!(room.refuses(&Actor::Clerk, share.clone()), Rejection::NotYours);
    for who in ["dad", "mum", "wall"] {
        assert_eq!(finds(&room, who, &OF_ADA), [""; 0], "{who}");
    }
    let stayed = |room: &Room| project(&room.state, &Audience::Chair).desk.unwrap().meeting.stayed;
    assert_eq!(stayed(&room).len(), OF_ADA.len(), "the chair is asked about each once");
    assert!(project(&room.state, &Audience::Clerk).desk.unwrap().meeting.stayed.is_empty());
    room.does(&Actor::Chair, share);
    for who in ["dad", "mum", "wall"] {
        assert_eq!(finds(&room, who, &OF_ADA)[..1], ["needle-decision"], "{who}");
    }
    assert_eq!(stayed(&room).len(), OF_ADA.len() - 1);
    let never = json!({ "do": "share_behind", "things": [{ "decision": "ben" }] });
    assert_eq!(room.refuses(&Actor::Chair, never), Rejection::NotFound);
}

#[test]
fn what_stayed_is_not_let_out_by_being_put_right_or_replaced_afterwards() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(Some(&["dad"])));
    said_of_ada(&mut room);
    room.does(&Actor::Chair, open(&[]));
    said_of_ada(&mut room);
    let again = json!({ "do": "give_agency_view", "view": { "id": "O-again", "child": "ada", "by": "teacher",
        "opinion": "cp_plan", "reason": "needle-agency" } });
    room.does(&Actor::Clerk, again);
    let threshold =
        json!({ "matter": "threshold", "id": "M9", "child": "ada", "category_changed_because": "needle-threshold" });
    room.keeps(&Actor::Chair, &board::keeping::Keeping::Record(from_json(threshold)));
    assert_eq!(finds(&room, "dad", &OF_ADA), [""; 0]);
    while room.tell(&Actor::Chair, &from_json(json!({ "do": "undo" }))).is_ok() {
        assert_eq!(finds(&room, "dad", &OF_ADA), [""; 0], "nor by taking back");
    }
    while room.tell(&Actor::Chair, &from_json(json!({ "do": "redo" }))).is_ok() {
        assert_eq!(finds(&room, "dad", &OF_ADA), [""; 0], "nor by doing again");
    }
}

#[test]
fn numbers_plan_and_views_put_down_behind_are_asked_about_and_shared_one_by_one() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(Some(&["dad"])));
    for said in [
        json!({ "do": "rate", "rating": { "id": "R", "scale": "carry", "by": { "person": "teacher" }, "value": 4,
            "reason": "needle-number" } }),
        json!({ "do": "plan", "action": { "id": "P", "what": "needle-plan", "owner": { "person": "sam" },
            "due": { "on": "2026-10-01" } } }),
        json!({ "do": "write_contingency", "words": "needle-contingency" }),
        json!({ "do": "give_family_view", "view": { "id": "F", "by": "mum", "words": "needle-family-view" } }),
    ] {
        room.does(&Actor::Chair, said);
    }
    let their_view = json!({ "matter": "their_view", "id": "V", "card": "C1", "by": { "person": "teacher" },
        "words": "needle-their-view" });
    room.keeps(&Actor::Clerk, &board::keeping::Keeping::Record(from_json(their_view)));
    let asked = project(&room.state, &Audience::Chair).desk.unwrap().meeting.behind;
    let asked: Vec<(String, &str)> = asked.iter().map(|line| (line.thing.name(), line.words.as_str())).collect();
    let names = ["rating:R", "action:P", "contingency:", "family-view:F", "matter:V"].map(str::to_owned);
    let words = ["4 · needle-number", "needle-plan", "needle-contingency", "needle-family-view", "needle-their-view"];
    let stands: Vec<(String, &str)> = names.into_iter().zip(words).collect();
    assert_eq!(asked, stands);
    let things = json!([{ "rating": "R" }, { "action": "P" }, "contingency", { "family_view": "F" }]);
    room.does(&Actor::Chair, json!({ "do": "open_curtain", "part": "R1", "shared": [], "things": things }));
    let all = ["needle-number", "needle-plan", "needle-contingency", "needle-family-view", "needle-their-view"];
    assert_eq!(finds(&room, "dad", &all), all[..4]);
    room.does(&Actor::Chair, json!({ "do": "share_behind", "things": [{ "matter": "V" }] }));
    assert_eq!(finds(&room, "dad", &all), all);
}

#[test]
fn somebody_who_comes_later_and_a_letter_that_lies_about_have_nothing_of_it_either() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(Some(&["dad"])));
    said_of_ada(&mut room);
    let aunt = json!({ "id": "aunt", "name": "Ana Small", "role": "family_network", "attendance": "present" });
    room.does(&Actor::Clerk, json!({ "do": "record_person", "person": aunt }));
    room.does(&Actor::Chair, open(&[]));
    assert_eq!(finds(&room, "aunt", &OF_ADA), [""; 0], "it was said before she came");
    let letter = format!("{:?}", board::view::letter::LetterView::of(&room.state, &id("ada")));
    assert!(!letter.contains("needle"), "Dad could find it: {letter}");
    let next = Earlier::of(&room.state.record);
    assert!(next.decisions.is_empty(), "nor does the next conference take it with it");
}

#[test]
fn what_must_not_be_shown_is_looked_for_in_everything_that_is_shared_from_behind() {
    let mut room = Room::small();
    let elm = json!({ "id": "G1", "kind": "address", "words": "Elm House" });
    room.does(&Actor::Chair, json!({ "do": "guard", "guarded": elm }));
    room.does(&Actor::Chair, draw(Some(&["dad"])));
    let kept = json!({ "id": "R", "scale": "carry", "by": { "person": "teacher" }, "value": 4,
        "reason": "They sleep at Elm House", "may_know": { "who": "professionals" } });
    room.does(&Actor::Chair, json!({ "do": "rate", "rating": kept }));
    let things = json!([{ "rating": "R" }]);
    let opening = json!({ "do": "open_curtain", "part": "R1", "shared": [], "things": things });
    assert!(matches!(room.refuses(&Actor::Chair, opening), Rejection::LookAgain { .. }));
    room.does(&Actor::Chair, open(&[]));
    let later = json!({ "do": "share_behind", "things": things });
    assert!(matches!(room.refuses(&Actor::Chair, later), Rejection::LookAgain { .. }));
}

#[test]
fn the_file_says_what_a_copy_leaves_out_because_its_reader_was_out() {
    let mut room = Room::small();
    room.does(&Actor::Chair, draw(Some(&["dad"])));
    said_of_ada(&mut room);
    room.does(&Actor::Chair, open(&[]));
    let missing = left_out(&room.state, &audience("dad"));
    let of = |part: Part| missing.iter().filter(|out| out.part == part).map(|out| out.rule).collect::<Vec<_>>();
    for part in [Part::Decision, Part::AgencyView] {
        assert_eq!(of(part), [Rule::ExcludedPart], "{part:?}");
    }
}

#[test]
fn a_console_knows_that_the_wall_is_neutral_while_the_curtain_is_drawn() {
    let mut room = Room::small();
    let drawn = |room: &Room, audience: &Audience| project(&room.state, audience).stage.drawn;
    assert!(!drawn(&room, &Audience::Chair));
    room.does(&Actor::Chair, draw(Some(&["dad"])));
    assert!(drawn(&room, &Audience::Chair) && drawn(&room, &Audience::Clerk));
    assert!(!drawn(&room, &audience("teacher")), "whoever is still in has the board on their device");
}
