//! How the screen looks to this child: light, and the size of letters.
//!
//! Deliberately not here: telling anybody, or remembering it. It is this screen's own business until the page is closed.

use leptos::prelude::*;

use super::heading::Heading;
use super::pad::{Pad, Screen};
use super::tongues::Tongues;
use crate::ui::IntoPart as _;

/// Three lights: what style sheets call each, and the key of its words.
const LIGHTS: [(&str, &str); 3] = [("lit", "look.light"), ("dim", "look.dark"), ("max", "look.strong")];
/// Three sizes of letters.
const SIZES: [(&str, &str); 3] = [("normal", "look.normal"), ("big", "look.big"), ("bigger", "look.bigger")];

/// The screen on which the child sets its looks.
#[component]
pub(super) fn Look(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    view! {
        <main class="sheet open">
            <Heading pad words=pad.say.say("top.look") />
            <Looks pad />
            <div class="foot">
                <button type="button" class="button" data-kind="main" on:click=move |_| pad.go(Screen::Open)>
                    {pad.say.say("look.done")}
                </button>
            </div>
        </main>
    }
    .into_part()
}

/// Light, the size of letters, and the language.
#[component]
pub(super) fn Looks(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    view! {
        <Set pad attribute="data-theme" all=LIGHTS />
        <Set pad attribute="data-letters" all=SIZES />
        <Tongues pad />
    }
    .into_part()
}

/// One of three looks.
#[component]
fn Set(
    /// The tablet.
    pad: Pad,
    /// What style sheets call what is set.
    attribute: &'static str,
    /// What there is to choose from, the usual one first.
    all: [(&'static str, &'static str); 3],
) -> impl IntoView {
    let now = RwSignal::new(all.first().map_or("", |(name, _)| name));
    #[cfg(feature = "hydrate")]
    {
        let root = || window().document().and_then(|page| page.document_element());
        if let Some(set) = root().and_then(|root| root.get_attribute(attribute)) {
            now.set(all.iter().find(|(name, _)| *name == set).map_or("", |(name, _)| name));
        }
        Effect::new(move |_| {
            if let Some(root) = root() {
                // Without it the page looks as it did.
                let _ = root.set_attribute(attribute, now.get());
            }
        });
    }
    let answers = all.map(|(name, words)| {
        view! {
            <label>
                <input
                    type="radio"
                    name=attribute
                    prop:checked=move || now.get() == name
                    on:change=move |_| now.set(name)
                />
                {pad.say.say(words)}
            </label>
        }
    });
    view! {
        <fieldset class="choice">
            <legend class="unseen">{pad.say.say("top.look")}</legend>
            <div class="answers">{answers.into_iter().collect_view()}</div>
        </fieldset>
    }
    .into_part()
}
