//! The check before words go to more people, the do-not-show list, and copies that have gone out.
//!
//! Deliberately not here: what an audience sees (that is `visibility.rs`).

use board::audience::Audience;
use board::command::Command;
use board::decide::{Actor, Context, keep};
use board::event::Event;
use board::guard::{Trace, Warning, traces};
use board::keeping::Keeping;
use board::rejection::Rejection;
use board::sharing::MayKnow;
use board::view::project;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::common::{Room, from_json, id, tablet};

fn card(id: &str, words: &str, may_know: &str) -> Value {
    json!({ "do": "add_card", "card": { "id": id, "section": "heavy", "words": words, "line": "chair",
        "source": { "person": "kit" }, "may_know": { "who": may_know } } })
}

/// What is found in words for the whole room.
fn found(room: &mut Room, words: &str) -> Vec<Warning> {
    match room.refuses(&Actor::Chair, card("X", words, "everyone")) {
        Rejection::LookAgain { warnings } => warnings,
        other => panic!("{other}"),
    }
}

#[test]
fn words_that_repeat_what_a_child_shared_with_fewer_people_are_looked_at_again() {
    let mut room = Room::small();
    let warnings = found(&mut room, "She told us “ITS A SECRET, but” and stopped");
    assert_eq!(warnings, [Warning::ChildsWords { found: "ITS A SECRET but".to_owned() }]);
    let warnings = found(&mut room, "Babcia sings 💛 to her");
    assert_eq!(warnings, [Warning::ChildsWords { found: "Babcia sings".to_owned() }], "a short entry counts whole");
    room.does(&Actor::Chair, card("Y", "The loud nights. Like a sandwitch", "everyone"));
    room.does(&Actor::Chair, card("Z", "It is no secret that money is tight", "everyone"));
}

#[test]
fn words_for_those_who_know_them_anyway_pass() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "choose_sharing", "entry": "A2", "may_know": { "who": "professionals" } }));
    room.does(&Actor::Chair, card("X", "She said its a secret but no more", "professionals"));
    room.refuses(&Actor::Chair, card("Y", "She said its a secret but no more", "everyone"));
}

#[test]
fn what_stands_on_the_do_not_show_list_is_found_however_it_is_written() {
    let mut room = Room::small();
    room.does(
        &Actor::Clerk,
        json!({ "do": "guard", "guarded": { "id": "g", "kind": "place", "words": "Willowbank House" } }),
    );
    for words in ["They are at willowbank house now", "WILLOWBANK-HOUSE", "“Willowbank  House”"] {
        assert_eq!(found(&mut room, words), [Warning::Guarded { found: "Willowbank House".to_owned() }]);
    }
    room.does(&Actor::Chair, card("X", "They are at Willowbank House", "professionals"));
    room.does(&Actor::Chair, json!({ "do": "unguard", "guard": "g" }));
    room.does(&Actor::Chair, card("Y", "They are at Willowbank House", "everyone"));
}

#[test]
fn postcodes_numbers_and_addresses_of_mail_are_found_by_their_shape() {
    let text = "FM9 2QQ, sw1a1aa or (07700) 900-123; NHS 943 476 5919, +44 7700 900123, mum@example.org";
    let kinds: Vec<Trace> = traces(text).into_iter().map(|(_, trace)| trace).collect();
    let count = |kind| kinds.iter().filter(|found| **found == kind).count();
    assert_eq!((count(Trace::Postcode), count(Trace::Number), count(Trace::Email)), (2, 3, 1), "{:?}", traces(text));
    assert_eq!(traces("On 24 September 2026 at 13:30, 8 of 10. Year 3, room 12a. PL1 and DS2 of 2026"), []);
}

#[test]
fn a_warning_is_set_aside_with_a_reason_which_the_log_keeps_and_undo_still_works() {
    let mut room = Room::small();
    let asked = card("X", "its a secret but we all know", "everyone");
    room.refuses(&Actor::Chair, json!({ "do": "anyway", "command": asked, "reason": " " }));
    let events =
        room.does(&Actor::Chair, json!({ "do": "anyway", "command": asked, "reason": "Ada said it herself just now" }));
    let kept = events.iter().find_map(|event| match event {
        Event::WarningSetAside { warnings, reason } => Some((warnings.len(), reason.clone())),
        _ => None,
    });
    assert_eq!(kept, Some((1, "Ada said it herself just now".to_owned())));
    room.does(&Actor::Chair, json!({ "do": "undo" }));
    assert!(room.state.record.cards.get(&id("X")).unwrap().removed);
    let nested =
        json!({ "do": "anyway", "reason": "r", "command": { "do": "anyway", "command": asked, "reason": "r" } });
    room.refuses(&Actor::Chair, nested);
    let beyond = json!({ "do": "anyway", "reason": "r", "command": { "do": "blank", "blank": true } });
    assert_eq!(room.refuses(&Actor::Clerk, beyond), Rejection::NotYours, "a reason gives no right");
}

#[test]
fn a_copy_that_went_out_is_remembered_with_the_childrens_words_in_it() {
    let mut room = Room::small();
    let give = |copy: &str, to: Value| json!({ "do": "give_copy", "copy": copy, "to": to, "how": "by hand" });
    room.does(&Actor::Chair, give("for-mum", json!({ "person": "mum" })));
    room.does(&Actor::Chair, give("for-dad", json!({ "person": "dad" })));
    let entries = |copy: &str| {
        let copy = room.state.record.copies.get(&id(copy)).unwrap();
        copy.entries.iter().map(|entry| entry.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(entries("for-mum"), ["A1", "A3", "A4"]);
    assert_eq!(entries("for-dad"), ["A1", "A4"]);
    assert_eq!(room.refuses(&Actor::Chair, give("x", json!("wall"))), Rejection::NotFound);
    assert_eq!(room.refuses(&Actor::Clerk, give("x", json!("family"))), Rejection::NotYours);
}

#[test]
fn the_chair_is_told_which_copies_hold_words_that_the_child_has_since_kept_to_fewer_people() {
    let mut room = Room::small();
    room.does(&Actor::Chair, json!({ "do": "give_copy", "copy": "k1", "to": { "person": "dad" }, "how": "by hand" }));
    let copy = |room: &Room| project(&room.state, &Audience::Chair).copies[&id("k1")].clone();
    let shared = |room: &Room| project(&room.state, &Audience::Chair).entries[&id("A1")].shared.clone();
    assert!(copy(&room).entries.contains(&id("A1")) && !shared(&room).contains("Copies"));
    room.does(
        &tablet("ada"),
        json!({ "do": "choose_sharing", "entry": "A1", "may_know": { "who": "everyone_except", "people": ["dad"] } }),
    );
    let already = "Copies that already hold these words and cannot be called back: Dad (by hand)";
    assert!(shared(&room).ends_with(already), "{}", shared(&room));
    assert!(copy(&room).entries.contains(&id("A1")), "what is out is out");
}

#[test]
fn words_that_were_not_released_can_be_changed_or_shared_with_fewer_people_without_losing_one() {
    let mut room = Room::small();
    room.does(
        &Actor::Chair,
        json!({ "do": "guard", "guarded": { "id": "g1", "kind": "address", "words": "14 Sallow Court" } }),
    );
    let line = json!({ "do": "add_card", "card": { "id": "new", "section": "heavy", "words": "They are at 14 Sallow Court now",
        "line": "chair", "source": { "person": "kit" } } });
    assert!(matches!(room.refuses(&Actor::Chair, line.clone()), Rejection::LookAgain { .. }));
    let refused: Command = from_json(line);
    let mut changed = refused.clone();
    for (what, words) in changed.texts_mut() {
        assert_eq!(what, "The line");
        *words = words.replace("14 Sallow Court", "a safe place");
    }
    room.tell(&Actor::Chair, &changed).unwrap();
    assert_eq!(room.words("new"), "They are at a safe place now");
    let mut fewer = refused;
    *fewer.reach_mut().unwrap() = MayKnow::Professionals;
    if let Command::AddCard { card } = &mut fewer {
        card.id = id("fewer");
    }
    room.tell(&Actor::Chair, &fewer).unwrap();
    assert_eq!(room.words("fewer"), "They are at 14 Sallow Court now");
}

#[test]
fn reasons_and_views_about_a_child_are_looked_at_for_those_who_may_know_that_child() {
    let mut room = Room::small();
    let told = "She told us its a secret but we acted";
    let decide = |child: &str| json!({ "do": "decide", "decision": { "child": child, "outcome": "not_required_nfa", "reasons": told } });
    let view = json!({ "do": "give_agency_view", "view": { "id": "v", "child": "ada", "by": "nurse", "opinion": "no_plan",
        "reason": told } });
    let said = json!({ "do": "give_family_view", "view": { "id": "f", "by": "mum", "words": told } });
    for command in [decide("ada"), view, said] {
        let why = room.refuses(&Actor::Chair, command);
        assert!(matches!(why, Rejection::LookAgain { .. }), "{why}");
    }
}

#[test]
fn a_line_of_the_plan_from_the_records_pages_is_looked_at_again_like_any_other() {
    let mut room = Room::small();
    room.does(
        &Actor::Clerk,
        json!({ "do": "guard", "guarded": { "id": "g", "kind": "place", "words": "Willowbank House" } }),
    );
    let plan = |what: &str, may_know: &str| {
        let action = json!({ "id": "P", "what": what, "owner": { "person": "sam" }, "due": { "said": "soon" },
            "may_know": { "who": may_know } });
        let keeping = board::keeping::Keeping::Plan(from_json(action));
        board::decide::keep(
            &room.state,
            &Actor::Clerk.into(),
            &keeping,
            board::decide::Context { now: jiff::Timestamp::UNIX_EPOCH },
        )
    };
    assert!(matches!(plan("Visit Willowbank House", "everyone"), Err(Rejection::LookAgain { .. })));
    assert!(plan("Visit Willowbank House", "professionals").is_ok(), "those who may read it know it anyway");
    assert!(plan("Visit the family", "everyone").is_ok());
}

/// A room in which nobody but the chair may read where they live.
fn hidden() -> Room {
    let mut room = Room::small();
    let elm = json!({ "id": "G1", "kind": "address", "words": "Elm House", "may_know": { "who": "chair_only" } });
    room.does(&Actor::Chair, json!({ "do": "guard", "guarded": elm }));
    room
}

fn is_looked_at_again(answer: Result<Vec<Event>, Rejection>) -> bool {
    matches!(answer, Err(Rejection::LookAgain { .. }))
}

#[test]
fn the_head_a_child_a_person_and_what_surrounds_a_tool_are_looked_at_again_too() {
    let mut room = hidden();
    let said = "They sleep at Elm House";
    let record = serde_json::to_value(&room.state.record).unwrap();
    let with = |what: &Value, field: &str| {
        let mut what = what.clone();
        what[field] = json!(format!("{said}, by their {field}"));
        what
    };
    let (header, child, person) = (&record["conference"], &record["children"][0], &record["people"][5]);
    let mut tool = record["tools"][0].clone();
    tool["entries"] = json!([]);
    let mut next = header.clone();
    next["next"] = json!([{ "on": "2026-10-06", "what": said }]);
    let mut asked = vec![json!({ "do": "change_header", "header": next })];
    asked.extend(["reason", "place"].map(|field| json!({ "do": "change_header", "header": with(header, field) })));
    asked.push(json!({ "do": "record_child", "child": with(child, "participation") }));
    asked.extend(["attended", "title"].map(|field| json!({ "do": "record_person", "person": with(person, field) })));
    let of_tool = ["place", "done_with", "kept_at", "aids", "drawing_described"];
    asked.extend(of_tool.map(|field| json!({ "do": "record_tool", "tool": with(&tool, field) })));
    for command in asked {
        let answer = room.tell(&Actor::Chair, &from_json(command.clone()));
        assert!(is_looked_at_again(answer), "{command}");
        room.does(&Actor::Chair, json!({ "do": "anyway", "command": command, "reason": "It is only an example" }));
    }
}

#[test]
fn what_stood_there_was_looked_at_when_it_was_written_and_where_we_meet_may_have_a_postcode() {
    let mut room = hidden();
    let mut header = serde_json::to_value(&room.state.record.conference).unwrap();
    header["place"] = json!("The Civic Centre, FM9 2QQ");
    room.does(&Actor::Chair, json!({ "do": "change_header", "header": header }));
    header["reason"] = json!("They sleep at Elm House");
    let change = json!({ "do": "change_header", "header": header });
    room.does(&Actor::Chair, json!({ "do": "anyway", "command": change, "reason": "Everybody knows" }));
    header["place"] = json!("The Civic Centre, room 3");
    room.does(&Actor::Chair, json!({ "do": "change_header", "header": header }));
}

#[test]
fn what_is_put_on_the_record_from_its_pages_is_looked_at_again_and_can_stay_with_a_reason() {
    let mut room = hidden();
    let said = "They sleep at Elm House";
    let report = json!({ "matter": "report", "id": "M1", "by": "teacher", "summary": said });
    let wish = json!({ "matter": "involvement", "id": "M2", "child": "ada", "wish": said });
    let mut header = serde_json::to_value(&room.state.record.conference).unwrap();
    header["reason"] = json!(said);
    for keeping in [
        Keeping::Record(from_json(report)),
        Keeping::Record(from_json(json!({ "matter": "family_shape", "id": "M3", "words": said }))),
        Keeping::Record(from_json(json!({ "matter": "core_group", "id": "M4", "place": said }))),
        Keeping::Record(from_json(wish)),
        Keeping::Head(from_json(header)),
    ] {
        let context = Context { now: Timestamp::UNIX_EPOCH };
        let answer = keep(&room.state, &Actor::Chair.into(), &keeping, context).map(|decided| decided.events);
        assert!(is_looked_at_again(answer), "{keeping:?}");
        let anyway = Keeping::Anyway { keeping: Box::new(keeping.clone()), reason: "They have moved since".to_owned() };
        let kept = room.keeps(&Actor::Chair, &anyway);
        let noted = kept.iter().any(|event| matches!(event, Event::WarningSetAside { .. }));
        assert!(noted, "the log keeps why: {kept:?}");
        let again = keep(&room.state, &Actor::Chair.into(), &keeping, context);
        assert!(again.is_ok(), "what stands there was looked at: {keeping:?}");
    }
    room.keeps(&Actor::Chair, &Keeping::Record(from_json(json!({ "matter": "note", "id": "N", "words": said }))));
}

#[test]
fn a_step_that_would_bring_out_words_is_not_taken_and_they_come_back_by_hand_with_a_reason() {
    let mut room = Room::small();
    room.does(&Actor::Chair, card("X", "They sleep at Elm House", "everyone"));
    room.does(&Actor::Chair, json!({ "do": "remove_card", "card": "X" }));
    room.does(&Actor::Clerk, json!({ "do": "write_contingency", "words": "Back to Elm House" }));
    room.does(&Actor::Clerk, json!({ "do": "undo" }));
    let elm = json!({ "id": "G1", "kind": "address", "words": "Elm House" });
    room.does(&Actor::Chair, json!({ "do": "guard", "guarded": elm }));
    let undo = json!({ "do": "undo" });
    assert!(matches!(room.refuses(&Actor::Chair, undo.clone()), Rejection::LookAgain { .. }));
    assert!(matches!(room.refuses(&Actor::Clerk, json!({ "do": "redo" })), Rejection::LookAgain { .. }));
    let reasoned = |command| json!({ "do": "anyway", "command": command, "reason": "They have moved since" });
    assert_eq!(
        room.refuses(&Actor::Chair, reasoned(undo)),
        Rejection::NotFound,
        "another step may be the last by then"
    );
    let put_back = json!({ "do": "restore_card", "card": "X" });
    assert!(matches!(room.refuses(&Actor::Chair, put_back.clone()), Rejection::LookAgain { .. }));
    let events = room.does(&Actor::Chair, reasoned(put_back));
    assert!(matches!(events.as_slice(), [Event::CardRestored { .. }, Event::WarningSetAside { .. }]), "{events:?}");
    room.does(&Actor::Chair, json!({ "do": "undo" }));
    assert!(room.state.record.cards.get(&id("X")).unwrap().removed, "what takes words away is always done");
    room.does(&Actor::Chair, json!({ "do": "draw_curtain", "paused": ["dad"] }));
    let view =
        json!({ "id": "O", "child": "ada", "by": "teacher", "opinion": "cp_plan", "reason": "They are at Elm House" });
    let give = json!({ "do": "give_agency_view", "view": view });
    room.does(&Actor::Clerk, json!({ "do": "anyway", "command": give, "reason": "Dad is out" }));
    room.does(&Actor::Clerk, json!({ "do": "undo" }));
    assert!(room.state.record.agency_views.is_empty(), "what is taken away is released to nobody");
}

#[test]
fn a_step_is_not_held_up_by_words_that_stand_there_before_and_after() {
    let mut room = hidden();
    let wish = |analysis: &str| {
        let of = json!({ "matter": "involvement", "id": "M1", "child": "ada", "wish": "To stay at Elm House", "analysis": analysis });
        Keeping::Anyway { keeping: Box::new(Keeping::Record(from_json(of))), reason: "She said so".to_owned() }
    };
    room.keeps(&Actor::Chair, &wish("First"));
    room.keeps(&Actor::Chair, &wish("Second"));
    room.does(&Actor::Chair, json!({ "do": "undo" }));
}

#[test]
fn an_address_is_found_without_its_number_and_a_postcode_only_whole() {
    let mut room = Room::small();
    for (id, words) in [("G1", "14 Sallow Court"), ("G2", "FM9 2QQ")] {
        let guarded = json!({ "id": id, "kind": "address", "words": words, "may_know": { "who": "professionals" } });
        room.does(&Actor::Chair, json!({ "do": "guard", "guarded": guarded }));
    }
    let refused = room.refuses(&Actor::Chair, card("X", "They sleep at Sallow Court now", "everyone"));
    let found = Warning::Guarded { found: "14 Sallow Court".to_owned() };
    assert_eq!(refused, Rejection::LookAgain { warnings: vec![found] });
    room.does(&Actor::Chair, card("Y", "Court is on Monday, at 2 in the afternoon", "everyone"));
}
