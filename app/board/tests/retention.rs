//! Retention: when a record is due for review, by the shipped schedule and by an authority's own.
//!
//! Deliberately not here: erasing. The server's own test has that.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use board::record::ConferenceKind;
use board::retention::{Facts, Review, Schedule};
use jiff::civil::{Date, date};

fn facts() -> Facts {
    Facts {
        kind: ConferenceKind::Initial,
        invented: false,
        day: date(2026, 2, 28),
        last_change: date(2026, 3, 4),
        youngest_birth: Some(date(2020, 2, 29)),
    }
}

/// A schedule with one rule.
fn one(keep: &str, from: &str, more: &str) -> Schedule {
    let rule = format!("key = 'k'\ntitle = 't'\nkeep = {keep}\nfrom = '{from}'\nsource = 's'\n{more}");
    Schedule::parse(&format!("id = 'own'\ntitle = 'Own'\n[[rules]]\n{rule}")).unwrap()
}

fn day(schedule: &Schedule, facts: &Facts) -> Option<Date> {
    match schedule.review(facts) {
        Review::On(day, _) => Some(day),
        Review::Unknown(_) | Review::Never => None,
    }
}

#[test]
fn the_shipped_schedule_keeps_a_record_for_thirty_five_years_and_a_demonstration_for_a_month() {
    let schedule = Schedule::shipped().unwrap();
    assert_eq!(day(&schedule, &facts()), Some(date(2061, 3, 4)));
    assert_eq!(day(&schedule, &Facts { invented: true, ..facts() }), Some(date(2026, 4, 4)));
    assert!(schedule.rules.iter().all(|rule| rule.local), "no number in it is shown as law");
}

#[test]
fn a_time_is_counted_from_what_the_rule_says() {
    for (keep, from, expected) in [
        ("{ number = 10, unit = 'days' }", "conference", date(2026, 3, 10)),
        ("{ number = 1, unit = 'months' }", "last_change", date(2026, 4, 4)),
        ("{ number = 25, unit = 'years' }", "youngest_birth", date(2045, 2, 28)),
    ] {
        assert_eq!(day(&one(keep, from, ""), &facts()), Some(expected), "{keep} from {from}");
    }
}

#[test]
fn what_cannot_be_counted_is_left_to_a_person() {
    let schedule = one("{ number = 25, unit = 'years' }", "youngest_birth", "");
    let unborn = Facts { youngest_birth: None, ..facts() };
    assert!(matches!(schedule.review(&unborn), Review::Unknown(rule) if rule.key == "k"));
}

#[test]
fn a_rule_is_for_the_conferences_it_names_and_no_other() {
    let reviews = one("{ number = 1, unit = 'days' }", "conference", "for = ['review']");
    assert_eq!(reviews.review(&facts()), Review::Never);
    assert!(day(&reviews, &Facts { kind: ConferenceKind::Review, ..facts() }).is_some());
    let invented = one("{ number = 1, unit = 'days' }", "conference", "only_invented = true");
    assert_eq!(invented.review(&facts()), Review::Never);
}

#[test]
fn the_first_rule_that_is_for_a_conference_decides() {
    let rule = |key: &str, years: u16| {
        format!(
            "[[rules]]\nkey = '{key}'\ntitle = 't'\nkeep = {{ number = {years}, unit = 'years' }}\nfrom = 'conference'\nsource = 's'\n"
        )
    };
    let both = Schedule::parse(&format!("id = 'o'\ntitle = 'o'\n{}{}", rule("a", 5), rule("b", 1))).unwrap();
    assert_eq!(day(&both, &facts()), Some(date(2031, 2, 28)));
    let twice = format!("id = 'o'\ntitle = 'o'\n{}{}", rule("a", 0), rule("a", 401));
    let problems: Vec<String> = Schedule::parse(&twice).unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(problems.len(), 3, "{problems:?}");
}
