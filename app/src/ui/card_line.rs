//! One line on the board: who said it, the words, how they came, what was done about them.
//!
//! Deliberately not here: what may be done with a line. A page that can do something puts its buttons in the tools.

use board::card::LineKind;
use board::view::CardView;
use leptos::prelude::*;

use super::{Icon, Pictures};
use crate::ui::{Inside, IntoPart as _};

/// A line. Only a child's words have the shape of a card, and they stand in quotation marks exactly as they came.
#[component]
pub fn CardLine(
    /// The line.
    #[prop(into)]
    card: Signal<CardView>,
    /// How it stands here: "selected", "pointed", "held", "unsent".
    #[prop(optional, into)]
    state: Signal<Option<&'static str>>,
    /// Why it stands so, under the words.
    #[prop(optional, into)]
    note: Signal<Option<String>>,
    /// Buttons of the page that can do something with it.
    #[prop(optional)]
    children: Option<Inside>,
) -> impl IntoView {
    let who = move || card.with(who);
    let words = move || card.with(words);
    let pictures = move || {
        let pictures = card.with(|card| card.pictures.clone());
        (!pictures.is_empty()).then(|| view! { <Pictures pictures /> })
    };
    let translation = move || card.with(translation);
    let answer = move || card.with(|card| card.answer.clone());
    view! {
        <li class="card" data-kind=move || card.with(|card| shape(card.line)) data-state=state>
            <p class="who">{who}</p>
            <div class="words">{words} {pictures}</div>
            {move || translation().map(|text| view! { <p class="note translated">{text}</p> })}
            {move || note.get().map(|text| view! { <p class="note">{state.get().and_then(icon)} {text}</p> })}
            {move || {
                answer().map(|text| view! { <p class="answer"><b>"You said, so we:"</b>{text}</p> })
            }}
            {children.map(|children| view! { <div class="tools">{children.draw()}</div> })}
        </li>
    }
    .into_part()
}

/// The icon beside the note of a state.
fn icon(state: &'static str) -> Option<impl IntoView> {
    let name = match state {
        "held" => Some("hide"),
        "unsent" => Some("wait"),
        "pointed" => Some("point"),
        _ => None,
    };
    name.map(|name| view! { <Icon name /> })
}

/// The shape that style sheets know; adults' lines have none.
fn shape(line: LineKind) -> Option<&'static str> {
    match line {
        LineKind::OwnWords => Some("own"),
        LineKind::Scribed => Some("said"),
        LineKind::Drawing => Some("drawn"),
        LineKind::Family | LineKind::Seen | LineKind::Reported | LineKind::Opinion | LineKind::Chair => None,
    }
}

/// Who said it, and how it came.
fn who(card: &CardView) -> impl IntoView + use<> {
    let name = card.who.clone();
    let name = if card.line.is_childs() { name.into_part() } else { view! { <b>{name}</b> }.into_part() };
    let how = card.how.clone().map(|how| view! { <span>" " {how}</span> });
    (name, how)
}

/// The words; a child's are quoted, in their own language and their own direction. A drawing may stand without any.
fn words(card: &CardView) -> AnyView {
    if card.words.is_empty() {
        return ().into_any();
    }
    let words = card.words.clone();
    let language = card.language.clone();
    if card.line.is_childs() {
        view! { <q lang=language dir="auto">{words}</q> }.into_part()
    } else {
        view! { <span lang=language dir="auto">{words}</span> }.into_part()
    }
}

/// The words in English, and who made them English.
fn translation(card: &CardView) -> Option<String> {
    card.translation.as_ref().map(|(words, by)| format!("English by {by}: {words}"))
}
