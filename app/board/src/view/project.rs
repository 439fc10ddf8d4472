//! From the whole conference to what one audience may see of it.
//!
//! Deliberately not here: the rules (they are in `see`). Every thing passes its rule on the way in; there is no way in
//! without one.

use litemap::LiteMap;

use super::circle::circle;
use super::last_time::last_time;
use super::neutral::neutral;
use super::see::is_paused;
use super::told::At;
use super::unfold::unfolding;
use super::{CardView, View, may_see_card_at, may_see_rating};
use crate::audience::{Audience, Onlooker};
use crate::card::Card;
use crate::id::{AccountId, CardId};
use crate::state::State;

mod desk;
mod lines;
mod outcome;
mod stage;
mod tools;

pub(super) use desk::desk;
use desk::{copies, offers, own_conferences, signs};
pub(super) use lines::card_view;
use lines::{newest, order, removed, strip};
pub(super) use outcome::owner_name;
use outcome::{action_view, actions, contingency, decisions, rating_view};
use stage::{head, stage};
pub(super) use tools::entry_view;
use tools::{entries, tools};

/// What an audience may see now, on its screen.
pub fn project(state: &State, audience: &Audience) -> View {
    project_at(state, audience, At::Screen)
}

/// What somebody sees now: what their audience may see, and at a console what they themselves can take back.
pub fn project_to(state: &State, onlooker: &Onlooker) -> View {
    view_of(state, &onlooker.audience, onlooker.account.as_ref(), At::Screen)
}

/// What an audience may have now, on its screen or on paper.
pub(super) fn project_at(state: &State, audience: &Audience, at: At) -> View {
    view_of(state, audience, None, at)
}

fn view_of(state: &State, audience: &Audience, account: Option<&AccountId>, at: At) -> View {
    if at == At::Screen && is_paused(state, audience) {
        return neutral(state, audience);
    }
    if *audience == Audience::Support {
        // Which conference it is, and nothing of what is said there.
        return View { head: head(state, audience), ..neutral(state, audience) };
    }
    let console = is_console(audience);
    let record = &state.record;
    let seen: Vec<&Card> = record.cards.iter().filter(|card| may_see_card_at(state, audience, at, card)).collect();
    let cards: LiteMap<CardId, CardView> =
        seen.iter().map(|card| (card.id.clone(), card_view(state, audience, at, card))).collect();
    let board = !matches!(audience, Audience::Tablet(_) | Audience::SideRoom(_));
    View {
        head: head(state, audience),
        stage: stage(state, audience, &seen),
        order: order(&seen),
        newest: newest(state, &seen),
        strip: strip(state, &seen, &cards),
        cards,
        last: match at {
            At::Screen => last_time(state, audience),
            At::ChildsPages | At::Board => LiteMap::new(),
        },
        ratings: record
            .ratings
            .iter()
            .filter(|rating| may_see_rating(state, audience, rating))
            .map(|rating| (rating.id.clone(), rating_view(state, audience, rating)))
            .collect(),
        plan_order: actions(state, audience).map(|action| action.id.clone()).collect(),
        plan: actions(state, audience)
            .map(|action| (action.id.clone(), action_view(state, audience, action)))
            .collect(),
        contingency: contingency(state, audience),
        decisions: if board { decisions(state, audience) } else { LiteMap::new() },
        offers: offers(state, audience),
        desk: console.then(|| desk(state, audience, account)),
        people: if console { map(record.people.iter(), |person| person.id.clone()) } else { LiteMap::new() },
        children: if console { map(record.children.iter(), |child| child.id.clone()) } else { LiteMap::new() },
        seats: if matches!(audience, Audience::Chair) {
            map(state.seats.iter(), |seat| seat.id.clone())
        } else {
            LiteMap::new()
        },
        unfolding: match at {
            At::Screen => unfolding(state, audience),
            At::ChildsPages | At::Board => None,
        },
        own_conferences: own_conferences(state, audience),
        circle: circle(state, audience),
        signs: signs(state, audience),
        copies: copies(state, audience),
        tools: tools(state, audience),
        entries: entries(state, audience),
        removed: if console { removed(state, audience) } else { LiteMap::new() },
    }
}

/// Whether an audience sits at a console.
pub(super) fn is_console(audience: &Audience) -> bool {
    match audience {
        Audience::Chair | Audience::Clerk => true,
        Audience::Wall
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    }
}

fn map<'a, K: Ord, T: Clone + 'a>(things: impl Iterator<Item = &'a T>, key: impl Fn(&T) -> K) -> LiteMap<K, T> {
    things.map(|thing| (key(thing), thing.clone())).collect()
}
