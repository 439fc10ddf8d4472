//! Bank holidays by rule, for any year from 2008 on (St Andrew's Day is the youngest of them).
//!
//! Deliberately not here: the years in which one was moved or added for once. They are data, in [`super::one_offs`].

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};

use super::calendar::{Nation, is_weekend};

mod easter;

use easter::easter_sunday;

/// A bank holiday on its day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// The day people have off.
    pub on: Date,
    /// Its name; a substitute day says so.
    pub name: String,
}

impl Holiday {
    /// A bank holiday.
    pub(super) fn new(on: Date, name: impl Into<String>) -> Self {
        Self { on, name: name.into() }
    }
}

/// How a bank holiday falls.
#[derive(Debug, Clone, Copy)]
enum Falls {
    /// On the same date every year; at a weekend, on a substitute day.
    On(i8, i8),
    /// On the first (1) or last (-1) Monday of a month.
    Monday(i8, i8),
    /// So many days after Easter Sunday.
    Easter(i32),
}

use Falls::{Easter, Monday, On};
use Nation::{EnglandAndWales, NorthernIreland, Scotland};

const EVERYWHERE: &[Nation] = &Nation::ALL;

/// The bank holidays of the Banking and Financial Dealings Act 1971 and of later proclamations made every year.
const RULES: &[(&str, &[Nation], Falls)] = &[
    ("New Year's Day", EVERYWHERE, On(1, 1)),
    ("2 January", &[Scotland], On(1, 2)),
    ("St Patrick's Day", &[NorthernIreland], On(3, 17)),
    ("Good Friday", EVERYWHERE, Easter(-2)),
    ("Easter Monday", &[EnglandAndWales, NorthernIreland], Easter(1)),
    ("Early May bank holiday", EVERYWHERE, Monday(5, 1)),
    ("Spring bank holiday", EVERYWHERE, Monday(5, -1)),
    ("Battle of the Boyne", &[NorthernIreland], On(7, 12)),
    ("Summer bank holiday", &[Scotland], Monday(8, 1)),
    ("Summer bank holiday", &[EnglandAndWales, NorthernIreland], Monday(8, -1)),
    ("St Andrew's Day", &[Scotland], On(11, 30)),
    ("Christmas Day", EVERYWHERE, On(12, 25)),
    ("Boxing Day", EVERYWHERE, On(12, 26)),
];

/// The bank holidays of a year by rule, in the order of their proper dates.
///
/// A holiday that falls on a Saturday or Sunday is had on the next weekday that is not a bank holiday already.
pub(super) fn by_rule(nation: Nation, year: i16) -> Vec<Holiday> {
    let proper: Vec<(&str, Date)> = RULES
        .iter()
        .filter(|(_, nations, _)| nations.contains(&nation))
        .filter_map(|(name, _, falls)| Some((*name, falls.in_year(year)?)))
        .collect();
    let mut days: Vec<Holiday> =
        proper.iter().filter(|(_, day)| !is_weekend(*day)).map(|(name, day)| Holiday::new(*day, *name)).collect();
    for (name, day) in proper.iter().filter(|(_, day)| is_weekend(*day)) {
        let free = |day: &Date| !is_weekend(*day) && days.iter().all(|taken| taken.on != *day);
        if let Some(substitute) = day.series(1.day()).find(free) {
            days.push(Holiday::new(substitute, format!("{name}, substitute day")));
        }
    }
    days
}

impl Falls {
    /// The proper date in a year, before any substitute day.
    fn in_year(self, year: i16) -> Option<Date> {
        match self {
            On(month, day) => Date::new(year, month, day).ok(),
            Monday(month, nth) => date(year, month, 1).nth_weekday_of_month(nth, Weekday::Monday).ok(),
            Easter(after) => easter_sunday(year)?.checked_add(after.days()).ok(),
        }
    }
}
