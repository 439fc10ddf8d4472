//! The other columns, folded to a head and their newest line.
//!
//! Each is a link, so that every column can be read without a script.
//!
//! Deliberately not here: moving lines. A line can be dropped on a head here, and `drag` knows it by its column.

use board::id::ColumnKey;
use board::view::{ColumnView, View};
use leptos::prelude::*;

use super::hand::Hand;
use crate::ui::{Icon, IntoPart as _};

/// The columns that do not lie open.
#[component]
pub(super) fn Elsewhere() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let columns = Memo::new(move |_| {
        let open = hand.column.with(|open| open.as_ref().map(|open| open.key.clone()));
        hand.live().view.with(|view| others(view, open.as_ref()))
    });
    view! {
        <nav class="elsewhere" aria-label="Other columns">
            <For each=move || columns.get() key=|column| column.key.clone() children=|column| view! { <Folded column /> } />
        </nav>
    }
    .into_part()
}

fn others(view: &View, open: Option<&ColumnKey>) -> Vec<ColumnView> {
    view.head.columns.iter().filter(|column| Some(&column.key) != open).cloned().collect()
}

/// One folded column.
#[component]
fn Folded(
    /// The column.
    column: ColumnView,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let look = column.look.name();
    let (key, drop_on, label) = (column.key.clone(), column.key.to_string(), column.short.clone());
    let newest = Memo::new({
        let key = key.clone();
        move |_| {
            hand.live().view.with(|view| {
                let newest = view.newest.get(&key).and_then(|newest| newest.first());
                newest.and_then(|card| view.cards.get(card)).map(|card| (card.words.clone(), card.line.is_childs()))
            })
        }
    });
    // A child's words are never cut; a grown-up's line is only a reminder here.
    let words = move || newest.with(|newest| newest.as_ref().map(|(words, _)| words.clone()));
    let whole = move || newest.with(|newest| newest.as_ref().is_some_and(|(_, childs)| *childs)).then_some("whole");
    let open = {
        let key = key.clone();
        move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            hand.go_to(Some(key.clone()));
        }
    };
    let counted = !column.sections.is_empty();
    let count = Memo::new(move |_| hand.live().view.with(|view| view.lines(&column).count()));
    view! {
        <a class="section" href=format!("?column={key}") data-column=drop_on on:click=open>
            <span class="section-head" data-kind=look>
                <Icon name=look />
                {label}
                {counted.then(|| view! { <span class="count">{count} <span class="visually-hidden">" lines"</span></span> })}
            </span>
            <span class="newest" data-state=whole>{words}</span>
        </a>
    }
}
