//! Lines that were taken off the board, each with a way back.
//!
//! Deliberately not here: deleting. What was on the board stays in the record.

use board::command::Command;
use board::view::CardView;
use leptos::prelude::*;

use super::super::hand::{Asking, Hand};
use super::asked;
use crate::ui::{CardLine, Dialog, IntoPart as _};

/// The removed lines.
#[component]
pub fn Removed() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, _) = asked(hand, |asking| matches!(asking, Asking::Removed).then_some(()));
    let cards = Memo::new(move |_| hand.live().view.with(|view| view.removed.values().cloned().collect::<Vec<_>>()));
    let line = move |card: CardView| {
        let id = card.id.clone();
        view! {
            <CardLine card>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| hand.send(Command::RestoreCard { card: id.clone() })
                >
                    "Put back"
                </button>
            </CardLine>
        }
    };
    let list = move || {
        let cards = cards.get();
        if cards.is_empty() {
            return view! { <p>"Nothing has been taken off the board."</p> }.into_part();
        }
        view! { <ul class="lines">{cards.into_iter().map(line).collect_view()}</ul> }.into_part()
    };
    view! {
        <Dialog open title="Taken off the board">{list}</Dialog>
    }
}
