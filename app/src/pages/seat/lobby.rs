//! Waiting to be let in: calm, and nothing to do.
//!
//! Deliberately not here: who else waits, or anything of the conference.

use leptos::prelude::*;

use crate::ui::{ExitLink, IntoPart as _};

/// The same page, loaded again by itself, for a browser without a script.
const AGAIN: &str = "<meta http-equiv=\"refresh\" content=\"5\">";

/// The waiting page. It opens by itself when the chair lets this person in.
#[component]
pub(super) fn Lobby(
    /// The name they gave.
    name: String,
) -> impl IntoView {
    // Effects run in the browser only.
    #[cfg(feature = "hydrate")]
    Effect::new(|_| watch());
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

/// Asks every two seconds whether the door has opened, and loads the page anew when something has changed.
#[cfg(feature = "hydrate")]
fn watch() {
    use crate::given::{SeatPage, ask};

    gloo_timers::callback::Interval::new(2_000, || {
        leptos::task::spawn_local(async {
            match ask("/given/seat").await {
                // Still waiting, or the question got lost: it is asked again.
                Ok(SeatPage::Lobby { .. }) | Err(_) => {}
                Ok(
                    SeatPage::None
                    | SeatPage::Away
                    | SeatPage::SideRoom { .. }
                    | SeatPage::Person { .. }
                    | SeatPage::Tablet { .. },
                ) => {
                    // A browser that cannot load the page again shows the old one, as before.
                    let _ = window().location().reload();
                }
            }
        });
    })
    .forget();
}
