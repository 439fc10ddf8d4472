//! The meeting itself: when, where, why, and the days that follow.
//!
//! Deliberately not here: the framework. A conference keeps the one it opened with.

use board::command::Command;
use board::iso;
use board::record::{ConferenceKind, Header};
use board::view::day;
use leptos::prelude::*;

use super::editable::{EditForm, Editable};
use super::field::{LongText, Pick, Text, filled};
use super::next_dates::{NextDates, NextDraft, read_next};
use crate::live::Live;
use crate::ui::IntoPart as _;

/// The meeting, in a few lines or as a form.
#[component]
pub(super) fn Meeting(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let header = Memo::new(move |_| live.view.with(|view| view.desk.as_ref().and_then(|desk| desk.header.clone())));
    let framework = move || live.view.with(|view| view.head.framework.clone());
    let form = move |done| header.get_untracked().map(|header| view! { <MeetingForm live header done /> });
    view! {
        <section id="meeting" class="sheet">
            <h2>"The meeting"</h2>
            <Editable label="Change" about="the meeting" form>
                {move || header.get().map(|header| summary(&header, framework()))}
            </Editable>
        </section>
    }
    .into_part()
}

fn summary(header: &Header, framework: String) -> impl IntoView + use<> {
    let kind = match header.number {
        Some(number) => format!("{}, number {number}", header.kind.words()),
        None => header.kind.words().to_owned(),
    };
    let facts = [
        Some(framework),
        Some(header.authority.clone()),
        header.time.clone(),
        Some(header.place.clone()).filter(|place| !place.is_empty()),
    ];
    let facts = facts.into_iter().flatten().map(|text| view! { <li>{text}</li> }).collect_view();
    let next = header.next.iter().map(|next| {
        let when = next.at.as_ref().map_or_else(|| day(next.on), |at| format!("{}, {at}", day(next.on)));
        view! { <li><b>{next.what.clone()}</b>" "{when}</li> }
    });
    view! {
        <div class="summary">
            <h3>{day(header.date)} <span>{format!(" {kind}")}</span></h3>
            <ul class="facts">{facts}</ul>
            {header.reason.clone().map(|reason| view! { <p>{reason}</p> })}
            <ul class="facts next">{next.collect_view()}</ul>
        </div>
    }
}

/// What is being typed.
#[derive(Clone, Copy)]
struct Draft {
    kind: RwSignal<ConferenceKind>,
    number: RwSignal<String>,
    authority: RwSignal<String>,
    date: RwSignal<String>,
    time: RwSignal<String>,
    place: RwSignal<String>,
    reason: RwSignal<String>,
    next: RwSignal<Vec<NextDraft>>,
}

impl Draft {
    fn new(header: &Header) -> Self {
        let text = |text: Option<&String>| RwSignal::new(text.cloned().unwrap_or_default());
        Self {
            kind: RwSignal::new(header.kind),
            number: RwSignal::new(header.number.map(|number| number.to_string()).unwrap_or_default()),
            authority: RwSignal::new(header.authority.clone()),
            date: RwSignal::new(iso::written(header.date)),
            time: text(header.time.as_ref()),
            place: RwSignal::new(header.place.clone()),
            reason: text(header.reason.as_ref()),
            next: RwSignal::new(NextDraft::all(&header.next)),
        }
    }

    fn read(self, known: Header) -> Result<Command, &'static str> {
        let date = iso::read(&self.date.get()).ok_or("The day of the meeting is missing. Choose it, then save.")?;
        let number = match filled(self.number) {
            Some(text) => Some(text.parse().map_err(|_| "The number must be a whole number, or empty.")?),
            None => None,
        };
        let header = Header {
            kind: self.kind.get(),
            number,
            authority: filled(self.authority).ok_or("The authority is missing. Type it, then save.")?,
            date,
            time: filled(self.time),
            place: filled(self.place).unwrap_or_default(),
            reason: filled(self.reason),
            next: self.next.with(|next| read_next(next))?,
            ..known
        };
        Ok(Command::ChangeHeader { header })
    }
}

/// The form.
#[component]
fn MeetingForm(
    /// The page's connection.
    live: Live,
    /// What is known.
    header: Header,
    /// Called when it is stored, or put away.
    done: Callback<()>,
) -> impl IntoView {
    let draft = Draft::new(&header);
    let make = Callback::new(move |()| draft.read(header.clone()));
    let kinds = ConferenceKind::ALL.iter().map(|kind| (*kind, kind.words().to_owned())).collect();
    view! {
        <EditForm live title="The meeting" make done>
            <Pick label="What sort of conference" id="meeting-kind" options=kinds value=draft.kind />
            <Text
                label="Which one"
                id="meeting-number"
                kind="number"
                value=draft.number
                hint="For a review: 2 is the second."
            />
            <Text label="Authority" id="meeting-authority" required=true value=draft.authority />
            <Text label="Day" id="meeting-date" kind="date" required=true value=draft.date />
            <Text label="Time" id="meeting-time" value=draft.time hint="As people say it: 13:30 to 15:35" />
            <Text
                label="Place"
                id="meeting-place"
                value=draft.place
                hint="The room where people meet. Never where a family lives."
            />
            <LongText
                label="Why we meet"
                id="meeting-reason"
                value=draft.reason
                hint="One or two plain sentences that everyone could read."
            />
            <NextDates drafts=draft.next />
        </EditForm>
    }
    .into_part()
}
