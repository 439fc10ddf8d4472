//! One column: its head, and every line this person may see in it.
//!
//! Deliberately not here: a count of lines they may not see. Those are not in the view at all.

use board::framework::Look as Kind;
use board::id::{CardId, ColumnKey};
use board::view::{ColumnView, View};
use leptos::prelude::*;

use super::look::Look;
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
                    <Instead live look=column.look />
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
    let address = Look::Column(column.key.clone()).address();
    let look = column.look;
    let more = move || match all.with(Vec::len) {
        0 => view! { <Instead live look /> }.into_part(),
        1 | 2 => ().into_part(),
        count => link(address.clone(), format!("See all {count} lines")),
    };
    view! {
        <section class="section" data-kind=column.look.name()>
            <SectionHead look label=column.label />
            <Lines live ids />
            {more}
        </section>
    }
    .into_part()
}

/// What stands where a column has no line: the way to the numbers, where it weighs up and some were given.
#[component]
fn Instead(
    /// The page's connection.
    live: Live,
    /// The column's look.
    look: Kind,
) -> impl IntoView {
    let numbers = Memo::new(move |_| live.view.with(|view| view.ratings.len()));
    move || match (look, numbers.get()) {
        (Kind::Judge, 1) => link(Look::Numbers.address(), "See the number".to_owned()),
        (Kind::Judge, many) if many > 1 => link(Look::Numbers.address(), format!("See the {many} numbers")),
        (Kind::Judge | Kind::Worry | Kind::Well | Kind::Change | Kind::Grey | Kind::Child, _) => {
            view! { <p class="hint">"Nothing here yet."</p> }.into_part()
        }
    }
}

/// The way to something, as a word that can be pressed.
fn link(address: String, words: String) -> AnyView {
    view! { <p><a class="button" data-kind="plain" href=address>{words}</a></p> }.into_part()
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
