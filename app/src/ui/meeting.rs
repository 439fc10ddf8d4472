//! How the meeting itself stands, drawn as texts for its console: the curtain, the quorum, the parts, the numbers. All of it is plain
//! forms, so it works before the page is alive; a page that is alive reads the same forms ([`crate::meeting`]).
//!
//! Deliberately not here: who may know a line that was put down behind the curtain. The rules keep it until somebody says otherwise.

use board::id::ConferenceId;
use board::view::View;
use leptos::prelude::*;

mod beside;
mod curtain;

use super::Icon;
use crate::given::MeetingNow;
use crate::ui::IntoPart as _;
use beside::Beside;
use curtain::Band;

/// Draws how the meeting stands from what a console is served.
pub fn meeting_now(view: &View, conference: &ConferenceId) -> MeetingNow {
    let action = format!("/conferences/{conference}/meeting");
    Owner::new().with(|| MeetingNow {
        band: view! { <Band view=view.clone() action=action.clone() /> }.into_part().to_html(),
        beside: view! { <Beside view=view.clone() action /> }.into_part().to_html(),
    })
}
