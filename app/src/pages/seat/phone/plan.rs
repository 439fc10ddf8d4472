//! The plan, to read: who does what by when, and how we will know.
//!
//! Deliberately not here: progress. Nothing about a family is a bar.

use board::view::ActionView;
use leptos::prelude::*;

use crate::live::Live;
use crate::ui::IntoPart as _;

/// The plan's lines in order.
#[component]
pub(super) fn Plan(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let lines = Memo::new(move |_| {
        live.view.with(|view| view.plan_order.iter().filter_map(|id| view.plan.get(id).cloned()).collect::<Vec<_>>())
    });
    let contingency = move || live.view.with(|view| view.contingency.clone());
    view! {
        <section class="reading">
            <h2>"The plan"</h2>
            <ol>{move || lines.get().into_iter().map(line).collect_view()}</ol>
            {move || contingency().map(|words| view! { <p><b>"If the plan does not work: "</b>{words}</p> })}
        </section>
    }
    .into_part()
}

fn line(line: ActionView) -> impl IntoView {
    let fact = |label: &'static str, words: Option<String>| {
        words.filter(|words| !words.is_empty()).map(|words| view! { <li><b>{label}" "</b>{words}</li> })
    };
    view! {
        <li>
            <p class="what">{line.action.what}</p>
            <ul class="facts">
                {fact("Who:", Some(line.owner))}
                {fact("By:", Some(line.due))}
                {fact("For:", Some(line.children))}
                {fact("So that:", line.action.outcome)}
                {fact("We will know by:", line.action.measure)}
                {fact("If not:", line.action.contingency)}
            </ul>
        </li>
    }
}
