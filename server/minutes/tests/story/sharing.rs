//! What a child chose, held against the finished papers: a page and a PDF say what that copy may say, and nothing else.
//!
//! Deliberately not here: every choice there is (the rules hold that). These are samples, and both demonstrations.

use board::audience::Audience;
use board::document::Document;
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
fn said(may_know: &Value, telling: &Value, overridden: &Value) -> State {
    let mut record: Value = serde_json::from_str(SMALL).unwrap();
    record["format"] = json!(FORMAT);
    record["framework"] = serde_json::to_value(parse(KITCHEN_TABLE).unwrap()).unwrap();
    record["tools"] = json!([{
        "id": "ada-houses", "kind": "three_houses", "child": "ada", "date": "2026-09-20", "drawing_described": "a tall tree",
        "entries": [{ "id": "A1", "place": "worries", "words": "the loud nights", "may_know": may_know, "telling": telling,
            "overridden": overridden }],
    }]);
    record["cards"] = json!([{ "id": "X", "section": "heavy", "words": "the loud nights", "line": "own_words",
        "source": { "child": "ada" }, "children": ["ada"], "entry": "A1" }]);
    state_of(&serde_json::from_value(record).unwrap())
}

/// A copy as it is given out: its page, and the words of its PDF.
fn papers(state: &State, audience: &Audience) -> [(&'static str, String); 2] {
    let document: Document = paper::minutes(&MinutesView::of(state, audience), "Draft");
    let page = html(&document, &HtmlOptions::default());
    let printed = pdf(&document, &PdfOptions::default()).unwrap();
    [("page", page), ("PDF", running(&printed))]
}

fn person(name: &str) -> Audience {
    Audience::Person(name.parse().unwrap())
}

#[test]
fn a_copy_says_what_the_child_chose_for_whoever_gets_it() {
    let exact = "the loud nights";
    let (agreed, least, drawn) = ("nights are hard", "She is not safe at night", "a tall tree");
    let everyone = json!({ "who": "everyone" });
    let nobody = Value::Null;
    let told = json!({ "ground": "serious_harm", "least": least, "told": ["dad"], "explained": "that we had to" });
    let plain = json!({});
    let teacher = || person("teacher");
    // What was chosen, and what a copy holds and does not hold.
    let cases: Vec<(&str, Value, Value, Value, Audience, &[&str], &[&str])> = vec![
        ("everyone", everyone.clone(), plain.clone(), nobody.clone(), Audience::Family, &[exact, drawn], &[]),
        (
            "all but Dad",
            json!({ "who": "everyone_except", "people": ["dad"] }),
            plain.clone(),
            nobody.clone(),
            person("dad"),
            &[],
            &[exact, drawn],
        ),
        (
            "all but Dad, who must be told",
            json!({ "who": "everyone_except", "people": ["dad"] }),
            plain.clone(),
            told.clone(),
            person("dad"),
            &[least],
            &[exact],
        ),
        ("an override is for no group", json!({ "who": "chair_only" }), plain.clone(), told, Audience::Family, &[], &[exact, least]),
        ("professionals", json!({ "who": "professionals" }), plain, nobody.clone(), Audience::Family, &[], &[exact, drawn]),
        (
            "in other words",
            everyone.clone(),
            json!({ "wording": { "in": "other", "words": agreed } }),
            nobody.clone(),
            teacher(),
            &[agreed, "Agreed with Ada"],
            &[exact],
        ),
        ("without a name", everyone.clone(), json!({ "nameless": true }), nobody.clone(), teacher(), &[exact, "In a child’s words"], &["In Ada’s words"]),
        ("not on paper that goes home", everyone.clone(), json!({ "not_on": ["family_paper"] }), nobody.clone(), person("mum"), &[], &[exact, drawn]),
        ("and yet on the professionals'", everyone.clone(), json!({ "not_on": ["family_paper"] }), nobody.clone(), teacher(), &[exact], &[]),
        ("not until I say", everyone.clone(), json!({ "when": { "from": "when_i_say" } }), nobody.clone(), teacher(), &[], &[exact, drawn]),
        ("afterwards", everyone.clone(), json!({ "when": { "from": "afterwards" } }), nobody.clone(), teacher(), &[exact], &[]),
        ("said by the advocate", everyone, json!({ "wording": { "in": "spoken", "by": "advocate" } }), nobody, Audience::Professionals, &[exact], &[]),
    ];
    for (case, may_know, telling, overridden, audience, holds, holds_not) in cases {
        for (paper, text) in papers(&said(&may_know, &telling, &overridden), &audience) {
            for words in holds {
                assert!(text.contains(words), "{case}: the {paper} does not hold '{words}'");
            }
            for words in holds_not {
                assert!(!text.contains(words), "{case}: the {paper} holds '{words}'");
            }
        }
    }
}

#[test]
fn nobodys_copy_of_the_demonstrations_holds_what_must_not_be_in_it() {
    let first = ["Sallow Court", "Thornby", "FM9 2QQ", "07700 900123", "Orchard Gate", "Willowbank"];
    let restricted = |more: &[&'static str]| -> Vec<&'static str> { first.iter().chain(more).copied().collect() };
    let declan = ["Rukhsana", "Tomasz", "Tomek", "listen on the stairs", "purple arm", "Grzegorz", "St Osyth"];
    let grzegorz = ["purple arm", "Declan has asked his GP", "listen on the stairs", "sandwitch", "pierogi", "Fairy"];
    let kamal = ["like it's a present", "morning tablets", "lonely", "medication", "dose", "incense", "I don't say everything"];
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
