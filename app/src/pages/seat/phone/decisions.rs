//! What was decided for each child, why, and what each agency said.
//!
//! Deliberately not here: a count of views. They are kept side by side.

use board::outcome::{AgencyView, Category};
use board::view::DecisionView;
use leptos::prelude::*;

use crate::live::Live;
use crate::ui::IntoPart as _;

/// Each child's decision.
#[component]
pub(super) fn Decisions(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let decisions = Memo::new(move |_| live.view.with(|view| view.decisions.values().cloned().collect::<Vec<_>>()));
    view! {
        <section class="reading">
            <h2>"What was decided"</h2>
            {move || decisions.get().into_iter().map(one).collect_view()}
        </section>
    }
    .into_part()
}

fn one(view: DecisionView) -> impl IntoView {
    let decided = view.decision.map(|decision| {
        let outcome = match decision.category.map(Category::words) {
            Some(category) => format!("{}: {category}", decision.outcome.words()),
            None => decision.outcome.words().to_owned(),
        };
        let child = view.child.clone();
        view! {
            <p><b>{outcome}</b></p>
            <p>{decision.reasons}</p>
            {decision
                .childs_view
                .map(|words| {
                    view! {
                        <ul class="lines">
                            <li class="card" data-kind="own">
                                <p class="who">{format!("In {child}’s words")}</p>
                                <p class="words"><q dir="auto">{words}</q></p>
                            </li>
                        </ul>
                    }
                })}
        }
    });
    let undecided = decided.is_none().then(|| view! { <p class="hint">"Not decided yet."</p> });
    let views = view.views.into_iter().map(opinion).collect_view();
    view! {
        <h3>{view.child}</h3>
        {decided}
        {undecided}
        <ul class="given">{views}</ul>
    }
}

fn opinion((who, view): (String, AgencyView)) -> impl IntoView {
    view! {
        <li>
            <p><b>{format!("{who}: {}", view.opinion.words())}</b></p>
            {view.reason.map(|reason| view! { <p>{reason}</p> })}
        </li>
    }
}
