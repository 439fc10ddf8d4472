//! What a choice is about, at its head: the words as they were given or are being given, and how far a secret can be kept.
//!
//! Deliberately not here: the choice.

use leptos::prelude::*;

use super::entry::{OwnWords, how, shape};
use super::give::words;
use super::pad::Pad;
use super::waiting::Shown;
use crate::ui::IntoPart as _;

/// How far a secret can be kept. It is said before anything is chosen.
#[component]
pub(super) fn Limit(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    view! {
        <p class="limit" data-read="">
            <b>{pad.say.say("limit.says")}</b>
            " "
            <q>{pad.say.say("limit.words")}</q>
        </p>
    }
}

/// The words the choice is about.
#[component]
pub(super) fn CardAtHand(
    /// The tablet.
    pad: Pad,
    /// The entries, when they were given before.
    shown: Vec<Shown>,
) -> impl IntoView {
    if !shown.is_empty() {
        let cards = shown.into_iter().map(|shown| {
            let kind = shape(shown.entry.line);
            view! { <article class="card" data-kind=kind><OwnWords pad shown /></article> }
        });
        return cards.collect_view().into_part();
    }
    let line = pad.pen.get_untracked().line();
    let written = pad.draft().map(|draft| {
        let tapped = draft.tapped.get_untracked();
        (words(pad, draft, tapped.as_ref()), draft.language.get_untracked().unwrap_or_else(|| pad.say.tag()))
    });
    let (words, language) = written.unwrap_or_default();
    let preview = pad.draft().and_then(|draft| draft.held.get_untracked()).and_then(|held| held.preview);
    let preview = preview.map(|preview| {
        view! { <img class="small-picture" src=preview alt=pad.say.say("entry.yours_drawn") /> }
    });
    view! {
        <article class="card" data-kind=shape(line)>
            <p class="who">{pad.say.say("entry.yours")} {how(pad.say, line).map(|how| view! { <span>{how}</span> })}</p>
            <p class="words">
                {preview}
                {(!words.is_empty()).then(|| view! { <q lang=language dir="auto">{words}</q> })}
            </p>
        </article>
    }
    .into_part()
}
