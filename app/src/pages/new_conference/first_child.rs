//! The first child of a new conference.
//!
//! Deliberately not here: the rest of what is known of a child. It is added when preparing.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

/// Names and a birthday, or the day a baby is expected.
#[component]
pub(super) fn FirstChild() -> impl IntoView {
    view! {
        <fieldset class="fields">
            <legend>"The first child"</legend>
            <div class="field">
                <label for="legal">"Name in law"</label>
                <input
                    id="legal"
                    name="child_legal_name"
                    required
                    maxlength="200"
                    autocomplete="off"
                    spellcheck="false"
                />
            </div>
            <div class="field">
                <label for="known">"Name they go by"</label>
                <input
                    id="known"
                    name="child_known_as"
                    required
                    maxlength="200"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="known-hint"
                />
                <p class="hint" id="known-hint">"The only one that is shown on a screen."</p>
            </div>
            <div class="field">
                <label for="born">"Born on"</label>
                <input id="born" name="child_born" type="date" aria-describedby="born-hint" />
            </div>
            <div class="field">
                <label for="expected">"Or expected on"</label>
                <input id="expected" name="child_expected" type="date" aria-describedby="born-hint" />
            </div>
            <p
                class="hint wide"
                id="born-hint"
            >
                "Give one of the two days: the second is for a baby who is not born yet."
            </p>
        </fieldset>
    }
    .into_part()
}
