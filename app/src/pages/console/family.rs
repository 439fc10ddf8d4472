//! Whose conference it is and what the children want known, with the other columns folded under it.
//!
//! Deliberately not here: the children's tools. They are in a drawer.

use leptos::prelude::*;

use super::elsewhere::Elsewhere;
use super::hand::Hand;
use super::turn::Turn;
use crate::ui::{DemoMark, IntoPart as _, Strip};

/// The left column.
#[component]
pub(super) fn Family() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let title = Memo::new(move |_| hand.live().view.with(|view| view.head.title.clone()));
    let kind = Memo::new(move |_| hand.live().view.with(|view| view.head.kind.clone()));
    let demo = Memo::new(move |_| hand.live().view.with(|view| view.head.demo));
    let has_words = Memo::new(move |_| hand.live().view.with(|view| !view.strip.is_empty()));
    let prompts = Memo::new(move |_| {
        hand.live().view.with(|view| {
            view.stage.phases.iter().find(|phase| phase.now).map_or_else(Vec::new, |phase| phase.prompts.clone())
        })
    });
    let questions = move || {
        let prompts = prompts.get();
        (!prompts.is_empty()).then(|| {
            view! {
                <details class="prompts">
                    <summary>"Questions to ask now"</summary>
                    <ul>{prompts.into_iter().map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
                </details>
            }
        })
    };
    view! {
        <aside class="family" aria-label="The family">
            <h1>{title}</h1>
            <p>{kind}</p>
            {move || view! { <DemoMark demo=demo.get() /> }}
            {questions}
            {move || has_words.get().then(|| view! { <Strip view=hand.live().view /> })}
            <Elsewhere />
            <Turn />
        </aside>
    }
    .into_part()
}
