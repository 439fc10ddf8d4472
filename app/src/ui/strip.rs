//! The children's own words, first on the left, on the wall and the console through every phase.
//!
//! Deliberately not here: a choice of which words. The view says which are each child's newest.

use board::id::CardId;
use board::view::View;
use leptos::prelude::*;

use super::Lines;

/// One card for each child who has words that may be seen here. Without any there is nothing.
#[component]
pub fn Strip(
    /// What is seen here.
    #[prop(into)]
    view: Signal<View>,
) -> impl IntoView {
    let ids = Memo::new(move |_| view.with(each_once));
    view! {
        <section class="strip" aria-label="The children’s own words">
            <Lines view ids words_only=true />
        </section>
    }
}

/// Words that two children said together stand there once.
fn each_once(view: &View) -> Vec<CardId> {
    let mut ids: Vec<CardId> = Vec::new();
    for (_, card) in &view.strip {
        if !ids.contains(card) {
            ids.push(card.clone());
        }
    }
    ids
}
