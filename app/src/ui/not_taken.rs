//! What was asked for before a page was loaded again and could not be done any more, with what was written given back.
//!
//! Deliberately apart from other refusals: the page has no form any more that it could be put back into.

use leptos::prelude::*;

use super::IntoPart as _;
use crate::live::{Live, NotTaken};

/// All of it, until it has been read.
#[component]
pub fn NotTakenNote(
    /// The page's connection.
    live: Live,
    /// What stands above the words on a family's device, in its language; there the server's reasons are left out, which are in
    /// the language of the office.
    #[prop(optional, into)]
    head: Option<Signal<String>>,
) -> impl IntoView {
    let one = move |NotTaken { words, message }: &NotTaken| {
        let said = words.iter().map(|words| view! { <p><q dir="auto">{words.clone()}</q></p> }).collect_view();
        let why = head.is_none().then(|| view! { <p>{message.clone()}</p> });
        view! {
            {why}
            {said}
        }
        .into_part()
    };
    let above = move || match head {
        Some(head) => head.get(),
        None => "This page was loaded again. Something from before could not be saved:".to_owned(),
    };
    let note = move || {
        view! {
            <div class="news" role="status">
                <p>{above}</p>
                {live.not_taken.with(|all| all.iter().map(one).collect_view())}
                <button type="button" class="button" on:click=move |_| live.not_taken.set(Vec::new())>
                    "OK"
                </button>
            </div>
        }
    };
    move || live.not_taken.with(|all| !all.is_empty()).then(note)
}
