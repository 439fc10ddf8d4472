//! Draws pages: gives each request its backend and its content security policy, and hands it to the app.
//!
//! Deliberately not here: what is on a page.

use std::sync::Arc;

use app::backend::SharedBackend;
use axum::body::Body;
use axum::extract::{FromRequestParts as _, Request, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, SET_COOKIE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use leptos::nonce::use_nonce;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::ResponseOptions;

use super::cookie::Cookie;
use super::failure::Failed;
use super::seats::seated;
use super::{Shared, Visitor, assets};
use crate::auth::session::{self, Holder};
use crate::backend::Desk;
use crate::code;

/// A page of the app.
pub(crate) async fn page(State(shared): State<Shared>, visitor: Visitor, request: Request) -> Result<Response, Failed> {
    let (visitor, cookie) =
        if request.uri().path() == "/wall" { wall_visitor(&shared, visitor).await? } else { (visitor, None) };
    let mut response = draw(shared, visitor, request).await;
    if let Some(cookie) = cookie {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}

/// A function that a page asks for once it is alive.
pub(crate) async fn function(State(shared): State<Shared>, visitor: Visitor, request: Request) -> Response {
    let context = context(shared, visitor);
    leptos_axum::handle_server_fns_with_context(context, request).await.into_response()
}

/// A file, or the page that says that nothing is here. A file is nobody's, so the store is not asked who wants it.
pub(crate) async fn fallback(State(shared): State<Shared>, request: Request) -> Result<Response, Failed> {
    if let Some(file) = assets::file(&request) {
        return Ok(file);
    }
    let (mut parts, body) = request.into_parts();
    let visitor = Visitor::from_request_parts(&mut parts, &shared).await?;
    let mut response = draw(shared, visitor, Request::from_parts(parts, body)).await;
    *response.status_mut() = StatusCode::NOT_FOUND;
    Ok(response)
}

async fn draw(shared: Shared, visitor: Visitor, request: Request) -> Response<Body> {
    let context = context(shared, visitor);
    let handler = leptos_axum::render_app_async_with_context(
        move || {
            context();
            policy();
        },
        app::shell::shell,
    );
    handler(request).await.into_response()
}

fn context(shared: Shared, visitor: Visitor) -> impl Fn() + Clone + Send + Sync + 'static {
    let backend: SharedBackend = Arc::new(Desk::new(shared, visitor));
    move || provide_context(Arc::clone(&backend))
}

/// Only our own scripts with this page's nonce, our own styles and pictures, and nobody may frame us.
fn policy() {
    let (Some(nonce), Some(response)) = (use_nonce(), use_context::<ResponseOptions>()) else {
        return;
    };
    let policy = format!(
        "default-src 'none'; script-src 'self' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
}

/// A screen that opens `/wall` for the first time, or whose seat is closed, gets a code to show, and a cookie to be known
/// by when it is paired.
async fn wall_visitor(shared: &Shared, visitor: Visitor) -> Result<(Visitor, Option<HeaderValue>), Failed> {
    let has_place = match visitor.seat.as_ref().map(|found| &found.holder) {
        None | Some(Holder::Account(_)) => false,
        Some(Holder::Pairing(_)) => true,
        Some(Holder::Seat { .. }) => seated(shared, visitor.seat.as_ref()).await?.is_some(),
    };
    if has_place {
        return Ok((visitor, None));
    }
    let holder = Holder::Pairing(code::new_code()?);
    let token = session::begin(shared.store.as_ref(), &holder, session::SEAT).await?;
    let cookie = Cookie::Seat.set(shared.served, &token)?;
    let seat = session::find(shared.store.as_ref(), &token).await?;
    Ok((Visitor { seat, ..visitor }, Some(cookie)))
}
