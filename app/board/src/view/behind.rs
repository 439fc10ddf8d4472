//! What was said behind the curtain beside the lines of the board, as the chair is asked about it.
//!
//! Deliberately not here: what may be shared, and with whom (that is `decide::behind`).

use serde::{Deserialize, Serialize};

use super::words::{person_name, source_name};
use crate::audience::Audience;
use crate::curtain::Thing;
use crate::decide::would_be_read;
use crate::file::Sheet;
use crate::id::ChildId;
use crate::matter::{Matter, RestrictedPart};
use crate::people::Person;
use crate::state::State;

/// One thing that was said behind the curtain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BehindLine {
    /// Which.
    pub thing: Thing,
    /// What it is: "The decision for Maja".
    pub what: String,
    /// What everybody would read of it.
    pub words: String,
}

/// The chair is asked about everything that was said since the curtain was drawn and still stands; nobody else is.
pub(super) fn behind(state: &State, audience: &Audience) -> Vec<BehindLine> {
    let things = state.curtain.iter().flat_map(|curtain| &curtain.things);
    things.filter(|_| *audience == Audience::Chair).filter_map(|thing| line(state, thing)).collect()
}

/// What stayed behind the curtain when it opened, in the order of the parts; the chair can share it later.
pub(super) fn stayed(state: &State, audience: &Audience) -> Vec<BehindLine> {
    let mut stayed: Vec<&Thing> = Vec::new();
    for part in state.record.all::<RestrictedPart>().filter(|_| *audience == Audience::Chair) {
        stayed.extend(part.things.iter().filter(|thing| !part.things_shared.contains(thing)));
    }
    let mut asked: Vec<BehindLine> = Vec::new();
    for found in stayed.into_iter().filter_map(|thing| line(state, thing)) {
        if !asked.contains(&found) {
            asked.push(found);
        }
    }
    asked
}

/// A thing in words; nothing when it was taken back.
fn line(state: &State, thing: &Thing) -> Option<BehindLine> {
    let (record, chair) = (&state.record, &Audience::Chair);
    let called = |child: &ChildId| record.children.get(child).map_or("", |child| child.known_as.as_str());
    let (what, first) = match thing {
        Thing::Rating(id) => {
            let rating = record.ratings.get(id)?;
            (source_name(state, chair, &rating.by), Some(rating.value.to_string()))
        }
        Thing::Action(_) => ("The plan".to_owned(), None),
        Thing::Contingency => ("If the plan does not work".to_owned(), None),
        Thing::Decision(child) => {
            let decision = record.decisions.get(child)?;
            (format!("The decision for {}", called(child)), Some(decision.outcome.words().to_owned()))
        }
        Thing::AgencyView(id) => {
            let view = record.agency_views.get(id)?;
            let who = person_name(state, chair, &view.by, Person::introduced);
            (format!("{who}, about {}", called(&view.child)), Some(view.opinion.words().to_owned()))
        }
        Thing::FamilyView(id) => {
            let by = &record.family_views.get(id)?.by;
            (person_name(state, chair, by, Person::introduced), None)
        }
        Thing::Answer(entry) => {
            let (tool, _) = record.entry(entry)?;
            (format!("What was done about {}’s words", called(&tool.child)), None)
        }
        Thing::Phase(key) => {
            let label = record.framework.phase(key).map_or("a part", |(_, phase)| phase.label.as_str());
            (format!("Why “{label}” began as it did"), None)
        }
        Thing::Matter(id) => {
            let matter = record.matters.get(id)?;
            let title = Sheet::of(matter)?.title();
            (about(matter).map_or_else(|| title.to_owned(), |child| format!("{title}: {}", called(child))), None)
        }
    };
    let read = would_be_read(state, thing);
    let is_there = first.is_some() || !read.is_empty() || matches!(thing, Thing::Matter(_));
    let words: Vec<&str> = first.as_deref().into_iter().chain(read).collect();
    is_there.then(|| BehindLine { thing: thing.clone(), what, words: words.join(" · ") })
}

/// The child a matter is about, where it is about one.
fn about(matter: &Matter) -> Option<&ChildId> {
    match matter {
        Matter::Involvement(of) => Some(&of.child),
        Matter::Threshold(of) => Some(&of.child),
        Matter::Report(_)
        | Matter::Exclusion(_)
        | Matter::Sitting(_)
        | Matter::RestrictedPart(_)
        | Matter::Note(_)
        | Matter::QuorumDecision(_)
        | Matter::FamilyShape(_)
        | Matter::SetAside(_)
        | Matter::Correction(_)
        | Matter::DissentRoute(_)
        | Matter::Statement(_)
        | Matter::GreyEnd(_)
        | Matter::Walked(_)
        | Matter::Fate(_)
        | Matter::TheirView(_)
        | Matter::CoreGroup(_)
        | Matter::Recipient(_)
        | Matter::DutyDates(_) => None,
    }
}
