//! An earlier conference in terms of today's: the same people and children have other ids in each conference, and who said a thing, who
//! does it and who may know it must be found among those of today.
//!
//! Deliberately careful: a person is the same only by the whole name, a child by the name in law and the day of birth. Whoever is not
//! found keeps the id of then, and the views hold back what was kept from somebody they cannot find.

use std::collections::BTreeMap;

use super::Earlier;
use crate::card::Source;
use crate::id::{ChildId, PersonId};
use crate::outcome::Owner;
use crate::record::Record;
use crate::sharing::{MayKnow, Wording};
use crate::tool::{Entry, Tool};

/// What the ids of then are today.
struct Today {
    people: BTreeMap<PersonId, PersonId>,
    children: BTreeMap<ChildId, ChildId>,
}

impl Earlier {
    /// The same conference with today's ids for everybody who is found in both.
    #[must_use]
    pub fn in_terms_of(self, then: &Record, today: &Record) -> Self {
        let ids = Today::of(then, today);
        let Self { kind, number, date, cards, ratings, plan, decisions, tools } = self;
        Self {
            kind,
            number,
            date,
            cards: cards
                .iter()
                .cloned()
                .map(|mut card| {
                    ids.source(&mut card.source);
                    ids.children(&mut card.children);
                    ids.may_know(&mut card.may_know);
                    card
                })
                .collect(),
            ratings: ratings
                .iter()
                .cloned()
                .map(|mut rating| {
                    ids.source(&mut rating.by);
                    ids.may_know(&mut rating.may_know);
                    rating
                })
                .collect(),
            plan: plan
                .iter()
                .cloned()
                .map(|mut action| {
                    ids.children(&mut action.children);
                    ids.may_know(&mut action.may_know);
                    match &mut action.owner {
                        Owner::Person(person) => ids.person(person),
                        Owner::Named(_) => {}
                    }
                    action
                })
                .collect(),
            decisions: decisions
                .iter()
                .cloned()
                .map(|mut decision| {
                    ids.child(&mut decision.child);
                    decision
                })
                .collect(),
            tools: tools.iter().cloned().map(|tool| ids.tool(tool)).collect(),
        }
    }
}

impl Today {
    /// Two people of one name are nobody: it cannot be said which is which.
    fn of(then: &Record, today: &Record) -> Self {
        let called = |name: &str| name.trim().to_lowercase();
        let only = |record: &Record, name: &str| {
            let mut of_name = record.people.iter().filter(|person| called(&person.name) == name);
            of_name.next().filter(|_| of_name.next().is_none()).map(|person| person.id.clone())
        };
        let people = then.people.iter().filter_map(|person| {
            let name = called(&person.name);
            Some((only(then, &name)?, only(today, &name)?))
        });
        let children = then.children.iter().filter_map(|child| {
            let is_same = |other: &&crate::people::Child| {
                called(&other.legal_name) == called(&child.legal_name) && other.birth == child.birth
            };
            today.children.iter().find(is_same).map(|other| (child.id.clone(), other.id.clone()))
        });
        Self { people: people.collect(), children: children.collect() }
    }

    fn person(&self, id: &mut PersonId) {
        if let Some(today) = self.people.get(id) {
            id.clone_from(today);
        }
    }

    fn people(&self, ids: &mut [PersonId]) {
        for id in ids {
            self.person(id);
        }
    }

    fn child(&self, id: &mut ChildId) {
        if let Some(today) = self.children.get(id) {
            id.clone_from(today);
        }
    }

    fn children(&self, ids: &mut [ChildId]) {
        for id in ids {
            self.child(id);
        }
    }

    fn source(&self, source: &mut Source) {
        match source {
            Source::Person(person) => self.person(person),
            Source::Child(child) => self.child(child),
            Source::Agency(_) => {}
        }
    }

    fn may_know(&self, may_know: &mut MayKnow) {
        match may_know {
            MayKnow::EveryoneExcept { people } | MayKnow::Only { people, .. } => {
                self.people(people);
            }
            MayKnow::Everyone
            | MayKnow::Professionals
            | MayKnow::ChairAndSocialWorker
            | MayKnow::ChairOnly
            | MayKnow::NotDecided => {}
        }
    }

    fn tool(&self, mut tool: Tool) -> Tool {
        self.child(&mut tool.child);
        if let Some(person) = &mut tool.with_person {
            self.person(person);
        }
        tool.entries = tool.entries.iter().cloned().map(|entry| self.entry(entry)).collect();
        tool
    }

    fn entry(&self, mut entry: Entry) -> Entry {
        self.may_know(&mut entry.may_know);
        match &mut entry.telling.wording {
            Wording::Spoken { by: Some(person) } => self.person(person),
            Wording::Spoken { by: None }
            | Wording::Exact
            | Wording::Other { .. }
            | Wording::Theme { .. }
            | Wording::Picture => {}
        }
        if let Some(overridden) = &mut entry.overridden {
            self.people(&mut overridden.told);
        }
        entry
    }
}
