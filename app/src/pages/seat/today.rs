//! The day it is where this device is, for beginning a tool.
//!
//! Deliberately not here: the server's day. A child's tool is done on the day it is on the child's wall.

/// Today by this device's calendar, as an ISO date.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
