//! Where people reach this Hearth, as they type it into a browser.
//!
//! Deliberately not here: the way from there on. Whoever says the address says what to do at it.

use leptos::prelude::*;

/// The host of this page. The server does not know by which name people reach it; the browser does.
#[component]
pub fn SiteAddress() -> impl IntoView {
    let address = RwSignal::new("this site’s front page".to_owned());
    Effect::new(move |_| {
        if let Ok(host) = window().location().host() {
            address.set(host);
        }
    });
    move || address.get()
}
