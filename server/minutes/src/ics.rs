//! The days that follow as a calendar file (RFC 5545) that every calendar on a phone takes.
//!
//! Deliberately not here: what a day is called. It comes without a name or a place, because a calendar shows it to whoever
//! looks over a shoulder. An appointment without a known time lasts the whole day, and blocks nothing.

use board::paper::Appointment;
use icalendar::{Calendar, Class, Component as _, Event, Property};
use jiff::Timestamp;
use uuid::Uuid;

/// How the file is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IcsOptions {
    /// What is the same for every copy of this conference and no other; it is not in the file.
    pub conference: String,
    /// When the file is made.
    pub now: Timestamp,
}

/// The days as one file, the same bytes for the same days.
///
/// A day keeps its name in the file when its time is put right, so that a calendar that has it moves it.
pub fn ics(days: &[Appointment], options: &IcsOptions) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Hearth//Dates that follow//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .append_property(Property::new("METHOD", "PUBLISH"));
    let stamp = options.now.strftime(UTC).to_string();
    for (at, day) in days.iter().enumerate() {
        let same = days.iter().take(at).filter(|before| before.title == day.title).count();
        let mut event = Event::new();
        event.uid(&name(options, &day.title, same)).summary(&day.title).class(Class::Private);
        event.append_property(Property::new("DTSTAMP", &stamp));
        event.append_property(start(day));
        event.append_property(Property::new("TRANSP", if day.at.is_some() { "OPAQUE" } else { "TRANSPARENT" }));
        calendar.push(event.done());
    }
    calendar.to_string()
}

/// A moment in UTC, which needs no table of time zones in the file.
const UTC: &str = "%Y%m%dT%H%M%SZ";

/// The moment an appointment begins, or its day.
fn start(day: &Appointment) -> Property {
    match day.at {
        Some(at) => Property::new("DTSTART", at.strftime(UTC).to_string()),
        None => Property::new("DTSTART", day.on.strftime("%Y%m%d").to_string()).add_parameter("VALUE", "DATE").done(),
    }
}

/// What an appointment is called in every file that has it; nobody can tell the conference from it.
fn name(options: &IcsOptions, title: &str, same: usize) -> String {
    let conference = Uuid::new_v5(&Uuid::NAMESPACE_OID, options.conference.as_bytes());
    Uuid::new_v5(&conference, format!("{title}\n{same}").as_bytes()).to_string()
}
