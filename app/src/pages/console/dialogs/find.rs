//! Finds a line by some of its words.
//!
//! Deliberately not here: finding anything that is not on the board.

use board::id::CardId;
use board::view::View;
use leptos::prelude::*;

use super::super::hand::{Asking, Hand};
use super::asked;
use crate::ui::{Dialog, TextField};

/// The most lines that are listed.
const MOST: usize = 12;

/// Asks for words and lists the lines that hold them; Enter goes to the first.
#[component]
pub fn Find() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, _) = asked(hand, |asking| matches!(asking, Asking::Find).then_some(()));
    let words = RwSignal::new(String::new());
    let found = Memo::new(move |_| words.with(|words| hand.live().view.with(|view| found(view, words))));
    let go_to = move |card: &CardId| {
        open.set(false);
        hand.focus(card);
    };
    let go_to_first = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(card) = found.with_untracked(|found| found.first().map(|(card, _, _)| card.clone())) {
            go_to(&card);
        }
    };
    let line = move |(card, who, text): (CardId, String, String)| {
        let go = move |_| go_to(&card);
        view! {
            <button type="button" class="button" data-kind="line" on:click=go>
                <b>{who}</b>
                " "
                {text}
            </button>
        }
    };
    let none = move || {
        (words.with(|words| !words.trim().is_empty()) && found.with(Vec::is_empty))
            .then_some("No line has these words.")
    };
    view! {
        <Dialog open title="Find a line">
            <form on:submit=go_to_first>
                <TextField label="Words, or who said it" hint="Enter goes to the first line" value=words />
            </form>
            <p role="status">{none}</p>
            <div class="choices">{move || found.get().into_iter().map(line).collect_view()}</div>
        </Dialog>
    }
}

/// The lines that hold the words, or were said by somebody so called, in the order of the board.
fn found(view: &View, words: &str) -> Vec<(CardId, String, String)> {
    let words = words.trim().to_lowercase();
    if words.is_empty() {
        return Vec::new();
    }
    let lines = view.head.columns.iter().flat_map(|column| view.lines(column));
    let holding =
        lines.filter(|card| card.words.to_lowercase().contains(&words) || card.who.to_lowercase().contains(&words));
    holding.take(MOST).map(|card| (card.id.clone(), card.who.clone(), card.words.clone())).collect()
}
