//! Counting: from a moment, a limit and the working days to the day something is due, with every step that led there.
//!
//! Deliberately not here: why something is due. That is the [`super::Rule`].

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

use super::calendar::{Calendar, is_weekend};
use super::holidays::Holiday;
use super::limit::{Limit, Order, Unit};
use super::moment::Moment;

/// A limit that has been counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The last moment that is in time.
    pub due: Moment,
    /// The working days, from day 1 to the last; empty where something else was counted.
    pub days: Vec<Date>,
    /// The bank holidays that were passed over.
    pub left_out: Vec<Holiday>,
    /// Where the last day is no working day: the working day before it, which is safe.
    pub safer: Option<Date>,
    /// Whether it reaches into a year whose bank holidays have not been announced.
    pub predicted: bool,
}

impl Count {
    /// Counts a limit from a moment.
    pub fn new(limit: Limit, order: Order, from: Moment, calendar: &Calendar) -> Self {
        let (mut days, mut left_out) = (Vec::new(), Vec::new());
        let number = i64::from(limit.number);
        let due = match limit.unit {
            Unit::WorkingDays => {
                (days, left_out) = working_days(limit.number, order, from.day, calendar);
                days.last().copied().unwrap_or(from.day).into()
            }
            Unit::Hours => {
                let due = match order {
                    Order::After => from.earliest().saturating_add(number.hours()),
                    Order::Before => from.earliest().saturating_sub(number.hours()),
                };
                Moment::ending(due)
            }
            Unit::Days => on_the_calendar(number.days(), order, from.day),
            Unit::Weeks => on_the_calendar(number.weeks(), order, from.day),
            Unit::Months => on_the_calendar(number.months(), order, from.day),
        };
        let safer = if calendar.is_working_day(due.day) { None } else { calendar.working_day_before(due.day) };
        let predicted = due.day.year().max(from.day.year()) > calendar.announced_to();
        Self { due, days, left_out, safer, predicted }
    }
}

/// Day 1 is the first working day after the day counted from; counting back, the first working day before it.
fn working_days(number: u16, order: Order, from: Date, calendar: &Calendar) -> (Vec<Date>, Vec<Holiday>) {
    let step = match order {
        Order::After => 1.day(),
        Order::Before => (-1).days(),
    };
    let (mut days, mut left_out) = (Vec::new(), Vec::new());
    let mut ahead = from.series(step).skip(1);
    while days.len() < usize::from(number)
        && let Some(day) = ahead.next()
    {
        match calendar.holiday(day) {
            Some(holiday) => left_out.push(holiday),
            None if is_weekend(day) => {}
            None => days.push(day),
        }
    }
    (days, left_out)
}

/// Months end on the same day of the month; where that month is shorter, on its last day.
fn on_the_calendar(span: Span, order: Order, from: Date) -> Moment {
    match order {
        Order::After => from.saturating_add(span).into(),
        Order::Before => from.saturating_sub(span).into(),
    }
}
