//! What is asked about the plan, the statements it answers, and what nobody knows yet.
//!
//! Deliberately not here: a block on anybody's wording. Vague words are said; only what cannot be checked at all stops the approval.

use serde::{Deserialize, Serialize};

use super::{Finding, vague};
use crate::card::Card;
use crate::framework::SectionKind;
use crate::matter::{GreyEnd, Statement, Walked};
use crate::outcome::{Action, Due, Owner};
use crate::people::{Person, Role};
use crate::record::Record;
use crate::state::State;

fn is_written(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// The lines on the board under headings of some kinds.
fn of_kind<'a>(record: &'a Record, kinds: &'a [SectionKind]) -> impl Iterator<Item = &'a Card> {
    record.cards.iter().filter(|card| {
        let kind = record.framework.section(&card.section).map(|section| section.kind);
        !card.removed && kind.is_some_and(|kind| kinds.contains(&kind))
    })
}

/// A line of the plan by its place, as people count: its words may be for few.
fn line(record: &Record, action: &Action) -> String {
    let place = record.plan.iter().position(|other| other.id == action.id).map_or(1, |place| place + 1);
    format!("Line {place} of the plan ({})", action.what)
}

/// Each line has somebody who does it, a real day, and how we will know (P1).
pub(super) fn can_be_checked(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let wanting = record.plan.iter().filter_map(|action| {
        let owned = match &action.owner {
            Owner::Person(person) => record.people.has(person),
            Owner::Named(words) => !vague::nobody(words),
        };
        let dated = match &action.due {
            Due::On(_) => true,
            Due::Said(_) => false,
        };
        let parts = [
            (!owned, "somebody who does it"),
            (!dated, "a day"),
            (!is_written(action.measure.as_ref()), "how we will know"),
        ];
        let missing: Vec<&str> = parts.into_iter().filter(|(missing, _)| *missing).map(|(_, part)| part).collect();
        (!missing.is_empty())
            .then(|| Finding::new(format!("{} has not yet {}.", line(record, action), crate::view::listed(&missing))))
    });
    wanting.collect()
}

/// Each statement of danger or risk has a goal or a line of the plan that answers it (P2).
pub(super) fn fear_answered(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let open = of_kind(record, &[SectionKind::Danger, SectionKind::Risk]).filter(|card| {
        let planned = record.plan.iter().any(|action| action.answers.contains(&card.id));
        let goal = record.all::<Statement>().any(|of| of.card == card.id && !of.goal.is_empty());
        !planned && !goal
    });
    open.map(|card| Finding::new(format!("Nothing answers this yet: “{}”", card.words))).collect()
}

/// What nobody knows has somebody who finds out by a day, or what is known by now (P3).
pub(super) fn grey_ends(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let open = of_kind(record, &[SectionKind::Grey]).filter(|card| {
        let end = record.all::<GreyEnd>().find(|end| end.card == card.id);
        let planned =
            record.plan.iter().any(|action| action.answers.contains(&card.id) && matches!(action.due, Due::On(_)));
        !planned
            && !end.is_some_and(|end| is_written(end.resolved.as_ref()) || (end.owner.is_some() && end.due.is_some()))
    });
    open.map(|card| Finding::new(format!("Nobody finds this out yet: “{}”", card.words))).collect()
}

/// Where there is a child protection plan, it says what happens if it does not work (P4).
pub(super) fn contingency(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let is_plan = record.decisions.iter().any(|decision| decision.outcome.has_plan());
    let said = record.contingency.as_ref().is_some_and(|written| !written.words.trim().is_empty());
    let missing = is_plan && !said;
    missing.then(|| Finding::new("It does not say what happens if the plan does not work.")).into_iter().collect()
}

/// Each line says what will be different for the child (P5).
pub(super) fn about_the_child(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let bare = record.plan.iter().filter(|action| !is_written(action.outcome.as_ref()));
    bare.map(|action| {
        Finding::new(format!("{} does not say what will be different for the child.", line(record, action)))
    })
    .collect()
}

/// No line is due before the conference, or after the next review without a reason (P6).
pub(super) fn real_days(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let header = &record.conference;
    let review = header.next.iter().find(|next| next.meets_again).map(|next| next.on);
    let found = record.plan.iter().filter_map(|action| {
        let Due::On(due) = action.due else { return None };
        if due < header.date {
            return Some(Finding::new(format!("{} is due before the conference.", line(record, action))));
        }
        let late = review.is_some_and(|review| due > review) && !is_written(action.late_because.as_ref());
        late.then(|| {
            Finding::new(format!("{} is due after the review, and it does not say why.", line(record, action)))
        })
    });
    found.collect()
}

/// A word in a line of the plan that nobody can check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// The field of the line it stands in.
    pub field: String,
    /// What about it, in plain words.
    pub words: String,
}

/// The words of a line of the plan that nobody can check: a day that is no day, a deed without a deed, an owner who is nobody. They
/// are said beside the line, and nobody is stopped by them.
pub fn challenges(action: &Action) -> Vec<Challenge> {
    let say = |field: &str, words: String| Challenge { field: field.to_owned(), words };
    let due = match &action.due {
        Due::Said(words) if vague::no_day(words) => Some(say("due", format!("“{words}” is no day"))),
        Due::Said(_) | Due::On(_) => None,
    };
    let deed = vague::no_deed(&action.what).filter(|_| !is_written(action.measure.as_ref()));
    let deed = deed.map(|verb| say("what", format!("“{verb}” does not say what somebody does")));
    let owner = match &action.owner {
        Owner::Named(words) if vague::nobody(words) => Some(say("owner", format!("“{words}” is nobody in particular"))),
        Owner::Named(_) | Owner::Person(_) => None,
    };
    [due, deed, owner].into_iter().flatten().collect()
}

/// Words that nobody can check are said, and nobody is stopped by them (P7).
pub(super) fn plain(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let found = record.plan.iter().flat_map(|action| {
        let say = move |challenge: Challenge| Finding::new(format!("{}: {}.", line(record, action), challenge.words));
        challenges(action).into_iter().map(say)
    });
    found.collect()
}

/// At a review each line of the last plan has what became of it (P8).
pub(super) fn last_plan_walked(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let earlier = record.earlier.iter().flat_map(|earlier| earlier.plan.iter());
    let open = earlier.filter(|action| !record.all::<Walked>().any(|walked| walked.action == action.id));
    open.map(|action| Finding::new(format!("It does not say what became of this: “{}”", action.what))).collect()
}

/// Each parent of a child does something in the plan, is named in it, or has said what they think of the decision (P9). Source: East
/// Sussex found that absent fathers were missed.
pub(super) fn both_parents(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let parents = record.people.iter().filter(|person| person.role == Role::Parent);
    let missed = parents.filter(|parent| !is_thought_of(record, parent));
    missed
        .map(|parent| Finding::new(format!("{} has no part in the plan and was not heard about it.", parent.called())))
        .collect()
}

fn is_thought_of(record: &Record, parent: &Person) -> bool {
    let named =
        |text: Option<&String>| text.is_some_and(|text| text.contains(parent.called()) || text.contains(&parent.name));
    let in_plan = record.plan.iter().any(|action| {
        let owns = match &action.owner {
            Owner::Person(person) => *person == parent.id,
            Owner::Named(words) => named(Some(words)),
        };
        owns || named(Some(&action.what)) || named(action.supporting.as_ref())
    });
    in_plan || record.family_views.iter().any(|view| view.by == parent.id)
}
