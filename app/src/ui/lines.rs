//! Lines one under another, by their ids.
//!
//! Deliberately not here: buttons. Where lines can be worked on, the page draws its own list.

use board::id::CardId;
use board::view::View;
use leptos::prelude::*;

use super::CardLine;

/// A list of lines. The one the chair points at has a drawn line around it.
#[component]
pub fn Lines(
    /// What is seen here.
    #[prop(into)]
    view: Signal<View>,
    /// Which lines, in order; each once.
    #[prop(into)]
    ids: Signal<Vec<CardId>>,
    /// Only the words, without what was done about them; as on the wall.
    #[prop(optional)]
    words_only: bool,
    /// Whether it is said how a line stands to last time.
    #[prop(optional)]
    since: bool,
) -> impl IntoView {
    let line = move |id: CardId| {
        let stands = Memo::new({
            let id = id.clone();
            move |_| view.with(|view| state(view, &id))
        });
        let card = Memo::new(move |_| {
            let mut card = view.with(|view| view.cards.get(&id).or_else(|| view.last.get(&id)).cloned())?;
            if words_only {
                card.answer = None;
            }
            Some(card)
        });
        let stands_to_last =
            Memo::new(move |_| card.with(|card| card.as_ref().and_then(|card| card.since.clone()).filter(|_| since)));
        move || card.get().map(|card| view! { <CardLine card state=stands note=stands_to_last /> })
    };
    view! {
        <ul class="lines">
            <For each=move || ids.get() key=Clone::clone children=line />
        </ul>
    }
}

/// How a line stands: pointed at, or last time's and not on today's board.
fn state(view: &View, id: &CardId) -> Option<&'static str> {
    if view.stage.pointed.as_ref() == Some(id) {
        Some("pointed")
    } else {
        (!view.cards.contains_key(id)).then_some("ghost")
    }
}
