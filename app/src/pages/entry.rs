//! One's own way in: the second step, where one is signed in, another password, an invitation. Plain forms; none needs a script.
//!
//! Deliberately not here: checking anything. What was wrong is said beside the field it is about.

use leptos::prelude::*;

use crate::given::{EntryPage as Page, receive};
use crate::ui::{IntoPart as _, Stopped};

mod again;
mod code;
mod frame;
mod invite;
mod invited;
mod kept;
mod second_factor;
mod sessions;
mod stay;

/// The page at one of these addresses.
#[component]
pub fn EntryPage() -> impl IntoView {
    match receive::<Page>() {
        Ok(Page::Code) => code::draw(),
        Ok(Page::Stay(stay)) => stay::draw(stay),
        Ok(Page::Sessions { staff, lines, has_second }) => sessions::draw(staff, lines, has_second),
        Ok(Page::SecondFactor { staff, factor, is_required }) => second_factor::draw(staff, factor, is_required),
        Ok(Page::Password(staff)) => again::another(staff),
        Ok(Page::Again { staff, to }) => again::again(staff, to),
        Ok(Page::Invite { staff, invite }) => invite::draw(staff, invite),
        Ok(Page::Invited(invited)) => invited::draw(invited),
        Ok(Page::Kept { to, fields }) => kept::draw(to, fields),
        Err(why) => view! { <Stopped why /> }.into_part(),
    }
}
