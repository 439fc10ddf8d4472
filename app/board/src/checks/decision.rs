//! What is asked about the decisions, and about everybody's view of them.
//!
//! Deliberately not here: counting views. They are only asked whether they are there and whether they differ.

use super::{Checks, Finding};
use crate::letter::Reading;
use crate::matter::{DissentRoute, Threshold};
use crate::outcome::{AgencyView, Dissent, Opinion};
use crate::people::{Agency, Child, Person};
use crate::quorum::{counts, takes_part};
use crate::record::Record;
use crate::state::State;

fn is_written(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

fn threshold<'a>(record: &'a Record, child: &Child) -> Option<&'a Threshold> {
    record.all::<Threshold>().find(|test| test.child == child.id)
}

/// Each child has a decision of their own, with reasons, and it says how the test for a plan was gone through (D1).
pub(super) fn with_reasons(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let found = record.children.iter().filter_map(|child| {
        let name = &child.known_as;
        let words = match (record.decisions.get(&child.id), threshold(record, child)) {
            (None, _) => format!("Nothing is decided for {name} yet."),
            (Some(decision), _) if decision.reasons.trim().is_empty() => {
                format!("The decision for {name} has no reasons.")
            }
            (Some(_), Some(test)) if test.suffered.is_some() || test.likely.is_some() => return None,
            (Some(_), _) => format!("It does not say how the test for a plan was gone through for {name}."),
        };
        Some(Finding::new(words).about(&child.id))
    });
    found.collect()
}

/// A plan has a category and only a plan has one. When a plan goes on, its category is tested again, and another one has a reason (D2).
pub(super) fn category_fits(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let found = record.children.iter().filter_map(|child| {
        let decision = record.decisions.get(&child.id)?;
        let name = &child.known_as;
        if decision.outcome.has_plan() != decision.category.is_some() {
            return Some(
                Finding::new(format!("{name}: a plan has a category, and only a plan has one.")).about(&child.id),
            );
        }
        if !(record.conference.kind.is_review() && decision.outcome.has_plan()) {
            return None;
        }
        let test = threshold(record, child);
        if !test.is_some_and(|test| test.retested) {
            return Some(Finding::new(format!("The category for {name} was not tested again.")).about(&child.id));
        }
        let before = test.and_then(|test| test.category_before);
        let explained = test.is_some_and(|test| is_written(test.category_changed_because.as_ref()));
        let changed = before.is_some() && before != decision.category && !explained;
        changed.then(|| {
            Finding::new(format!("The category for {name} changed, and it does not say why.")).about(&child.id)
        })
    });
    found.collect()
}

/// The agencies that were there and have a say, each once.
fn agencies(record: &Record) -> Vec<(Agency, String)> {
    let there = record.people.iter().filter(|person| takes_part(person) && counts(person));
    let mut agencies: Vec<(Agency, String)> = there.filter_map(agency_of).collect();
    agencies.sort();
    agencies.dedup();
    agencies
}

fn agency_of(person: &Person) -> Option<(Agency, String)> {
    Some((person.agency?, person.organisation.clone().unwrap_or_default()))
}

/// Each agency that was there and has a say gave its view for each child; "no view" is one (D3). Source: Wales, nobody abstains.
pub(super) fn each_agency(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let asked = agencies(record);
    let found = record.children.iter().flat_map(|child| {
        let spoke = |agency: &(Agency, String)| {
            let views = record.agency_views.iter().filter(|view| view.child == child.id);
            views
                .filter_map(|view| record.people.get(&view.by))
                .any(|person| agency_of(person).as_ref() == Some(agency))
        };
        let silent = asked.iter().filter(|agency| !spoke(agency));
        let say = |(agency, organisation): &(Agency, String)| {
            let who = if organisation.is_empty() { agency.words() } else { organisation };
            Finding::new(format!("{who} has not said what it thinks for {}.", child.known_as)).about(&child.id)
        };
        silent.map(say).collect::<Vec<_>>()
    });
    found.collect()
}

/// Whether some would make a plan and some would not.
fn is_split<'a>(views: impl Iterator<Item = &'a AgencyView>) -> bool {
    let mut kinds: Vec<Opinion> =
        views.map(|view| view.opinion).filter(|opinion| *opinion != Opinion::NoView).collect();
    kinds.dedup();
    kinds.windows(2).any(|pair| pair.first() != pair.last())
}

/// Where agencies see it otherwise the chair says why; a formal dissent has its words and its way. A form that is still to come is
/// said, and stops nobody (D4).
pub(super) fn disagreement_kept(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let split = record.children.iter().filter_map(|child| {
        let views = || record.agency_views.iter().filter(|view| view.child == child.id);
        let reasons = record.decisions.get(&child.id).is_some_and(|decision| !decision.reasons.trim().is_empty());
        let said = reasons || threshold(record, child).is_some_and(|test| is_written(test.split_because.as_ref()));
        let words = format!(
            "Agencies see it otherwise for {}, and the chair has not said why it was decided so.",
            child.known_as
        );
        (is_split(views()) && !said).then(|| Finding::new(words).about(&child.id))
    });
    let formal = record.agency_views.iter().filter(|view| view.dissent == Some(Dissent::Formal));
    let dissents = formal.filter_map(|view| {
        let who = record.people.get(&view.by).map_or("Somebody", Person::called);
        let Some(route) = record.all::<DissentRoute>().find(|route| route.view == view.id) else {
            return Some(Finding::new(format!(
                "The formal dissent of {who} has no way yet: who it goes to, and by when."
            )));
        };
        if !is_written(view.reason.as_ref()) {
            return Some(Finding::new(format!("The formal dissent of {who} has no words.")));
        }
        let to_come = route.form_completed.is_none();
        to_come.then(|| Finding::new(format!("The form for the formal dissent of {who} is still due.")).still_due())
    });
    split.chain(dissents).collect()
}

/// For each child it is noted whether the child or the parents agree; their disagreement is never mixed with a dissent (D5).
pub(super) fn family_heard(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let unheard = record.children.iter().filter(|child| {
        let family = record.family_views.iter().any(|view| view.child.as_ref().is_none_or(|of| *of == child.id));
        let own = record.disagreements.has(&child.id)
            || record.decisions.get(&child.id).is_some_and(|decision| is_written(decision.childs_view.as_ref()));
        let noted = threshold(record, child).is_some_and(|test| is_written(test.disagreement_noted.as_ref()));
        !family && !own && !noted
    });
    let say = |child: &Child| format!("It does not say whether {} or the parents agree.", child.known_as);
    unheard.map(|child| Finding::new(say(child)).about(&child.id)).collect()
}

/// Each sentence a family reads of the reasons is short and plain, and letters that stand for words are spelled out (L1).
pub(super) fn plain_for_family(state: &State, checks: &Checks) -> Vec<Finding> {
    let record = &state.record;
    let found = record.children.iter().flat_map(|child| {
        let reasons = record.decisions.get(&child.id).map_or("", |decision| decision.reasons.as_str());
        let hard = sentences(reasons).filter(|sentence| Reading::of(sentence).whole_age() > checks.reading_age);
        let hard =
            hard.map(|sentence| format!("The reasons for {} are hard to read here: “{sentence}”", child.known_as));
        let letters = short_forms(reasons).into_iter();
        let letters = letters.map(|short| format!("The reasons for {} say “{short}”: spell it out.", child.known_as));
        hard.chain(letters).map(|words| Finding::new(words).about(&child.id)).collect::<Vec<_>>()
    });
    found.collect()
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '!', '?', ':']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// Words of two or more capital letters, such as "CAMHS".
fn short_forms(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    words.filter(|word| word.chars().all(char::is_uppercase) && !word.chars().any(char::is_numeric)).collect()
}
