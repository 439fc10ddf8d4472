//! A cover over everything, within one tap: for a break, or because somebody comes in.
//!
//! Deliberately not here: telling anybody. A cover is this screen's own business, and what was typed stays under it.

use leptos::html;
use leptos::prelude::*;

use crate::ui::Icon;

/// Why a screen is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Covered {
    /// It is not.
    No,
    /// For a break.
    Break,
    /// Put away.
    Away,
}

impl Covered {
    /// Whether there is a cover.
    pub(super) fn yes(self) -> bool {
        match self {
            Self::No => false,
            Self::Break | Self::Away => true,
        }
    }

    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::No => ("", ""),
            Self::Break => ("Take your time", "Only your screen is covered. What you wrote is still here."),
            Self::Away => ("Put away", "Nothing is lost."),
        }
    }
}

/// The cover. It says nothing about what lies under it.
#[component]
pub(super) fn Cover(
    /// Why the screen is covered.
    covered: RwSignal<Covered>,
    /// What somebody may need to hear on a break.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let back = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if let Some(back) = back.get().filter(|_| covered.get().yes()) {
            // Without the focus the button still works.
            let _ = back.focus();
        }
    });
    let more = StoredValue::new(children);
    view! {
        <Show when=move || covered.get().yes()>
            <div class="cover" role="dialog" aria-modal="true" aria-labelledby="cover-head">
                <p class="mark">
                    <Icon name="mark" />
                </p>
                <h1 id="cover-head">{move || covered.get().words().0}</h1>
                <p>{move || covered.get().words().1}</p>
                <Show when=move || covered.get() == Covered::Break>
                    {more.with_value(|more| more.as_ref().map(|more| more()))}
                </Show>
                <button
                    type="button"
                    class="button"
                    data-kind="main"
                    data-size="live"
                    node_ref=back
                    on:click=move |_| covered.set(Covered::No)
                >
                    "Come back"
                </button>
            </div>
        </Show>
    }
    .into_any()
}
