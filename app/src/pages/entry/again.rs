//! The password once more, and another password.
//!
//! Deliberately asks for the old one: whoever finds a page open must not be able to take the account.

use leptos::prelude::*;

use super::frame::{frame, new_password_fields, password_field, wrong};
use crate::given::Staff;
use crate::ui::IntoPart as _;

/// Before something leaves Hearth as a file.
pub(super) fn again(staff: Staff, to: String) -> AnyView {
    let inside = view! {
        <form class="sheet" method="post" action="/account/again">
            <p>
                "What you asked for leaves Hearth as a file. So that nobody else takes it from a page that was left open, give \
                 your password again. It is not asked for again within ten minutes."
            </p>
            <input type="hidden" name="to" value=to />
            {password_field("Your password", wrong().as_deref())}
            <button type="submit" class="button" data-kind="main" data-size="live">"Go on"</button>
        </form>
    };
    frame(Some(&staff), "Your password again", inside.into_part())
}

/// Another password.
pub(super) fn another(staff: Staff) -> AnyView {
    let wrong = wrong();
    let inside = view! {
        <form class="sheet" method="post" action="/account/password">
            <p>"Everywhere else you are signed out by this."</p>
            {password_field("Your password now", wrong.as_deref())}
            {new_password_fields(wrong.as_deref())}
            <button type="submit" class="button" data-kind="main" data-size="live">"Change the password"</button>
        </form>
    };
    frame(Some(&staff), "Another password", inside.into_part())
}
