//! A profile: the time limits of a place, read from a file of `duties/`.
//!
//! Deliberately not here: any limit in code. Every number is the file's, and an authority can put its own in its place.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::calendar::Nation;
use super::limit::{Limit, Order};
use super::milestone::Milestone;
use crate::framework::Problem;
use crate::record::ConferenceKind;

mod shipped;

pub use shipped::shipped;

/// One time limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its key, by which an authority finds it to put its own number in.
    pub key: String,
    /// What is due, in plain words.
    pub title: String,
    /// What is due.
    pub what: Milestone,
    /// By when.
    pub limit: Limit,
    /// After what it is counted from, or before it.
    #[serde(default)]
    pub order: Order,
    /// What it is counted from.
    pub from: Milestone,
    /// What that is called here, where it is called something else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_words: Option<String>,
    /// The conferences it holds for; for all where none is named.
    #[serde(default, rename = "for", skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<ConferenceKind>,
    /// Whether there is such a duty only where there is a plan.
    #[serde(default)]
    pub only_with_plan: bool,
    /// Whether somebody says why, when it is late.
    #[serde(default)]
    pub reason_if_late: bool,
    /// Whether the number differs from place to place or was not checked against a source; it is never shown as law.
    #[serde(default)]
    pub local: bool,
    /// Where the number comes from.
    pub source: String,
}

impl Rule {
    /// A rule holds for the conferences it names. A young person's own conference starts no duties: it belongs to
    /// another conference, which has them.
    pub fn holds_for(&self, kind: ConferenceKind) -> bool {
        kind != ConferenceKind::YoungPersonOnly && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }

    /// What it is counted from, as it is called here.
    pub(super) fn counted_from(&self) -> &str {
        self.from_words.as_deref().unwrap_or(self.from.words())
    }
}

/// The time limits of a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Its id: "england".
    pub id: String,
    /// Its name.
    pub title: String,
    /// Whose bank holidays count.
    pub nation: Nation,
    /// The limits.
    pub rules: Vec<Rule>,
}

impl Profile {
    /// Reads a profile from TOML.
    ///
    /// # Errors
    /// Every problem found, each with its path.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        let profile: Self = toml::from_str(text).map_err(|error| vec![Problem::new("", error.message().to_owned())])?;
        let problems = profile.problems();
        if problems.is_empty() { Ok(profile) } else { Err(problems) }
    }

    /// The rule with this key.
    pub fn rule(&self, key: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.key == key)
    }

    /// The profile with an authority's own numbers in the place of some of its own.
    ///
    /// # Errors
    /// Every number that is for no rule, or is no limit.
    pub fn with(mut self, own: &BTreeMap<String, Limit>) -> Result<Self, Vec<Problem>> {
        let unknown = own.keys().filter(|key| self.rule(key).is_none());
        let mut problems: Vec<Problem> =
            unknown.map(|key| Problem::new(key, "there is no rule with this key")).collect();
        for rule in &mut self.rules {
            rule.limit = own.get(&rule.key).copied().unwrap_or(rule.limit);
        }
        problems.extend(self.problems());
        if problems.is_empty() { Ok(self) } else { Err(problems) }
    }

    /// Everything that is wrong with it: keys used twice, numbers that are no limit, things counted from themselves.
    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut keys = BTreeSet::new();
        for (index, rule) in self.rules.iter().enumerate() {
            let mut problem = |part: &str, message: String| {
                problems.push(Problem::new(format!("rules[{index}].{part}"), message));
            };
            if !keys.insert(&rule.key) {
                problem("key", format!("'{}' is used twice", rule.key));
            }
            if !(1..=Limit::LARGEST).contains(&rule.limit.number) {
                problem("limit.number", format!("use a number from 1 to {}", Limit::LARGEST));
            }
            if rule.what == rule.from {
                problem("from", "nothing is counted from itself".to_owned());
            }
        }
        problems
    }
}
