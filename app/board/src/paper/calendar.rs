//! The days that follow, for a calendar: a phone shows them to whoever looks over a shoulder, so they name nobody.
//!
//! Deliberately not here: the file. A calendar's own form is the business of whoever writes it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::{Date, Time};

use crate::view::minutes::{DayAhead, MinutesView};
use crate::view::moment;

/// A day to keep free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// The day.
    pub on: Date,
    /// The moment it begins, where a time is known.
    pub at: Option<Timestamp>,
    /// What it is, without a name or a place.
    pub title: String,
}

/// What a day is called whose own words might name somebody.
const NEUTRAL: &str = "A date that was agreed. See your papers";

/// The days that one audience may know.
pub fn calendar(minutes: &MinutesView) -> Vec<Appointment> {
    let names = names(minutes);
    let appointment = |next: &DayAhead| Appointment {
        on: next.on,
        at: next.at.as_deref().and_then(time).and_then(|time| moment(next.on, time)),
        title: title(&next.what, &names),
    };
    minutes.next.iter().map(appointment).collect()
}

/// A day keeps its own words when none of them can be a name, a place or a number: no word that is a name on this paper, none
/// with a capital but the first, and no figure.
fn title(what: &str, names: &BTreeSet<String>) -> String {
    let mut words = what.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').filter(|word| !word.is_empty());
    let is_name = |word: &str| [word, owner(word)].into_iter().any(|word| names.contains(&word.to_lowercase()));
    let tells = |word: &str| is_name(word) || word.chars().any(|c| c.is_ascii_digit() || !c.is_ascii());
    let first = words.next().is_some_and(tells);
    let others = words.any(|word| tells(word) || word.starts_with(char::is_uppercase));
    if first || others { NEUTRAL.to_owned() } else { what.to_owned() }
}

/// "Maja" of "Maja's".
fn owner(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}

/// Every word that is part of somebody's name on this paper, or of the place.
fn names(minutes: &MinutesView) -> BTreeSet<String> {
    let children = minutes.children.iter().flat_map(|child| [&child.known_as, &child.introduced]);
    let people = minutes.attendance.iter().flat_map(|attendee| [&attendee.name, &attendee.tie]);
    let named = children.chain(people).chain([&minutes.when_and_where, &minutes.view.head.title]);
    let words = named
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.starts_with(char::is_uppercase));
    words.map(str::to_lowercase).collect()
}

/// A time as people write it: "10:00", "13.30", "1:30pm", "10 am".
fn time(text: &str) -> Option<Time> {
    let text = text.trim().to_lowercase();
    let (figures, half) = match text
        .strip_suffix("pm")
        .map(|text| (text, 12))
        .or_else(|| text.strip_suffix("am").map(|text| (text, 0)))
    {
        Some((figures, half)) => (figures.trim_end().to_owned(), Some(half)),
        None => (text.clone(), None),
    };
    let (hour, minute) = match figures.split_once([':', '.']) {
        Some((hour, minute)) => (hour, minute),
        None if half.is_some() => (figures.as_str(), "0"),
        None => return None,
    };
    let hour: i8 = hour.parse().ok()?;
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        Some(_) => return None,
        None => hour,
    };
    Time::new(hour, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them_and_nothing_else_is_one() {
        let at = |text: &str| time(text).map(|time| (time.hour(), time.minute()));
        for (text, hour, minute) in [
            ("10:00", 10, 0),
            ("13.30", 13, 30),
            ("1:30pm", 13, 30),
            ("10am", 10, 0),
            ("12 pm", 12, 0),
            ("12:05 am", 0, 5),
        ] {
            assert_eq!(at(text), Some((hour, minute)), "{text}");
        }
        for text in ["", "after school", "25:00", "13pm", "10", "10:60"] {
            assert_eq!(at(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_that_may_name_somebody_or_some_place_is_called_a_date() {
        let names = ["nush", "larkfield"].map(str::to_owned).into_iter().collect();
        for kept in ["First core group, the team for the plan", "Minutes are sent", "First review conference"] {
            assert_eq!(title(kept, &names), kept);
        }
        for named in [
            "Nush gets her own letter",
            "Nush's letter",
            "See nush at school",
            "Meet at Larkfield",
            "Visit to 12 the street",
            "With Mr Smith",
            "Zoë is told",
        ] {
            assert_eq!(title(named, &names), NEUTRAL, "{named}");
        }
    }
}
