//! One answer of several, big enough for a thumb; choosing is one tap.
//!
//! Deliberately not here: what the answers mean.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

/// The answers to one question. A young person sees at once which one is theirs.
#[component]
pub(super) fn OneOf<T>(
    /// The question, for those who hear the screen.
    #[prop(into)]
    legend: String,
    /// Whether the question is also seen.
    #[prop(optional)]
    seen: bool,
    /// What ties the answers together.
    name: &'static str,
    /// The answers, each with its words and what else there is to say of it.
    answers: Vec<(T, String, Option<String>)>,
    /// Which is chosen.
    #[prop(into)]
    chosen: Signal<Option<T>>,
    /// Takes the answer.
    #[prop(into)]
    choose: Callback<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let answers = answers.into_iter().map(|(answer, words, more)| {
        let (this, that) = (StoredValue::new(answer.clone()), answer);
        let checked = move || chosen.with(|chosen| this.with_value(|this| chosen.as_ref() == Some(this)));
        view! {
            <label>
                <input
                    type="radio"
                    name=name
                    prop:checked=checked
                    on:change=move |_| choose.run(that.clone())
                />
                <span data-read="">{words} {more.map(|more| view! { <small>{more}</small> })}</span>
            </label>
        }
    });
    view! {
        <fieldset class="choice" data-shape="list">
            <legend class=(!seen).then_some("unseen")>{legend}</legend>
            <div class="answers">{answers.collect_view()}</div>
        </fieldset>
    }
    .into_part()
}
