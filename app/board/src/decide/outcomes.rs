//! Rules about numbers, the plan, decisions and views.
//!
//! Deliberately not here: any sum over them. Judgement belongs to people.

use super::cards::{audience, on_board};
use super::{Actor, behind, curtain, texts};
use crate::card::Source;
use crate::curtain::Thing;
use crate::event::Event;
use crate::framework::{ScaleOf, SectionKind};
use crate::id::{ActionId, ChildId, OpinionId, PersonId, RatingId};
use crate::outcome::{Action, AgencyView, Contingency, Decision, Due, FamilyView, Owner, Rating};
use crate::rejection::Rejection;
use crate::sharing::MayKnow;
use crate::state::State;
use crate::view::{may_know, may_see_action, may_see_rating};

/// A number is on the scale, given by somebody of the conference, about the whole map or about one statement of danger.
pub(super) fn rate(state: &State, actor: &Actor, rating: &Rating) -> Result<Vec<Event>, Rejection> {
    if let Some(there) = state.record.ratings.get(&rating.id) {
        seen(may_see_rating(state, &audience(actor), there))?;
    }
    if rating.value > 10 {
        return Err(Rejection::OffScale);
    }
    let record = &state.record;
    let scale = record.framework.scale(&rating.scale).ok_or_else(|| unknown(rating.scale.as_str()))?;
    match (&rating.card, scale.of) {
        (None, ScaleOf::Whole) => {}
        (Some(card), ScaleOf::Statement) => {
            let card = on_board(state, actor, card)?;
            let kind = record.framework.section(&card.section).map(|section| section.kind);
            if !matches!(kind, Some(SectionKind::Danger | SectionKind::Risk)) {
                return Err(unknown(card.id.as_str()));
            }
        }
        (None, ScaleOf::Statement) | (Some(_), ScaleOf::Whole) => return Err(unknown(rating.scale.as_str())),
    }
    match &rating.by {
        Source::Person(person) => person_exists(state, person)?,
        Source::Child(child) => child_exists(state, child)?,
        Source::Agency(name) => texts::name(name)?,
    }
    for text in [&rating.about, &rating.reason, &rating.one_higher] {
        texts::optional(text.as_deref())?;
    }
    let may_know = curtain::said_now(state, &rating.may_know);
    Ok(vec![Event::RatingGiven(Rating { may_know, ..rating.clone() })])
}

/// A number can be taken back, by somebody who sees it.
pub(super) fn withdraw_rating(state: &State, actor: &Actor, rating: &RatingId) -> Result<Vec<Event>, Rejection> {
    let there = state.record.ratings.get(rating).ok_or(Rejection::NotFound)?;
    seen(may_see_rating(state, &audience(actor), there))?;
    Ok(vec![Event::RatingWithdrawn { rating: rating.clone() }])
}

/// A line of the plan says what is done and by whom. Whether its day is a real one is asked before signing, not here:
/// a chair writes down what was said.
pub(super) fn plan(state: &State, actor: &Actor, action: &Action) -> Result<Vec<Event>, Rejection> {
    if let Some(there) = state.record.plan.get(&action.id) {
        seen(may_see_action(state, &audience(actor), there))?;
    }
    texts::line(&action.what)?;
    match &action.owner {
        Owner::Person(person) => person_exists(state, person)?,
        Owner::Named(words) => texts::line(words)?,
    }
    if let Due::Said(words) = &action.due {
        texts::optional(Some(words))?;
    }
    for text in [&action.outcome, &action.measure, &action.contingency, &action.for_child] {
        texts::optional(text.as_deref())?;
    }
    action.children.iter().try_for_each(|child| child_exists(state, child))?;
    action.may_know.named().iter().try_for_each(|person| person_exists(state, person))?;
    for card in &action.answers {
        on_board(state, actor, card)?;
    }
    let may_know = curtain::behind(state, &action.may_know);
    Ok(vec![Event::ActionPlanned(Action { may_know, ..action.clone() })])
}

/// A line of the plan can be dropped by somebody who sees it; the log keeps it.
pub(super) fn drop_action(state: &State, actor: &Actor, action: &ActionId) -> Result<Vec<Event>, Rejection> {
    let there = state.record.plan.get(action).ok_or(Rejection::NotFound)?;
    seen(may_see_action(state, &audience(actor), there))?;
    Ok(vec![Event::ActionDropped { action: action.clone() }])
}

/// What happens if the plan does not work is written in words, or not at all; who may know it stays as it was. Somebody
/// who may not know what is written cannot write over it.
pub(super) fn contingency(state: &State, actor: &Actor, words: Option<&str>) -> Result<Vec<Event>, Rejection> {
    texts::optional(words)?;
    let known = state.record.contingency.as_ref();
    if known.is_some_and(|known| !may_know(state, &audience(actor), &known.may_know)) {
        return Err(Rejection::NotFound);
    }
    let words = words.filter(|words| !words.trim().is_empty());
    let contingency = words.map(|words| Contingency {
        words: words.to_owned(),
        may_know: curtain::behind(state, known.map_or(&MayKnow::Everyone, |known| &known.may_know)),
    });
    Ok(vec![Event::ContingencyWritten { contingency }])
}

/// The chair decides for each child on its own, with reasons. A plan has a category, and only a plan has one.
pub(super) fn decide(state: &State, decision: &Decision) -> Result<Vec<Event>, Rejection> {
    child_exists(state, &decision.child)?;
    if decision.reasons.trim().is_empty() {
        return Err(Rejection::Empty);
    }
    texts::childs(&decision.reasons)?;
    texts::optional(decision.childs_view.as_deref())?;
    texts::optional(decision.for_child.as_deref())?;
    if decision.outcome.has_plan() != decision.category.is_some() {
        return Err(Rejection::CategoryMismatch);
    }
    let kept = behind::keeps(state, Thing::Decision(decision.child.clone()), &[]);
    Ok(kept.into_iter().chain([Event::DecisionMade(decision.clone())]).collect())
}

/// Each agency gives one view for each child; a second replaces the first.
pub(super) fn agency_view(state: &State, view: &AgencyView) -> Result<Vec<Event>, Rejection> {
    child_exists(state, &view.child)?;
    person_exists(state, &view.by)?;
    texts::optional(view.reason.as_deref())?;
    let theirs = |other: &&AgencyView| other.child == view.child && other.by == view.by && other.id != view.id;
    let before = state.record.agency_views.iter().filter(theirs).map(|other| other.id.clone());
    let before: Vec<OpinionId> = before.collect();
    let in_place_of: Vec<Thing> = before.iter().cloned().map(Thing::AgencyView).collect();
    let mut events: Vec<Event> =
        behind::keeps(state, Thing::AgencyView(view.id.clone()), &in_place_of).into_iter().collect();
    events.extend(before.into_iter().map(|view| Event::AgencyViewWithdrawn { view }));
    events.push(Event::AgencyViewGiven(view.clone()));
    Ok(events)
}

/// A view can be taken back.
pub(super) fn withdraw_agency_view(state: &State, view: &OpinionId) -> Result<Vec<Event>, Rejection> {
    if !state.record.agency_views.has(view) {
        return Err(Rejection::NotFound);
    }
    Ok(vec![Event::AgencyViewWithdrawn { view: view.clone() }])
}

/// What the family says of the decision is kept in their words, apart from the professionals' views.
pub(super) fn family_view(state: &State, view: &FamilyView) -> Result<Vec<Event>, Rejection> {
    person_exists(state, &view.by)?;
    if let Some(child) = &view.child {
        child_exists(state, child)?;
    }
    texts::line(&view.words)?;
    view.may_know.named().iter().try_for_each(|person| person_exists(state, person))?;
    let may_know = curtain::behind(state, &view.may_know);
    Ok(vec![Event::FamilyViewGiven(FamilyView { may_know, ..view.clone() })])
}

/// For somebody who may not see a thing, it is not there.
fn seen(may_see: bool) -> Result<(), Rejection> {
    if may_see { Ok(()) } else { Err(Rejection::NotFound) }
}

fn child_exists(state: &State, child: &ChildId) -> Result<(), Rejection> {
    if state.record.children.has(child) { Ok(()) } else { Err(unknown(child.as_str())) }
}

fn person_exists(state: &State, person: &PersonId) -> Result<(), Rejection> {
    if state.record.people.has(person) { Ok(()) } else { Err(unknown(person.as_str())) }
}

fn unknown(what: &str) -> Rejection {
    Rejection::Unknown { what: what.to_owned() }
}
