//! Lines for the list of who looked, where something is done that leaves one.
//!
//! Deliberately one for each deed and conference: the same line twice is refused.

use board::id::ConferenceId;
use store::Looked;

/// The line about a deed.
pub(crate) fn line(what: &str, conference: &ConferenceId) -> Looked {
    Looked {
        id: format!("{what} {conference}"),
        at_ms: 7,
        account: None,
        seat: None,
        conference: Some(conference.clone()),
        what: what.to_owned(),
        reason: None,
        about: None,
    }
}
