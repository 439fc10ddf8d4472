//! What a chair reaches for without looking: blank the wall, point, turn its page.
//!
//! Deliberately not here: choosing what the wall shows (that is `wall_hand`).

use board::command::Command;
use board::id::CardId;
use board::view::View;
use leptos::prelude::*;

use super::super::hand::Hand;
use crate::ui::{Icon, IntoPart as _};

/// What a chair reaches for without looking.
#[component]
pub(super) fn WallLive() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let blank = Memo::new(move |_| hand.live().view.with(|view| view.stage.blank));
    let pointed = Memo::new(move |_| hand.live().view.with(|view| view.stage.pointed.clone()));
    let can_point = Memo::new(move |_| {
        pointed.with(Option::is_some) || hand.live().view.with(|view| at_hand(hand, view).is_some())
    });
    let point = move |_| {
        let card = match pointed.get_untracked() {
            Some(_) => None,
            None => hand.live().view.with_untracked(|view| at_hand(hand, view)),
        };
        hand.send(Command::Point { card });
    };
    view! {
        <div class="live" role="group" aria-label="The wall">
            <button
                type="button"
                class="button"
                data-size="live"
                aria-pressed=move || blank.get().to_string()
                on:click=move |_| hand.send(Command::Blank { blank: !blank.get_untracked() })
            >
                <Icon name="blank" />
                {move || if blank.get() { "Blank now" } else { "Blank" }}
            </button>
            <button
                type="button"
                class="button"
                data-size="live"
                aria-pressed=move || pointed.with(Option::is_some).to_string()
                disabled=move || !can_point.get()
                on:click=point
            >
                <Icon name="point" />
                {move || if pointed.with(Option::is_some) { "Pointing" } else { "Point" }}
            </button>
            <Pages />
        </div>
    }
    .into_part()
}

/// The current line, when it is on the wall.
fn at_hand(hand: Hand, view: &View) -> Option<CardId> {
    let card = hand.current.get()?;
    let desk = view.cards.get(&card)?.desk.as_ref()?;
    desk.not_on_wall.is_none().then_some(card)
}

/// The page of a column that has more than one.
#[component]
fn Pages() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let pages = Memo::new(move |_| {
        let all = hand.drawn.with(|drawn| drawn.pages);
        (hand.live().view.with(|view| view.stage.page.min(all.saturating_sub(1))), all)
    });
    let turn = move |_| {
        let (page, all) = pages.get_untracked();
        let page = if page + 1 < all { page + 1 } else { 0 };
        hand.send(Command::TurnPage { page });
    };
    view! {
        <button
            type="button"
            class="button"
            data-size="live"
            disabled=move || pages.get().1 < 2
            on:click=turn
        >
            <Icon name="next" />
            {move || {
                let (page, all) = pages.get();
                if all < 2 { "One page".to_owned() } else { format!("Page {} of {all}", page + 1) }
            }}
        </button>
    }
}
