//! The pages, one file each.
//!
//! Deliberately not here: parts that more than one page uses. They are in [`crate::ui`].

mod conferences;
mod console;
mod door;
mod feedback;
mod new_conference;
mod not_found;
mod prepare;
mod seat;
mod setup;
mod spoken;
mod view_as;
mod wall;

pub use conferences::Conferences;
pub use console::ConsolePage;
pub use door::Door;
pub use feedback::{FeedbackForm, FeedbackResults, FeedbackThanks};
pub use new_conference::NewConference;
pub use not_found::NotFound;
pub use prepare::PreparePage;
pub use seat::SeatRoute;
pub use setup::Setup;
pub use view_as::ViewAsPage;
pub use wall::WallRoute;
