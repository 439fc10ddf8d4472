//! What is asked about the meeting: who was there, what was read before, who works with the family, and whether all of it was in time.
//!
//! Deliberately not here: the time limits. They are data, and [`crate::duties`] counts with them.

use std::collections::BTreeMap;

use super::{Finding, Level};
use crate::audience::Standing;
use crate::duties::{Duty, Milestone, Moment, Standing as InTime, Timetable};
use crate::matter::{CoreGroup, DutyDates, QuorumChoice, QuorumDecision, Report};
use crate::outcome::Decision;
use crate::people::{Attendance, Person};
use crate::quorum::{Quorum, QuorumRule, counts};
use crate::record::Record;
use crate::state::State;

/// Whose time limits hold where nothing is said.
const PLACE: &str = "england";

fn is_written(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

fn has_plan(record: &Record) -> bool {
    record.decisions.iter().any(|decision: &Decision| decision.outcome.has_plan())
}

/// The quorum was met, or the chair chose what to do: meet again, or go on with a reason (A1).
pub(super) fn quorum(state: &State) -> Vec<Finding> {
    let record = &state.record;
    if Quorum::of(record, QuorumRule::default()).is_met() {
        return Vec::new();
    }
    let chosen = record.all::<QuorumDecision>().next().is_some_and(|chosen| match chosen.choice {
        QuorumChoice::Adjourn => true,
        QuorumChoice::Proceed => chosen.reason.is_some() || is_written(chosen.words.as_ref()),
    });
    if chosen {
        return Vec::new();
    }
    vec![Finding::new("Too few agencies were there, and it does not say why the conference went on.")]
}

/// Each agency's report is in and in time, and it says whether the family had read it. One that came late is a warning (A2).
pub(super) fn reports(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let all = || record.all::<Report>();
    let late = all()
        .filter(|report| report.late)
        .map(|report| Finding::new(format!("The report of {} came late.", writer(record, report))).asked(Level::Warn));
    let unread = all().filter(|report| report.shared.is_empty()).map(|report| {
        Finding::new(format!("It does not say whether the family had read the report of {}.", writer(record, report)))
    });
    let expected = record.people.iter().filter(|person| is_asked_for_a_report(person));
    let missing = expected
        .filter(|person| !all().any(|report| is_of(record, report, person)))
        .map(|person| Finding::new(format!("There is no report of {}.", person.introduced())));
    late.chain(unread).chain(missing).collect()
}

fn writer(record: &Record, report: &Report) -> String {
    record.people.get(&report.by).map_or_else(|| "somebody".to_owned(), Person::introduced)
}

fn is_asked_for_a_report(person: &Person) -> bool {
    match person.attendance {
        Attendance::NotInvited | Attendance::Excluded => false,
        Attendance::Invited
        | Attendance::Present
        | Attendance::PresentPart
        | Attendance::RemoteVideo
        | Attendance::RemotePhone
        | Attendance::Apologies
        | Attendance::NoShow
        | Attendance::ReportOnly => counts(person),
    }
}

/// A report is an agency's, whoever of it wrote it.
fn is_of(record: &Record, report: &Report, person: &Person) -> bool {
    let by = record.people.get(&report.by);
    by.is_some_and(|by| by.agency == person.agency && by.organisation == person.organisation)
}

/// With a plan there is a lead social worker and a core group of three or more with a parent in it or a reason, and it meets in time (A3).
pub(super) fn core_group(state: &State) -> Vec<Finding> {
    let record = &state.record;
    if !has_plan(record) {
        return Vec::new();
    }
    let Some(group) = record.all::<CoreGroup>().next() else {
        return vec![Finding::new("There is no core group yet.")];
    };
    let mut found = Vec::new();
    if group.lead.is_none() {
        found.push(Finding::new("Nobody is named as the lead social worker."));
    }
    let warn = |words: &str| Finding::new(words).asked(Level::Warn);
    if group.members.len() < 3 {
        found.push(warn("The core group has fewer than three people of this conference."));
    }
    let family = |person: &&Person| person.role.standing() == Standing::Family;
    let of_family = group.members.iter().filter_map(|member| record.people.get(member)).any(|member| family(&member));
    if !of_family && !is_written(group.not_in_it.as_ref()) {
        found.push(warn("Nobody of the family is in the core group, and it does not say why."));
    }
    if group.on.is_none() {
        found.push(Finding::new("The core group has no day yet."));
    }
    let late = |duty: &Duty| duty.rule.what == Milestone::CoreGroup && duty.standing == InTime::Late;
    found.extend(duties(record).iter().find(|duty| late(duty)).map(|duty| warn(&duty.counted())));
    found
}

/// With a plan the next review has its day, and it is in time (A4).
pub(super) fn review_in_time(state: &State) -> Vec<Finding> {
    let record = &state.record;
    if !has_plan(record) {
        return Vec::new();
    }
    if !record.conference.next.iter().any(|next| next.meets_again) {
        return vec![Finding::new("The next review has no day yet.")];
    }
    let duties = duties(record);
    let late = duties.iter().filter(|duty| duty.rule.what == Milestone::Review && duty.standing == InTime::Late);
    late.map(|duty| Finding::new(format!("The next review is too late. {}", duty.counted()))).collect()
}

/// The conference met in time, or it says why not (A5).
pub(super) fn conference_in_time(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let reasons = record.all::<DutyDates>().next();
    let late = duties(record).into_iter().filter(|duty| {
        let explained = reasons.is_some_and(|dates| is_written(dates.late_because.get(&duty.rule.key)));
        duty.rule.what == Milestone::Conference && duty.standing == InTime::Late && !explained
    });
    late.map(|duty| Finding::new(format!("The conference was late, and it does not say why. {}", duty.counted())))
        .collect()
}

/// The duties of a conference with the days that are put down: its own, those of its dates, its core group and its review. What is
/// neither done nor booked is judged by the conference's own day.
pub fn duties(record: &Record) -> Vec<Duty> {
    let header = &record.conference;
    let dates = record.all::<DutyDates>().next();
    let place = dates.and_then(|dates| dates.place.as_deref()).unwrap_or(PLACE);
    let Some(Ok(timetable)) = Timetable::shipped(place) else {
        return Vec::new();
    };
    let mut days: BTreeMap<Milestone, Moment> = dates.map(|dates| dates.days.clone()).unwrap_or_default();
    days.entry(Milestone::Conference).or_insert_with(|| header.date.into());
    if let Some(group) = record.all::<CoreGroup>().next().and_then(|group| group.on) {
        days.entry(Milestone::CoreGroup).or_insert_with(|| group.into());
    }
    if let Some(review) = header.next.iter().find(|next| next.meets_again) {
        days.entry(Milestone::Review).or_insert_with(|| review.on.into());
    }
    timetable.duties(header.kind, &days, header.date.into())
}
