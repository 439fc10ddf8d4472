//! The device's own clock, for the words beside a state.
//!
//! Deliberately not here: time that anything is decided by. That is the server's.

/// The time now, as people say it: "14:03".
pub fn time_now() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}
