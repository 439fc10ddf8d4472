//! What stands on a device whose person has stepped out, or whose part is not held now.
//!
//! Deliberately not here: why, whose conference it is, and that there are parts.

use board::language::Tongue;
use leptos::prelude::*;

use super::notice::Notice;
use crate::ui::{ExitLink, IntoPart as _};

/// The same page, loaded again by itself, for a browser without a script.
pub(super) const AGAIN: &str = "<meta http-equiv=\"refresh\" content=\"5\">";

/// What a paused device is given, in a language; nothing of the conference, not even whose it is.
#[cfg(feature = "ssr")]
pub fn paused_page(language: &board::language::Language) -> crate::given::SeatPage {
    crate::given::SeatPage::Paused {
        tongue: language.tongue.clone(),
        head: language.words.say("paused.head"),
        text: language.words.say("paused.text"),
    }
}

/// The page that waits.
#[component]
pub(in crate::pages) fn Paused(
    /// The language it is said in.
    tongue: Tongue,
    /// Where the meeting is.
    head: String,
    /// What to do meanwhile.
    text: String,
) -> impl IntoView {
    view! {
        <noscript inner_html=AGAIN></noscript>
        <Notice tongue head text>
            <ExitLink />
        </Notice>
    }
    .into_part()
}
