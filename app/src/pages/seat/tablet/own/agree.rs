//! Agreeing how the board is shared, or holding cards back.
//!
//! Deliberately not here: pressing. Whoever does not agree goes back to the board, and nothing has gone out.

use board::sharing::MayKnow;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::pad::{About, Pad, Screen};
use super::super::slip::chosen_words;
use super::super::waiting::Shown;
use super::Stage;
use super::limits::Asked;
use super::safety::overridden;
use crate::ui::Icon;

/// The screen.
#[component]
pub(super) fn Agree(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let cards = Memo::new(move |_| pad.all().into_iter().filter(|shown| !shown.entry.removed).collect::<Vec<_>>());
    let held = Memo::new(move |_| {
        cards.with(|cards| cards.iter().filter(|shown| is_held(shown)).cloned().collect::<Vec<_>>())
    });
    let shared = Memo::new(move |_| {
        cards.with(|cards| cards.iter().filter(|shown| !is_held(shown)).cloned().collect::<Vec<_>>())
    });
    let agree = move |_| {
        pad.way.agree();
        pad.go(Screen::Own(Stage::Next));
    };
    let before = if untrack(|| overridden(pad)).is_empty() { Stage::LookBack } else { Stage::Safety };
    let waits = move || pad.waiting.count() > 0;
    view! {
        <main class="sheet open own">
            <Asked pad head="own.agree_head" text="own.agree_text" />
            <Show when=move || shared.with(|shared| !shared.is_empty())>
                <p class="label">{pad.say.say("own.these_go_out")}</p>
                <Cards pad cards=shared />
            </Show>
            <Show when=move || held.with(|held| !held.is_empty())>
                <p class="label">
                    <Icon name="lock" />
                    " "
                    {pad.say.say("own.these_stay")}
                </p>
                <Cards pad cards=held />
            </Show>
            <div class="foot answers-foot">
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    on:click=move |_| pad.go(Screen::Own(before))
                >
                    <Icon name="back" />
                    {pad.say.say("do.back")}
                </button>
                <button type="button" class="button" on:click=move |_| pad.go(Screen::Open)>
                    {pad.say.say("own.not_yet")}
                </button>
                <button type="button" class="button" data-kind="main" disabled=waits on:click=agree>
                    <Icon name="check" />
                    {pad.say.say("own.i_agree")}
                </button>
            </div>
        </main>
    }
    .into_part()
}

/// Nobody gets a card that is not decided on.
fn is_held(shown: &Shown) -> bool {
    shown.entry.may_know == MayKnow::NotDecided
}

/// Cards in a line each, with who can know, and the way to change it.
#[component]
fn Cards(
    /// The tablet.
    pad: Pad,
    /// The cards.
    cards: Memo<Vec<Shown>>,
) -> impl IntoView {
    let card = move |shown: Shown| {
        let id = StoredValue::new(shown.id);
        view! {
            <li>
                <q dir="auto" lang=shown.entry.language>
                    {shown.entry.words}
                </q>
                <span>{chosen_words(pad, &shown.entry.may_know, &shown.entry.telling)}</span>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| pad.go(Screen::Slip(About::Given(id.get_value())))
                >
                    {pad.say.say("do.change")}
                </button>
            </li>
        }
    };
    view! {
        <ul class="in-short">{move || cards.get().into_iter().map(card).collect_view()}</ul>
    }
}
