//! The conference before this one, as a review looks back on it: its board, its plan, its numbers, and what the child said then.
//!
//! Deliberately not here: what became of them ([`crate::matter::Fate`], [`crate::matter::Walked`]). What a child chose then about who
//! may know their words holds now: the tools come whole, with every choice in them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::card::Card;
use crate::curtain::Thing;
use crate::keyed::Keyed;
use crate::outcome::{Action, Decision, Rating};
use crate::record::{ConferenceKind, Record};
use crate::tool::Tool;

mod same_people;

/// An earlier conference.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Earlier {
    /// The type.
    #[serde(rename = "type")]
    pub kind: ConferenceKind,
    /// Which one it was of its type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The day.
    #[serde(with = "crate::iso")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    pub date: Date,
    /// Its board, without what was taken off it.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub cards: Keyed<Card>,
    /// Its numbers.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub ratings: Keyed<Rating>,
    /// Its plan.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub plan: Keyed<Action>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub decisions: Keyed<Decision>,
    /// What the children said then, with every choice they made about it.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub tools: Keyed<Tool>,
}

impl Earlier {
    /// A finished conference as the next one looks back on it.
    pub fn of(record: &Record) -> Self {
        let header = &record.conference;
        let is_open = |decision: &&Decision| !record.kept_behind.has(&Thing::Decision(decision.child.clone()));
        let mut cards = Keyed::default();
        for card in record.cards.iter().filter(|card| !card.removed) {
            cards.put(card.clone());
        }
        Self {
            kind: header.kind,
            number: header.number,
            date: header.date,
            cards,
            ratings: record.ratings.clone(),
            plan: record.plan.clone(),
            // What stayed behind the curtain then goes no further than that conference.
            decisions: record.decisions.iter().filter(is_open).cloned().collect(),
            tools: record.tools.clone(),
        }
    }
}
