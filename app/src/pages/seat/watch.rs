//! Asks every two seconds whether this device still has to wait, and loads the page anew when it does not.
//!
//! Deliberately not here: showing what comes back. The answer is let go of, and the page is drawn by the server.

use leptos::prelude::*;

use crate::given::{SeatPage, ask};

/// How often it asks, in milliseconds.
const EVERY: u32 = 2_000;

/// Watches until this device does not have to wait any more.
pub(super) fn until_not(waits: fn(&SeatPage) -> bool) {
    gloo_timers::callback::Interval::new(EVERY, move || {
        leptos::task::spawn_local(async move {
            // A question that got lost is asked again.
            if ask::<SeatPage>("/given/seat").await.is_ok_and(|page| !waits(&page)) {
                // A browser that cannot load the page again shows the old one, as before.
                let _ = window().location().reload();
            }
        });
    })
    .forget();
}
