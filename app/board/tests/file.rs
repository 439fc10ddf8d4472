//! The forms of the record's pages: what is kept stands in its form, and comes back from it as it was.
//!
//! Deliberately not here: pages. They draw these forms and send them.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use board::audience::Audience;
use board::decide::{Actor, Context, keep};
use board::event::{Batch, Intent};
use board::file::{Part, Sheet, Typed, fill, read};
use board::id::CommandId;
use board::keeping::Keeping;
use board::keyed::Identified as _;
use board::matter::{Matter, Note, Report};
use board::record::Record;
use board::rejection::Rejection;
use board::state::State;
use board::view::file::FileView;
use jiff::Timestamp;
use serde_json::json;

const DEMOS: [&str; 2] =
    [include_str!("../../../server/demo/1-initial.json"), include_str!("../../../server/demo/2-review.json")];

fn record(text: &str) -> Record {
    let mut value: serde_json::Value = serde_json::from_str(text).unwrap();
    value.as_object_mut().unwrap().remove("pictures");
    serde_json::from_value(value).unwrap()
}

fn state(record: &Record) -> State {
    let batch = Batch {
        command: "begin".parse::<CommandId>().unwrap(),
        actor: "import".to_owned(),
        at: Timestamp::UNIX_EPOCH,
        intent: Intent::Do,
        events: record.to_events(),
    };
    State::opened(&batch).unwrap()
}

fn ask(state: &State, actor: &Actor, matter: impl Into<Matter>) -> Result<usize, Rejection> {
    let context = Context { now: Timestamp::UNIX_EPOCH };
    keep(state, &actor.clone().into(), &Keeping::Record(matter.into()), context).map(|decided| decided.events.len())
}

#[test]
fn what_is_kept_comes_back_from_its_form_as_it_was() {
    for record in DEMOS.map(record) {
        let mut looked_at = 0;
        for matter in record.matters.iter() {
            let Some(sheet) = Sheet::of(matter) else { continue };
            let typed = fill(&sheet.fields(), &serde_json::to_value(matter).unwrap());
            let value = read(&sheet.fields(), &typed, json!({ "id": matter.id() })).unwrap();
            let Ok(Keeping::Record(back)) = sheet.keeping(value) else { panic!("{} is a matter", sheet.code()) };
            assert_eq!(back, *matter);
            looked_at += 1;
        }
        assert!(looked_at > 20);
        for action in record.plan.iter() {
            let typed = fill(&Sheet::Action.fields(), &serde_json::to_value(action).unwrap());
            let value = read(&Sheet::Action.fields(), &typed, json!({ "id": action.id })).unwrap();
            assert_eq!(Sheet::Action.keeping(value).unwrap(), Keeping::Plan(action.clone()));
        }
        for person in record.people.iter() {
            let typed = fill(&Sheet::Person.fields(), &serde_json::to_value(person).unwrap());
            let value = read(&Sheet::Person.fields(), &typed, json!({ "id": person.id, "out": person.out })).unwrap();
            assert_eq!(Sheet::Person.keeping(value).unwrap(), Keeping::Person(person.clone()));
        }
    }
}

#[test]
fn every_part_and_form_is_found_by_its_name() {
    for part in Part::ALL {
        assert_eq!(Part::coded(part.code()), Some(part));
        assert!(!part.sheets().is_empty(), "{} has something to fill in", part.title());
    }
    for sheet in Sheet::ALL {
        assert_eq!(Sheet::coded(sheet.code()), Some(sheet));
        let names: Vec<&str> = sheet.fields().iter().map(|field| field.name).collect();
        assert!(sheet.subject().is_none_or(|subject| names.contains(&subject)), "{}", sheet.code());
    }
}

#[test]
fn a_field_that_cannot_be_taken_says_why_and_the_others_are_looked_at_too() {
    let typed: Typed =
        [("what", ""), ("owner:person", "a"), ("owner:named", "b"), ("due:on", "soon"), ("may_know:who", "only")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into_iter()
            .collect();
    let wrong = read(&Sheet::Action.fields(), &typed, json!({})).unwrap_err();
    let said: Vec<(&str, &str)> = wrong.iter().map(|wrong| (wrong.field.as_str(), wrong.words.as_str())).collect();
    assert_eq!(
        said,
        [
            ("what", "This is needed. Fill it in."),
            ("owner", "Fill in one of the two, not both."),
            ("due", "This is not a day. Write it like 2026-09-24."),
            ("may_know", "Tick who may know it."),
        ]
    );
}

#[test]
fn a_minute_taker_reads_no_note_and_writes_over_none() {
    let mut record = record(DEMOS[0]);
    let note = Note { id: "note".parse().unwrap(), words: "For me alone".to_owned() };
    record.matters.put(note.clone().into());
    let state = state(&record);
    let has_note = |audience| FileView::of(&state, &audience).matters.contains(&note.clone().into());
    assert!(has_note(Audience::Chair));
    for audience in [Audience::Clerk, Audience::Wall, Audience::Professionals, Audience::Family] {
        assert!(!has_note(audience));
    }
    assert!(!record.without_notes().matters.has(&note.id), "a note leaves with no export");
    let report: Report = serde_json::from_value(json!({ "id": "note", "by": "priya" })).unwrap();
    assert_eq!(ask(&state, &Actor::Clerk, report.clone()), Err(Rejection::IdTaken));
    assert_eq!(ask(&state, &Actor::Chair, report.clone()), Err(Rejection::IdTaken), "a matter stays of its kind");
    assert_eq!(ask(&state, &Actor::Clerk, Report { id: "new".parse().unwrap(), ..report }), Ok(1));
    let drop = Keeping::Drop(note.id);
    let context = Context { now: Timestamp::UNIX_EPOCH };
    assert_eq!(
        keep(&state, &Actor::Clerk.into(), &drop, context),
        Err(Rejection::NotFound),
        "it is not even said to be there"
    );
}

#[test]
fn what_the_minute_taker_may_not_know_is_neither_read_nor_replaced() {
    let mut record = record(DEMOS[0]);
    let mut group = record.matters.iter().find(|matter| Sheet::of(matter) == Some(Sheet::CoreGroup)).cloned().unwrap();
    if let Matter::CoreGroup(of) = &mut group {
        of.may_know = board::sharing::MayKnow::ChairOnly;
    }
    record.matters.put(group.clone());
    let state = state(&record);
    assert!(!FileView::of(&state, &Audience::Clerk).matters.contains(&group));
    let other: board::matter::CoreGroup = serde_json::from_value(json!({ "id": "other" })).unwrap();
    assert_eq!(ask(&state, &Actor::Clerk, other.clone()), Err(Rejection::NotYours));
    assert_eq!(ask(&state, &Actor::Chair, other), Ok(2), "the one that was there goes, and this one comes");
}
