//! Waiting to be let in: calm, and nothing to do.
//!
//! Deliberately not here: who else waits, or anything of the conference.

use leptos::prelude::*;

use super::paused::AGAIN;
use crate::ui::{ExitLink, IntoPart as _};

/// The waiting page. It opens by itself when the chair lets this person in.
#[component]
pub(super) fn Lobby(
    /// The name they gave.
    name: String,
) -> impl IntoView {
    // Effects run in the browser only.
    #[cfg(feature = "hydrate")]
    Effect::new(|_| super::watch::until_not(|page| matches!(page, crate::given::SeatPage::Lobby { .. })));
    view! {
        <noscript inner_html=AGAIN></noscript>
        <main class="plain lobby">
            <h1>{format!("Hello {name}")}</h1>
            <p>"The chair knows you are here and will let you in."</p>
            <p>"You can put the phone down. This page opens by itself."</p>
            <p
                class="hint"
            >
                "If you wait for a long time, tell somebody from the meeting, or ring the number on your letter."
            </p>
            <div class="row">
                <form method="post" action="/leave">
                    <button type="submit" class="button">"I don’t want to wait"</button>
                </form>
                <ExitLink />
            </div>
        </main>
    }
    .into_part()
}
