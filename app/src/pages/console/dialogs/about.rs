//! What surrounds a line: who said it, what sort of line it is, which children, who may know it.
//!
//! Deliberately not here: a child's words. What makes a line a child's is not for others to change; the board sees to
//! that.

use board::command::Command;
use board::sharing::MayKnow;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::hand::{Asking, Hand};
use super::super::line_form::{AboutWhom, LineForm, WhatSort, WhoSaidIt};
use super::asked;
use super::may_know::MayKnowField;
use super::move_to::Quoted;
use crate::ui::Dialog;

/// Asks about a line.
#[component]
pub fn About() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, card) = asked(hand, |asking| if let Asking::About(card) = asking { Some(card.clone()) } else { None });
    let form = hand.live().view.with_untracked(LineForm::new);
    let may_know = RwSignal::new(MayKnow::Everyone);
    Effect::new(move |_| {
        let now = card.with(|card| {
            hand.live().view.with_untracked(|view| card.as_ref().and_then(|card| view.cards.get(card)).cloned())
        });
        if let Some((card, desk)) = now.and_then(|card| card.desk.clone().map(|desk| (card, desk))) {
            form.take(&desk.source, card.line, &card.children);
            may_know.set(desk.may_know);
        }
    });
    let from_tool = move || {
        card.with(|card| {
            hand.live().view.with(|view| {
                let card = card.as_ref().and_then(|card| view.cards.get(card)).and_then(|card| card.desk.as_ref());
                card.is_some_and(|desk| desk.entry.is_some())
            })
        })
    };
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        if let (Some(card), Some(source)) = (card.get_untracked(), untrack(|| form.source())) {
            hand.send(Command::DescribeCard {
                card: card.clone(),
                line: form.line.get_untracked(),
                source,
                children: form.children.get_untracked(),
                may_know: may_know.get_untracked(),
            });
            open.set(false);
            hand.keep_focus(&card);
        }
    };
    view! {
        <Dialog open title="About this line">
            <Quoted card />
            <form class="stack" on:submit=save>
                <div class="stack" hidden=from_tool>
                    <WhoSaidIt form />
                    <WhatSort form />
                </div>
                <AboutWhom chosen=form.children />
                <MayKnowField chosen=may_know />
                <p class="hint" hidden=move || !from_tool()>
                    "The child chose who may know these words. You can narrow that here, never widen it."
                </p>
                <p>
                    <button type="submit" class="button" data-kind="main">
                        "Save"
                    </button>
                </p>
            </form>
        </Dialog>
    }
}
