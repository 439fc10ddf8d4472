//! The quick way out, for anybody at risk if they are seen here.
//!
//! Deliberately not here: leaving the conference. The seat stays, and the page can be opened again.

use leptos::prelude::*;

/// Where the quick way out leads: a page that anybody might have open (the same as on GOV.UK).
const ELSEWHERE: &str = "https://www.bbc.co.uk/weather";

/// "Exit this page", for anybody at risk if they are seen here. The page goes out of the browser's way back, too.
#[component]
pub fn ExitLink() -> impl IntoView {
    let leave = |event: leptos::ev::MouseEvent| {
        if window().location().replace(ELSEWHERE).is_ok() {
            event.prevent_default();
        }
    };
    view! {
        <a class="button exit" data-kind="ink" href=ELSEWHERE rel="external noreferrer nofollow" on:click=leave>
            "Exit this page"
        </a>
    }
}
