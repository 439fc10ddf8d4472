//! A picture as its rows: sealed part by part, within the limits of its conference, and opened again.
//!
//! Deliberately counted inside the caller's transaction: two pictures that come at once cannot both be the last that fits.

use board::id::{ConferenceId, PictureId};

use crate::fault::{fault, is_damage};
use crate::picture::{MOST_BYTES, MOST_PICTURES};
use crate::seal::{Key, Sealed};
use crate::sql::Connection;
use crate::verbs::head::Head;
use crate::{NewPicture, PicturePart, StoreError, picture_seal};

const TAKEN: &str = "\
select count(distinct picture) as pictures, cast(coalesce(sum(size), 0) as bigint) as bytes
from picture where conference = $1";

const KEEP: &str = "\
insert into picture (conference, picture, part, at_ms, size, nonce, sealed) values ($1, $2, $3, $4, $5, $6, $7)";

/// A picture under its seals, part by part.
pub(super) struct SealedPicture {
    /// Its id.
    id: PictureId,
    /// When it came.
    at_ms: i64,
    /// Its parts, each with what it takes before it is sealed.
    parts: Vec<(PicturePart, usize, Sealed)>,
}

/// Seals a picture. It may be large, so no transaction waits for this.
pub(super) fn seal(key: &Key, conference: &ConferenceId, picture: NewPicture) -> Result<SealedPicture, StoreError> {
    let NewPicture { id, at_ms, about, screen, small } = picture;
    let parts = [
        Some((PicturePart::About, about.into_inner().into_bytes())),
        Some((PicturePart::Screen, screen.into_inner())),
        small.map(|small| (PicturePart::Small, small.into_inner())),
    ];
    let sealed = parts.into_iter().flatten().map(|(part, bytes)| {
        let sealed = picture_seal::seal(key, conference, &id, part, &bytes)?;
        Ok((part, bytes.len(), sealed))
    });
    let parts = sealed.collect::<Result<_, StoreError>>()?;
    Ok(SealedPicture { id, at_ms, parts })
}

/// Keeps all parts of a picture, if the conference has room for it and was not erased meanwhile.
pub(super) async fn keep(
    connection: &mut Connection<'_>,
    conference: &ConferenceId,
    picture: SealedPicture,
) -> Result<(), StoreError> {
    connection.hold(conference).await?;
    if Head::find(connection, conference).await?.wrapped.is_none() {
        return Err(StoreError::Erased);
    }
    refuse_beyond_the_limits(connection, conference, picture.parts.iter().map(|(_, size, _)| *size)).await?;
    for (part, size, sealed) in picture.parts {
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        keep_part(connection, conference, &picture.id, part.word(), picture.at_ms, size, sealed).await?;
    }
    Ok(())
}

/// Keeps the row of a part.
pub(super) async fn keep_part(
    connection: &mut Connection<'_>,
    conference: &ConferenceId,
    picture: &PictureId,
    part: &str,
    at_ms: i64,
    size: i64,
    Sealed { nonce, sealed }: Sealed,
) -> Result<(), StoreError> {
    let keep = connection.query(KEEP).bind(conference.as_str()).bind(picture.as_str()).bind(part).bind(at_ms);
    keep.bind(size).bind(nonce.as_slice()).bind(sealed).execute().await.map(drop).map_err(fault)
}

async fn refuse_beyond_the_limits(
    connection: &mut Connection<'_>,
    conference: &ConferenceId,
    sizes: impl Iterator<Item = usize>,
) -> Result<(), StoreError> {
    let row = connection.query(TAKEN).bind(conference.as_str()).fetch_one().await.map_err(fault)?;
    let pictures: u32 = row.number("pictures").map_err(fault)?;
    let taken: u64 = row.number("bytes").map_err(fault)?;
    let more: u64 = sizes.map(|size| u64::try_from(size).unwrap_or(u64::MAX)).fold(0, u64::saturating_add);
    if pictures >= MOST_PICTURES || taken.saturating_add(more) > MOST_BYTES {
        return Err(StoreError::Full);
    }
    Ok(())
}

/// A row that cannot be read is a bad picture, when it is the row's own fault.
pub(super) fn unreadable(error: sqlx::Error, conference: &ConferenceId, picture: &PictureId) -> StoreError {
    if is_damage(&error) { picture_seal::bad(conference, picture) } else { fault(error) }
}
