//! The whole conference as it is now: the fold of its events. It never leaves the server.
//!
//! Deliberately not here: rules and visibility. [`crate::decide`] holds the first, [`crate::view`] the second.

use std::collections::BTreeMap;

use crate::card::Card;
use crate::curtain::Curtain;
use crate::event::{Batch, Event, Intent};
use crate::framework::{Column, Phase};
use crate::id::{CardId, MatterId, PersonId};
use crate::keyed::Keyed;
use crate::record::Record;
use crate::seat::{Seat, Showing, Wall};

mod apply;
mod inverse;

/// How many steps back an actor can go.
const UNDO_STEPS: usize = 200;

/// What takes one thing back, or does it again.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    /// The events that do so.
    events: Vec<Event>,
    /// What took each of them back when the step was made; when that has changed, somebody else has been there since.
    then: Vec<Option<Event>>,
}

/// One actor's way back and forth.
#[derive(Debug, Clone, Default, PartialEq)]
struct Steps {
    /// What would take the last things back, newest last.
    back: Vec<Step>,
    /// What would do them again, newest last.
    forth: Vec<Step>,
}

/// The whole conference as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// Everything that was put down.
    pub record: Record,
    /// The places at the conference, with those waiting.
    pub seats: Keyed<Seat>,
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
        Some(state)
    }

    /// Takes in what a command made happen.
    pub fn take_in(&mut self, batch: &Batch) {
        let mut back = Vec::new();
        for event in &batch.events {
            if !event.is_note() {
                back.push(self.inverse(event));
            }
            self.apply(event);
        }
        let back: Option<Vec<Event>> = back.into_iter().rev().collect();
        let back = back.filter(|events| !events.is_empty());
        let step = back.map(|events| Step { then: events.iter().map(|event| self.inverse(event)).collect(), events });
        let steps = self.steps.entry(batch.actor.clone()).or_default();
        match batch.intent {
            Intent::Do => {
                let Some(step) = step else {
                    return;
                };
                steps.back.push(step);
                steps.forth.clear();
                if steps.back.len() > UNDO_STEPS {
                    steps.back.remove(0);
                }
            }
            Intent::Undo => {
                drop_through(&mut steps.back, &batch.events);
                steps.forth.extend(step);
            }
            Intent::Redo => {
                drop_through(&mut steps.forth, &batch.events);
                steps.back.extend(step);
            }
        }
    }

    /// What takes an actor's last thing back. What somebody else has changed since is passed over, so that nobody ever
    /// takes back another's words.
    pub fn step_back(&self, actor: &str) -> Option<&[Event]> {
        self.last_standing(&self.steps.get(actor)?.back)
    }

    /// What does again the thing an actor took back last, with the same care for others.
    pub fn step_forth(&self, actor: &str) -> Option<&[Event]> {
        self.last_standing(&self.steps.get(actor)?.forth)
    }

    fn last_standing<'a>(&self, steps: &'a [Step]) -> Option<&'a [Event]> {
        let untouched = |step: &&Step| {
            step.events.iter().zip(&step.then).all(|(event, then)| self.inverse(event) == *then && !self.doubles(event))
        };
        steps.iter().rev().find(untouched).map(|step| step.events.as_slice())
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
        match self.phase().and_then(|(_, phase)| phase.shows.clone()) {
            Some(column) => Showing::Column(column),
            None => Showing::Overview,
        }
    }

    /// The column a card stands in.
    pub fn column_of(&self, card: &CardId) -> Option<&Column> {
        let section = &self.record.cards.get(card)?.section;
        let framework = &self.record.framework;
        framework.column(&framework.section(section)?.column)
    }
}

/// Drops the steps down to the one that was taken; those above it were passed over.
fn drop_through(steps: &mut Vec<Step>, taken: &[Event]) {
    while let Some(step) = steps.pop() {
        if step.events == taken {
            return;
        }
    }
}
