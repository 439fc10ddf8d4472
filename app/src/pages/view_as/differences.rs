//! What these eyes do not get of the chair's board, or get otherwise, each with whose choice it was.
//!
//! Deliberately not here: a way to change a choice. A child's is made on the child's tablet, the chair's on the board.

use board::view::Difference;
use leptos::prelude::*;

/// The list, what is missing first.
#[component]
pub(super) fn Differences(
    /// All of them.
    differences: Vec<Difference>,
) -> impl IntoView {
    let (otherwise, missing): (Vec<_>, Vec<_>) = differences.into_iter().partition(|one| one.instead.is_some());
    let none = missing.is_empty() && otherwise.is_empty();
    view! {
        <section class="differences" aria-label="What is not there">
            {none.then(|| view! { <p>"They get everything that is on your board."</p> })}
            <Part title="They do not get" differences=missing />
            <Part title="They get otherwise" differences=otherwise />
        </section>
    }
}

#[component]
fn Part(
    /// What they have in common.
    title: &'static str,
    /// The differences.
    differences: Vec<Difference>,
) -> impl IntoView {
    (!differences.is_empty()).then(|| {
        let count = differences.len();
        let each = differences.into_iter().map(|one| {
            view! {
                <li>
                    <p dir="auto">{one.what}</p>
                    {one.instead.map(|words| view! { <p dir="auto"><b>"They get: "</b>{words}</p> })}
                    <p class="note">{one.why}</p>
                </li>
            }
        });
        view! {
            <h2>{title} <span class="count">{format!(" {count}")}</span></h2>
            <ul>{each.collect_view()}</ul>
        }
    })
}
