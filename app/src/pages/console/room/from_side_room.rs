//! What children sent from a side room and nobody has taken up yet.
//!
//! Deliberately not here: a sound, a count in red, or an order of urgency. A sign waits until the chair has an eye for it.

use board::command::Command;
use board::id::SignId;
use board::side_room::Sign;
use board::view::View;
use leptos::prelude::*;

use super::super::hand::Hand;

/// The signs, the oldest first.
#[component]
pub(super) fn FromSideRoom(
    /// What waits, as `signs` gives it.
    signs: Memo<Vec<Waits>>,
) -> impl IntoView {
    let some = Memo::new(move |_| signs.with(|signs| !signs.is_empty()));
    view! {
        <Show when=move || some.get()>
            <ul>
                <For each=move || signs.get() key=|(sign, _, _)| sign.clone() children=|(sign, words, about)| view! { <One sign words about /> } />
            </ul>
        </Show>
    }
}

/// A sign with its words, and those of the line it is about.
pub(super) type Waits = (SignId, String, Option<String>);

/// The signs that nobody has taken up.
pub(super) fn signs(view: &View) -> Vec<Waits> {
    let mut signs: Vec<&Sign> = view.signs.values().filter(|sign| !sign.taken_up).collect();
    signs.sort_by_key(|sign| sign.at);
    let about = |sign: &Sign| sign.card.as_ref().and_then(|card| view.cards.get(card)).map(|card| card.words.clone());
    signs.into_iter().map(|sign| (sign.id.clone(), in_words(view, sign), about(sign))).collect()
}

/// "Tomek: Not like that", with what the child wrote.
pub(in super::super) fn in_words(view: &View, sign: &Sign) -> String {
    let name =
        view.head.children.iter().find(|child| child.id == sign.child).map_or("A child", |child| &child.known_as);
    let said = sign.words.as_ref().map_or_else(String::new, |words| format!(": “{words}”"));
    format!("{name}: {}{said}", sign.says.words())
}

/// One sign.
#[component]
fn One(
    /// The sign.
    sign: SignId,
    /// What it says.
    words: String,
    /// The line it is about.
    about: Option<String>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    view! {
        <li class="seat sign">
            <p>
                <b dir="auto">{words}</b>
                "from the side room"
                {about.map(|line| view! { <span dir="auto">"About: " {line}</span> })}
            </p>
            <button
                type="button"
                class="button"
                on:click=move |_| hand.send(Command::TakeUpSign { sign: sign.clone() })
            >
                "Taken up"
            </button>
        </li>
    }
}
