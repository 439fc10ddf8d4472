//! The router: every address of the table behind its gate, and one layer of guards in front of all.
//!
//! Deliberately not here: an address. They are in [`super::routes`], so that none can be answered without a rule.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

use super::gate::{Gate, gate};
use super::{Shared, guard, pages, routes};

#[cfg(test)]
mod tests;

/// The largest form, in bytes.
const LARGEST_FORM: usize = 64 * 1024;

/// The whole server.
pub(crate) fn router(shared: Shared) -> Router {
    let answered = routes::all().into_iter().fold(Router::new(), |router, route| {
        let before = Gate { shared: shared.clone(), need: route.need, kind: route.kind, look: route.look };
        router.route(route.path, route.answer.route_layer(from_fn_with_state(before, gate)))
    });
    answered
        .fallback(pages::fallback)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(9)).compress_when(pages::is_page))
        .layer(from_fn_with_state(shared.served, guard::guard))
        .with_state(shared)
}
