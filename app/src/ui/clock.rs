//! The time of day, from the device.
//!
//! Deliberately not here: time on the page that the server draws. It would be another by the time it is read.

use leptos::prelude::*;

/// "14:03", once the page is alive.
#[component]
pub fn Clock() -> impl IntoView {
    let now = RwSignal::new(String::new());
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        now.set(crate::live::time_now());
        let tick = move || now.set(crate::live::time_now());
        if let Ok(handle) = set_interval_with_handle(tick, std::time::Duration::from_secs(5)) {
            on_cleanup(move || handle.clear());
        }
    });
    view! { <time>{now}</time> }
}
