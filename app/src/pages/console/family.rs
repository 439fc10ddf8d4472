//! Whose conference it is and what the children want known, with the other columns folded under it.
//!
//! Deliberately not here: the children's tools. They are in a drawer.

use board::view::View;
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
    let first_shown = Memo::new(move |_| hand.live().view.with(first_shown));
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
            {move || first_shown.get().map(|words| view! { <h2 class="label">{words}</h2> })}
            {move || has_words.get().then(|| view! { <Strip view=hand.live().view /> })}
            <Elsewhere />
            <Turn />
        </aside>
    }
    .into_part()
}

/// "First on the wall at 13:52", or child by child where they were first seen at different times.
fn first_shown(view: &View) -> Option<String> {
    let shown = &view.desk.as_ref()?.views_shown;
    let times: Vec<(String, String)> = shown
        .iter()
        .filter_map(|(shown, at)| {
            let child = view.head.children.iter().find(|child| child.id == *shown)?;
            Some((child.known_as.clone(), at.clone()))
        })
        .collect();
    let first = times.first()?.1.clone();
    let all = times.len() == view.head.children.len() && times.iter().all(|(_, at)| *at == first);
    let each = times.iter().map(|(name, at)| format!("{name} at {at}")).collect::<Vec<_>>().join(", ");
    Some(if all { format!("First on the wall at {first}") } else { format!("First on the wall: {each}") })
}
