//! A frame in which somebody signs in again, on a page that stays as it is with everything that is unsent.
//!
//! Deliberately there only once the sign-in has ended. What stands in it asks for itself.

use leptos::prelude::*;

use crate::live::Live;

/// The frame, while the sign-in has ended.
#[component]
pub fn SignInAgain(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let frame = || {
        view! { <iframe src="/sign-in/stay" title="Signing in again" width="100%" height="190"></iframe> }
    };
    move || live.signed_out.get().then(frame)
}
