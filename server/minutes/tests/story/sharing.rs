//! What a child chose, held against the finished papers: a page and a PDF say what that copy may say, and nothing else.
//!
//! Deliberately not here: every choice there is (the rules hold that). These are samples, and both demonstrations.

use board::audience::Audience;
use board::document::{Document, Edition};
use board::event::{Batch, Intent};
use board::framework::parse;
use board::paper;
use board::record::{FORMAT, Record};
use board::state::State;
use board::view::minutes::MinutesView;
use minutes::{HtmlOptions, PdfOptions, html, pdf};
use serde_json::{Value, json};

use crate::reader::running;

const SMALL: &str = include_str!("../../../../app/board/tests/data/small.json");
const KITCHEN_TABLE: &str = include_str!("../../../../app/board/tests/data/kitchen-table.toml");
/// What Ada said, and what she drew beside it.
const EXACT: &str = "the loud nights";
const DRAWN: &str = "a tall tree";

const FIRST: &str = include_str!("../../../demo/1-initial.json");
const SECOND: &str = include_str!("../../../demo/2-review.json");

fn state_of(record: &Record) -> State {
    let opening = Batch {
        command: "opening".parse().unwrap(),
        actor: "server".to_owned(),
        at: "2026-09-24T12:00:00Z".parse().unwrap(),
        intent: Intent::Do,
        events: record.to_events(),
    };
    State::opened(&opening).unwrap()
}

/// The small conference with one thing that Ada said, on the board too.
fn said(chosen: &Value) -> State {
    let mut record: Value = serde_json::from_str(SMALL).unwrap();
    record["format"] = json!(FORMAT);
    record["framework"] = serde_json::to_value(parse(KITCHEN_TABLE).unwrap()).unwrap();
    let mut entry = json!({ "id": "A1", "place": "worries", "words": EXACT, "may_know": { "who": "everyone" } });
    for (what, choice) in chosen.as_object().unwrap() {
        entry[what] = choice.clone();
    }
    record["tools"] = json!([{
        "id": "ada-houses", "kind": "three_houses", "child": "ada", "date": "2026-09-20", "drawing_described": DRAWN,
        "entries": [entry],
    }]);
    record["cards"] = json!([{ "id": "X", "section": "heavy", "words": EXACT, "line": "own_words",
        "source": { "child": "ada" }, "children": ["ada"], "entry": "A1" }]);
    state_of(&serde_json::from_value(record).unwrap())
}

/// A copy as it is given out: its page, and the words of its PDF.
fn papers(state: &State, audience: &Audience) -> [(&'static str, String); 2] {
    let document: Document = paper::minutes(&MinutesView::of(state, audience), &Edition::draft("15:40"));
    let page = html(&document, &HtmlOptions::default());
    let printed = pdf(&document, &PdfOptions::default()).unwrap();
    [("page", page), ("PDF", running(&printed))]
}

fn person(name: &str) -> Audience {
    Audience::Person(name.parse().unwrap())
}

/// Holds the copy for somebody against what Ada chose: what it says, and what it does not.
fn copy(chosen: &Value, audience: &Audience, holds: &[&str], holds_not: &[&str]) {
    for (paper, text) in papers(&said(chosen), audience) {
        for words in holds {
            assert!(text.contains(words), "{chosen}: the {paper} does not hold '{words}'");
        }
        for words in holds_not {
            assert!(!text.contains(words), "{chosen}: the {paper} holds '{words}'");
        }
    }
}

#[test]
fn a_copy_is_only_for_whom_the_child_chose() {
    let but_dad = json!({ "who": "everyone_except", "people": ["dad"] });
    copy(&json!({}), &Audience::Family, &[EXACT, DRAWN], &[]);
    copy(&json!({ "may_know": but_dad }), &person("dad"), &[], &[EXACT, DRAWN]);
    copy(&json!({ "may_know": { "who": "professionals" } }), &Audience::Family, &[], &[EXACT, DRAWN]);
}

#[test]
fn what_must_be_told_to_keep_somebody_safe_is_for_those_who_are_told_and_never_in_the_childs_words() {
    let least = "She is not safe at night";
    let told = json!({ "ground": "serious_harm", "least": least, "told": ["dad"], "explained": "that we had to" });
    let but_dad = json!({ "who": "everyone_except", "people": ["dad"] });
    copy(&json!({ "may_know": but_dad, "overridden": told }), &person("dad"), &[least], &[EXACT]);
    let chair_only = json!({ "may_know": { "who": "chair_only" }, "overridden": told });
    copy(&chair_only, &Audience::Family, &[], &[EXACT, least]);
}

#[test]
fn a_copy_says_it_in_the_words_the_child_chose() {
    let agreed = "nights are hard";
    let other = json!({ "telling": { "wording": { "in": "other", "words": agreed } } });
    copy(&other, &person("teacher"), &[agreed, "Agreed with Ada"], &[EXACT]);
    let nameless = json!({ "telling": { "nameless": true } });
    copy(&nameless, &person("teacher"), &[EXACT, "In a child’s words"], &["In Ada’s words"]);
    let spoken = json!({ "telling": { "wording": { "in": "spoken", "by": "advocate" } } });
    copy(&spoken, &Audience::Professionals, &[EXACT], &[]);
}

#[test]
fn a_copy_keeps_to_where_and_when_the_child_chose() {
    let not_home = json!({ "telling": { "not_on": ["family_paper"] } });
    copy(&not_home, &person("mum"), &[], &[EXACT, DRAWN]);
    copy(&not_home, &person("teacher"), &[EXACT], &[]);
    copy(&json!({ "telling": { "when": { "from": "when_i_say" } } }), &person("teacher"), &[], &[EXACT, DRAWN]);
    copy(&json!({ "telling": { "when": { "from": "afterwards" } } }), &person("teacher"), &[EXACT], &[]);
}

#[test]
fn nobodys_copy_of_the_demonstrations_holds_what_must_not_be_in_it() {
    let first = ["Sallow Court", "Thornby", "FM9 2QQ", "07700 900123", "Orchard Gate", "Willowbank"];
    let restricted = |more: &[&'static str]| -> Vec<&'static str> { first.iter().chain(more).copied().collect() };
    let declan = ["Rukhsana", "Tomasz", "Tomek", "listen on the stairs", "purple arm", "Grzegorz", "St Osyth"];
    let grzegorz = ["purple arm", "Declan has asked his GP", "listen on the stairs", "sandwitch", "pierogi", "Fairy"];
    let kamal =
        ["like it's a present", "morning tablets", "lonely", "medication", "dose", "incense", "I don't say everything"];
    let copies: Vec<(&str, Audience, Vec<&str>, &[&str])> = vec![
        (FIRST, person("declan"), restricted(&declan), &["sandwitch", "pierogi"]),
        (FIRST, person("grzegorz"), restricted(&grzegorz), &["football on Saturdays"]),
        (FIRST, person("gosia"), restricted(&["Maja still get to see her dad", "asked his GP"]), &["purple arm"]),
        (FIRST, person("halina"), restricted(&["Maja still get to see her dad"]), &["purple arm"]),
        (FIRST, Audience::Family, restricted(&["listen on the stairs", "purple arm"]), &["pierogi"]),
        (FIRST, Audience::Professionals, restricted(&["Don't say this stuff", "its a secret"]), &["purple arm"]),
        (SECOND, person("kamal"), kamal.to_vec(), &["make it smaller and make it mine"]),
        (SECOND, person("shirin"), vec!["I don't say everything", "incense", "smoke"], &["Geography lesson"]),
        (SECOND, person("rafi"), vec!["incense", "that smoke", "Talk with Rafi"], &[]),
        (SECOND, person("ricardo"), vec!["dose", "incense", "Talk with Rafi"], &["I don't say everything"]),
    ];
    for (file, audience, secrets, holds) in copies {
        let state = state_of(&serde_json::from_str(file).unwrap());
        for (paper, text) in papers(&state, &audience) {
            let text = text.replace("&#39;", "'").replace("&amp;", "&");
            for secret in &secrets {
                assert!(!text.contains(secret), "{audience:?}: the {paper} holds '{secret}'");
            }
            for words in holds {
                assert!(text.contains(words), "{audience:?}: the {paper} does not hold '{words}'");
            }
        }
    }
}
