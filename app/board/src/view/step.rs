//! What one event changed in a view, told from the event alone: the cost follows what changed, not the size of the board.
//!
//! Deliberately only for what happens most and touches one line: everything else makes the view anew with [`project`], and
//! the two are held against each other in `tests/convergence.rs`. Deliberately no rule of its own: who sees the line, and
//! how it reads, is asked of the same functions.
//!
//! [`project`]: super::project

use super::patch::{Keyed, Patch};
use super::project::{card_view, newest, order};
use super::{At, is_paused, may_see_card};
use crate::audience::Audience;
use crate::card::Card;
use crate::event::Event;
use crate::seat::Holder;
use crate::state::State;

/// What events changed in the view of an audience; nothing where only the whole view can tell. The state is as after them.
pub fn step(state: &State, audience: &Audience, events: &[Event]) -> Option<Patch> {
    let [event] = events else {
        return None;
    };
    if !shows_the_board_alone(audience) || is_paused(state, audience) {
        return None;
    }
    if let Event::CardAdded(card) = event {
        added(state, audience, card)
    } else if let Event::CardReworded { card, .. } = event {
        reworded(state, audience, state.record.cards.get(card)?)
    } else if let Event::SeatGiven(seat) = event {
        seated(state, &seat.holder)
    } else {
        None
    }
}

/// Who has nothing at hand beside the board: a console has much that follows from a line, and a child's screens are about
/// other things.
fn shows_the_board_alone(audience: &Audience) -> bool {
    match audience {
        Audience::Wall | Audience::Person(_) => true,
        Audience::Chair
        | Audience::Clerk
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    }
}

/// A new line that nothing names yet changes its own section and column, and nothing else.
fn added(state: &State, audience: &Audience, card: &Card) -> Option<Patch> {
    let record = &state.record;
    let card = record.cards.iter().next_back().filter(|last| last.id == card.id)?;
    let is_named = record.ratings.iter().any(|rating| rating.card.as_ref() == Some(&card.id))
        || record.plan.iter().any(|action| action.answers.contains(&card.id))
        || state.wall.pointed.as_ref() == Some(&card.id);
    if is_named || !is_grown_ups(card) {
        return None;
    }
    if !may_see_card(state, audience, card) {
        return Some(Patch::default());
    }
    let framework = &record.framework;
    let column = framework.section(&card.section).map(|section| &section.column);
    let beside = |other: &&Card| framework.section(&other.section).map(|section| &section.column) == column;
    let seen = record.cards.iter().filter(beside).filter(|other| may_see_card(state, audience, other));
    let seen: Vec<&Card> = seen.collect();
    let in_section: Vec<&Card> = seen.iter().copied().filter(|other| other.section == card.section).collect();
    Some(Patch {
        order: Keyed { set: order(&in_section), gone: Vec::new() },
        newest: Keyed { set: newest(state, &seen), gone: Vec::new() },
        ..line(state, audience, card)
    })
}

/// Other words on a line change that line, for those who see it.
fn reworded(state: &State, audience: &Audience, card: &Card) -> Option<Patch> {
    if !is_grown_ups(card) {
        return None;
    }
    Some(if may_see_card(state, audience, card) { line(state, audience, card) } else { Patch::default() })
}

/// Who sits where is at the chair's hand alone. That a child is in a side room may be said to others.
fn seated(state: &State, holder: &Holder) -> Option<Patch> {
    match holder {
        Holder::Waiting(_) | Holder::Person(_) | Holder::Wall if state.wall.here.is_empty() => Some(Patch::default()),
        Holder::Waiting(_) | Holder::Person(_) | Holder::Wall | Holder::Tablet(_) | Holder::SideRoom(_) => None,
    }
}

/// A child's words stand on the strip too, and follow what the child chose.
fn is_grown_ups(card: &Card) -> bool {
    !card.is_fixed()
}

fn line(state: &State, audience: &Audience, card: &Card) -> Patch {
    let view = card_view(state, audience, At::Screen, card);
    Patch {
        cards: Keyed { set: std::iter::once((card.id.clone(), view)).collect(), gone: Vec::new() },
        ..Patch::default()
    }
}
