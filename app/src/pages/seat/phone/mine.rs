//! The lines somebody has offered, and what became of each.
//!
//! Deliberately not here: anybody else's offers. They are not in this person's view.

use board::id::OfferId;
use board::record::OfferState;
use board::view::OfferView;
use leptos::prelude::*;

use crate::live::Live;
use crate::ui::{Icon, IntoPart as _};

/// Their own lines; without any there is nothing.
#[component]
pub(super) fn Mine(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let offers = Memo::new(move |_| live.view.with(|view| view.offers.clone()));
    let ids = move || offers.with(|offers| offers.keys().cloned().collect::<Vec<_>>());
    let any = move || !ids().is_empty();
    let offer = move |id: OfferId| {
        let offer = Memo::new(move |_| offers.with(|offers| offers.get(&id).cloned()));
        move || offer.get().map(one)
    };
    view! {
        <Show when=any>
            <section class="mine" aria-label="Your lines">
                <For each=ids key=Clone::clone children=offer />
            </section>
        </Show>
    }
    .into_part()
}

fn one(offer: OfferView) -> impl IntoView {
    let (icon, words) = match offer.state {
        OfferState::Waiting => ("wait", "The chair has it. Only you and the chair can see it."),
        OfferState::Taken => ("check", "It is on the board, in your words."),
        OfferState::NotNow => ("back", "Not now. The chair has read it. Only you can see it here."),
    };
    view! {
        <article class="card" data-state="waiting">
            <p class="who">
                <b>"Your line"</b>
            </p>
            <p class="words" dir="auto">{offer.words}</p>
            <p class="note">
                <Icon name=icon />
                {words}
            </p>
        </article>
    }
}
