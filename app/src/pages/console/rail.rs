//! The phases in order. Any can be entered at any time; leaving out one that is required asks for a reason.
//!
//! Deliberately not here: whether a reason is needed. The board says so, and only then is it asked for.

use board::command::Command;
use board::id::PhaseKey;
use board::view::{PhaseView, View};
use leptos::prelude::*;

use super::hand::Hand;
use crate::ui::{Icon, IntoPart as _};

/// The rail, and the way on to the next phase.
#[component]
pub(super) fn Rail() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let phases = Memo::new(move |_| hand.live().view.with(|view| view.stage.phases.clone()));
    let next = Memo::new(move |_| hand.live().view.with(|view| beside(view, Beside::After)));
    let each = move || {
        let phases = phases.get().into_iter().enumerate();
        phases.map(|(at, phase)| view! { <Phase at phase /> }).collect_view()
    };
    let go_on = move || {
        next.get().filter(|_| hand.chair.get()).map(|(key, label)| {
            view! {
                <button type="button" class="button" data-size="live" on:click=move |_| enter(hand, key.clone())>
                    {format!("Next: {label}")}
                    <Icon name="next" />
                </button>
            }
        })
    };
    view! {
        <nav class="rail" aria-label="Phases">
            <ol>{each}</ol>
        </nav>
        {go_on}
    }
    .into_part()
}

/// One phase on the rail: ticked when it has been, underlined while it is. Only the chair can press it.
#[component]
fn Phase(
    /// Its place, from 0.
    at: usize,
    /// The phase.
    phase: PhaseView,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let PhaseView { key, label, done, now, .. } = phase;
    let mark = if done {
        view! {
            <Icon name="check" />
            <span class="visually-hidden">"Done: "</span>
        }
        .into_part()
    } else {
        view! { <kbd>{at + 1}</kbd> }.into_part()
    };
    let now = now.then_some("step");
    let press = move |_| enter(hand, key.clone());
    let inside = if hand.chair.get() {
        view! {
            <button type="button" aria-current=now on:click=press>
                {mark}
                {label}
            </button>
        }
        .into_part()
    } else {
        view! {
            <span class="phase" aria-current=now>
                {mark}
                {label}
            </span>
        }
        .into_part()
    };
    view! { <li data-state=done.then_some("done")>{inside}</li> }
}

/// Which neighbour of the phase that is now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// The one before.
    Before,
    /// The one after.
    After,
}

/// A neighbour of the phase that is now; the first phase comes after none.
pub(super) fn beside(view: &View, which: Beside) -> Option<(PhaseKey, String)> {
    let now = view.stage.phases.iter().position(|phase| phase.now);
    let at = match (now, which) {
        (Some(now), Beside::Before) => now.checked_sub(1)?,
        (Some(now), Beside::After) => now + 1,
        (None, Beside::Before) => return None,
        (None, Beside::After) => 0,
    };
    view.stage.phases.get(at).map(|phase| (phase.key.clone(), phase.label.clone()))
}

/// Enters a phase without a reason; the board answers when one is needed.
pub(super) fn enter(hand: Hand, phase: PhaseKey) {
    if hand.chair.get_untracked() {
        hand.send(Command::EnterPhase { phase, reason: None });
    }
}
