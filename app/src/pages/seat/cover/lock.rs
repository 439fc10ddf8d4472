//! Numbers that lock the cover of a tablet that was put away, and the keys they are tapped on.
//!
//! Deliberately not here: what keeps it locked when the page is loaded again. The server does, and shows nothing.

use leptos::prelude::*;

use super::super::keypad::Keypad;
use super::Covered;
use crate::ui::IntoPart as _;

/// What a cover that opens with numbers says beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct LockWords {
    /// What the keys are for.
    pub(in super::super) keys: String,
    /// The key that takes the last number back.
    pub(in super::super) last_back: String,
    /// That these are not the numbers.
    pub(in super::super) wrong: String,
}

/// Four numbers that open a cover when it was put away; while there are none, one tap does.
#[derive(Clone, Copy)]
pub(in super::super) struct Lock {
    /// The numbers.
    pub(in super::super) numbers: RwSignal<Option<String>>,
    /// What it says.
    pub(in super::super) words: Signal<LockWords>,
}

impl Lock {
    /// Whether the numbers are asked for; the server hears of it as soon as they are.
    pub(in super::super) fn holds(self, covered: RwSignal<Covered>) -> Signal<bool> {
        let holds = Memo::new(move |_| covered.get() == Covered::Away && self.numbers.with(Option::is_some));
        Effect::new(move |_| {
            if let Some(numbers) = self.numbers.get().filter(|_| holds.get()) {
                keep(Kept::Away, numbers);
            }
        });
        holds.into()
    }
}

/// The keys of a locked cover. The right numbers lift it at once.
#[component]
pub(in super::super) fn Keys(
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
    .into_part()
}

/// What the server is to keep of a cover, for when the page is loaded again under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// Put away.
    Away,
    /// Back.
    Back,
}

/// Tells the server, one wish after another, until it has answered. Where it cannot be reached the cover itself holds.
#[cfg(feature = "hydrate")]
fn keep(kept: Kept, numbers: String) {
    use std::cell::RefCell;

    thread_local! {
        /// The wishes that the server has not answered, oldest first.
        static WISHES: RefCell<Vec<(Kept, String)>> = const { RefCell::new(Vec::new()) };
    }

    /// Tells the oldest wish, and then the next.
    fn tell_next() {
        let Some((kept, numbers)) = WISHES.with_borrow(|wishes| wishes.first().cloned()) else { return };
        leptos::task::spawn_local(async move {
            let address = match kept {
                Kept::Away => "/given/away",
                Kept::Back => "/given/back",
            };
            if crate::given::tell::<bool>(address, &numbers).await == Err(crate::failure::Failure::Unavailable) {
                set_timeout(tell_next, std::time::Duration::from_secs(2));
                return;
            }
            WISHES.with_borrow_mut(|wishes| drop(wishes.remove(0)));
            tell_next();
        });
    }

    let first = WISHES.with_borrow_mut(|wishes| {
        wishes.push((kept, numbers));
        wishes.len() == 1
    });
    if first {
        tell_next();
    }
}

/// On the server nothing is covered.
#[cfg(not(feature = "hydrate"))]
fn keep(_: Kept, _: String) {}
