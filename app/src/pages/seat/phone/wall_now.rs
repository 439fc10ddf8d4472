//! What the wall shows, in the hand: one column, or the newest of each.
//!
//! Deliberately not here: the wall's pages. In the hand a column is scrolled.

use board::seat::Showing;
use leptos::prelude::*;

use super::column::{ColumnLines, Newest};
use crate::live::Live;
use crate::ui::Icon;

/// Follows the wall.
#[component]
pub(super) fn WallNow(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let showing = Memo::new(move |_| live.view.with(|view| (view.stage.blank, view.stage.showing.clone())));
    let phase = move || live.view.with(|view| view.stage.phase.clone());
    let speaker = move || live.view.with(|view| view.stage.speaker.clone());
    let pointing = Memo::new(move |_| live.view.with(|view| view.stage.pointed.is_some()));
    let columns = move || live.view.with_untracked(|view| view.head.columns.clone());
    let shown = move || match showing.get() {
        (true, _) => view! { <p class="news">"The wall is empty just now."</p> }.into_any(),
        (false, Showing::Column(key)) => view! { <ColumnLines live key /> }.into_any(),
        (false, Showing::Overview) => {
            columns().into_iter().map(|column| view! { <Newest live column /> }).collect_view().into_any()
        }
    };
    view! {
        <p class="phase">
            <b>{phase}</b>
            {move || speaker().map(|speaker| format!(" {speaker} is speaking"))}
        </p>
        <Show when=move || pointing.get()>
            <button type="button" class="button" on:click=|_| go_to_pointed()>
                <Icon name="point" />
                "Show me what the chair is pointing at"
            </button>
        </Show>
        {shown}
    }
    .into_any()
}

/// Brings the line into sight. The person's own hand moved it, so the page may move.
fn go_to_pointed() {
    if let Ok(Some(line)) = document().query_selector(".phone main .card[data-state='pointed']") {
        line.scroll_into_view();
    }
}
