//! When a page of forms says that its sign-in will end: how long after the page was sent, as far as is known then.
//!
//! Deliberately a style sheet: those pages have no program, and must keep what is half written in them. What stands in the
//! frame that it shows asks how things are then; somebody may have gone on elsewhere (`pages::stay`).

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse as _, Response};

use super::Visitor;
use crate::auth::lasting::{SOON, ms};
use crate::auth::session::now_ms;

/// The rule that shows the frame. It comes also to those who want nothing to move: it is no ornament.
pub(crate) async fn style(visitor: Visitor) -> Response {
    let ends = visitor.staff.as_ref().map_or(0, |(found, _, _)| found.expires_ms);
    let seconds = ends.saturating_sub(ms(SOON)).saturating_sub(now_ms()).max(0) / 1000;
    let rule = format!(".staying {{ animation: staying-comes 1ms {seconds}s both !important; }}\n");
    ([(CONTENT_TYPE, "text/css; charset=utf-8"), (CACHE_CONTROL, "no-cache")], rule).into_response()
}
