//! What the young person wants to be called here, and their pronouns. Both are there to be tapped.
//!
//! Deliberately not here: the name in the record. The chair puts that right with them, if it is wrong.

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::one_of::OneOf;
use super::super::pad::{Pad, Screen};
use super::Stage;
use super::limits::Asked;
use super::steps::Steps;

/// The pronouns there are to tap, by the keys of their words.
const PRONOUNS: [&str; 4] = ["own.she", "own.he", "own.they", "own.just_name"];

/// The screen.
#[component]
pub(super) fn Called(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let known_as = pad.child.with_value(|child| child.known_as.clone());
    let own = untrack(|| pad.way.own());
    let name = RwSignal::new(own.as_ref().and_then(|own| own.called.clone()).unwrap_or_else(|| known_as.clone()));
    let keep_name = move |_| {
        let called = Some(name.get_untracked().trim().to_owned());
        let called = called.filter(|name| !name.is_empty() && *name != known_as);
        pad.way.change(|own| own.called = called);
    };
    let pronouns = Signal::derive(move || pad.way.own().and_then(|own| own.pronouns));
    let answers = PRONOUNS.map(|key| (pad.say.say(key), pad.say.say(key), None)).to_vec();
    let choose = Callback::new(move |words: String| pad.way.change(|own| own.pronouns = Some(words)));
    view! {
        <main class="sheet open own">
            <Asked pad head="own.called_head" text="own.called_text" />
            <div class="field">
                <label for="called">{pad.say.say("own.called_label")}</label>
                <input
                    {..custom_attribute("autocorrect", "off")}
                    id="called"
                    maxlength="200"
                    autocomplete="off"
                    spellcheck="false"
                    autocapitalize="off"
                    dir="auto"
                    prop:value=move || name.get()
                    on:input=move |event| name.set(event_target_value(&event))
                    on:change=keep_name
                />
            </div>
            <div class="side-by-side">
                <OneOf
                    legend=pad.say.say("own.pronouns")
                    seen=true
                    name="pronouns"
                    answers
                    chosen=pronouns
                    choose
                />
            </div>
            <Steps
                pad
                back=Screen::Own(Stage::Who)
                on=Screen::Own(Stage::Numbers)
                words=pad.say.say("do.next")
            />
        </main>
    }
    .into_part()
}
