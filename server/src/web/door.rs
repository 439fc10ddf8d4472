//! The picture a phone's camera reads to reach the lobby.
//!
//! Deliberately not here: the code in words, which is part of the chair's view.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use board::id::ConferenceId;
use qrcode::QrCode;
use qrcode::render::svg;

use super::Shared;
use super::asked::Path;
use super::failure::Failed;

/// The join address of a conference as a QR code, for its chair. The code stands behind the `#`, which no browser sends to
/// anybody: no log and no proxy has it.
pub(crate) async fn picture(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    headers: HeaderMap,
) -> Result<Response, Failed> {
    let room = shared.rooms.room(&conference).await?;
    let door = room.read(|state| state.door.clone()).await?.ok_or(Failed::NotFound)?;
    let address = format!("{}/#{door}", shared.address(&headers).ok_or(Failed::NotFound)?);
    Ok(([(CONTENT_TYPE, "image/svg+xml")], drawn(&address)?).into_response())
}

/// A text as a QR code, in SVG.
pub(crate) fn drawn(text: &str) -> Result<String, Failed> {
    let code = QrCode::new(text.as_bytes()).map_err(|error| Failed::Unavailable(error.into()))?;
    Ok(code.render::<svg::Color<'_>>().min_dimensions(240, 240).quiet_zone(true).build())
}
