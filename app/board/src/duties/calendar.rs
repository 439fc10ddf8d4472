//! Working days: which days count in which part of the United Kingdom.
//!
//! Deliberately not here: how bank holidays fall. That is [`super::holidays`], by rule, and [`super::one_offs`], as data.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::holidays::{self, Holiday};
use super::one_offs::OneOffs;

/// A part of the United Kingdom with its own bank holidays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each variant is a part of the country by its own name")]
pub enum Nation {
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}

impl Nation {
    /// Every part.
    pub const ALL: [Self; 3] = [Self::EnglandAndWales, Self::Scotland, Self::NorthernIreland];

    /// Its name.
    pub fn words(self) -> &'static str {
        match self {
            Self::EnglandAndWales => "England and Wales",
            Self::Scotland => "Scotland",
            Self::NorthernIreland => "Northern Ireland",
        }
    }
}

/// The working days of one part of the country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    nation: Nation,
    one_offs: OneOffs,
}

impl Calendar {
    /// The calendar of a part of the country, with the days on which it was different for once.
    pub fn new(nation: Nation, one_offs: OneOffs) -> Self {
        Self { nation, one_offs }
    }

    /// The bank holidays of a year, in order: by rule, then those moved or added for once.
    pub fn holidays(&self, year: i16) -> Vec<Holiday> {
        let mut days = holidays::by_rule(self.nation, year);
        self.one_offs.apply(self.nation, year, &mut days);
        days.sort_by_key(|holiday| holiday.on);
        days
    }

    /// The bank holiday on a day, if there is one.
    pub fn holiday(&self, day: Date) -> Option<Holiday> {
        self.holidays(day.year()).into_iter().find(|holiday| holiday.on == day)
    }

    /// A working day is a Monday to Friday that is not a bank holiday.
    pub fn is_working_day(&self, day: Date) -> bool {
        !is_weekend(day) && self.holiday(day).is_none()
    }

    /// The last working day before a day.
    pub fn working_day_before(&self, day: Date) -> Option<Date> {
        let mut days = std::iter::successors(day.yesterday().ok(), |day| day.yesterday().ok());
        days.find(|day| self.is_working_day(*day))
    }

    /// The last year whose bank holidays have been announced; those of later years are worked out and may change.
    pub fn announced_to(&self) -> i16 {
        self.one_offs.announced_to
    }
}

/// Saturday or Sunday.
pub(super) fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
