//! Whether this device is connected, in words for a family.
//!
//! Deliberately not here: "saved" for reading. Somebody who only reads needs to know whether it is fresh.

use leptos::prelude::*;

use crate::live::{Live, Status};
use crate::ui::Icon;

/// The state of the connection, at the top of the page.
#[component]
pub(super) fn Connection(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let unsent = move || match live.status.get() {
        Status::Unsent(_) | Status::Ended => Some("unsent"),
        Status::Still | Status::Saved(_) | Status::Saving => None,
    };
    let icon = move || match live.status.get() {
        Status::Saved(_) => "check",
        Status::Still | Status::Saving | Status::Unsent(_) | Status::Ended => "wait",
    };
    let words = move || match live.status.get() {
        Status::Still => "Connecting".to_owned(),
        Status::Saved(_) => "Connected".to_owned(),
        Status::Saving => "Sending".to_owned(),
        Status::Unsent(0) => "Not connected".to_owned(),
        Status::Unsent(count) => format!("Not sent: {count}"),
        Status::Ended => "Closed".to_owned(),
    };
    view! {
        <p class="state" role="status" data-state=unsent>
            {move || view! { <Icon name=icon() /> }}
            <b>{words}</b>
        </p>
    }
    .into_any()
}

/// What it means that the connection is gone, while it is.
#[component]
pub(super) fn Apart(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let words = move || match live.status.get() {
        Status::Unsent(0) => Some("You see what was here when the connection went. We are trying again."),
        Status::Unsent(_) => Some(
            "What you gave is kept on this device and goes by itself when the connection is back. Keep this page open.",
        ),
        Status::Still | Status::Saved(_) | Status::Saving | Status::Ended => None,
    };
    view! { {move || words().map(|words| view! { <p class="news">{words}</p> })} }
}
