//! When a child was born, or is expected.
//!
//! Deliberately not here: an age. It is worked out from the day of the conference, not kept.

use board::iso;
use board::people::Birth;
use leptos::prelude::*;

use super::field::{Pick, Text};

/// What is being typed.
#[derive(Clone, Copy)]
pub(super) struct BirthDraft {
    expected: RwSignal<bool>,
    day: RwSignal<String>,
}

impl BirthDraft {
    /// Begins with what is known.
    pub(super) fn new(birth: Option<&Birth>) -> Self {
        let (expected, day) = match birth {
            Some(Birth::Born(day)) => (false, iso::written(*day)),
            Some(Birth::Expected(day)) => (true, iso::written(*day)),
            None => (false, String::new()),
        };
        Self { expected: RwSignal::new(expected), day: RwSignal::new(day) }
    }

    /// What was typed, where it is a day.
    pub(super) fn read(self) -> Option<Birth> {
        let day = iso::read(&self.day.get())?;
        Some(if self.expected.get() { Birth::Expected(day) } else { Birth::Born(day) })
    }
}

/// The two fields of it.
#[component]
pub(super) fn BirthFields(
    /// What is being typed.
    draft: BirthDraft,
    /// The child, for tying labels.
    id: String,
) -> impl IntoView {
    let options = vec![(false, "Born".to_owned()), (true, "Expected: not born yet".to_owned())];
    view! {
        <Pick label="Born or expected" id=format!("{id}-expected") options value=draft.expected />
        <Text label="Day" id=format!("{id}-birth") kind="date" required=true value=draft.day />
    }
}
