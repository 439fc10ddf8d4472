//! What the wall shows, in the hand: one column, the newest of each, the plan or the decisions.
//!
//! Deliberately not here: the wall's pages. In the hand a column is scrolled.

use board::id::ColumnKey;
use board::seat::Showing;
use board::view::{ColumnView, View};
use leptos::prelude::*;

use super::column::{ColumnLines, Newest};
use super::decisions::Decisions;
use super::look::Look;
use super::plan::Plan;
use crate::live::Live;
use crate::ui::{Icon, IntoPart as _, Unfold};

/// Follows the wall.
#[component]
pub(super) fn WallNow(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let showing = Memo::new(move |_| live.view.with(|view| (view.stage.blank, view.stage.showing.clone())));
    let phase = move || live.view.with(|view| view.stage.phase.clone());
    let speaker = move || live.view.with(|view| view.stage.speaker.clone());
    let pointed = Memo::new(move |_| live.view.with(pointed_column));
    let columns = move || live.view.with_untracked(|view| view.head.columns.clone());
    let shown = move || match showing.get() {
        (true, _) => view! { <p class="news">"The wall is empty just now."</p> }.into_part(),
        (false, Showing::Tool(_)) => view! { <Unfold view=live.view /> }.into_part(),
        (false, Showing::Column(key)) => view! { <ColumnLines live key /> }.into_part(),
        (false, Showing::Plan) => view! { <Plan live /> }.into_part(),
        (false, Showing::Decisions) => view! { <Decisions live /> }.into_part(),
        (false, Showing::Overview) => {
            columns().into_iter().map(|column| view! { <Newest live column /> }).collect_view().into_part()
        }
    };
    view! {
        <p class="phase">
            <b>{phase}</b>
            {move || speaker().map(|speaker| format!(" {speaker} is speaking"))}
        </p>
        {move || {
            pointed
                .get()
                .map(|column| {
                    view! {
                        <a class="button point" href=Look::Column(column).address() on:click=go_to_pointed>
                            <Icon name="point" />
                            "Show me what the chair is pointing at"
                        </a>
                    }
                })
        }}
        {shown}
    }
    .into_part()
}

/// The column of the line the chair points at.
fn pointed_column(view: &View) -> Option<ColumnKey> {
    let card = view.cards.get(view.stage.pointed.as_ref()?)?;
    let holds = |column: &&ColumnView| column.sections.iter().any(|section| section.key == card.section);
    view.head.columns.iter().find(holds).map(|column| column.key.clone())
}

/// Brings the line into sight where it is on this page; otherwise the link leads to its column. The person's own hand
/// moved it, so the page may move.
fn go_to_pointed(event: leptos::ev::MouseEvent) {
    if let Ok(Some(line)) = document().query_selector(".phone main .card[data-state='pointed']") {
        event.prevent_default();
        line.scroll_into_view();
    }
}
