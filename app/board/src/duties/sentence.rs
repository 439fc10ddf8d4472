//! How a duty was counted, in sentences that a person can check with a calendar on the wall.
//!
//! Deliberately not here: counting. Everything said here was counted in [`super::count`].

use jiff::civil::Date;

use super::duty::Duty;
use super::holidays::Holiday;
use super::limit::{Order, Unit};
use crate::view::{day, listed};

impl Duty {
    /// How the last day was counted: from what, which day is day 1, which day is the last, and what was left out.
    pub fn counted(&self) -> String {
        let limit = self.rule.limit.words();
        let (order, from) = (self.rule.order.words(), self.rule.counted_from());
        let mut said = match self.rule.limit.unit {
            Unit::WorkingDays => {
                vec![format!("{limit} {order} {from} ({}).", day(self.from.day)), self.days(), self.left_out()]
            }
            Unit::Hours => vec![format!("{limit} {order} {from} ({}): until {}.", self.from.words(), self.last())],
            Unit::Days | Unit::Weeks | Unit::Months => {
                vec![format!("{limit} {order} {from} ({}): until {}.", day(self.from.day), self.last())]
            }
        };
        said.extend(self.no_time_noted());
        said.extend(self.shorter_month());
        said.extend(
            self.count
                .safer
                .map(|safer| format!("That is not a working day; the working day before it is {}.", day(safer))),
        );
        if self.count.predicted {
            said.push("Bank holidays so far ahead are worked out and may still change.".to_owned());
        }
        if self.rule.local {
            said.push("This number is a local one: check it with your partnership.".to_owned());
        }
        said.join(" ")
    }

    /// The last moment: "13:30 on Tuesday 22 September 2026", "the end of Thursday 24 December 2026".
    fn last(&self) -> String {
        let due = self.count.due;
        if due.time.is_some() { due.words() } else { format!("the end of {}", day(due.day)) }
    }

    /// Hours that are counted from a day without a time are counted from its beginning, which is the safe side.
    fn no_time_noted(&self) -> Option<String> {
        (self.rule.limit.unit == Unit::Hours && self.from.time.is_none())
            .then(|| "No time is noted for that day, so it is counted from its beginning.".to_owned())
    }

    /// "Day 1 is Friday 25 September 2026, day 10 is Thursday 8 October 2026."
    fn days(&self) -> String {
        let back = match self.rule.order {
            Order::After => "Day",
            Order::Before => "Counting back, day",
        };
        match self.count.days.as_slice() {
            [] => String::new(),
            [only] => format!("{back} 1 is {}.", day(*only)),
            [first, .., last] => {
                format!("{back} 1 is {}, day {} is {}.", day(*first), self.count.days.len(), day(*last))
            }
        }
    }

    /// "Not counted: weekends and Friday 25 December 2026 (Christmas Day)."
    fn left_out(&self) -> String {
        let holiday = |Holiday { on, name }: &Holiday| format!("{} ({name})", day(*on));
        let left_out: Vec<String> =
            std::iter::once("weekends".to_owned()).chain(self.count.left_out.iter().map(holiday)).collect();
        format!("Not counted: {}.", listed(&left_out.iter().map(String::as_str).collect::<Vec<_>>()))
    }

    /// "That month has no day 30, so its last day is taken."
    fn shorter_month(&self) -> Option<String> {
        let (from, due): (Date, Date) = (self.from.day, self.count.due.day);
        (self.rule.limit.unit == Unit::Months && from.day() != due.day())
            .then(|| format!("That month has no day {}, so its last day is taken.", from.day()))
    }
}
