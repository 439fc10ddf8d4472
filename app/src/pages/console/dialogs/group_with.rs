//! Which line another belongs with.
//!
//! Deliberately not here: a name for the group. Lines that belong together stand together; that is all.

use board::card::LineKind;
use board::command::Command;
use board::id::CardId;
use board::view::{CardView, View};
use leptos::prelude::*;

use super::super::hand::{Asking, Hand};
use super::asked;
use super::move_to::Quoted;
use crate::ui::{Dialog, IntoPart as _};

/// Asks for the other line; only lines of the same section can belong together.
#[component]
pub fn GroupWith() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, card) =
        asked(hand, |asking| if let Asking::GroupWith(card) = asking { Some(card.clone()) } else { None });
    let others = Memo::new(move |_| {
        card.with(|card| hand.live().view.with(|view| card.as_ref().map_or_else(Vec::new, |card| others(view, card))))
    });
    let other = move |other: CardView| {
        let with = other.id.clone();
        let choose = move |_| {
            if let Some(card) = card.get_untracked() {
                hand.send(Command::GroupCard { card: card.clone(), with: Some(with.clone()) });
                open.set(false);
                hand.said.set("Grouped".to_owned());
                hand.keep_focus(&card);
            }
        };
        view! {
            <button type="button" class="button" data-kind="line" on:click=choose>
                <b>{other.who.clone()}</b>
                " "
                {said(&other)}
            </button>
        }
    };
    let list = move || {
        let others = others.get();
        if others.is_empty() {
            return view! { <p>"There is no other line in this section yet. Move this line first."</p> }.into_part();
        }
        view! { <div class="choices">{others.into_iter().map(other).collect_view()}</div> }.into_part()
    };
    view! {
        <Dialog open title="Group with">
            <Quoted card />
            {list}
        </Dialog>
    }
}

/// The words as they are said here; a child's in quotation marks.
fn said(card: &CardView) -> AnyView {
    let words = card.words.clone();
    match card.line {
        LineKind::OwnWords | LineKind::Scribed | LineKind::Drawing => view! { <q dir="auto">{words}</q> }.into_part(),
        LineKind::Family | LineKind::Seen | LineKind::Reported | LineKind::Opinion | LineKind::Chair => {
            view! { <span dir="auto">{words}</span> }.into_part()
        }
    }
}

fn others(view: &View, card: &CardId) -> Vec<CardView> {
    let Some(this) = view.cards.get(card) else {
        return Vec::new();
    };
    view.section(&this.section).filter(|other| other.id != *card).cloned().collect()
}
