//! The second step of signing in: a code after the password.
//!
//! Deliberately without a name: nothing here says whose password was right.

use leptos::prelude::*;

use super::frame::{code_field, frame, wrong};
use crate::ui::IntoPart as _;

/// What is asked for, in the frame of a console as well.
pub(super) const HINT: &str = "The six digits that your telephone shows now, or one of your recovery codes";

pub(super) fn draw() -> AnyView {
    let inside = view! {
        <form class="sheet" method="post" action="/sign-in/code">
            {code_field("code", HINT, wrong().as_deref())}
            <button type="submit" class="button" data-kind="main" data-size="live">"Sign in"</button>
            <details>
                <summary>"I have neither"</summary>
                <p>
                    "Ask whoever looks after Hearth where you work. They can take the second step away, so that you can set it \
                     up with another telephone. Hearth never asks for a code by telephone or email."
                </p>
            </details>
        </form>
    };
    frame(None, "One more step", inside.into_part())
}
