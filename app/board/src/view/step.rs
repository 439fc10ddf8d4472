//! What one event changed in a view, told from the event and the view as it was: the cost follows what changed, not the
//! size of the board.
//!
//! Deliberately only for what happens most and touches one line: everything else makes the view anew with [`project`], and
//! the two are held against each other in `tests/convergence.rs`. Deliberately no rule of its own: who sees the line, and
//! how it reads, is asked of the same functions.
//!
//! [`project`]: super::project

use litemap::LiteMap;

use super::patch::{Keyed, Patch, changed};
use super::project::{card_view, desk, is_console};
use super::{At, CardView, View, is_paused, may_see_card};
use crate::audience::Audience;
use crate::card::{Card, Rank};
use crate::event::Event;
use crate::id::{CardId, ColumnKey, SectionKey};
use crate::seat::Holder;
use crate::state::State;

/// What events changed in the view that an audience had; nothing where only the whole view can tell. The state is as after
/// them.
pub fn step(state: &State, audience: &Audience, had: &View, events: &[Event]) -> Option<Patch> {
    let [event] = events else {
        return None;
    };
    if !looks_at_the_board(audience) || is_paused(state, audience) {
        return None;
    }
    if let Event::CardAdded(card) = event {
        added(state, audience, had, card)
    } else if let Event::CardReworded { card, .. } = event {
        reworded(state, audience, had, state.record.cards.get(card)?)
    } else if let Event::SeatGiven(seat) = event {
        seated(state, audience, &seat.holder)
    } else {
        None
    }
}

/// Who has the board before them; a child's screens are about other things, and business support has none.
fn looks_at_the_board(audience: &Audience) -> bool {
    match audience {
        Audience::Chair | Audience::Clerk | Audience::Wall | Audience::Person(_) => true,
        Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    }
}

/// A new line that nothing names yet changes its own section and column, and what a console has at hand.
fn added(state: &State, audience: &Audience, had: &View, card: &Card) -> Option<Patch> {
    let record = &state.record;
    let card = record.cards.iter().next_back().filter(|last| last.id == card.id)?;
    let is_named = record.ratings.iter().any(|rating| rating.card.as_ref() == Some(&card.id))
        || record.plan.iter().any(|action| action.answers.contains(&card.id))
        || state.wall.pointed.as_ref() == Some(&card.id);
    let was_there = had.cards.contains_key(&card.id) || had.removed.contains_key(&card.id);
    if is_named || was_there || !stands_alone(card) {
        return None;
    }
    let at_hand = at_hand(state, audience, had);
    if !may_see_card(state, audience, card) {
        return Some(at_hand);
    }
    Some(Patch {
        cards: line(state, audience, card),
        order: set(card.section.clone(), in_its_place(state, had, card)),
        newest: match state.column_of(&card.id) {
            Some(column) => set(column.key.clone(), in_front(had, &column.key, card)),
            None => Keyed::default(),
        },
        ..at_hand
    })
}

/// A section's lines with a new one among them: by its rank, and after those of the same rank.
fn in_its_place(state: &State, had: &View, card: &Card) -> Vec<CardId> {
    let mut lines = of_section(had, &card.section);
    let rank = |id: &CardId| state.record.cards.get(id).map_or(Rank::FIRST, |card| card.rank);
    let place = lines.partition_point(|id| rank(id).order(card.rank).is_le());
    lines.insert(place, card.id.clone());
    lines
}

fn of_section(had: &View, section: &SectionKey) -> Vec<CardId> {
    had.order.get(section).cloned().unwrap_or_default()
}

/// A column's lines with a new one before them all.
fn in_front(had: &View, column: &ColumnKey, card: &Card) -> Vec<CardId> {
    let before = had.newest.get(column).into_iter().flatten();
    std::iter::once(&card.id).chain(before).cloned().collect()
}

/// Other words on a line change that line, for those who see it, and what a console has at hand.
fn reworded(state: &State, audience: &Audience, had: &View, card: &Card) -> Option<Patch> {
    if !stands_alone(card) || card.removed {
        return None;
    }
    let seen = may_see_card(state, audience, card);
    let cards = if seen { line(state, audience, card) } else { Keyed::default() };
    Some(Patch { cards, ..at_hand(state, audience, had) })
}

/// Who sits where is at the chair's hand alone. That a child is in a side room may be said to others.
fn seated(state: &State, audience: &Audience, holder: &Holder) -> Option<Patch> {
    let is_quiet = state.wall.here.is_empty() && !is_console(audience);
    match holder {
        Holder::Waiting(_) | Holder::Person(_) | Holder::Wall if is_quiet => Some(Patch::default()),
        Holder::Waiting(_) | Holder::Person(_) | Holder::Wall | Holder::Tablet(_) | Holder::SideRoom(_) => None,
    }
}

/// A child's words stand on the strip too, and follow what the child chose; a line in a group tells the others of the
/// group that they have company.
fn stands_alone(card: &Card) -> bool {
    !card.is_fixed() && card.group.is_none()
}

/// What a console has at hand, where that has changed: whether there is something to take back.
fn at_hand(state: &State, audience: &Audience, had: &View) -> Patch {
    let desk = is_console(audience).then(|| desk(state, audience));
    Patch { desk: changed(&had.desk, &desk), ..Patch::default() }
}

fn line(state: &State, audience: &Audience, card: &Card) -> Keyed<CardId, CardView> {
    set(card.id.clone(), card_view(state, audience, At::Screen, card))
}

fn set<K: Ord, V>(key: K, value: V) -> Keyed<K, V> {
    let mut set = LiteMap::new();
    set.insert(key, value);
    Keyed { set, gone: Vec::new() }
}
