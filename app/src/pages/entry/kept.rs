//! A form that was sent after the sign-in had ended, with everything that was typed, to be sent again.
//!
//! Deliberately signs in within a frame: the page around it holds what was typed, and stays as it is.

use leptos::prelude::*;

use super::frame::frame;
use crate::ui::IntoPart as _;

pub(super) fn draw(to: String, fields: Vec<(String, String)>) -> AnyView {
    let fields = fields.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> });
    let fields = fields.collect_view();
    let inside = view! {
        <section class="sheet stack">
            <p role="alert">
                <b>"You were signed out before this was sent, so it is not saved yet."</b>
                " Nothing of what you wrote is lost: it stands on this page. Sign in here, then send it."
            </p>
            <iframe src="/sign-in/stay" title="Signing in" width="100%" height="260"></iframe>
            <form method="post" action=to>
                {fields}
                <button type="submit" class="button" data-kind="main" data-size="live">"Send what I wrote"</button>
            </form>
        </section>
    };
    frame(None, "Sign in again, then send it", inside.into_part())
}
