//! Papers to hold against what is asked of every paper: both demonstrations for everybody in them, and one very long record.
//!
//! Deliberately not here: any expectation.

use board::audience::Audience;
use board::document::{Document, Edition, Print};
use board::letter;
use board::paper;
use board::record::Record;
use board::state::State;
use board::view::minutes::MinutesView;
use serde_json::{Value, json};

use crate::common::{demo, state_of};
use crate::paper::FINGERPRINT;

/// The two demonstrations.
pub(crate) const DEMOS: [&str; 2] = ["1-initial", "2-review"];

/// A paper with what it is called.
pub(crate) type Named = (String, Document);

/// A final edition.
pub(crate) fn signed() -> Edition {
    Edition::signed(2, FINGERPRINT.parse().unwrap())
}

/// Everybody who may have a copy of the minutes.
pub(crate) fn everybody(state: &State) -> Vec<Audience> {
    let people = state.record.people.iter().map(|person| Audience::Person(person.id.clone()));
    [Audience::Professionals, Audience::Family].into_iter().chain(people).collect()
}

/// A demonstration as it stands.
pub(crate) fn opened(name: &str) -> State {
    state_of(&demo(name))
}

/// The minutes of both demonstrations for everybody.
pub(crate) fn minutes() -> Vec<Named> {
    let of = |name: &str| {
        let state = opened(name);
        let named = everybody(&state).into_iter().map(|audience| {
            let paper = paper::minutes(&MinutesView::of(&state, &audience), &signed());
            (format!("{name}, minutes, {audience:?}"), paper)
        });
        named.collect::<Vec<_>>()
    };
    DEMOS.into_iter().flat_map(of).collect()
}

/// Every child's letter of both demonstrations, each in its own size.
pub(crate) fn letters() -> Vec<(Named, Print)> {
    let of = |name: &str| {
        let state = opened(name);
        let written = state.record.children.iter().filter_map(|child| {
            let written = letter::write(&state, &child.id, None, None)?;
            Some(((format!("{name}, letter, {}", child.id), written.document), written.print))
        });
        written.collect::<Vec<_>>()
    };
    DEMOS.into_iter().flat_map(of).collect()
}

/// The first demonstration grown to a record of 400 lines, 120 of a child's words, 60 lines of a plan and 60 numbers.
pub(crate) fn long() -> Document {
    let mut record = serde_json::to_value(demo("1-initial")).unwrap();
    grow(&mut record["cards"], 400, |card, at| {
        card["rank"] = json!(at);
        if let Some(card) = card.as_object_mut() {
            card.remove("entry");
        }
    });
    let entries = &mut record["tools"][0]["entries"];
    grow(entries, 120, |_, _| {});
    grow(&mut record["plan"], 60, |_, _| {});
    grow(&mut record["ratings"], 60, |_, _| {});
    let record: Record = serde_json::from_value(record).unwrap();
    paper::minutes(&MinutesView::of(&state_of(&record), &Audience::Professionals), &signed())
}

/// Repeats what is in a list under new ids, some of it with more to say, until there is this much of it.
fn grow(list: &mut Value, wanted: usize, mut change: impl FnMut(&mut Value, usize)) {
    let list = list.as_array_mut().unwrap();
    let first = list.clone();
    for at in list.len()..wanted {
        let mut more = first[at % first.len()].clone();
        more["id"] = json!(format!("{}-{at}", more["id"].as_str().unwrap()));
        if at % 7 == 0
            && let Some(words) = more["words"].as_str()
        {
            more["words"] = json!([words; 5].join(" "));
        }
        change(&mut more, at);
        list.push(more);
    }
}
