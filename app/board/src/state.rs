//! The whole conference as it is now: the fold of its events. It never leaves the server.
//!
//! Deliberately not here: rules and visibility. [`crate::decide`] holds the first, [`crate::view`] the second.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::card::Card;
use crate::curtain::Curtain;
use crate::event::{Batch, Event};
use crate::framework::{Arrival, Column, Phase};
use crate::id::{CardId, MatterId, PersonId, SeatId};
use crate::keyed::Keyed;
use crate::record::Record;
use crate::seat::{Seat, Showing, Wall};

mod apply;
mod inverse;
mod steps;
mod walls;

use steps::Steps;

/// The whole conference as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Everything that was put down.
    pub record: Record,
    /// The places at the conference, with those waiting.
    pub seats: Keyed<Seat>,
    /// Since when each screen is the wall that has a seat as one.
    walls: BTreeMap<SeatId, Timestamp>,
    /// What the chair's hand on the wall has chosen.
    pub wall: Wall,
    /// The code that leads to the lobby.
    pub door: Option<String>,
    /// The curtain, while it is drawn.
    pub curtain: Option<Curtain>,
    /// The part of a split conference that is held now.
    pub sitting: Option<MatterId>,
    /// Whether numbers are hidden until they are revealed together.
    pub numbers_hidden: bool,
    /// Every actor's way back and forth.
    steps: BTreeMap<String, Steps>,
}

impl State {
    /// The state after the first batch of a conference, which must open it.
    pub fn opened(first: &Batch) -> Option<Self> {
        let (Event::ConferenceOpened { header, framework }, rest) = first.events.split_first()? else {
            return None;
        };
        let mut state = Self {
            record: Record::new(header.clone(), (**framework).clone()),
            seats: Keyed::default(),
            walls: BTreeMap::new(),
            wall: Wall::default(),
            door: None,
            curtain: None,
            sitting: None,
            numbers_hidden: false,
            steps: BTreeMap::new(),
        };
        for event in rest {
            state.apply(event);
        }
        state.note_walls(first);
        Some(state)
    }

    /// Whether an event would put a child's words on the board a second time.
    fn doubles(&self, event: &Event) -> bool {
        let Event::CardRestored { card } = event else {
            return false;
        };
        self.record.cards.get(card).is_some_and(|card| self.is_there_already(card))
    }

    /// Whether the child's words a card holds are on the board on another card.
    pub fn is_there_already(&self, card: &Card) -> bool {
        let another = |other: &Card| !other.removed && other.id != card.id && other.entry == card.entry;
        card.entry.is_some() && self.record.cards.iter().any(another)
    }

    /// The grown-ups who can see the wall and hear the room now.
    pub fn present(&self) -> Vec<PersonId> {
        let people = self.record.people.iter();
        people.filter(|person| person.is_in_the_room()).map(|person| person.id.clone()).collect()
    }

    /// The phase the conference is in, and its place in the order; the first before any was entered.
    pub fn phase(&self) -> Option<(usize, &Phase)> {
        let framework = &self.record.framework;
        match self.record.phases.last() {
            Some(entered) => framework.phase(&entered.phase),
            None => framework.phases.first().map(|phase| (0, phase)),
        }
    }

    /// The wall shows what the chair holds, and otherwise what the phase is about.
    pub fn showing(&self) -> Showing {
        if let Some(held) = &self.wall.held {
            return held.clone();
        }
        let Some((_, phase)) = self.phase() else {
            return Showing::Overview;
        };
        match (phase.arrives_at, &phase.shows) {
            (Some(Arrival::Plan), _) => Showing::Plan,
            (Some(Arrival::Decisions), _) => Showing::Decisions,
            (None, Some(column)) => Showing::Column(column.clone()),
            (None, None) => Showing::Overview,
        }
    }

    /// The column a card stands in.
    pub fn column_of(&self, card: &CardId) -> Option<&Column> {
        let section = &self.record.cards.get(card)?.section;
        let framework = &self.record.framework;
        framework.column(&framework.section(section)?.column)
    }
}
