//! The fields of the forms: text, long text, a choice, a tick.
//!
//! Deliberately not here: what may be left out. A form knows that; an empty field is simply nothing.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

/// The text of a field, or nothing when it is empty.
pub(super) fn filled(value: RwSignal<String>) -> Option<String> {
    let text = value.with(|text| text.trim().to_owned());
    (!text.is_empty()).then_some(text)
}

/// One line of text, or a day.
#[component]
pub(super) fn Text(
    /// What it is.
    label: &'static str,
    /// What ties the label to it; different for every field on the page.
    #[prop(into)]
    id: String,
    /// What is in it.
    value: RwSignal<String>,
    /// What belongs in it.
    #[prop(optional)]
    hint: &'static str,
    /// What sort of field.
    #[prop(default = "text")]
    kind: &'static str,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                type=kind
                required=required
                maxlength="2000"
                autocomplete="off"
                aria-describedby=described
                bind:value=value
            />
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
        </div>
    }
    .into_part()
}

/// Several lines of text.
#[component]
pub(super) fn LongText(
    /// What it is.
    label: &'static str,
    /// What ties the label to it.
    #[prop(into)]
    id: String,
    /// What is in it.
    value: RwSignal<String>,
    /// What belongs in it.
    #[prop(optional)]
    hint: &'static str,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let described = (!hint.is_empty()).then(|| hint_id.clone());
    view! {
        <div class="field wide">
            <label for=id.clone()>{label}</label>
            <textarea
                id=id
                rows="2"
                maxlength="2000"
                aria-describedby=described
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            ></textarea>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
        </div>
    }
    .into_part()
}

/// One of several things.
#[component]
pub(super) fn Pick<T>(
    /// What it is.
    label: &'static str,
    /// What ties the label to it.
    #[prop(into)]
    id: String,
    /// What there is to choose from, each with its words.
    options: Vec<(T, String)>,
    /// What is chosen.
    value: RwSignal<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let shown = options.iter().enumerate().map(|(place, (option, words))| {
        let option = option.clone();
        view! {
            <option value=place.to_string() selected=move || value.with(|value| *value == option)>
                {words.clone()}
            </option>
        }
    });
    let shown = shown.collect_view();
    let choose = move |event: leptos::ev::Event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        if let Some((option, _)) = place.and_then(|place| options.get(place)) {
            value.set(option.clone());
        }
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id on:change=choose>{shown}</select>
        </div>
    }
    .into_part()
}

/// Yes or no.
#[component]
pub(super) fn Tick(
    /// What it says.
    #[prop(into)]
    label: String,
    /// Whether it is so.
    value: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <label class="tick">
            <input
                type="checkbox"
                prop:checked=move || value.get()
                on:change=move |event| value.set(event_target_checked(&event))
            />
            <span>{label}</span>
        </label>
    }
    .into_part()
}

/// The answers to a question that nobody may have asked yet.
pub(super) fn yes_no() -> Vec<(Option<bool>, String)> {
    vec![(None, "Not known".to_owned()), (Some(true), "Yes".to_owned()), (Some(false), "No".to_owned())]
}
