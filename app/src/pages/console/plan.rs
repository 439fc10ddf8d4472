//! The plan: who does what, by when, and how we will know.
//!
//! Deliberately not here: progress. The plan is written here; whether it was done is asked at the next conference.

use board::command::Command;
use board::id::ActionId;
use board::view::ActionView;
use leptos::prelude::*;

mod form;

use super::code::written;
use super::hand::Hand;
use crate::ui::{Icon, IntoPart as _, TextField};
use form::PlanForm;

/// The plan's lines, what happens if it does not work, and the form for a line.
#[component]
pub(super) fn PlanDrawer() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let changing = RwSignal::new(None::<ActionView>);
    let lines = Memo::new(move |_| {
        hand.live().view.with(|view| {
            view.plan_order.iter().filter_map(|id| view.plan.get(id)).cloned().collect::<Vec<ActionView>>()
        })
    });
    let list = move || {
        let lines = lines.get();
        if lines.is_empty() {
            return view! { <p class="hint">"No line of the plan yet."</p> }.into_part();
        }
        let each = lines.into_iter().map(|line| view! { <Planned line changing /> }).collect_view();
        view! { <ol class="actions">{each}</ol> }.into_part()
    };
    view! {
        <div class="halves">
            <div class="stack">
                {list}
                <Contingency />
            </div>
            <PlanForm changing />
        </div>
    }
    .into_part()
}

/// One line of the plan.
#[component]
fn Planned(
    /// The line.
    line: ActionView,
    /// The line that is being changed.
    changing: RwSignal<Option<ActionView>>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let again = line.clone();
    let ActionView { action, owner, due, children } = line;
    let id: ActionId = action.id.clone();
    let what = action.what.clone();
    let answers = action.answers.clone();
    let answered = move || {
        let words = hand.live().view.with(|view| {
            answers.iter().filter_map(|card| view.cards.get(card)).map(|card| card.words.clone()).collect::<Vec<_>>()
        });
        (!words.is_empty()).then(|| view! { <p>"Answers: " {words.join("; ")}</p> })
    };
    let more = |label: &'static str, words: Option<String>| words.map(|words| view! { <p>{label} ": " {words}</p> });
    view! {
        <li>
            <p>
                <b>{action.what}</b>
            </p>
            <p>{owner} ", " {due} {(!children.is_empty()).then(|| format!(". For {children}"))}</p>
            {more("So that", action.outcome)}
            {more("We will know", action.measure)}
            {more("If it does not happen", action.contingency)}
            {answered}
            <p class="answers">
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    aria-label=format!("Change: {what}")
                    on:click=move |_| changing.set(Some(again.clone()))
                >
                    <Icon name="pen" />
                    "Change"
                </button>
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    aria-label=format!("Drop: {what}")
                    on:click=move |_| hand.send(Command::DropAction { action: id.clone() })
                >
                    "Drop"
                </button>
            </p>
        </li>
    }
}

/// What happens if the whole plan does not work.
#[component]
fn Contingency() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let known = Memo::new(move |_| hand.live().view.with(|view| view.contingency.clone().unwrap_or_default()));
    let words = RwSignal::new(known.get_untracked());
    Effect::new(move |before: Option<String>| {
        let now = known.get();
        // Others' words come in only where nothing was begun here.
        if before.is_none_or(|before| words.with_untracked(|words| *words == before)) {
            words.set(now.clone());
        }
        now
    });
    let same = move || words.with(|words| known.with(|known| words.trim() == known.trim()));
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        hand.send(Command::WriteContingency { words: written(&words.get_untracked()) });
    };
    view! {
        <form class="stack" on:submit=save>
            <TextField label="What happens if the plan does not work" value=words rows=2 />
            <p>
                <button type="submit" class="button" disabled=same>
                    "Save"
                </button>
            </p>
        </form>
    }
}
