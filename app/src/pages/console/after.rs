//! What goes back to the children after the conference: the ledger of their words, and the letter to each; and the papers.
//!
//! Deliberately not here: the letter itself. It is a page of its own, with what the chair should know above it.

use board::id::EntryId;
use board::view::{ChildView, View};
use leptos::prelude::*;

mod ledger;
mod letter;

use super::hand::Hand;
use crate::ui::IntoPart as _;
use ledger::Row;
use letter::LetterForm;

/// A part for each child, and the way to the papers.
#[component]
pub(super) fn AfterDrawer() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let children = Memo::new(move |_| hand.live().view.with(|view| view.head.children.clone()));
    let conference = hand.conference.get_value();
    view! {
        <div class="stack">
            <p class="answers">
                <a class="button" href=format!("/conferences/{conference}/minutes/professionals") rel="external">
                    "Minutes"
                </a>
                <a class="button" href="/feedback/results" rel="external">
                    "What people say of our meetings"
                </a>
            </p>
            <For each=move || children.get() key=|child| child.id.clone() children=|child| view! { <ForChild child /> } />
        </div>
    }
    .into_part()
}

/// One child: everything they said with its answer, and their letter.
#[component]
fn ForChild(
    /// The child.
    child: ChildView,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let ChildView { id, known_as } = child;
    let entries = Memo::new({
        let id = id.clone();
        move |_| hand.live().view.with(|view| said_by(view, &id))
    });
    let none = move || {
        entries
            .with(Vec::is_empty)
            .then(|| view! { <p class="hint">"Nothing is written down from this child yet."</p> })
    };
    let name = known_as.clone();
    view! {
        <section class="stack" aria-label=name>
            <h3 class="part">{known_as}</h3>
            <div class="halves">
                <div class="stack">
                    {none}
                    <ul class="ratings">
                        <For each=move || entries.get() key=Clone::clone children=|entry| view! { <Row entry /> } />
                    </ul>
                </div>
                <LetterForm child=id />
            </div>
        </section>
    }
}

fn said_by(view: &View, child: &board::id::ChildId) -> Vec<EntryId> {
    let of_child = view.entries.iter().filter(|(_, entry)| entry.child == *child && !entry.removed);
    of_child.map(|(id, _)| id.clone()).collect()
}
