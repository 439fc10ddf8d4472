//! The whole board at once: every column with its head, its count and its newest lines.
//!
//! Deliberately not here: everything. Four columns with all their lines cannot be read from the back of a room.

use board::framework::{Look, ScaleOf};
use board::id::ScaleKey;
use board::view::{ColumnView, View};
use leptos::prelude::*;

use super::choose::{Room, choose};
use super::numbers::Numbers;
use super::pages::counted;
use crate::ui::{IntoPart as _, Lines, SectionHead};

/// All columns side by side.
#[component]
pub fn Overview(
    /// What the wall may show.
    view: Signal<View>,
) -> impl IntoView {
    let columns = Memo::new(move |_| view.with(|view| view.head.columns.clone()));
    let loose = Memo::new(move |_| view.with(loose_scale));
    move || {
        let columns = columns.get();
        let loose = loose.get();
        let room = Room::of(columns.len() + usize::from(loose.is_some()));
        let many = (columns.len() + usize::from(loose.is_some())).to_string();
        let parts = columns.into_iter().map(|column| view! { <Part view column room /> }).collect_view();
        let last = loose.map(|(scale, label)| {
            let name = label.clone();
            view! {
                <section class="section" aria-label=name>
                    <SectionHead look=Look::Judge label />
                    <Numbers view scale card=None small=true />
                </section>
            }
        });
        view! {
            <div class="board" data-columns=many>
                {parts}
                {last}
            </div>
        }
    }
}

/// One column in the overview.
#[component]
fn Part(
    /// What the wall may show.
    view: Signal<View>,
    /// The column.
    column: ColumnView,
    /// How much fits.
    room: Room,
) -> impl IntoView {
    let key = column.key.clone();
    let (look, name, label) = (column.look, column.short.clone(), column.short.clone());
    let count = Memo::new({
        let column = column.clone();
        move |_| view.with(|view| counted(view.lines(&column).count()))
    });
    let ids = Memo::new(move |_| view.with(|view| choose(view, &key, room)));
    let scale = Memo::new(move |_| view.with(|view| whole_scale(view, look)));
    let inside = move || match scale.get() {
        Some(scale) if ids.with(Vec::is_empty) || has_numbers(view, &scale) => {
            view! { <Numbers view scale card=None small=true /> }.into_part()
        }
        Some(_) | None => view! { <Lines view ids words_only=true since=true /> }.into_part(),
    };
    view! {
        <section class="section" aria-label=name>
            <SectionHead look label count />
            {inside}
        </section>
    }
}

fn has_numbers(view: Signal<View>, scale: &ScaleKey) -> bool {
    view.with(|view| view.ratings.values().any(|rating| rating.rating.scale == *scale && rating.rating.card.is_none()))
}

/// The scale of the whole board, for a column that weighs up.
fn whole_scale(view: &View, look: Look) -> Option<ScaleKey> {
    match look {
        Look::Judge => view.head.scales.iter().find(|scale| scale.of == ScaleOf::Whole).map(|scale| scale.key.clone()),
        Look::Worry | Look::Well | Look::Change | Look::Grey | Look::Child => None,
    }
}

/// Where no column weighs up, the numbers get a part of their own once there are some.
fn loose_scale(view: &View) -> Option<(ScaleKey, String)> {
    if view.head.columns.iter().any(|column| column.look == Look::Judge) {
        return None;
    }
    let scale = view.head.scales.iter().find(|scale| scale.of == ScaleOf::Whole)?;
    let given = view.ratings.values().any(|rating| rating.rating.scale == scale.key);
    given.then(|| (scale.key.clone(), scale.question.clone()))
}
