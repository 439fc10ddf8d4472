//! The device's own clock: for the words beside a state, and for the day a child's tool is begun.
//!
//! Deliberately not here: time that anything is decided by. That is the server's.

/// The time now, as people say it: "14:03".
pub fn time_now() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// Today by this device's calendar, as an ISO date. A tool is done on the day it is on the child's wall.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// The time of day of a moment, on this device: "14:03".
pub fn time_of(at: jiff::Timestamp) -> String {
    let then = js_sys::Date::new(&wasm_bindgen::JsValue::from_str(&at.to_string()));
    format!("{:02}:{:02}", then.get_hours(), then.get_minutes())
}
