//! A label and a place to write.
//!
//! Deliberately not here: judging what is written. The board says whether it can be taken.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

/// One line to write in, or several.
#[component]
pub fn TextField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// What is written.
    value: RwSignal<String>,
    /// More about what is asked for.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// How many lines are open to write in; one line that never breaks when it is not given.
    #[prop(optional)]
    rows: u32,
) -> impl IntoView {
    let write = move |event| value.set(event_target_value(&event));
    let place = if rows == 0 {
        view! { <input type="text" autocomplete="off" value=value.get_untracked() prop:value=value on:input=write /> }
            .into_part()
    } else {
        view! { <textarea rows=rows.to_string() prop:value=value on:input=write>{value.get_untracked()}</textarea> }
            .into_part()
    };
    view! {
        <label class="field">
            <span class="label">{label} " " <span class="hint">{hint}</span></span>
            {place}
        </label>
    }
    .into_part()
}
