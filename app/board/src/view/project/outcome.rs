//! Numbers, the plan, and the decisions with what agencies say of them, as an audience sees them.
//!
//! Deliberately not here: any sum or colour. What people said stands side by side.

use litemap::LiteMap;

use super::is_console;
use crate::audience::Audience;
use crate::curtain::Thing;
use crate::id::ChildId;
use crate::outcome::{Action, Decision, Due, Owner, Rating};
use crate::sharing::MayKnow;
use crate::state::State;
use crate::view::last_time::number_of_last_time;
use crate::view::told::has_what_is_repeated;
use crate::view::words::{children, person_name, source_name};
use crate::view::{
    ActionView, DecisionView, RatingView, day, may_know, may_know_child, may_know_thing, may_see_action, may_see_card,
    may_see_present,
};

pub(super) fn rating_view(state: &State, audience: &Audience, rating: &Rating) -> RatingView {
    let mut seen = rating.clone();
    if !is_console(audience) {
        // As with a line of the plan.
        seen.may_know = MayKnow::Everyone;
    }
    let last = number_of_last_time(state, audience, rating);
    RatingView { rating: seen, who: source_name(state, audience, &rating.by), last }
}

/// What happens if the plan does not work is for those it was shared with, and for grown-ups.
pub(super) fn contingency(state: &State, audience: &Audience) -> Option<String> {
    let grown_up = !matches!(audience, Audience::Child(_) | Audience::SideRoom(_));
    let written = state.record.contingency.as_ref().filter(|_| grown_up);
    written.filter(|written| may_know(state, audience, &written.may_know)).map(|written| written.words.clone())
}

pub(super) fn actions<'a>(state: &'a State, audience: &'a Audience) -> impl Iterator<Item = &'a Action> {
    state.record.plan.iter().filter(move |action| may_see_action(state, audience, action))
}

pub(super) fn action_view(state: &State, audience: &Audience, action: &Action) -> ActionView {
    let mut seen = action.clone();
    seen.answers.retain(|card| state.record.cards.get(card).is_some_and(|card| may_see_card(state, audience, card)));
    seen.children.retain(|child| may_know_child(state, audience, child));
    if !is_console(audience) {
        // Whom a line is kept from is itself not for everybody.
        seen.may_know = MayKnow::Everyone;
    }
    ActionView {
        owner: owner_name(state, audience, &action.owner),
        due: match &action.due {
            Due::On(date) => day(*date),
            Due::Said(words) => words.clone(),
        },
        children: children(&state.record, &seen.children),
        action: seen,
    }
}

/// Who does a thing, as this audience may know them.
pub(in crate::view) fn owner_name(state: &State, audience: &Audience, owner: &Owner) -> String {
    match owner {
        Owner::Person(person) => person_name(state, audience, person, |person| person.name.clone()),
        Owner::Named(words) => words.clone(),
    }
}

pub(super) fn decisions(state: &State, audience: &Audience) -> LiteMap<ChildId, DecisionView> {
    let record = &state.record;
    let views = |child: &ChildId| {
        let of_child = record.agency_views.iter().filter(|view| view.child == *child);
        let known = of_child.filter_map(|view| {
            let person = record.people.get(&view.by)?;
            let known = may_know_thing(state, audience, &Thing::AgencyView(view.id.clone()));
            (known && may_see_present(state, audience, person)).then(|| (person.introduced(), view.clone()))
        });
        known.collect()
    };
    let known = record.children.iter().filter(|child| may_know_child(state, audience, &child.id));
    let decided = known.map(|child| {
        let view = DecisionView {
            child: child.known_as.clone(),
            decision: record
                .decisions
                .get(&child.id)
                .filter(|_| may_know_thing(state, audience, &Thing::Decision(child.id.clone())))
                .map(|decision| for_reader(state, audience, decision)),
            views: views(&child.id),
        };
        (child.id.clone(), view)
    });
    decided.filter(|(_, view)| view.decision.is_some() || !view.views.is_empty()).collect()
}

/// What the chair writes of a child under a decision goes to whoever has the decision, not on the wall while the child's words are
/// put away; where it repeats what the child put into a tool, only to those whom the child gave that to.
fn for_reader(state: &State, audience: &Audience, decision: &Decision) -> Decision {
    let put_away = *audience == Audience::Wall && state.wall.not_now.contains(&decision.child);
    let told = |words: &String| !put_away && has_what_is_repeated(state, audience, &decision.child, words);
    Decision { childs_view: decision.childs_view.clone().filter(told), ..decision.clone() }
}
