//! What people say of a meeting: the form they answer, and what was counted.
//!
//! Deliberately not here: counting. The server counts, and shows nothing until enough people have answered.

#[cfg(feature = "door")]
mod form;
#[cfg(feature = "desk")]
mod results;
mod words;

#[cfg(feature = "door")]
pub use form::{FeedbackForm, FeedbackThanks};
#[cfg(feature = "desk")]
pub use results::FeedbackResults;
