//! For the grown-up: which language the words are in, and the words in English.
//!
//! Deliberately not here: translating. A person does that, and their name stands beside it.

use leptos::prelude::*;

use super::draft::Draft;
use super::pad::Pad;
use crate::pages::spoken::SPOKEN;
use crate::ui::IntoPart as _;

/// The language of the words, folded away until it is needed.
#[component]
pub(super) fn OtherLanguage(
    /// The tablet.
    pad: Pad,
    /// What is being written.
    draft: Draft,
) -> impl IntoView {
    let tag = move || draft.language.get().unwrap_or_else(|| pad.say.tag());
    let foreign = move || tag() != "en";
    let options = SPOKEN.map(|(known, name)| {
        view! { <option value=known selected=move || tag() == known>{name}</option> }
    });
    view! {
        <details class="adult">
            <summary>{pad.say.say("say.other_language")}</summary>
            <div class="pair">
                <div class="field">
                    <label for="language">{pad.say.say("say.language")}</label>
                    <select id="language" on:change=move |event| draft.language.set(Some(event_target_value(&event)))>
                        {options.into_iter().collect_view()}
                    </select>
                </div>
                <Show when=foreign>
                    <div class="field">
                        <label for="translator">{pad.say.say("say.translator")}</label>
                        <input
                            id="translator"
                            maxlength="200"
                            autocomplete="off"
                            dir="auto"
                            prop:value=move || draft.translator.get()
                            on:input=move |event| draft.translator.set(event_target_value(&event))
                        />
                    </div>
                    <div class="field wide">
                        <label for="translation">{pad.say.say("say.translation")}</label>
                        <p class="hint" id="translation-hint">{pad.say.say("say.translation_hint")}</p>
                        <textarea
                            id="translation"
                            rows="2"
                            maxlength="20000"
                            lang="en"
                            dir="auto"
                            aria-describedby="translation-hint"
                            prop:value=move || draft.translation.get()
                            on:input=move |event| draft.translation.set(event_target_value(&event))
                        ></textarea>
                    </div>
                </Show>
            </div>
        </details>
    }
    .into_part()
}
