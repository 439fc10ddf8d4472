//! The days that follow as a calendar file: read back whole, within the form's rules, and silent about who it is for.
//!
//! Deliberately not here: which days somebody may know. The view decides that.

use board::paper::{Appointment, calendar};
use board::view::minutes::MinutesView;
use icalendar::parser::{read_calendar, unfold};
use minutes::{IcsOptions, ics};

use crate::copies::{DEMOS, everybody, opened};

fn options() -> IcsOptions {
    IcsOptions { conference: "fmc-2026-0924".into(), now: "2026-09-24T14:40:00Z".parse().unwrap() }
}

fn day(title: &str, at: Option<&str>) -> Appointment {
    Appointment { on: "2026-10-06".parse().unwrap(), at: at.map(|at| at.parse().unwrap()), title: title.into() }
}

/// What each appointment of a file says under a name.
fn said(file: &str, name: &str) -> Vec<String> {
    let text = unfold(file);
    let read = read_calendar(&text).unwrap();
    let of = |event: &icalendar::parser::Component<'_>| event.find_prop(name).map(|property| property.val.to_string());
    read.components.iter().filter_map(of).collect()
}

#[test]
fn a_day_has_its_moment_in_utc_or_is_a_whole_day() {
    let file = ics(&[day("First core group", Some("2026-10-06T09:00:00Z")), day("Minutes are sent", None)], &options());
    assert_eq!(said(&file, "DTSTART"), ["20261006T090000Z", "20261006"]);
    assert!(file.contains("DTSTART;VALUE=DATE:20261006\r\n"), "{file}");
    assert_eq!(said(&file, "DTSTAMP"), ["20260924T144000Z"; 2]);
    assert_eq!(said(&file, "SUMMARY"), ["First core group", "Minutes are sent"]);
    assert_eq!(said(&file, "CLASS"), ["PRIVATE"; 2]);
}

#[test]
fn a_day_keeps_its_name_when_its_time_changes_and_no_two_days_share_one() {
    let names = |days: &[Appointment]| said(&ics(days, &options()), "UID");
    let before = names(&[day("Core group", None), day("Core group", None), day("Review", None)]);
    let after = names(&[day("Core group", Some("2026-10-06T09:00:00Z")), day("Core group", None), day("Review", None)]);
    assert_eq!(before, after);
    assert!(before[0] != before[1] && before[1] != before[2] && before[0] != before[2]);
    let elsewhere = ics(&[day("Review", None)], &IcsOptions { conference: "another".into(), ..options() });
    assert_ne!(said(&elsewhere, "UID")[0], before[2]);
}

#[test]
fn whatever_a_day_is_called_the_file_keeps_to_the_form() {
    let title = "Letter, with; the \\ decision\nand the plan: ".repeat(6) + "ąęłżź আমি মেয়ে 💛".repeat(9).as_str();
    let file = ics(&[day(&title, None)], &options());
    assert!(file.ends_with("END:VCALENDAR\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']), "{file}");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let unfolded = file.replace("\r\n ", "");
    let escaped = title.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n");
    assert!(unfolded.contains(&format!("SUMMARY:{escaped}\r\n")), "{unfolded}");
}

#[test]
fn the_days_of_both_demonstrations_name_nobody() {
    for demo in DEMOS {
        let state = opened(demo);
        let record = &state.record;
        let people = record.people.iter().map(|person| person.name.as_str());
        let children = record.children.iter().flat_map(|child| [child.legal_name.as_str(), child.known_as.as_str()]);
        let places = [record.conference.place.as_str(), record.conference.authority.as_str()];
        let names = people.chain(children).chain(places).flat_map(str::split_whitespace);
        let names: Vec<&str> = names.filter(|name| name.starts_with(char::is_uppercase)).collect();
        for audience in everybody(&state) {
            let view = MinutesView::of(&state, &audience);
            let days = calendar(&view);
            let file = ics(&days, &options());
            assert_eq!(said(&file, "SUMMARY").len(), view.next.len());
            let said = said(&file, "SUMMARY").join(" ");
            for name in &names {
                assert!(!said.split_whitespace().any(|word| word == *name), "{demo}: {name} in {said}");
            }
        }
    }
}
