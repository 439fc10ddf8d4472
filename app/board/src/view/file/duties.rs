//! The clock of duties as a console reads it: what is due, the day it was counted to and how, how it stands, and why it is late.
//!
//! Deliberately not here: counting ([`crate::duties`]).

use serde::{Deserialize, Serialize};

use crate::audience::Audience;
use crate::checks::duties;
use crate::duties::{Milestone, Standing};
use crate::matter::DutyDates;
use crate::state::State;
use crate::view::file::Reader;

/// One duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyLine {
    /// The key of its rule, by which a reason is kept.
    pub key: String,
    /// What is due.
    pub title: String,
    /// The last day, in words.
    pub due: String,
    /// How that day was counted.
    pub counted: String,
    /// How it stands: "In time".
    pub standing: String,
    /// Whether it is late, or the time is over.
    pub is_late: bool,
    /// The day it was done, or is booked for.
    pub met: Option<String>,
    /// Whether the rule asks why, when it is late.
    pub asks_why: bool,
    /// Why it is late.
    pub why: Option<String>,
    /// What the duty asks for.
    pub what: Milestone,
}

/// Every duty of a conference, in the order in which they are due, for a console; none for anybody else.
pub fn duties_view(state: &State, audience: &Audience) -> Vec<DutyLine> {
    let record = &state.record;
    if !Reader::of(state, audience).is_at_console() {
        return Vec::new();
    }
    let dates = record.all::<DutyDates>().next();
    let line = |duty: crate::duties::Duty| DutyLine {
        due: duty.count.due.words(),
        counted: duty.counted(),
        standing: duty.standing.words().to_owned(),
        is_late: match duty.standing {
            Standing::Late | Standing::Overdue => true,
            Standing::InTime | Standing::Waiting => false,
        },
        met: duty.met.map(crate::duties::Moment::words),
        asks_why: duty.late_reason_needed(),
        why: dates.and_then(|dates| dates.late_because.get(&duty.rule.key)).cloned(),
        key: duty.rule.key,
        title: duty.rule.title,
        what: duty.rule.what,
    };
    duties(record).into_iter().map(line).collect()
}
