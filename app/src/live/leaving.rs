//! Leaving a page: it is asked about first while something on it would be lost.
//!
//! Deliberately not here: keeping it over a reload (that is `kept`).

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;

use super::{Live, Status};

/// Leaving a page that holds unsent work, or words that were not put anywhere yet, is asked about first.
pub(super) fn warn_before_leaving(live: Live) {
    let leaving = Closure::<dyn FnMut(web_sys::BeforeUnloadEvent)>::new(move |event: web_sys::BeforeUnloadEvent| {
        match live.status.get_untracked() {
            Status::Unsent(count) if count > 0 => event.prevent_default(),
            Status::Saving => event.prevent_default(),
            Status::Unsent(_) | Status::Still | Status::Saved(_) | Status::Ended => {
                if is_written_into() || !live.not_taken.with_untracked(Vec::is_empty) {
                    event.prevent_default();
                }
            }
        }
    });
    if let Some(window) = web_sys::window() {
        window.set_onbeforeunload(Some(leaving.as_ref().unchecked_ref()));
        leaving.forget();
    }
}

/// Whether words stand in a box for a new line, which were not put anywhere yet. Such a box has a placeholder.
fn is_written_into() -> bool {
    let written = document().query_selector("textarea[placeholder]:not(:placeholder-shown)");
    written.is_ok_and(|written| written.is_some())
}
