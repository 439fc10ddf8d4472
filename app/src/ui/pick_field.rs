//! A label and a list to choose one thing from.
//!
//! Deliberately not here: a first choice of its own. What is chosen is what the page says.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

/// One thing to choose: its value, and its words.
pub type Pick = (String, String);

/// A list to choose one thing from.
#[component]
pub fn PickField(
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// The things to choose from, in order.
    #[prop(into)]
    picks: Signal<Vec<Pick>>,
    /// Takes what was chosen.
    #[prop(into)]
    choose: Callback<String>,
) -> impl IntoView {
    let option = move |(key, words): Pick| {
        let this = key.clone();
        let chosen = Memo::new(move |_| value.with(|value| *value == this));
        view! {
            <option value=key selected=chosen.get_untracked() prop:selected=chosen>
                {words}
            </option>
        }
    };
    view! {
        <label class="field">
            <span class="label">{label}</span>
            <select on:change=move |event| {
                choose.run(event_target_value(&event));
            }>{move || picks.get().into_iter().map(option).collect_view()}</select>
        </label>
    }
    .into_part()
}
