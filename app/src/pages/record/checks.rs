//! Before you finish: what is asked of the record, how each came out, where it is settled, the approval, and having devices let
//! go when everybody has left.
//!
//! Deliberately not here: a judgement of a family, or of a chair. A warning is a question, and a reason is an answer to it.

use board::checks::{Found, Outcome, Place};
use board::file::Part;
use board::keyed::Identified as _;
use board::matter::Matter;
use board::view::file::{ChecksView, FileView, Reader};
use leptos::prelude::*;

use super::frame::{closed, frame, news};
use crate::given::{self, FormNow, receive};
use crate::ui::{IntoPart as _, Stopped};

/// The page at `/conferences/:id/checks`.
#[component]
pub fn ChecksPage() -> impl IntoView {
    match receive::<given::ChecksPage>() {
        Ok(page) => draw(page),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}

fn draw(page: given::ChecksPage) -> AnyView {
    let given::ChecksPage { staff, file, checks, form } = page;
    let group = |label: &'static str, is_of: fn(&Found) -> bool| {
        let of: Vec<&Found> = checks.found.iter().filter(|found| is_of(found)).collect();
        section(&file, &form, label, &of)
    };
    let inside = vec![
        news(&form),
        closed(&file),
        approve(&file, &checks),
        group("To settle first", |found| found.outcome() == Outcome::Fail),
        group("To settle, or to set aside with a reason", |found| found.outcome() == Outcome::Warn),
        group("Worth a look", |found| found.outcome() == Outcome::Info),
        group("Settled", |found| found.outcome() == Outcome::Pass),
        everybody_left(&file),
    ];
    frame(staff, &file, "/checks", "Before you finish", inside)
}

/// When everybody has left, the chair has their devices let go: a phone in a bag would show the board until midnight.
fn everybody_left(file: &FileView) -> AnyView {
    if file.reader != Reader::Chair {
        return ().into_any();
    }
    let action = format!("/conferences/{}/checks", file.id);
    view! {
        <section class="sheet stack" aria-label="When everybody has left">
            <h2>"When everybody has left"</h2>
            <p>
                "Phones, tablets and the wall show the board until twelve hours are over. With this they let go of it now, and codes "
                "for a child’s device end. Nothing of the record changes, and whoever comes back can be let in again."
            </p>
            <form method="post" action=action>
                <p class="row">
                    <button type="submit" class="button" name="do" value="everybody_left">
                        "Have all devices let go"
                    </button>
                </p>
            </form>
        </section>
    }
    .into_any()
}

/// What stands between the record and the approval, and the approval.
fn approve(file: &FileView, checks: &ChecksView) -> AnyView {
    if !file.approval.signed.is_empty() && !file.approval.corrected {
        return ().into_any();
    }
    let stopping = checks.stopping().count();
    let words = match stopping {
        0 => "Nothing stops the approval. Afterwards the record is closed, and corrections stand beside it.".to_owned(),
        1 => "1 thing below is to be settled before the record can be approved.".to_owned(),
        many => format!("{many} things below are to be settled before the record can be approved."),
    };
    let action = format!("/conferences/{}/checks", file.id);
    let kind = (stopping == 0).then_some("main");
    let button = if file.reader == Reader::Chair {
        view! {
            <form method="post" action=action>
                <p class="row">
                    <button type="submit" class="button" data-kind=kind name="do" value="approve">
                        "Approve the record"
                    </button>
                </p>
            </form>
        }
        .into_any()
    } else {
        view! { <p class="hint">"The chair approves the record."</p> }.into_any()
    };
    view! {
        <section class="sheet stack" aria-label="Approval">
            <h2>"Approval"</h2>
            <p>{words}</p>
            {button}
        </section>
    }
    .into_any()
}

fn section(file: &FileView, form: &FormNow, label: &'static str, found: &[&Found]) -> AnyView {
    if found.is_empty() {
        return ().into_any();
    }
    let rows = found.iter().map(|found| row(file, form, found)).collect_view();
    view! {
        <section class="sheet stack" aria-label=label>
            <h2>{format!("{label} ({})", found.len())}</h2>
            <ul class="checks">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(file: &FileView, form: &FormNow, found: &Found) -> AnyView {
    let check = &found.check;
    let id = check.id.name();
    let findings = found.findings.iter().map(|finding| view! { <li>{finding.words.clone()}</li> }).collect_view();
    let passed = found.outcome() == Outcome::Pass;
    let way = (!passed).then(|| {
        let (href, words) = place(file, check.place);
        view! {
            <p>
                <a href=href>{format!("Go to: {words}")}</a>
            </p>
        }
    });
    view! {
        <li id=format!("check-{id}") data-outcome=found.outcome().code()>
            <p>
                <b>{check.title.clone()}</b>
                <span class="hint">{format!(" {id}, {}", found.outcome().words())}</span>
            </p>
            <p class="hint">{check.rule.clone()}</p>
            <ul class="findings">{findings}</ul>
            {way}
            {aside(file, form, found)}
        </li>
    }
    .into_any()
}

/// The reason with which a warning is set aside, or the place for one.
fn aside(file: &FileView, form: &FormNow, found: &Found) -> AnyView {
    let id = found.check.id.name();
    let action = format!("/conferences/{}/checks", file.id);
    if let Some(reason) = &found.set_aside {
        let kept = file.matters.iter().find(|matter| matches!(matter, Matter::SetAside(aside) if aside.check == id));
        let back = kept.filter(|_| file.reader == Reader::Chair).map(|matter| {
            view! {
                <form method="post" action=action>
                    <input type="hidden" name="id" value=matter.id().to_string() />
                    <button type="submit" class="button" data-kind="plain" name="do" value="drop">
                        {format!("Ask {id} again")}
                    </button>
                </form>
            }
        });
        return view! {
            <p>
                <b>"Set aside: "</b>
                {reason.clone()}
            </p>
            {back}
        }
        .into_any();
    }
    if found.outcome() != Outcome::Warn || file.reader != Reader::Chair {
        return ().into_any();
    }
    let posted = form.posted.as_ref().filter(|posted| posted.typed.get("check") == id);
    let typed = posted.map(|posted| posted.typed.get("reason").to_owned()).unwrap_or_default();
    let wrong = posted.and_then(|posted| posted.wrong.first()).map(|wrong| {
        view! {
            <p class="wrong" id=format!("wrong-{id}")>
                <b>{wrong.words.clone()}</b>
            </p>
        }
    });
    let described = wrong.is_some().then(|| format!("wrong-{id}"));
    view! {
        <details class="more" open=posted.is_some()>
            <summary>{format!("Set {id} aside with a reason")}</summary>
            <form method="post" action=format!("{action}#check-{id}") class="stack">
                <input type="hidden" name="check" value=id />
                <input type="hidden" name="id" value=format!("{}-{id}", form.fresh) />
                <div class="field">
                    <label for=format!("reason-{id}")>"Why it is set aside"</label>
                    {wrong}
                    <textarea id=format!("reason-{id}") name="reason" rows="2" aria-describedby=described>
                        {typed}
                    </textarea>
                </div>
                <p class="row">
                    <button type="submit" class="button" data-kind="ink" name="do" value="save">
                        "Set it aside"
                    </button>
                </p>
            </form>
        </details>
    }
    .into_any()
}

/// Where a thing is settled.
fn place(file: &FileView, place: Place) -> (String, &'static str) {
    let conference = format!("/conferences/{}", file.id);
    let part = |part: Part| (format!("{conference}/record/{}", part.code()), part.title());
    match place {
        Place::Involvement => part(Part::Involvement),
        Place::Tools => (format!("{conference}/prepare#tools"), "Children’s tools"),
        Place::Answers => (format!("{conference}/after"), "You said, so we"),
        Place::Board => (conference, "The board"),
        Place::Plan => part(Part::Plan),
        Place::Statements => part(Part::Statements),
        Place::Grey => part(Part::Grey),
        Place::Earlier => part(Part::Earlier),
        Place::Decisions => part(Part::Decisions),
        Place::Attendance => part(Part::Attendance),
        Place::Reports => part(Part::Reports),
        Place::CoreGroup => part(Part::CoreGroup),
        Place::Duties => part(Part::Duties),
        Place::Copies => (format!("{conference}/copies"), "Copies"),
    }
}
