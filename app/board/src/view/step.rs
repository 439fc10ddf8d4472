//! What one event changed in a view, told from the event and the view as it was: the cost follows what changed, not the
//! size of the board.
//!
//! Deliberately only for what happens most and touches one line: everything else makes the view anew with [`project_to`], and
//! the two are held against each other in `tests/convergence.rs`. Deliberately no rule of its own: who sees the line, and
//! how it reads, is asked of the same functions.
//!
//! [`project_to`]: super::project_to

use litemap::LiteMap;

use super::patch::{Keyed, Patch, Splice, changed};
use super::project::{card_view, desk, is_console};
use super::{At, CardView, Desk, View, is_paused, may_see_card};
use crate::audience::{Audience, Onlooker};
use crate::card::{Card, Rank};
use crate::event::Event;
use crate::id::CardId;
use crate::seat::Holder;
use crate::state::State;

/// What an event shows an audience: all that its view depends on, besides the view that was there. Whoever had the same
/// view and is shown the same has the same view again.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    what: What,
    /// What a console has at hand now.
    desk: Option<Desk>,
}

#[derive(Debug, Clone, PartialEq)]
enum What {
    /// A new line, where it is seen.
    Added(Box<CardView>),
    /// A line with other words, where it is seen.
    Reworded(Box<CardView>),
    /// Nothing of the board.
    Nothing,
}

/// What events show somebody who had this view; nothing where only the whole view can tell. The state is as after them.
pub fn step(state: &State, onlooker: &Onlooker, had: &View, events: &[Event]) -> Option<Step> {
    let Onlooker { audience, account } = onlooker;
    let [event] = events else {
        return None;
    };
    if !looks_at_the_board(audience) || is_paused(state, audience) {
        return None;
    }
    let what = if let Event::CardAdded(card) = event {
        added(state, audience, had, card)?
    } else if let Event::CardReworded { card, .. } = event {
        reworded(state, audience, state.record.cards.get(card)?)?
    } else if let Event::SeatGiven(seat) = event {
        seated(state, audience, &seat.holder)?
    } else {
        return None;
    };
    Some(Step { what, desk: is_console(audience).then(|| desk(state, audience, account.as_ref())) })
}

impl Step {
    /// What that changes in the view that was there.
    pub fn on(&self, state: &State, had: &View) -> Patch {
        let at_hand = Patch { desk: changed(&had.desk, &self.desk), ..Patch::default() };
        match &self.what {
            What::Added(line) => Patch {
                cards: set(line.id.clone(), (**line).clone()),
                order: set(line.section.clone(), Splice::one(place(state, had, line), line.id.clone())),
                // A column's lines begin with the newest.
                newest: match state.column_of(&line.id) {
                    Some(column) => set(column.key.clone(), Splice::one(0, line.id.clone())),
                    None => Keyed::default(),
                },
                ..at_hand
            },
            What::Reworded(line) => Patch { cards: set(line.id.clone(), (**line).clone()), ..at_hand },
            What::Nothing => at_hand,
        }
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
fn added(state: &State, audience: &Audience, had: &View, card: &Card) -> Option<What> {
    let record = &state.record;
    let card = record.cards.iter().next_back().filter(|last| last.id == card.id)?;
    let is_named = record.ratings.iter().any(|rating| rating.card.as_ref() == Some(&card.id))
        || record.plan.iter().any(|action| action.answers.contains(&card.id))
        || state.wall.pointed.as_ref() == Some(&card.id);
    let was_there = had.cards.contains_key(&card.id) || had.removed.contains_key(&card.id);
    let is_told = !is_named && !was_there && stands_alone(card);
    is_told.then(|| line(state, audience, card).map_or(What::Nothing, What::Added))
}

/// Where a new line stands in its section: by its rank, and after those of the same rank.
fn place(state: &State, had: &View, line: &CardView) -> usize {
    let lines = had.order.get(&line.section).map(Vec::as_slice).unwrap_or_default();
    let rank = |id: &CardId| state.record.cards.get(id).map_or(Rank::FIRST, |card| card.rank);
    lines.partition_point(|id| rank(id).order(rank(&line.id)).is_le())
}

/// Other words on a line change that line, for those who see it, and what a console has at hand.
fn reworded(state: &State, audience: &Audience, card: &Card) -> Option<What> {
    let is_told = stands_alone(card) && !card.removed;
    is_told.then(|| line(state, audience, card).map_or(What::Nothing, What::Reworded))
}

/// Who sits where is at the chair's hand alone. That a child is in a side room may be said to others.
fn seated(state: &State, audience: &Audience, holder: &Holder) -> Option<What> {
    let is_quiet = state.wall.here.is_empty() && !is_console(audience);
    match holder {
        Holder::Waiting(_) | Holder::Person(_) | Holder::Wall if is_quiet => Some(What::Nothing),
        Holder::Waiting(_) | Holder::Person(_) | Holder::Wall | Holder::Tablet(_) | Holder::SideRoom(_) => None,
    }
}

/// A child's words stand on the strip too, and follow what the child chose; a line in a group tells the others of the
/// group that they have company.
fn stands_alone(card: &Card) -> bool {
    !card.is_fixed() && card.group.is_none()
}

/// The line as an audience has it; nothing for those who may not see it.
fn line(state: &State, audience: &Audience, card: &Card) -> Option<Box<CardView>> {
    may_see_card(state, audience, card).then(|| Box::new(card_view(state, audience, At::Screen, card)))
}

fn set<K: Ord, V>(key: K, value: V) -> Keyed<K, V> {
    let mut set = LiteMap::new();
    set.insert(key, value);
    Keyed { set, gone: Vec::new() }
}
