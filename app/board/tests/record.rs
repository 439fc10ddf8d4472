//! The exchange form: both demonstrations hold together, a broken record says everything at once, and a record becomes
//! events and the same record again.
//!
//! Deliberately not here: the published schema, which the server's command line writes.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[expect(dead_code, reason = "each story uses a part of what they share")]
mod common;

use board::framework::shipped_by_id;
use board::keyed::Keyed;
use board::outcome::Due;
use board::record::{Record, check};
use board::tool::Entry;
use common::{DEMOS, demo, from_json, id, small, state_of, text};
use serde_json::{Value, json};

#[test]
fn both_demonstrations_hold_together_and_say_that_they_are_invented() {
    for name in DEMOS {
        let record = demo(name);
        assert_eq!(check::problems(&record), [], "{name}");
        assert!(record.conference.demo, "{name}");
    }
}

#[test]
fn both_demonstrations_carry_the_shipped_framework_whole() {
    for name in DEMOS {
        let record = demo(name);
        let shipped = shipped_by_id(&record.framework.id).unwrap();
        assert_eq!(record.framework, shipped, "{name}: the wording has changed; put the new framework into the file");
    }
}

#[test]
fn a_record_becomes_events_and_the_same_record_again() {
    for record in DEMOS.map(demo).into_iter().chain([small()]) {
        assert_eq!(state_of(&record).record, record);
    }
}

#[test]
fn a_file_written_out_again_is_the_same_file() {
    for name in DEMOS {
        let file = text(&format!("../../../server/demo/{name}.json"));
        let again = serde_json::to_string_pretty(&demo(name)).unwrap() + "\n";
        assert!(file == again, "{name} is not as this Hearth would write it");
    }
}

#[test]
fn the_first_demonstration_is_whole() {
    let record = demo("1-initial");
    assert_eq!(record.cards.len(), 38);
    assert_eq!(record.ratings.len(), 12, "eleven people, one of whom gave two numbers");
    assert_eq!(record.plan.len(), 9);
    assert_eq!(record.decisions.len(), 2);
    assert_eq!(record.phases.last().unwrap().phase, id("map"), "the chair can go on from there");
    assert_eq!(record.plan.get(&id("PL9")).unwrap().due, Due::Said("ongoing".to_owned()), "bad on purpose");
    assert!(!record.answers.has(&id("T11")), "Tomek's last words have no answer, on purpose");
}

#[test]
fn the_second_demonstration_is_whole() {
    let record = demo("2-review");
    let board = record.cards.iter().filter(|card| card.id.as_str().starts_with("H-")).count();
    assert_eq!(board, 38, "34 items; the statement is four cards, and the school's line stands beside Nush's");
    assert_eq!(record.ratings.len(), 8);
    assert_eq!(record.plan.len(), 9);
    assert_eq!(record.phases.len(), record.framework.phases.len());
}

fn words(record: &Record, entry: &str) -> Entry {
    record.entry(&id(entry)).unwrap().1.clone()
}

#[test]
fn the_childrens_words_are_theirs_to_the_letter() {
    let first = demo("1-initial");
    let maja = words(&first, "M1");
    assert_eq!(maja.words, "the loud nights. when the door goes bang I put my pillow on my ears like a sandwitch");
    assert_eq!(words(&first, "M2").words, "I dont want Mummy to have the purple arm agen");
    assert_eq!(words(&first, "M4").words, "my teacher has a quiet tent. I go in it when my tummy is wobly");
    assert!(words(&first, "M3").words.ends_with("nobody shouts 💛"));
    assert_eq!(words(&first, "T2").words, "Chcę, żeby mama się nie bała, kiedy dzwoni telefon.");
    let second = demo("2-review");
    assert_eq!(words(&second, "N5").words, "আমি সব কথা বলি না কারণ আমি চাই না আম্মু কষ্ট পাক। কিন্তু আমি ক্লান্ত।");
    let statement = words(&second, "N11b").words;
    assert!(statement.contains("in my pyjamas.\n\nIf you want to know"), "her line breaks are kept");
}

#[test]
fn no_place_where_somebody_is_safe_and_no_telephone_number_is_anywhere() {
    let nowhere = ["Sallow", "Thornby", "FM9", "07700", "Orchard Gate", "Willowbank"];
    for name in DEMOS {
        // The chair's list of what must not be shown names them, so that Hearth can warn; nothing else does.
        let rest = serde_json::to_string(&Record { do_not_show: Keyed::default(), ..demo(name) }).unwrap();
        for secret in nowhere {
            assert!(!rest.contains(secret), "{name}: {secret}");
        }
    }
}

#[test]
fn a_broken_record_says_everything_that_is_wrong_with_it_at_once() {
    let mut broken = serde_json::to_value(small()).unwrap();
    let mut put = |path: &str, value: Value| *broken.pointer_mut(path).unwrap() = value;
    put("/format", json!("hearth-9"));
    put("/people/5/relations/0/child", json!("zoe"));
    put("/tools/0/entries/2/may_know/people/0", json!("ghost"));
    put("/cards/0/section", json!("cellar"));
    put("/cards/1/source", json!({ "person": "ghost" }));
    put("/cards/2/line", json!("own_words"));
    put(
        "/cards/3",
        json!({ "id": "C4", "section": "light", "words": "not hers", "line": "scribed", "source": { "child": "ben" }, "children": ["ben"], "entry": "A1" }),
    );
    put("/ratings", json!([{ "id": "R1", "scale": "height", "card": "C99", "by": { "child": "zoe" }, "value": 11 }]));
    put(
        "/plan",
        json!([{ "id": "P1", "what": "Ring", "owner": { "person": "ghost" }, "due": { "said": "soon" }, "children": ["zoe"], "answers": ["C99"] }]),
    );
    put("/decisions", json!([{ "child": "ada", "outcome": "cp_plan_made", "reasons": "So" }]));
    put("/agency_views", json!([{ "id": "V1", "child": "zoe", "by": "ghost", "opinion": "no_view" }]));
    put("/family_views", json!([{ "id": "F1", "child": "zoe", "by": "ghost", "words": "Hm" }]));
    put("/answers", json!([{ "entry": "Z1", "kind": "noted", "words": "Heard" }]));
    put("/offers", json!([{ "id": "O1", "by": "ghost", "words": "Hm" }]));
    put("/phases", json!([{ "phase": "map", "at": "2026-09-24T12:00:00Z" }]));

    let problems = check::problems(&from_json(broken));
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    let expected = [
        "format",
        "people[5].relations[0].child",
        "tools[0].entries[2].may_know.people[0]",
        "cards[0].section",
        "cards[1].source.person",
        "cards[2].source",
        "cards[3].words",
        "cards[3].source",
        "ratings[0].scale",
        "ratings[0].value",
        "ratings[0].card",
        "ratings[0].by.child",
        "plan[0].owner.person",
        "plan[0].children[0]",
        "plan[0].answers[0]",
        "decisions[0].category",
        "agency_views[0].child",
        "agency_views[0].by",
        "family_views[0].by",
        "family_views[0].child",
        "answers[0].entry",
        "offers[0].by",
        "phases[0].phase",
    ];
    assert_eq!(paths, expected, "{problems:#?}");
}

#[test]
fn one_entry_is_on_the_board_once_and_in_one_tool_once() {
    let mut broken = serde_json::to_value(small()).unwrap();
    let card = |card: &str| {
        json!({ "id": card, "section": "heavy", "words": "the loud nights. like a sandwitch", "line": "scribed",
        "source": { "child": "ada" }, "children": ["ada"], "entry": "A1" })
    };
    broken["cards"] = json!([card("C1"), card("C2")]);
    broken["tools"][1]["entries"][0]["id"] = json!("A1");
    let problems = check::problems(&from_json(broken));
    let paths: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["tools[1].entries[0].id", "cards[1].entry"], "{problems:#?}");
}

#[test]
fn two_things_with_one_id_and_words_this_hearth_does_not_know_are_refused_on_reading() {
    let whole = serde_json::to_value(small()).unwrap();
    let mut twice = whole.clone();
    twice["children"][1]["id"] = json!("ada");
    let mut unknown = whole;
    unknown["children"][0]["address"] = json!("1 Nowhere Street");
    for (record, what) in [(twice, "same id"), (unknown, "address")] {
        let error = serde_json::from_value::<Record>(record).unwrap_err().to_string();
        assert!(error.contains(what), "{error}");
    }
}
