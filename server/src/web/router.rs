//! Every address this server answers, in one place.
//!
//! Deliberately not here: the answers.

use app::address::Address;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{get, post};
use tower_http::CompressionLevel;
use tower_http::compression::CompressionLayer;

use super::{
    Shared, copies, door, feedback, forms, guard, health, letter, minutes, pages, pictures, record, socket, view_as,
};
use ::pictures::LARGEST_FILE;

/// The largest form, in bytes.
const LARGEST_FORM: usize = 64 * 1024;

/// The largest form of the record's pages, in bytes: a correction, or a list of invitations, can be long.
const LARGEST_RECORD_FORM: usize = 1024 * 1024;

/// The whole server.
pub(crate) fn router(shared: Shared) -> Router {
    let pages = Address::PATHS.iter().fold(Router::new(), |router, path| router.route(path, get(pages::page)));
    Router::new()
        .route("/health", get(health::health))
        .route("/ready", get(health::ready))
        .route("/setup", post(forms::setup))
        .route("/sign-in", post(forms::sign_in))
        .route("/sign-out", post(forms::sign_out))
        .route("/join", post(forms::join))
        .route("/leave", post(forms::leave))
        .route("/conferences", post(forms::open_conference))
        .route("/conferences/{id}/wall", post(forms::pair_wall))
        .route("/conferences/{id}/tablet", post(forms::hand_over_tablet))
        .route("/conferences/{id}/door", post(forms::new_door))
        .route("/conferences/{id}/own", post(forms::hold_own_conference))
        .route("/conferences/{id}/side-room", post(forms::hand_over_side_room))
        .route("/conferences/{id}/meeting", post(forms::meeting))
        .route("/conferences/{id}/door.svg", get(door::picture))
        .route("/conferences/{id}/minutes/{copy}", get(minutes::paper))
        .route("/conferences/{id}/as/{who}/frame.json", get(view_as::frame))
        .route("/conferences/{id}/record/{part}", post(record::part).layer(DefaultBodyLimit::max(LARGEST_RECORD_FORM)))
        .route("/conferences/{id}/checks", post(record::checks))
        .route("/conferences/{id}/copies", post(record::copies))
        .route("/conferences/{id}/copies/{file}", get(copies::file))
        .route("/conferences/{id}/pictures", post(pictures::for_conference).layer(DefaultBodyLimit::max(LARGEST_FILE)))
        .route("/seat/pictures", post(pictures::for_child).layer(DefaultBodyLimit::max(LARGEST_FILE)))
        .route("/pictures/{conference}/{picture}", get(pictures::of_conference))
        .route("/seat/pictures/{picture}", get(pictures::of_seat))
        .route("/conferences/{id}/letter/{child}", get(letter::letter))
        .route("/feedback", post(feedback::give))
        .route("/feedback/cards", post(feedback::cards))
        .route("/minutes.css", get(minutes::style))
        .route("/socket/conference/{id}", get(socket::console))
        .route("/socket/seat", get(socket::seat))
        .route("/socket/wall", get(socket::seat))
        .route("/given/seat", get(pages::seat))
        .route("/given/kit/{language}", get(pages::kit))
        .route("/given/wall", get(pages::wall))
        .route("/given/drawn-for/{conference}", get(pages::drawn_for))
        .route("/given/look-back", get(pages::look_back))
        .route("/given/away", post(pages::put_away))
        .route("/given/back", post(pages::come_back))
        .merge(pages)
        .fallback(pages::fallback)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(9)).compress_when(pages::is_page))
        .layer(from_fn(guard::guard))
        .with_state(shared)
}
