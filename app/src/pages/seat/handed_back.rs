//! What stands on a tablet that a child has handed back themselves: thank you, and who gets the tablet now.
//!
//! Deliberately not the page of a place that was closed: whoever has just told everything is not shut out of anything. The page was
//! loaded anew, so nothing of the conference is left in it.

use board::language::Tongue;
use leptos::prelude::*;

use crate::ui::{Icon, IntoPart as _};

/// What is said in a language when a tablet was handed back.
#[cfg(feature = "ssr")]
pub fn handed_back_page(language: &board::language::Language) -> crate::given::SeatPage {
    crate::given::SeatPage::HandedBack {
        tongue: language.tongue.clone(),
        head: language.words.say("ended.thanks"),
        text: language.words.say("ended.handed_back"),
    }
}

/// The page that thanks.
#[component]
pub(super) fn HandedBack(
    /// The language it is said in.
    tongue: Tongue,
    /// Thank you.
    head: String,
    /// What is on the device, and who gets it now.
    text: String,
) -> impl IntoView {
    view! {
        <main class="plain lobby" lang=tongue.tag dir=tongue.direction.name()>
            <p class="mark">
                <Icon name="mark" />
            </p>
            <h1>{head}</h1>
            <p>{text}</p>
        </main>
    }
    .into_part()
}
