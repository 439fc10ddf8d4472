//! Taking a picture in: the bytes are the whole request, and the address says how it shall be turned and cut.
//!
//! Deliberately not here: joining it to an entry. That is a command like any other, and names the picture.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, QueryRejection};
use axum::extract::{Query, State};
use axum::response::{IntoResponse as _, Response};
use board::id::{ConferenceId, PictureId};
use board::seat::Holder as SeatHolder;
use pictures::{Crop, Edit, NotClean, Refusal};
use serde::{Deserialize, Serialize};
use store::StoreError;

use crate::pictures::{About, NotTaken, take_in};
use crate::room::RoomHandle;
use crate::web::asked::Path;
use crate::web::failure::Failed;
use crate::web::{Shared, Visitor, seated};

/// How a picture shall be turned and cut: `?turns=1&crop=0,250,1000,500`, the parts in thousandths from the left, from the
/// top, in width and in height.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wish {
    #[serde(default)]
    turns: u8,
    crop: Option<String>,
}

impl Wish {
    fn edit(&self) -> Result<Edit, Failed> {
        let crop = self.crop.as_deref().map(|crop| parts(crop).ok_or(Failed::Picture(Refusal::Crop))).transpose()?;
        Ok(Edit { turns: self.turns, crop, keep_tidy: false })
    }
}

fn parts(crop: &str) -> Option<Crop> {
    let parts: Option<Vec<u16>> = crop.split(',').map(|part| part.parse().ok()).collect();
    let [left, top, width, height] = parts?.try_into().ok()?;
    Some(Crop { left, top, width, height })
}

/// What was taken in, as the command that joins it to an entry has to say it.
#[derive(Debug, Serialize)]
struct Taken {
    picture: PictureId,
    #[serde(flatten)]
    about: About,
}

/// A picture for a conference, from its chair.
pub(crate) async fn for_conference(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    wish: Result<Query<Wish>, QueryRejection>,
    bytes: Result<Bytes, BytesRejection>,
) -> Result<Response, Failed> {
    let room = shared.rooms.room(&conference).await?;
    take(&shared, &room, &conference, wish, bytes).await
}

/// A picture from a child, on their own tablet.
pub(crate) async fn for_child(
    State(shared): State<Shared>,
    wish: Result<Query<Wish>, QueryRejection>,
    visitor: Visitor,
    bytes: Result<Bytes, BytesRejection>,
) -> Result<Response, Failed> {
    let seated = seated(&shared, visitor.seat.as_ref()).await?.ok_or(Failed::SignedOut)?;
    match seated.seat.holder {
        SeatHolder::Tablet(_) => take(&shared, &seated.room, &seated.conference, wish, bytes).await,
        SeatHolder::Waiting(_) | SeatHolder::Person(_) | SeatHolder::SideRoom(_) | SeatHolder::Wall => {
            Err(Failed::NotFound)
        }
    }
}

async fn take(
    shared: &Shared,
    room: &RoomHandle,
    conference: &ConferenceId,
    wish: Result<Query<Wish>, QueryRejection>,
    bytes: Result<Bytes, BytesRejection>,
) -> Result<Response, Failed> {
    let bytes = bytes.map_err(|rejection| match rejection.status().as_u16() {
        413 => Failed::Picture(Refusal::TooHeavy),
        _ => Failed::Form,
    })?;
    let Query(wish) = wish.map_err(|_| Failed::Form)?;
    let edit = wish.edit()?;
    // Each picture takes a process with memory of its own for a moment, so only a few are looked at at a time.
    let _turn = shared.looking.acquire().await.map_err(|error| Failed::Unavailable(error.into()))?;
    let (picture, about) = take_in(shared.store.as_ref(), room, conference, bytes.into(), edit).await?;
    Ok(Json(Taken { picture, about }).into_response())
}

impl From<NotTaken> for Failed {
    fn from(error: NotTaken) -> Self {
        match error {
            NotTaken::NotClean(NotClean::Refused(refusal)) => Self::Picture(refusal),
            NotTaken::Store(StoreError::Full) => Self::NoRoom,
            other @ (NotTaken::NotClean(NotClean::Process(_)) | NotTaken::Store(_) | NotTaken::Random(_)) => {
                Self::Unavailable(other.into())
            }
        }
    }
}
