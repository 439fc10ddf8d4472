//! The pages, one file each. Which of them is in which program of the browser, [`crate::program`] says; a page of another
//! program is [`Elsewhere`].
//!
//! Deliberately not here: parts that more than one page uses. They are in [`crate::ui`].

#[cfg(feature = "desk")]
mod conferences;
#[cfg(feature = "console")]
mod console;
#[cfg(feature = "phone")]
mod door;
#[cfg(not(feature = "ssr"))]
mod elsewhere;
#[cfg(any(feature = "phone", feature = "desk"))]
mod feedback;
#[cfg(feature = "desk")]
mod new_conference;
mod not_found;
#[cfg(feature = "desk")]
mod prepare;
#[cfg(any(feature = "phone", feature = "tablet"))]
mod seat;
#[cfg(feature = "desk")]
mod setup;
#[cfg(feature = "wall")]
mod wall;

pub use not_found::NotFound;

#[cfg(feature = "console")]
pub use console::ConsolePage;
#[cfg(not(feature = "console"))]
pub use elsewhere::Elsewhere as ConsolePage;

#[cfg(not(feature = "desk"))]
pub use elsewhere::{
    Elsewhere as Conferences, Elsewhere as FeedbackResults, Elsewhere as NewConference, Elsewhere as PreparePage,
    Elsewhere as Setup,
};
#[cfg(feature = "desk")]
pub use {
    conferences::Conferences, feedback::FeedbackResults, new_conference::NewConference, prepare::PreparePage,
    setup::Setup,
};

#[cfg(not(feature = "phone"))]
pub use elsewhere::{Elsewhere as Door, Elsewhere as FeedbackForm, Elsewhere as FeedbackThanks};
#[cfg(feature = "phone")]
pub use {
    door::Door,
    feedback::{FeedbackForm, FeedbackThanks},
};

#[cfg(not(any(feature = "phone", feature = "tablet")))]
pub use elsewhere::Elsewhere as SeatRoute;
#[cfg(any(feature = "phone", feature = "tablet"))]
pub use seat::SeatRoute;

#[cfg(not(feature = "wall"))]
pub use elsewhere::Elsewhere as WallRoute;
#[cfg(feature = "wall")]
pub use wall::WallRoute;
