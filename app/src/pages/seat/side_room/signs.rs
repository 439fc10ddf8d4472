//! The three signs: yes, not like that, something to add; about one line, or about no line.
//!
//! Deliberately not here: an answer at once. A sign says when the chair has taken it up, and asks for nothing more.

use board::command::Command;
use board::id::CardId;
use board::side_room::{Says, Sign};
use board::view::View;
use leptos::prelude::*;

use crate::live::{Live, new_id};

/// The signs, and what became of those that were sent.
#[component]
pub(super) fn Signs(
    /// The page's connection.
    live: Live,
    /// The line they are about, when they are about one.
    card: Option<CardId>,
    /// Words that could not be sent, in the one place where they come back.
    #[prop(optional)]
    given_back: RwSignal<Option<String>>,
) -> impl IntoView {
    let words = RwSignal::new(String::new());
    let adding = RwSignal::new(false);
    let place = card.as_ref().map_or_else(|| "sign".to_owned(), |card| format!("sign {card}"));
    // Also what was being written when the curtain was drawn.
    live.keep_draft_and(place, words, move || adding.set(true));
    let card = StoredValue::new(card);
    Effect::new(move |_| {
        if let Some(back) = given_back.get() {
            words.update(|words| {
                if !words.is_empty() {
                    words.push('\n');
                }
                words.push_str(&back);
            });
            adding.set(true);
        }
    });
    let came_back = move || {
        given_back
            .with(Option::is_some)
            .then(|| view! { <p class="hint">"This did not reach the chair. You can send it again."</p> })
    };
    let send = move |says: Says| {
        let Ok(sign) = new_id().try_into() else {
            return;
        };
        let said = words.get_untracked();
        live.send(Command::SendSign {
            sign,
            card: card.get_value(),
            says,
            words: (!said.trim().is_empty()).then_some(said),
        });
        words.set(String::new());
        given_back.set(None);
        adding.set(false);
    };
    let button = move |says: Says| {
        view! {
            <button type="button" class="button" on:click=move |_| send(says)>
                {says.words()}
            </button>
        }
    };
    let before = Memo::new(move |_| live.view.with(|view| card.with_value(|card| sent(view, card.as_ref()))));
    view! {
        <div class="signs">
            <div class="ways">
                {[Says::Yes, Says::NotLikeThat].map(button).collect_view()}
                <button
                    type="button"
                    class="button"
                    aria-expanded=move || adding.get().to_string()
                    on:click=move |_| adding.update(|adding| *adding = !*adding)
                >
                    {Says::Add.words()}
                </button>
            </div>
            <div class="adding" hidden=move || !adding.get()>
                {came_back}
                <label class="field">
                    <span class="label">"In your words"</span>
                    <textarea
                        rows="3"
                        spellcheck="false"
                        autocapitalize="off"
                        prop:value=move || words.get()
                        on:input=move |event| words.set(event_target_value(&event))
                    ></textarea>
                </label>
                <button
                    type="button"
                    class="button"
                    data-kind="main"
                    disabled=move || words.with(|words| words.trim().is_empty())
                    on:click=move |_| send(Says::Add)
                >
                    "Send it to the chair"
                </button>
            </div>
            <ul class="sent" role="status">
                {move || before.get().into_iter().map(|words| view! { <li dir="auto">{words}</li> }).collect_view()}
            </ul>
        </div>
    }
}

/// The signs that were sent about a line, the oldest first, with what became of them.
fn sent(view: &View, card: Option<&CardId>) -> Vec<String> {
    let mut signs: Vec<&Sign> = view.signs.values().filter(|sign| sign.card.as_ref() == card).collect();
    signs.sort_by_key(|sign| sign.at);
    let words = signs.into_iter().map(|sign| {
        let said = sign.words.as_ref().map_or_else(String::new, |words| format!(": “{words}”"));
        let then = if sign.taken_up { "The chair has taken it up." } else { "Sent to the chair." };
        format!("{}{said}. {then}", sign.says.words())
    });
    words.collect()
}
