//! A duty: one rule, counted from one day, and how it stands.
//!
//! Deliberately not here: the sentence that explains it. That is [`super::sentence`].

use super::count::Count;
use super::moment::Moment;
use super::profile::Rule;

/// How a duty stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It was done in time, or is booked in time.
    InTime,
    /// It was done late, or is booked too late.
    Late,
    /// It is neither done nor booked, and there is time.
    Waiting,
    /// It is neither done nor booked, and the time is over.
    Overdue,
}

impl Standing {
    /// What has a day is judged by that day; what has none, by now.
    pub fn of(due: Moment, met: Option<Moment>, now: Moment) -> Self {
        match met {
            Some(met) if met.in_time_for(due) => Self::InTime,
            Some(_) => Self::Late,
            None if now.in_time_for(due) => Self::Waiting,
            None => Self::Overdue,
        }
    }

    /// The standing in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::InTime => "In time",
            Self::Late => "Late",
            Self::Waiting => "Not yet",
            Self::Overdue => "The time is over",
        }
    }
}

/// Something that is due by a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// The rule that asks for it.
    pub rule: Rule,
    /// What it is counted from.
    pub from: Moment,
    /// By when, and how that was counted.
    pub count: Count,
    /// When it was done, or is booked for.
    pub met: Option<Moment>,
    /// How it stands.
    pub standing: Standing,
}

impl Duty {
    /// On which of the counted working days it was done: 13 for "working day 13 of 15".
    pub fn day_met(&self) -> Option<usize> {
        let met = self.met?;
        self.count.days.iter().position(|day| *day == met.day).map(|index| index + 1)
    }

    /// Where a rule asks for it, somebody says why a thing is late; nothing is refused because it is.
    pub fn late_reason_needed(&self) -> bool {
        match self.standing {
            Standing::Late | Standing::Overdue => self.rule.reason_if_late,
            Standing::InTime | Standing::Waiting => false,
        }
    }
}
