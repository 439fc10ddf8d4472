//! For the grown-up: which language the words are in, and the words in English.
//!
//! Deliberately not here: translating. A person does that, and their name stands beside it.

use leptos::prelude::*;

use super::pad::Draft;

/// Languages that children here often speak, by their tags (source: BCP 47).
const LANGUAGES: [(&str, &str); 24] = [
    ("en", "English"),
    ("cy", "Cymraeg (Welsh)"),
    ("gd", "Gàidhlig (Scottish Gaelic)"),
    ("ga", "Gaeilge (Irish)"),
    ("bfi", "British Sign Language"),
    ("ar", "العربية (Arabic)"),
    ("bn", "বাংলা (Bengali)"),
    ("bg", "Български (Bulgarian)"),
    ("zh", "中文 (Chinese)"),
    ("fa", "فارسی (Farsi)"),
    ("fr", "Français (French)"),
    ("gu", "ગુજરાતી (Gujarati)"),
    ("ku", "Kurdî (Kurdish)"),
    ("lt", "Lietuvių (Lithuanian)"),
    ("ps", "پښتو (Pashto)"),
    ("pl", "Polski (Polish)"),
    ("pt", "Português (Portuguese)"),
    ("pa", "ਪੰਜਾਬੀ (Punjabi)"),
    ("ro", "Română (Romanian)"),
    ("so", "Soomaali (Somali)"),
    ("es", "Español (Spanish)"),
    ("tr", "Türkçe (Turkish)"),
    ("uk", "Українська (Ukrainian)"),
    ("ur", "اردو (Urdu)"),
];

/// The language of the words, folded away until it is needed.
#[component]
pub(super) fn Language(
    /// What is being written.
    draft: Draft,
) -> impl IntoView {
    let foreign = move || draft.language.with(|language| language != "en");
    let options = LANGUAGES.map(|(tag, name)| {
        view! { <option value=tag selected=move || draft.language.with(|language| language == tag)>{name}</option> }
    });
    view! {
        <details class="adult">
            <summary>"For the grown-up: another language"</summary>
            <div class="pair">
                <div class="field">
                    <label for="language">"Language of the words"</label>
                    <select id="language" on:change=move |event| draft.language.set(event_target_value(&event))>
                        {options.into_iter().collect_view()}
                    </select>
                </div>
                <Show when=foreign>
                    <div class="field">
                        <label for="translator">"Who put them into English?"</label>
                        <input
                            id="translator"
                            maxlength="200"
                            autocomplete="off"
                            prop:value=move || draft.translator.get()
                            on:input=move |event| draft.translator.set(event_target_value(&event))
                        />
                    </div>
                    <div class="field wide">
                        <label for="translation">"The words in English"</label>
                        <p class="hint" id="translation-hint">
                            "It stands beside the child’s own words, never instead of them. Leave it empty until \
                             somebody has done it."
                        </p>
                        <textarea
                            id="translation"
                            rows="2"
                            maxlength="20000"
                            aria-describedby="translation-hint"
                            prop:value=move || draft.translation.get()
                            on:input=move |event| draft.translation.set(event_target_value(&event))
                        ></textarea>
                    </div>
                </Show>
            </div>
        </details>
    }
    .into_any()
}
