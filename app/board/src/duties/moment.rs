//! A moment: a day, and the time of day where somebody noted it.
//!
//! Deliberately not here: time zones. Everybody at a conference reads the same clock on the same wall, so 72 hours
//! after 15:20 is 15:20, also on the weekend on which the clocks change.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use crate::view;

/// A day, and the time of day where it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Moment {
    /// The day.
    pub day: Date,
    /// The time of day.
    pub time: Option<Time>,
}

/// A text that is no moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("write a day as 2026-09-24, or a day and a time as 2026-09-24T13:30")]
pub struct BadMoment;

impl Moment {
    /// The moment at which a limit ends. What ends at midnight ends with the day before, as people say it.
    pub(super) fn ending(at: DateTime) -> Self {
        match (at.time() == Time::midnight(), at.date().yesterday()) {
            (true, Ok(day)) => day.into(),
            (true, Err(_)) | (false, _) => at.into(),
        }
    }

    /// The day with its time; where no time is noted, the beginning of the day.
    pub(super) fn earliest(self) -> DateTime {
        self.day.to_datetime(self.time.unwrap_or(Time::midnight()))
    }

    /// Something is in time on the last day, and until the last minute where both times are known. On the day itself
    /// with no time noted, it counts as in time.
    pub fn in_time_for(self, due: Self) -> bool {
        match (self.time, due.time) {
            (Some(time), Some(last)) => (self.day, time) <= (due.day, last),
            (None, _) | (_, None) => self.day <= due.day,
        }
    }

    /// Which comes first; a day without a time lasts until its end.
    pub fn order(self, other: Self) -> Ordering {
        let end = |moment: Self| (moment.day, moment.time.unwrap_or(Time::MAX));
        end(self).cmp(&end(other))
    }

    /// The moment as people say it: "13:30 on Thursday 24 September 2026".
    pub fn words(self) -> String {
        let day = view::day(self.day);
        self.time.map_or(day.clone(), |time| format!("{:02}:{:02} on {day}", time.hour(), time.minute()))
    }
}

impl From<Date> for Moment {
    fn from(day: Date) -> Self {
        Self { day, time: None }
    }
}

impl From<DateTime> for Moment {
    fn from(at: DateTime) -> Self {
        Self { day: at.date(), time: Some(at.time()) }
    }
}

impl FromStr for Moment {
    type Err = BadMoment;

    fn from_str(text: &str) -> Result<Self, BadMoment> {
        if text.contains('T') {
            text.parse::<DateTime>().map(Self::from).map_err(|_| BadMoment)
        } else {
            text.parse::<Date>().map(Self::from).map_err(|_| BadMoment)
        }
    }
}

impl TryFrom<String> for Moment {
    type Error = BadMoment;

    fn try_from(text: String) -> Result<Self, BadMoment> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => self.day.to_datetime(time).fmt(f),
            None => self.day.fmt(f),
        }
    }
}
