//! The record at a glance: its parts with how much is in each, what is due by when, and how far the checks are.
//!
//! Deliberately not here: what is in a part. That is one step away.

use board::file::{Part, Sheet};
use board::view::file::{ChecksView, DutyLine, FileView};
use leptos::prelude::*;

use super::frame::{closed, frame};
use crate::given::{self, receive};
use crate::ui::{IntoPart as _, Stopped};

/// The page at `/conferences/:id/record`.
#[component]
pub fn RecordPage() -> impl IntoView {
    match receive::<given::RecordPage>() {
        Ok(page) => draw(page),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

fn draw(page: given::RecordPage) -> AnyView {
    let given::RecordPage { staff, file, duties, checks } = page;
    let mut inside = vec![closed(&file), parts(&file)];
    if file.reader.is_at_console() {
        inside.extend([finishing(&file, &checks), clock(&duties)]);
    }
    frame(staff, &file, "/record", "The record", inside)
}

/// The parts, in the order of a conference.
fn parts(file: &FileView) -> AnyView {
    let shown = Part::ALL.into_iter().filter(|part| file.reader.has(*part));
    let line = |part: Part| {
        let href = format!("/conferences/{}/record/{}", file.id, part.code());
        view! {
            <li>
                <a href=href>{part.title()}</a>
                <span class="count">{count(file, part)}</span>
                <p class="hint">{part.about()}</p>
            </li>
        }
    };
    let lines = shown.map(line).collect_view();
    view! {
        <section class="sheet stack" aria-label="Parts">
            <h2>"Parts"</h2>
            <ul class="record-parts">{lines}</ul>
        </section>
    }
    .into_any()
}

/// How many things are in a part, in words.
fn count(file: &FileView, part: Part) -> String {
    let of = |sheet: Sheet| match sheet {
        Sheet::Child => file.children.len(),
        Sheet::Person => file.people.len(),
        Sheet::Action => file.plan.len(),
        Sheet::FamilyShape
        | Sheet::Report
        | Sheet::Exclusion
        | Sheet::Sitting
        | Sheet::Involvement
        | Sheet::DutyDates
        | Sheet::QuorumDecision
        | Sheet::Walked
        | Sheet::Fate
        | Sheet::Statement
        | Sheet::GreyEnd
        | Sheet::Threshold
        | Sheet::DissentRoute
        | Sheet::TheirView
        | Sheet::CoreGroup
        | Sheet::Note
        | Sheet::Correction
        | Sheet::SetAside
        | Sheet::Recipient => file.matters.iter().filter(|matter| Sheet::of(matter) == Some(sheet)).count(),
    };
    let here = match part {
        Part::Attendance => file.people.iter().filter(|person| board::quorum::takes_part(person)).count(),
        Part::Family
        | Part::Reports
        | Part::Exclusions
        | Part::Involvement
        | Part::Duties
        | Part::Earlier
        | Part::Statements
        | Part::Grey
        | Part::Plan
        | Part::Decisions
        | Part::TheirView
        | Part::CoreGroup
        | Part::Notes
        | Part::Corrections => part.sheets().into_iter().map(of).sum(),
    };
    if here == 0 { "nothing yet".to_owned() } else { here.to_string() }
}

/// How far the checks are.
fn finishing(file: &FileView, checks: &ChecksView) -> AnyView {
    let words = match checks.stopping().count() {
        0 => "Nothing stops the chair from approving the record.".to_owned(),
        1 => "1 thing is to be settled before the chair can approve the record.".to_owned(),
        many => format!("{many} things are to be settled before the chair can approve the record."),
    };
    let href = format!("/conferences/{}/checks", file.id);
    view! {
        <section class="sheet stack" aria-label="Before you finish">
            <h2>"Before you finish"</h2>
            <p>{words}</p>
            <p>
                <a class="button" href=href>
                    "See what is asked"
                </a>
            </p>
        </section>
    }
    .into_any()
}

/// The clock of duties: each with its last day, how it was counted, and how it stands.
pub(super) fn clock(duties: &[DutyLine]) -> AnyView {
    let line = |duty: &DutyLine| {
        let met = duty.met.clone().map(|met| format!(": {met}")).unwrap_or_default();
        let asked = duty.asks_why && duty.why.is_none();
        let why = match (&duty.why, asked) {
            (Some(why), _) => Some(format!("Why: {why}")),
            (None, true) => Some("It does not say why yet.".to_owned()),
            (None, false) => None,
        };
        view! {
            <li data-late=duty.is_late.then_some("yes")>
                <p>
                    <b>{duty.title.clone()}</b>
                    {format!(" by {}", duty.due)}
                </p>
                <p>
                    <b>{duty.standing.clone()}</b>
                    {met}
                </p>
                {why.map(|why| view! { <p>{why}</p> })}
                <details class="more">
                    <summary>"How this was counted"</summary>
                    <p class="hint">{duty.counted.clone()}</p>
                </details>
            </li>
        }
    };
    let lines = duties.iter().map(line).collect_view();
    view! {
        <section class="sheet stack" aria-label="What is due by when">
            <h2>"What is due by when"</h2>
            <ul class="duties">{lines}</ul>
        </section>
    }
    .into_any()
}
