//! Which day it is, for putting the list in order.
//!
//! Deliberately not here: anything that is decided by a date. The server draws the page, so the server's day is used;
//! the browser's own only when it comes back to the list without loading a page.

/// The day it is, as an ISO date. By universal time, which differs from the UK's only in a summer's first hour.
#[cfg(not(feature = "hydrate"))]
pub(super) fn today() -> String {
    jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date().to_string()
}

/// The day it is, as an ISO date.
#[cfg(feature = "hydrate")]
pub(super) fn today() -> String {
    crate::live::today()
}
