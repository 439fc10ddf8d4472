//! How somebody takes part, in their form.
//!
//! Deliberately not here: quorum. Whether enough people are here is the chair's to say.

use board::people::{Attendance, Person};
use leptos::prelude::*;

use super::field::{Pick, Text, Tick, filled};
use super::words;
use crate::ui::IntoPart as _;

/// What is being typed.
#[derive(Clone, Copy)]
pub(super) struct AttendanceDraft {
    how: RwSignal<Attendance>,
    which: RwSignal<String>,
    out: RwSignal<bool>,
}

impl AttendanceDraft {
    /// Begins with what is known.
    pub(super) fn new(person: Option<&Person>) -> Self {
        Self {
            how: RwSignal::new(person.map_or_else(Attendance::default, |person| person.attendance)),
            which: RwSignal::new(person.and_then(|person| person.attended.clone()).unwrap_or_default()),
            out: RwSignal::new(person.is_some_and(|person| person.out)),
        }
    }

    /// How they take part, which part in words, and whether they are out just now.
    pub(super) fn read(self) -> (Attendance, Option<String>, bool) {
        (self.how.get(), filled(self.which), self.out.get())
    }
}

/// The fields of it.
#[component]
pub(super) fn AttendanceFields(
    /// What is being typed.
    draft: AttendanceDraft,
    /// What ties the labels to them.
    id: String,
) -> impl IntoView {
    let options = words::options(&words::ATTENDANCES, words::attendance);
    view! {
        <Pick label="How they take part" id=format!("{id}-how") options value=draft.how />
        <Text label="Which part" id=format!("{id}-which") value=draft.which hint="Like Part A, or 13:30 to 14:50" />
        <Tick label="Out of the room just now" value=draft.out />
    }
    .into_part()
}
