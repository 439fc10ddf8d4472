//! A cover over everything, within one tap: for a break, or because somebody comes in.
//!
//! Deliberately not here: telling anybody. A cover is this screen's own business, and what was typed stays under it.

use leptos::html;
use leptos::prelude::*;

use super::keypad::Keypad;
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

/// What a cover that opens with numbers says beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LockWords {
    /// What the keys are for.
    pub(super) keys: String,
    /// The key that takes the last number back.
    pub(super) last_back: String,
    /// That these are not the numbers.
    pub(super) wrong: String,
}

/// Four numbers that open a cover when it was put away; while there are none, one tap does.
#[derive(Clone, Copy)]
pub(super) struct Lock {
    /// The numbers.
    pub(super) numbers: RwSignal<Option<String>>,
    /// What it says.
    pub(super) words: Signal<LockWords>,
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
    /// What locks it, on a screen that can be locked.
    #[prop(optional)]
    lock: Option<Lock>,
) -> impl IntoView {
    let back = NodeRef::<html::Button>::new();
    Effect::new(move |_| {
        if let Some(back) = back.get().filter(|_| covered.get().yes()) {
            // Without the focus the button still works.
            let _ = back.focus();
        }
    });
    let said = move || words.with(|words| words.of(covered.get()));
    let numbers = move || lock.and_then(|lock| lock.numbers.get());
    let locked = Memo::new(move |_| covered.get() == Covered::Away && numbers().is_some());
    Effect::new(move |_| {
        if let Some(numbers) = numbers().filter(|_| locked.get()) {
            keep(Kept::Away, numbers);
        }
    });
    let keys = move || lock.map(|lock| view! { <Keys covered lock /> });
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
                <Show when=move || !locked.get() fallback=keys>
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
    .into_any()
}

/// The keys of a locked cover. The right numbers lift it at once.
#[component]
fn Keys(
    /// Why the screen is covered.
    covered: RwSignal<Covered>,
    /// What locks it.
    lock: Lock,
) -> impl IntoView {
    let wrong = RwSignal::new(false);
    let tapped = Callback::new(move |tapped: String| {
        let right = lock.numbers.with_untracked(|numbers| numbers.as_ref() == Some(&tapped));
        wrong.set(!right);
        if right {
            covered.set(Covered::No);
            keep(Kept::Back, tapped);
        }
    });
    let said =
        move |part: fn(&LockWords) -> &String| Signal::derive(move || lock.words.with(|words| part(words).clone()));
    let not_these = said(|words| &words.wrong);
    view! {
        <p role="status">{move || wrong.get().then(|| not_these.get())}</p>
        <Keypad label=said(|words| &words.keys) back=said(|words| &words.last_back) done=tapped />
    }
    .into_any()
}

/// What the server is to keep of a cover, for when the page is loaded again under it.
enum Kept {
    /// Put away.
    Away,
    /// Back.
    Back,
}

/// Tells the server. Where it cannot be reached the cover itself still holds.
#[cfg(feature = "hydrate")]
fn keep(kept: Kept, numbers: String) {
    leptos::task::spawn_local(async move {
        let _ = match kept {
            Kept::Away => crate::api::put_away(numbers).await,
            Kept::Back => crate::api::come_back(numbers).await.map(|_| ()),
        };
    });
}

/// On the server nothing is covered.
#[cfg(not(feature = "hydrate"))]
fn keep(_: Kept, _: String) {}
