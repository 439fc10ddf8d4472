//! Retention: on which day the record of a conference is due for a person to review whether it is kept any longer.
//!
//! Deliberately not here: a clock, erasing, and any number of years (they are in `retention/*.toml`, and an authority puts
//! its own in their place). A day that has come is a reason to look, and never to erase.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};
use serde::Deserialize;

use crate::framework::Problem;
use crate::people::Birth;
use crate::record::{ConferenceKind, Record};

/// The table that comes with Hearth.
const DEFAULT: &str = include_str!("../retention/default.toml");

/// The longest time that is taken for a time and not for a slip of the hand.
const LONGEST: u16 = 400;

/// What a time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is a unit of the calendar by its own name")]
pub enum Unit {
    Days,
    Months,
    Years,
}

/// How long something is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Time {
    /// How many.
    pub number: u16,
    /// Of what.
    pub unit: Unit,
}

impl Time {
    fn span(self) -> Span {
        match self.unit {
            Unit::Days => i32::from(self.number).days(),
            Unit::Months => i32::from(self.number).months(),
            Unit::Years => self.number.min(LONGEST).cast_signed().years(),
        }
    }
}

/// What a time is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Since {
    /// The day of the conference.
    Conference,
    /// The day something was last changed in it.
    LastChange,
    /// The birth of the youngest child.
    YoungestBirth,
}

/// One line of a retention schedule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its key, which stands on the certificate of what is erased under it.
    pub key: String,
    /// What it is for, in plain words.
    pub title: String,
    /// The conferences it is for; for all where none is named.
    #[serde(default, rename = "for")]
    pub kinds: Vec<ConferenceKind>,
    /// Whether it is for invented conferences alone.
    #[serde(default)]
    pub only_invented: bool,
    /// How long.
    pub keep: Time,
    /// Counted from what.
    pub from: Since,
    /// Whether the number differs from place to place or was not checked against a source; it is never shown as law.
    #[serde(default)]
    pub local: bool,
    /// Where the number comes from.
    pub source: String,
}

/// A retention schedule.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub title: String,
    /// Its lines, the first that is for a conference decides.
    pub rules: Vec<Rule>,
}

/// What a schedule must know of a conference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What meeting it was.
    pub kind: ConferenceKind,
    /// Whether everybody in it is invented.
    pub invented: bool,
    /// The day of the conference.
    pub day: Date,
    /// The day something was last changed in it.
    pub last_change: Date,
    /// The birth of the youngest child, if every child is born and the day is known.
    pub youngest_birth: Option<Date>,
}

impl Facts {
    /// The facts of a record that was last changed on a day.
    pub fn of(record: &Record, last_change: Date) -> Self {
        let births = record.children.iter().map(|child| match child.birth {
            Birth::Born(day) => Some(day),
            Birth::Expected(_) => None,
        });
        let births: Option<Vec<Date>> = births.collect();
        let header = &record.conference;
        Self {
            kind: header.kind,
            invented: header.demo,
            day: header.date,
            last_change,
            youngest_birth: births.and_then(|births| births.into_iter().max()),
        }
    }
}

/// What a schedule says of a conference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Review<'a> {
    /// From this day on a person looks.
    On(Date, &'a Rule),
    /// The rule counts from something that is not known here: a person looks now, and knows more.
    Unknown(&'a Rule),
    /// No rule is for it: it is kept.
    Never,
}

impl Rule {
    /// A rule is for the conferences it names, and one for invented conferences is for no other.
    fn is_for(&self, facts: &Facts) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&facts.kind)) && (facts.invented || !self.only_invented)
    }
}

impl Schedule {
    /// The schedule that comes with Hearth.
    ///
    /// # Errors
    /// Every problem with the file; a test keeps it without any.
    pub fn shipped() -> Result<Self, Vec<Problem>> {
        Self::parse(DEFAULT)
    }

    /// Reads a schedule from TOML.
    ///
    /// # Errors
    /// Every problem found, each with its path.
    pub fn parse(text: &str) -> Result<Self, Vec<Problem>> {
        let schedule: Self =
            toml::from_str(text).map_err(|error| vec![Problem::new("", error.message().to_owned())])?;
        let problems = schedule.problems();
        if problems.is_empty() { Ok(schedule) } else { Err(problems) }
    }

    /// A conference is due for review on the day on which the time of the first rule that is for it has passed, and not
    /// before.
    pub fn review(&self, facts: &Facts) -> Review<'_> {
        let Some(rule) = self.rules.iter().find(|rule| rule.is_for(facts)) else {
            return Review::Never;
        };
        let from = match rule.from {
            Since::Conference => Some(facts.day),
            Since::LastChange => Some(facts.last_change),
            Since::YoungestBirth => facts.youngest_birth,
        };
        match from.and_then(|from| from.checked_add(rule.keep.span()).ok()) {
            Some(day) => Review::On(day, rule),
            None => Review::Unknown(rule),
        }
    }

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
            if rule.key.is_empty() || rule.key.len() > 60 {
                problem("key", "give it 1 to 60 letters".to_owned());
            }
            if !(1..=LONGEST).contains(&rule.keep.number) {
                problem("keep.number", format!("use a number from 1 to {LONGEST}"));
            }
        }
        problems
    }
}
