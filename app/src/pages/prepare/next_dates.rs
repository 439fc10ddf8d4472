//! The days that follow from a conference, in its form.
//!
//! Deliberately not here: working days. A date is what people agreed.

use board::iso;
use board::record::NextDate;
use board::sharing::MayKnow;
use leptos::prelude::*;

use super::field::{Text, filled};
use crate::ui::IntoPart as _;

/// One day that is being typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct NextDraft {
    /// Its place in this form; a place is never given twice, so that fields keep what is in them.
    place: usize,
    what: RwSignal<String>,
    on: RwSignal<String>,
    at: RwSignal<String>,
    meets_again: RwSignal<bool>,
    /// Kept as it is: this form is about days, not about who may know them.
    may_know: RwSignal<MayKnow>,
}

impl NextDraft {
    /// All days that are known.
    pub(super) fn all(known: &[NextDate]) -> Vec<Self> {
        let draft = |(place, next): (usize, &NextDate)| Self {
            place,
            what: RwSignal::new(next.what.clone()),
            on: RwSignal::new(iso::written(next.on)),
            at: RwSignal::new(next.at.clone().unwrap_or_default()),
            meets_again: RwSignal::new(next.meets_again),
            may_know: RwSignal::new(next.may_know.clone()),
        };
        known.iter().enumerate().map(draft).collect()
    }

    fn blank(place: usize) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            place,
            what: empty(),
            on: empty(),
            at: empty(),
            meets_again: RwSignal::new(false),
            may_know: RwSignal::new(MayKnow::Everyone),
        }
    }

    fn read(self) -> Result<Option<NextDate>, &'static str> {
        let Some(what) = filled(self.what) else {
            return Ok(None);
        };
        let on =
            iso::read(&self.on.get()).ok_or("A day that follows has no date. Choose it, or clear what happens.")?;
        Ok(Some(NextDate {
            on,
            at: filled(self.at),
            what,
            meets_again: self.meets_again.get(),
            may_know: self.may_know.get(),
        }))
    }
}

/// The days that were typed; one without words is left out.
pub(super) fn read_next(drafts: &[NextDraft]) -> Result<Vec<NextDate>, &'static str> {
    drafts.iter().filter_map(|draft| draft.read().transpose()).collect()
}

/// The days that follow, and a way to add one.
#[component]
pub(super) fn NextDates(
    /// What is being typed.
    drafts: RwSignal<Vec<NextDraft>>,
) -> impl IntoView {
    let add = move |_| {
        drafts.update(|drafts| {
            let place = drafts.iter().map(|draft| draft.place + 1).max().unwrap_or(0);
            drafts.push(NextDraft::blank(place));
        });
    };
    let row = move |draft: NextDraft| {
        let of = move |field: &str| format!("next-{}-{field}", draft.place);
        view! {
            <div class="next-row">
                <Text label="What happens" id=of("what") value=draft.what hint="Core group, review, letter" />
                <Text label="Day" id=of("on") kind="date" value=draft.on />
                <Text label="Time" id=of("at") value=draft.at />
                <label class="tick">
                    <input
                        type="checkbox"
                        prop:checked=draft.meets_again
                        on:change=move |event| draft.meets_again.set(event_target_checked(&event))
                    />
                    "The next conference"
                </label>
            </div>
        }
    };
    view! {
        <div class="wide next-dates">
            <p class="label">"The days that follow"</p>
            <For each=move || drafts.get() key=|draft| draft.place children=row />
            <button type="button" class="button" on:click=add>"Add a day"</button>
        </div>
    }
    .into_part()
}
