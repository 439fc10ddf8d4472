//! The pages, one file each. Which of them is in which program of the browser, [`crate::program`] says; a page of another
//! program is not there.
//!
//! Deliberately not here: parts that more than one page uses. They are in [`crate::ui`].

#[cfg(feature = "desk")]
mod after;
#[cfg(feature = "desk")]
mod conferences;
#[cfg(feature = "console")]
mod console;
#[cfg(feature = "door")]
mod door;
#[cfg(not(feature = "ssr"))]
mod elsewhere;
#[cfg(feature = "ssr")]
mod entry;
#[cfg(any(feature = "door", feature = "desk"))]
mod feedback;
#[cfg(feature = "ssr")]
mod house;
#[cfg(feature = "desk")]
mod new_conference;
mod not_found;
#[cfg(feature = "desk")]
mod prepare;
#[cfg(feature = "ssr")]
mod record;
#[cfg(any(feature = "phone", feature = "tablet"))]
mod seat;
#[cfg(feature = "desk")]
mod setup;
#[cfg(any(feature = "desk", feature = "tablet"))]
mod spoken;
#[cfg(feature = "eyes")]
mod view_as;
#[cfg(feature = "wall")]
mod wall;

pub use not_found::NotFound;

#[cfg(feature = "console")]
pub use console::ConsolePage;
#[cfg(not(feature = "ssr"))]
pub use elsewhere::Elsewhere;
#[cfg(feature = "ssr")]
pub use entry::EntryPage;
#[cfg(feature = "ssr")]
pub use house::{AccessPage, LookedPage, PeoplePage};
#[cfg(feature = "ssr")]
pub use record::{ChecksPage, CopiesPage, RecordPage, RecordPartPage};
#[cfg(any(feature = "phone", feature = "tablet"))]
pub use seat::SeatRoute;
#[cfg(feature = "ssr")]
pub use seat::{handed_back_page, paused_page};
#[cfg(feature = "eyes")]
pub use view_as::ViewAsPage;
#[cfg(feature = "wall")]
pub use wall::WallRoute;
#[cfg(feature = "desk")]
pub use {
    after::AfterPage, conferences::Conferences, feedback::FeedbackResults, new_conference::NewConference,
    prepare::PreparePage, setup::Setup,
};
#[cfg(feature = "door")]
pub use {
    door::Door,
    feedback::{FeedbackForm, FeedbackThanks},
};
