//! The chair's decision for one child, with its reasons.
//!
//! Deliberately not here: a decision made by the page. Nothing is chosen before the chair chooses it.

use board::command::Command;
use board::id::ChildId;
use board::outcome::{Category, Decision, Outcome};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::written;
use super::super::hand::Hand;
use crate::ui::{IntoPart as _, Pick, PickField, TextField};

/// The decision; the minute taker sees it and the chair makes it.
#[component]
pub(super) fn DecisionForm(
    /// The child.
    child: ChildId,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let child = StoredValue::new(child);
    let known = Memo::new(move |_| {
        hand.live()
            .view
            .with(|view| child.with_value(|child| view.decisions.get(child).and_then(|view| view.decision.clone())))
    });
    let outcome = RwSignal::new(None::<Outcome>);
    let category = RwSignal::new(None::<Category>);
    let reasons = RwSignal::new(String::new());
    let childs_view = RwSignal::new(String::new());
    let for_child = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some(decision) = known.get() {
            outcome.set(Some(decision.outcome));
            category.set(decision.category);
            reasons.set(decision.reasons);
            childs_view.set(decision.childs_view.unwrap_or_default());
            for_child.set(decision.for_child.unwrap_or_default());
        }
    });
    let decide = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(outcome) = outcome.get_untracked() {
            let decision = Decision {
                child: child.get_value(),
                outcome,
                category: category.get_untracked().filter(|_| outcome.has_plan()),
                reasons: reasons.get_untracked().trim().to_owned(),
                childs_view: written(&childs_view.get_untracked()),
                for_child: written(&for_child.get_untracked()),
            };
            hand.send(Command::Decide { decision });
        }
    };
    let outcome_value = Signal::derive(move || outcome.get().map_or("", Outcome::words).to_owned());
    let outcomes = with_none(&Outcome::ALL, Outcome::words, "Not decided");
    let choose_outcome = move |words: String| outcome.set(Outcome::ALL.into_iter().find(|one| one.words() == words));
    let category_value = Signal::derive(move || category.get().map_or("", Category::words).to_owned());
    let categories = with_none(&Category::ALL, Category::words, "Choose");
    let choose_category = move |words: String| category.set(Category::ALL.into_iter().find(|one| one.words() == words));
    let has_plan = Memo::new(move |_| outcome.get().is_some_and(Outcome::has_plan));
    let incomplete = move || {
        !hand.chair.get()
            || outcome.get().is_none()
            || reasons.with(|reasons| reasons.trim().is_empty())
            || (has_plan.get() && category.get().is_none())
    };
    let decided = move || {
        known.get().map(|decision| {
            let category = decision.category.map(|category| format!(", {}", category.words()));
            view! {
                <p>
                    <b>{decision.outcome.words()}</b>
                    {category}
                    ". "
                    {decision.reasons}
                </p>
            }
        })
    };
    view! {
        <form class="stack" on:submit=decide>
            {decided}
            <PickField label="Decision" value=outcome_value picks=outcomes choose=choose_outcome />
            {move || {
                has_plan
                    .get()
                    .then(|| {
                        let categories = categories.clone();
                        view! { <PickField label="Category" value=category_value picks=categories choose=choose_category /> }
                    })
            }}
            <TextField label="Reasons" hint="In words the family can read" value=reasons rows=3 />
            <TextField label="What the child says about it" hint="In the child’s own words. Whoever reads the decision reads this too, also on the wall" value=childs_view rows=2 />
            <TextField label="What was decided and why, for the child" hint="In words for the child’s letter" value=for_child rows=2 />
            <p>
                <button type="submit" class="button" data-kind="main" disabled=incomplete>
                    {move || if known.with(Option::is_some) { "Change the decision" } else { "Decide" }}
                </button>
            </p>
        </form>
    }
    .into_part()
}

/// A list that begins with nothing chosen.
pub(super) fn with_none<T: Copy>(all: &[T], words: fn(T) -> &'static str, none: &str) -> Vec<Pick> {
    let first = std::iter::once((String::new(), none.to_owned()));
    first.chain(all.iter().map(|one| (words(*one).to_owned(), words(*one).to_owned()))).collect()
}
