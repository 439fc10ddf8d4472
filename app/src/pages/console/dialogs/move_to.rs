//! Where a line goes: every section of every column, one press each.
//!
//! Deliberately not here: the place among the lines there. It goes to the end, and can be carried from there.

use board::command::Command;
use board::id::{CardId, SectionKey};
use board::view::ColumnView;
use leptos::prelude::*;

use super::super::hand::{Asking, Hand};
use super::asked;
use crate::ui::Dialog;

/// Asks for the section.
#[component]
pub fn MoveTo() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, card) = asked(hand, |asking| if let Asking::MoveTo(card) = asking { Some(card.clone()) } else { None });
    let choose = move |section: SectionKey| {
        if let Some(card) = card.get_untracked() {
            hand.send(Command::MoveCard { card: card.clone(), section, before: None });
            open.set(false);
            hand.said.set("Moved".to_owned());
            hand.keep_focus(&card);
        }
    };
    view! {
        <Dialog open title="Move to">
            <Quoted card />
            <Sections choose=Callback::new(choose) />
        </Dialog>
    }
}

/// The words of the line a question is about.
#[component]
pub(super) fn Quoted(
    /// The line.
    card: RwSignal<Option<CardId>>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let words = move || {
        card.with(|card| {
            hand.live()
                .view
                .with(|view| card.as_ref().and_then(|card| view.cards.get(card)).map(|card| card.words.clone()))
        })
    };
    view! { <blockquote dir="auto">{words}</blockquote> }
}

/// Every section, by column, as buttons.
#[component]
pub(super) fn Sections(
    /// Takes the one that was chosen.
    choose: Callback<SectionKey>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let columns = Memo::new(move |_| hand.live().view.with(|view| view.head.columns.clone()));
    let column = move |column: ColumnView| {
        let buttons = column.sections.into_iter().map(|section| {
            let key = section.key.clone();
            view! {
                <button type="button" class="button" on:click=move |_| choose.run(key.clone())>
                    {section.label}
                </button>
            }
        });
        let buttons = buttons.collect_view();
        view! {
            <section class="choices" aria-label=column.label.clone()>
                <h3 class="part">{column.label.clone()}</h3>
                {buttons}
            </section>
        }
    };
    let with_sections = move || columns.get().into_iter().filter(|column| !column.sections.is_empty());
    move || with_sections().map(column).collect_view()
}
