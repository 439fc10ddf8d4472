//! One column: its head, and every line this person may see in it.
//!
//! Deliberately not here: a count of lines they may not see. Those are not in the view at all.

use board::id::{CardId, ColumnKey};
use board::view::{ColumnView, View};
use leptos::prelude::*;

use crate::live::Live;
use crate::ui::{CardLine, IntoPart as _, SectionHead};

/// A column, whole.
#[component]
pub(super) fn ColumnLines(
    /// The page's connection.
    live: Live,
    /// The column.
    key: ColumnKey,
) -> impl IntoView {
    let key = StoredValue::new(key);
    let column = Memo::new(move |_| live.view.with(|view| key.with_value(|key| view.column(key).cloned())));
    let whole = move |column: ColumnView| {
        let parts = column.sections.iter().cloned().map(|section| {
            let section_key = section.key;
            let ids =
                Memo::new(move |_| live.view.with(|view| view.order.get(&section_key).cloned().unwrap_or_default()));
            let label = section.label;
            view! {
                <Show when=move || !ids.with(Vec::is_empty)>
                    <h3 class="part">{label.clone()}</h3>
                    <Lines live ids />
                </Show>
            }
        });
        let parts = parts.collect_view();
        let counted = column.clone();
        let empty = Memo::new(move |_| live.view.with(|view| view.lines(&counted).next().is_none()));
        view! {
            <section class="section" data-kind=column.look.name()>
                <SectionHead look=column.look label=column.label />
                {parts}
                <Show when=move || empty.get()>
                    <p class="hint">"Nothing here yet."</p>
                </Show>
            </section>
        }
    };
    move || column.get().map(whole)
}

/// The newest lines of a column, and the way to all of them.
#[component]
pub(super) fn Newest(
    /// The page's connection.
    live: Live,
    /// The column.
    column: ColumnView,
) -> impl IntoView {
    let key = column.key.clone();
    let all = Memo::new(move |_| live.view.with(|view| view.newest.get(&key).cloned().unwrap_or_default()));
    let ids = Memo::new(move |_| all.with(|all| all.iter().take(2).cloned().collect::<Vec<_>>()));
    let more = move || match all.with(Vec::len) {
        0 => Some("Nothing here yet.".to_owned()),
        1 | 2 => None,
        count => Some(format!("See all {count} lines")),
    };
    let address = super::look::Look::Column(column.key.clone()).address();
    let link = move |words: String| {
        if all.with(Vec::is_empty) {
            view! { <p class="hint">{words}</p> }.into_part()
        } else {
            view! { <p><a class="button" data-kind="plain" href=address.clone()>{words}</a></p> }.into_part()
        }
    };
    view! {
        <section class="section" data-kind=column.look.name()>
            <SectionHead look=column.look label=column.label />
            <Lines live ids />
            {move || more().map(&link)}
        </section>
    }
    .into_part()
}

/// Lines one under another; the one the chair points at says so.
#[component]
fn Lines(
    /// The page's connection.
    live: Live,
    /// The lines.
    ids: Memo<Vec<CardId>>,
) -> impl IntoView {
    let line = move |id: CardId| {
        let pointed_id = id.clone();
        let card = Memo::new(move |before: Option<&Option<_>>| {
            live.view.with(|view| view.cards.get(&id).cloned()).or_else(|| before.cloned().flatten())
        });
        let pointed = Memo::new(move |_| live.view.with(|view| is_pointed(view, &pointed_id)));
        let state = Signal::derive(move || pointed.get().then_some("pointed"));
        let note = Signal::derive(move || pointed.get().then(|| "The chair is pointing at this".to_owned()));
        move || card.get().map(|card| view! { <CardLine card state note /> })
    };
    view! {
        <ul class="lines">
            <For each=move || ids.get() key=Clone::clone children=line />
        </ul>
    }
}

fn is_pointed(view: &View, id: &CardId) -> bool {
    view.stage.pointed.as_ref() == Some(id)
}
