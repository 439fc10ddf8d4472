//! The sheet of paper in the middle: the open column with its lines, and the place to write a new one.
//!
//! Deliberately not here: one line (that is `row`) and the other columns (those are `elsewhere`).

use board::command::Command;
use board::framework::Look;
use board::id::CardId;
use board::view::{ColumnView, SectionView, View};
use leptos::prelude::*;

use super::add_box::AddBox;
use super::card_menu::CardMenu;
use super::drawn::Drawn;
use super::hand::{Drawer, Hand};
use super::refused::RefusedNote;
use super::row::Row;
use crate::ui::{Icon, IntoPart as _, NotTakenNote, SectionHead, counted};

/// The sheet.
#[component]
pub(super) fn Sheet() -> impl IntoView {
    let hand = expect_context::<Hand>();
    view! {
        <main class="sheet">
            {move || hand.column.get().map(|column| view! { <Column column /> })}
            <div class="foot-of-sheet">
                <RefusedNote />
                <NotTakenNote live=hand.live() />
                <AddBox />
            </div>
            <CardMenu />
        </main>
    }
    .into_part()
}

/// The open column.
#[component]
fn Column(
    /// The column.
    column: ColumnView,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (look, label, kind) = (column.look, column.label.clone(), column.look.name());
    let named = column.sections.len() > 1;
    let sections = column.sections.clone();
    let last = format!("last-{}", column.key);
    let count = Memo::new(move |_| hand.live().view.with(|view| count(view, &column)));
    let parts = sections.into_iter().map(|section| view! { <Part section named /> }).collect_view();
    view! {
        <section class="section" data-kind=kind>
            <SectionHead look label count>
                <Steps />
            </SectionHead>
            <div class="scroller" role="region" aria-label="Lines in this column">
                {parts}
                <Drawn place=last class="last-time" />
                {weighs_up(look).then(|| view! { <OpenScale /> })}
            </div>
        </section>
    }
    .into_part()
}

/// "9 lines, 6 on the wall"; of a column that is whole on the wall, or while the wall is neutral, only the first.
fn count(view: &View, column: &ColumnView) -> String {
    let all = view.lines(column).count();
    if view.stage.drawn {
        return counted(all);
    }
    let held = |card: &&board::view::CardView| card.desk.as_ref().is_some_and(|desk| desk.not_on_wall.is_some());
    match view.lines(column).filter(held).count() {
        0 => counted(all),
        held => format!("{}, {} on the wall", counted(all), all - held),
    }
}

/// Whether numbers belong to a column.
fn weighs_up(look: Look) -> bool {
    match look {
        Look::Judge => true,
        Look::Worry | Look::Well | Look::Change | Look::Grey | Look::Child => false,
    }
}

/// The way from a column that weighs up to the numbers.
#[component]
fn OpenScale() -> impl IntoView {
    let hand = expect_context::<Hand>();
    view! {
        <p class="part">
            <button type="button" class="button" on:click=move |_| hand.drawer.set(Some(Drawer::Scale))>
                <Icon name="judge" />
                "Open the scale"
            </button>
        </p>
    }
}

/// Undo and redo.
#[component]
fn Steps() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let can = move |which: fn(&board::view::Desk) -> bool| {
        Memo::new(move |_| hand.live().view.with(|view| view.desk.as_ref().is_some_and(which)))
    };
    let (undo, redo) = (can(|desk| desk.can_undo), can(|desk| desk.can_redo));
    view! {
        <button
            type="button"
            class="button"
            data-kind="plain"
            disabled=move || !undo.get()
            on:click=move |_| hand.send(Command::Undo)
        >
            <Icon name="undo" />
            "Undo"
        </button>
        <button
            type="button"
            class="button"
            data-kind="plain"
            disabled=move || !redo.get()
            on:click=move |_| hand.send(Command::Redo)
        >
            <Icon name="redo" />
            "Redo"
        </button>
    }
}

/// One section: its heading, and its lines in order, with a line that is being carried where it would stand.
#[component]
fn Part(
    /// The section.
    section: SectionView,
    /// Whether its heading is needed; a column with one section has said it already.
    named: bool,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let SectionView { key, label, help, .. } = section;
    let drop_on = key.to_string();
    let ids = Memo::new(move |_| {
        hand.live().view.with(|view| {
            hand.lifted.with(|lifted| match lifted {
                Some(lifted) => lifted.shown(view, &key),
                None => view.order.get(&key).cloned().unwrap_or_default(),
            })
        })
    });
    let empty = Memo::new(move |_| ids.with(Vec::is_empty));
    let first = Memo::new(move |_| ids.with(|ids| ids.first().cloned()));
    let row = move |id: CardId| {
        let is_first = Memo::new({
            let id = id.clone();
            move |_| first.with(|first| first.as_ref() == Some(&id))
        });
        view! { <Row id is_first /> }
    };
    view! {
        <section data-section=drop_on aria-label=label.clone()>
            {named.then(|| view! { <h3 class="part">{label.clone()}</h3> })}
            <ul class="lines">
                <For each=move || ids.get() key=Clone::clone children=row />
            </ul>
            {move || empty.get().then(|| view! { <p class="nothing">{help.clone()}</p> })}
        </section>
    }
}
