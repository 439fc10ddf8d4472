//! A form that was sent after the sign-in had ended: what was typed stands on the page that says so, and is sent again once whoever typed
//! it has signed in there. It needs no script.
//!
//! Deliberately kept by the page and not by the server: nobody is signed in, so there is nobody whose it could be. And never a password:
//! the forms that ask for one belong to nobody's conference.

use app::address::Entry;
use app::given::EntryPage;
use axum::body::{Body, to_bytes};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse as _, Response};

use super::gate::Need;
use super::pages::draw_entry;
use super::routes::LARGEST_RECORD_FORM;

/// The page with what was typed; nothing where it was no form, or an empty one.
pub(super) async fn page(need: Need, parts: &Parts, body: Body) -> Option<Response> {
    let is_form = parts.headers.get(CONTENT_TYPE).is_some_and(|kind| kind == "application/x-www-form-urlencoded");
    if parts.method != Method::POST || !is_form || !is_kept(need) {
        return None;
    }
    let bytes = to_bytes(body, LARGEST_RECORD_FORM).await.ok()?;
    let fields: Vec<(String, String)> = form_urlencoded::parse(&bytes).into_owned().collect();
    if fields.is_empty() {
        return None;
    }
    let page = EntryPage::Kept { to: parts.uri.path().to_owned(), fields };
    Some((StatusCode::UNAUTHORIZED, draw_entry(Entry::Again, &page, parts.uri.clone()).await).into_response())
}

/// What is sent to a conference, or says something of the house.
fn is_kept(need: Need) -> bool {
    match need {
        Need::House(_) | Need::Before(_) | Need::At(_) | Need::Of(_) => true,
        Need::Nothing | Need::Seat | Need::Account => false,
    }
}
