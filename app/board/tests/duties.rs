//! The duties of a conference: working days, last days, how they are explained, and when somebody must say why.
//!
//! Deliberately not here: whether a number is right for a place. People of that place judge that.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

#[path = "duties/counting.rs"]
mod counting;
#[path = "duties/holidays.rs"]
mod holidays;
#[path = "duties/profiles.rs"]
mod profiles;
#[path = "duties/sentences.rs"]
mod sentences;
#[path = "duties/standing.rs"]
mod standing;

use board::duties::{Duty, Moment, Timetable};

/// The shipped timetable of a place.
fn timetable(place: &str) -> Timetable {
    Timetable::shipped(place).unwrap().unwrap()
}

/// A moment as it is written in a file.
fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

/// One duty of a place that nothing has been done about, long before it is due.
fn duty(place: &str, rule: &str, from: &str) -> Duty {
    let timetable = timetable(place);
    let rule = timetable.profile.rule(rule).unwrap_or_else(|| panic!("{place} has no rule '{rule}'"));
    timetable.duty(rule, moment(from), None, moment("2008-01-01"))
}
