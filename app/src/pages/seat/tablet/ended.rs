//! A tablet whose place was closed, with any words that had not been sent yet.
//!
//! Deliberately not here: words that were saved. They are in the record, and no longer on this device.

use leptos::prelude::*;

use super::super::closed::Closed;
use super::house::House;
use super::pad::Pad;

/// This place is closed; what was being written is not thrown away.
#[component]
pub(super) fn Ended(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let unsent: Vec<String> = House::STREET
        .into_iter()
        .flat_map(|house| {
            let given =
                untrack(|| pad.entries(house)).into_iter().filter(|shown| shown.unsent).map(|shown| shown.entry.words);
            given
                .chain(Some(pad.draft(house).words.get_untracked()).filter(|words| !words.is_empty()))
                .collect::<Vec<_>>()
        })
        .collect();
    let words = (!unsent.is_empty()).then(|| {
        let words = unsent.into_iter().map(
            |words| view! { <li class="card" data-kind="own"><p class="words"><q dir="auto">{words}</q></p></li> },
        );
        view! {
            <section class="plain">
                <h2>"These words were not sent"</h2>
                <p>"Write them down on paper before you close this page."</p>
                <ul class="lines">{words.collect_view()}</ul>
            </section>
        }
    });
    view! {
        <Closed />
        {words}
    }
}
