//! How duties stand: the two demonstrations as their people knew them, what is late, and who must say why.
//!
//! Deliberately not here: the days in between, which `counting.rs` looks at.

use std::collections::BTreeMap;

use board::duties::{Duty, Milestone, Moment, Standing};
use board::record::ConferenceKind;

use super::{moment, timetable};

/// The duties of an English conference with these dates, as they stand on a day.
fn duties(kind: ConferenceKind, dates: &[(Milestone, &str)], now: &str) -> Vec<Duty> {
    let dates: BTreeMap<Milestone, Moment> = dates.iter().map(|(what, on)| (*what, moment(on))).collect();
    timetable("england").duties(kind, &dates, moment(now))
}

fn by_key<'a>(duties: &'a [Duty], key: &str) -> &'a Duty {
    duties.iter().find(|duty| duty.rule.key == key).unwrap_or_else(|| panic!("no duty '{key}'"))
}

#[test]
fn the_first_conference_of_the_demonstration_was_in_time_on_day_13_of_15() {
    let dates = [
        (Milestone::StrategyDiscussion, "2026-09-07"),
        (Milestone::Conference, "2026-09-24T13:30"),
        (Milestone::ExclusionRequest, "2026-09-21"),
        (Milestone::CoreGroup, "2026-10-06T10:00"),
        (Milestone::Review, "2026-12-10T13:30"),
    ];
    let duties = duties(ConferenceKind::Initial, &dates, "2026-09-24T15:35");
    let conference = by_key(&duties, "icpc_from_strategy");
    assert_eq!((conference.standing, conference.day_met()), (Standing::InTime, Some(13)));
    assert_eq!(conference.count.days.len(), 15);
    assert_eq!(by_key(&duties, "exclusion_request").standing, Standing::InTime);
    let core_group = by_key(&duties, "core_group_first");
    assert_eq!((core_group.standing, core_group.day_met()), (Standing::InTime, Some(8)));
    assert_eq!(by_key(&duties, "review_first").standing, Standing::InTime);
    assert_eq!(by_key(&duties, "decision_letter").standing, Standing::Waiting);
    assert!(duties.iter().all(|duty| !duty.late_reason_needed()));
}

#[test]
fn the_second_review_of_the_demonstration_was_a_duty_of_the_first() {
    let first_review = [(Milestone::Conference, "2026-05-06"), (Milestone::Review, "2026-10-20T15:45")];
    let kept = duties(ConferenceKind::Review, &first_review, "2026-10-20");
    assert_eq!(by_key(&kept, "review_next").standing, Standing::InTime);
    let second_review = [
        (Milestone::Conference, "2026-10-20T15:45"),
        (Milestone::DecisionLetter, "2026-10-21"),
        (Milestone::MinutesSent, "2026-11-10"),
        (Milestone::Review, "2027-03-23"),
    ];
    let after = duties(ConferenceKind::Review, &second_review, "2026-11-11");
    for key in ["decision_letter", "minutes", "review_next"] {
        assert_eq!(by_key(&after, key).standing, Standing::InTime, "{key}");
    }
}

#[test]
fn duties_come_in_the_order_in_which_they_are_due() {
    let dates = [(Milestone::Conference, "2026-09-24T13:30"), (Milestone::StrategyDiscussion, "2026-09-07")];
    let duties = duties(ConferenceKind::Initial, &dates, "2026-09-24");
    assert_eq!(
        duties.iter().map(|duty| duty.rule.key.as_str()).collect::<Vec<_>>(),
        [
            "exclusion_request",
            "report_to_family_initial",
            "report_to_chair_initial",
            "decision_letter",
            "dissent_raise",
            "icpc_from_strategy",
            "core_group_first",
            "minutes",
            "review_first",
        ]
    );
}

#[test]
fn what_has_no_day_to_be_counted_from_is_no_duty_yet() {
    let unborn = [(Milestone::Conference, "2026-09-24")];
    let before = duties(ConferenceKind::PreBirth, &unborn, "2026-09-24");
    assert!(before.iter().all(|duty| duty.rule.key != "pre_birth_review"));
    let born = [(Milestone::Conference, "2026-09-24"), (Milestone::Birth, "2026-11-02")];
    let after = duties(ConferenceKind::PreBirth, &born, "2026-11-02");
    assert_eq!(by_key(&after, "pre_birth_review").count.due, moment("2026-11-30"));
}

#[test]
fn a_newly_considered_sister_and_a_reviewed_brother_have_both_kinds_of_review() {
    let dates = [(Milestone::Conference, "2026-09-24")];
    let both = duties(ConferenceKind::CombinedReviewInitial, &dates, "2026-09-24");
    assert_eq!(by_key(&both, "review_first").count.due, moment("2026-12-24"));
    assert_eq!(by_key(&both, "review_next").count.due, moment("2027-03-24"));
}

#[test]
fn a_young_persons_own_conference_starts_no_duties() {
    let dates = [(Milestone::Conference, "2026-09-24"), (Milestone::StrategyDiscussion, "2026-09-07")];
    assert_eq!(duties(ConferenceKind::YoungPersonOnly, &dates, "2026-09-24"), []);
}

#[test]
fn the_last_day_is_in_time_and_the_day_after_needs_a_reason() {
    let letter = |sent: &str| {
        let dates = [(Milestone::Conference, "2026-09-24T13:30"), (Milestone::DecisionLetter, sent)];
        let duties = duties(ConferenceKind::Initial, &dates, "2026-10-01");
        let letter = by_key(&duties, "decision_letter");
        (letter.standing, letter.late_reason_needed())
    };
    assert_eq!(letter("2026-09-25T23:59"), (Standing::InTime, false));
    assert_eq!(letter("2026-09-26"), (Standing::Late, true));
}

#[test]
fn hours_are_kept_to_the_minute_where_both_times_are_noted() {
    let report = |read: &str| {
        let dates = [(Milestone::Conference, "2026-09-24T13:30"), (Milestone::ReportToFamily, read)];
        by_key(&duties(ConferenceKind::Initial, &dates, "2026-09-24"), "report_to_family_initial").standing
    };
    assert_eq!(report("2026-09-22T13:30"), Standing::InTime);
    assert_eq!(report("2026-09-22T13:31"), Standing::Late);
    assert_eq!(report("2026-09-22"), Standing::InTime);
}

#[test]
fn what_nobody_did_is_overdue_once_the_last_day_is_over() {
    let on = |now: &str| {
        let duties = duties(ConferenceKind::Initial, &[(Milestone::Conference, "2026-09-24")], now);
        let minutes = by_key(&duties, "minutes");
        (minutes.standing, minutes.late_reason_needed())
    };
    assert_eq!(on("2026-10-15T18:00"), (Standing::Waiting, false));
    assert_eq!(on("2026-10-16T00:00"), (Standing::Overdue, true));
}

#[test]
fn a_right_that_was_not_used_needs_no_reason() {
    let dates = [(Milestone::Conference, "2026-09-24"), (Milestone::MinutesReceived, "2026-10-15")];
    let duties = duties(ConferenceKind::Initial, &dates, "2027-01-04");
    for key in ["minutes_comment", "parent_challenge", "dissent_raise"] {
        assert_eq!(by_key(&duties, key).standing, Standing::Overdue, "{key}");
        assert!(!by_key(&duties, key).late_reason_needed(), "{key}");
    }
}
