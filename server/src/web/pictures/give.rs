//! Giving a picture out.
//!
//! The visitor's own view is asked whether it holds the picture, and nothing else is: what is not in it is not there, in
//! the same words as what never was.

use axum::extract::{RawQuery, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse as _, Response};
use board::audience::Audience;
use board::id::{ConferenceId, PictureId};
use board::view::project;
use pictures::Kind;
use store::{PicturePart, StoreError};

use crate::room::RoomHandle;
use crate::web::asked::Path;
use crate::web::failure::Failed;
use crate::web::{Shared, Visitor, seated};

/// A picture for a member of staff, as far as their place at the conference has it.
pub(crate) async fn of_conference(
    State(shared): State<Shared>,
    Path((conference, picture)): Path<(ConferenceId, PictureId)>,
    RawQuery(query): RawQuery,
    visitor: Visitor,
) -> Result<Response, Failed> {
    let room = shared.rooms.room(&conference).await?;
    let (_, onlooker) = visitor.at(&room).await?;
    give(&shared, &room, &conference, onlooker.audience, picture, part(query.as_deref())).await
}

/// A picture on a device with a seat: a person's, a child's tablet, or a wall.
pub(crate) async fn of_seat(
    State(shared): State<Shared>,
    Path(picture): Path<PictureId>,
    RawQuery(query): RawQuery,
    visitor: Visitor,
) -> Result<Response, Failed> {
    let seated = seated(&shared, visitor.seat.as_ref()).await?.ok_or(Failed::SignedOut)?;
    let audience = seated.seat.audience().ok_or(Failed::NotFound)?;
    give(&shared, &seated.room, &seated.conference, audience, picture, part(query.as_deref())).await
}

/// `?small` asks for the small one.
fn part(query: Option<&str>) -> PicturePart {
    if query == Some("small") { PicturePart::Small } else { PicturePart::Screen }
}

async fn give(
    shared: &Shared,
    room: &RoomHandle,
    conference: &ConferenceId,
    audience: Audience,
    picture: PictureId,
    part: PicturePart,
) -> Result<Response, Failed> {
    let wanted = picture.clone();
    let holds = room.read(move |state| project(state, &audience).picture(&wanted).is_some()).await?;
    if !holds {
        return Err(Failed::NotFound);
    }
    match shared.store.picture(conference, &picture, part).await {
        Ok(Some(bytes)) => answer(bytes.into_inner()),
        Ok(None) | Err(StoreError::NotFound | StoreError::Erased) => Err(Failed::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// The bytes, with everything said that keeps a browser from making more of them than a picture.
fn answer(bytes: Vec<u8>) -> Result<Response, Failed> {
    let (kind, name) = match pictures::kind(&bytes) {
        Ok(Kind::Png) => ("image/png", "inline; filename=\"picture.png\""),
        Ok(Kind::Jpeg) => ("image/jpeg", "inline; filename=\"picture.jpg\""),
        // A document is never opened inside Hearth.
        Ok(Kind::Pdf) => ("application/pdf", "attachment; filename=\"statement.pdf\""),
        Ok(Kind::WebP) | Err(_) => {
            return Err(Failed::Unavailable(anyhow::anyhow!("a kept picture is of no known kind")));
        }
    };
    let headers = [
        (CONTENT_TYPE, kind),
        (CONTENT_DISPOSITION, name),
        (CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, bytes).into_response())
}
