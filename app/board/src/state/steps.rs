//! Everybody's own way back and forth, and the fold of what a command made happen.
//!
//! Deliberately not here: who may step at all. What was done before the log named accounts is anybody's who has that standing now, once
//! nothing of their own stands above it: whoever did it cannot be told any more, and somebody has to be able to take it back.

use super::State;
use crate::decide::without_account;
use crate::event::{Batch, Event, Intent};

/// How many steps back somebody can go.
const UNDO_STEPS: usize = 200;

/// What takes one thing back, or does it again.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    /// The events that do so.
    events: Vec<Event>,
    /// What took each of them back when the step was made; when that has changed, somebody else has been there since.
    then: Vec<Option<Event>>,
}

/// The way back and forth of one name in the log.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Steps {
    /// What would take the last things back, newest last.
    back: Vec<Step>,
    /// What would do them again, newest last.
    forth: Vec<Step>,
}

impl State {
    /// Takes in what a command made happen.
    pub fn take_in(&mut self, batch: &Batch) {
        let mut back = Vec::new();
        for event in &batch.events {
            if !event.is_note() {
                back.push(self.inverse(event));
            }
            self.apply(event);
        }
        self.note_walls(batch);
        let back: Option<Vec<Event>> = back.into_iter().rev().collect();
        let back = back.filter(|events| !events.is_empty());
        let step = back.map(|events| Step { then: events.iter().map(|event| self.inverse(event)).collect(), events });
        match batch.intent {
            Intent::Do => {
                let Some(step) = step else {
                    return;
                };
                self.no_way_forth(&batch.actor);
                let steps = self.steps_of(&batch.actor);
                steps.back.push(step);
                if steps.back.len() > UNDO_STEPS {
                    steps.back.remove(0);
                }
            }
            Intent::Undo => {
                self.drop_step(batch, |steps| &mut steps.back);
                self.steps_of(&batch.actor).forth.extend(step);
            }
            Intent::Redo => {
                self.drop_step(batch, |steps| &mut steps.forth);
                self.steps_of(&batch.actor).back.extend(step);
            }
        }
    }

    /// What takes the last thing back of whoever has this name in the log. What somebody else has changed since is passed over, so
    /// that nobody ever takes back another's words.
    pub fn step_back(&self, who: &str) -> Option<&[Event]> {
        self.last_standing(who, |steps| &steps.back)
    }

    /// What does again the thing that they took back last, with the same care for others.
    pub fn step_forth(&self, who: &str) -> Option<&[Event]> {
        self.last_standing(who, |steps| &steps.forth)
    }

    fn last_standing(&self, who: &str, way: impl Fn(&Steps) -> &Vec<Step>) -> Option<&[Event]> {
        let untouched = |step: &&Step| {
            step.events.iter().zip(&step.then).all(|(event, then)| self.inverse(event) == *then && !self.doubles(event))
        };
        let steps = own_first(who).filter_map(|name| self.steps.get(name)).flat_map(|steps| way(steps).iter().rev());
        steps.into_iter().find(untouched).map(|step| step.events.as_slice())
    }

    fn steps_of(&mut self, who: &str) -> &mut Steps {
        self.steps.entry(who.to_owned()).or_default()
    }

    /// Something new was done: what was taken back is not done again.
    fn no_way_forth(&mut self, who: &str) {
        for name in own_first(who) {
            if let Some(steps) = self.steps.get_mut(name) {
                steps.forth.clear();
            }
        }
    }

    /// Drops the steps down to the one that was taken, where it was found; those above it were passed over.
    fn drop_step(&mut self, taken: &Batch, way: impl Fn(&mut Steps) -> &mut Vec<Step>) {
        for name in own_first(&taken.actor) {
            let Some(steps) = self.steps.get_mut(name).map(&way) else {
                continue;
            };
            let is_taken = |step: &Step| step.events.iter().eq(taken.events.iter().filter(|event| !event.is_note()));
            if let Some(at) = steps.iter().rposition(is_taken) {
                steps.truncate(at);
                return;
            }
        }
    }
}

/// Under which names somebody's steps are: their own, and then that of before the log named accounts.
fn own_first(who: &str) -> impl Iterator<Item = &str> {
    std::iter::once(who).chain(without_account(who))
}
