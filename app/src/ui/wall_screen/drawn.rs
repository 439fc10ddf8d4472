//! The wall drawn as a text, for the small copy at the console: from what the wall itself is served, so it cannot lie.
//!
//! Deliberately not here: fitting the type. Only a browser can measure, and the console does.

use board::id::ConferenceId;
use board::seat::Showing;
use board::view::View;
use board::view::pages::{decision_pages, plan_pages};
use leptos::prelude::*;

use super::{WallScreen, wall_pages};
use crate::ui::{IntoPart as _, PicturesAt};

/// Draws what the wall of a conference may show, with the addresses its pictures have at a console; and how many
/// pages there are to turn.
pub(in crate::ui) fn wall_text(wall: View, conference: &ConferenceId) -> (String, u16) {
    let pages = match &wall.stage.showing {
        Showing::Overview | Showing::Tool(_) => 1,
        Showing::Plan => plan_pages(&wall).len(),
        Showing::Decisions => decision_pages(&wall).len(),
        Showing::Column(key) => wall.column(key).map_or(1, |column| wall_pages(&wall, column).len()),
    };
    let drawn = Owner::new().with(|| {
        provide_context(PicturesAt::console(conference));
        view! { <WallScreen view=Signal::stored(wall) /> }.into_part().to_html()
    });
    (drawn, u16::try_from(pages).unwrap_or(u16::MAX))
}
