//! When a page of forms says that its sign-in will end: how long after the page was sent, which is when somebody last did
//! something here.
//!
//! Deliberately a style sheet: those pages have no program, and must keep what is half written in them. What stands in the
//! frame that it shows asks how things are then; somebody may have gone on elsewhere (`pages::stay`).

use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

use super::Shared;
use crate::auth::lasting::SOON;

/// The rule that shows the frame. It comes also to those who want nothing to move: it is no ornament.
pub(crate) async fn style(State(shared): State<Shared>) -> Response {
    let seconds = shared.rules.idle.saturating_sub(SOON).as_secs();
    let rule = format!(".staying {{ animation: staying-comes 1ms {seconds}s both !important; }}\n");
    ([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "no-cache")], rule).into_response()
}
