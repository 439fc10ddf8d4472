//! A cover over everything, within one tap: for a break, or because somebody comes in.
//!
//! Deliberately not here: telling anybody. A cover is this screen's own business, and what was typed stays under it.

use leptos::html;
use leptos::prelude::*;

use crate::ui::{Icon, IntoPart as _};

#[cfg(feature = "tablet")]
pub(super) mod lock;

/// Why a screen is covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Covered {
    /// It is not.
    No,
    /// For a break.
    Break,
    /// Put away.
    #[cfg_attr(not(feature = "tablet"), expect(dead_code, reason = "a phone has no button for it"))]
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
}

/// What a cover says, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CoverWords {
    /// On a break: the head, and that nothing is lost.
    pub(super) a_break: (String, String),
    /// Put away: the same.
    pub(super) away: (String, String),
    /// What somebody may need to hear on a break.
    pub(super) more: String,
    /// The way back.
    pub(super) back: String,
}

impl CoverWords {
    fn of(&self, covered: Covered) -> (String, String) {
        match covered {
            Covered::No => (String::new(), String::new()),
            Covered::Break => self.a_break.clone(),
            Covered::Away => self.away.clone(),
        }
    }
}

/// The cover. It says nothing about what lies under it.
#[component]
pub(super) fn Cover(
    /// Why the screen is covered.
    covered: RwSignal<Covered>,
    /// What it says.
    #[prop(into)]
    words: Signal<CoverWords>,
    /// Whether one tap does not lift it.
    #[prop(optional, into)]
    locked: Signal<bool>,
    /// What lifts it then.
    #[prop(optional, into)]
    keys: ViewFn,
) -> impl IntoView {
    let back = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if let Some(back) = back.get().filter(|_| covered.get().yes()) {
            // Without the focus the button still works.
            let _ = back.focus();
        }
    });
    let said = move || words.with(|words| words.of(covered.get()));
    view! {
        <Show when=move || covered.get().yes()>
            <div class="cover" role="dialog" aria-modal="true" aria-labelledby="cover-head">
                <p class="mark">
                    <Icon name="mark" />
                </p>
                <h1 id="cover-head">{move || said().0}</h1>
                <p>{move || said().1}</p>
                <Show when=move || covered.get() == Covered::Break>
                    <p>{move || words.with(|words| words.more.clone())}</p>
                </Show>
                <Show when=move || !locked.get() fallback=keys.clone()>
                    <button
                        type="button"
                        class="button"
                        data-kind="main"
                        data-size="live"
                        node_ref=back
                        on:click=move |_| covered.set(Covered::No)
                    >
                        {move || words.with(|words| words.back.clone())}
                    </button>
                </Show>
            </div>
        </Show>
    }
    .into_part()
}
