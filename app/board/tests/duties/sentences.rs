//! How a count is explained: in words that a person can check with a calendar on the wall.
//!
//! Deliberately not here: whether the count is right.

use super::{duty, moment};

/// What a rule says of its count.
fn said(place: &str, rule: &str, from: &str) -> String {
    duty(place, rule, from).counted()
}

#[test]
fn working_days_name_the_first_and_the_last() {
    assert_eq!(
        said("england", "core_group_first", "2026-09-24T13:30"),
        "10 working days after the conference (Thursday 24 September 2026). Day 1 is Friday 25 September 2026, day 10 \
         is Thursday 8 October 2026. Not counted: weekends."
    );
}

#[test]
fn one_working_day_is_one_day_and_a_local_number_says_so() {
    assert_eq!(
        said("england", "decision_letter", "2026-10-23"),
        "1 working day after the conference (Friday 23 October 2026). Day 1 is Monday 26 October 2026. Not counted: \
         weekends. This number is a local one: check it with your partnership."
    );
}

#[test]
fn bank_holidays_that_were_passed_over_are_named() {
    assert_eq!(
        said("england", "icpc_from_strategy", "2026-12-16"),
        "15 working days after the strategy discussion (Wednesday 16 December 2026). Day 1 is Thursday 17 December \
         2026, day 15 is Monday 11 January 2027. Not counted: weekends, Friday 25 December 2026 (Christmas Day), Monday \
         28 December 2026 (Boxing Day, substitute day) and Friday 1 January 2027 (New Year's Day)."
    );
}

#[test]
fn counting_back_says_that_it_does() {
    assert_eq!(
        said("england", "exclusion_request", "2026-09-24"),
        "3 working days before the conference (Thursday 24 September 2026). Counting back, day 1 is Wednesday 23 \
         September 2026, day 3 is Monday 21 September 2026. Not counted: weekends. This number is a local one: check it \
         with your partnership."
    );
}

#[test]
fn months_say_when_the_month_is_too_short_and_when_the_day_is_no_working_day() {
    assert_eq!(
        said("england", "review_first", "2026-11-30"),
        "3 months after the conference (Monday 30 November 2026): until the end of Sunday 28 February 2027. That month \
         has no day 30, so its last day is taken. That is not a working day; the working day before it is Friday 26 \
         February 2027."
    );
    assert_eq!(
        said("england", "review_next", "2026-05-06"),
        "6 months after the conference (Wednesday 6 May 2026): until the end of Friday 6 November 2026."
    );
}

#[test]
fn hours_name_the_minute_or_say_that_no_time_is_noted() {
    let local = "This number is a local one: check it with your partnership.";
    assert_eq!(
        said("england", "report_to_family_initial", "2026-09-24T13:30"),
        format!(
            "48 hours before the conference (13:30 on Thursday 24 September 2026): until 13:30 on Tuesday 22 September \
             2026. {local}"
        )
    );
    assert_eq!(
        said("england", "report_to_family_initial", "2026-09-24"),
        format!(
            "48 hours before the conference (Thursday 24 September 2026): until the end of Monday 21 September 2026. No \
             time is noted for that day, so it is counted from its beginning. {local}"
        )
    );
}

#[test]
fn what_is_far_ahead_says_that_it_may_change() {
    assert!(
        said("england", "core_group_first", "2028-03-01")
            .ends_with("Not counted: weekends. Bank holidays so far ahead are worked out and may still change.")
    );
}

#[test]
fn a_place_may_call_things_by_its_own_words() {
    assert!(said("scotland", "icpc_from_strategy", "2026-02-02").starts_with(
        "28 days after the inter-agency referral discussion (Monday 2 February 2026): until the end of Monday 2 March"
    ));
}

#[test]
fn a_moment_is_written_as_it_is_read() {
    for text in ["2026-09-24", "2026-09-24T13:30:00"] {
        assert_eq!(moment(text).to_string(), text);
        assert_eq!(serde_json::from_str::<board::duties::Moment>(&format!("\"{text}\"")).unwrap(), moment(text));
    }
    assert!("Thursday".parse::<board::duties::Moment>().is_err());
    assert!("2026-02-30".parse::<board::duties::Moment>().is_err());
}
