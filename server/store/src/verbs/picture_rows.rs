//! A picture as its rows: sealed part by part, within the limits of its conference, and opened again.
//!
//! Deliberately counted inside the caller's transaction: two pictures that come at once cannot both be the last that fits.

use board::id::{ConferenceId, PictureId};

use crate::canon::Canon;
use crate::fault::{fault, is_damage};
use crate::picture::{MOST_BYTES, MOST_PICTURES};
use crate::seal::{Key, Sealed};
use crate::sql::Connection;
use crate::verbs::head::Head;
use crate::{NewPicture, PicturePart, Sensitive, StoreError};

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
        let sealed = key.seal(&bytes, &bound(conference, &id, part))?;
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
    for (part, size, Sealed { nonce, sealed }) in picture.parts {
        connection
            .query(KEEP)
            .bind(conference.as_str())
            .bind(picture.id.as_str())
            .bind(part.word())
            .bind(picture.at_ms)
            .bind(i64::try_from(size).unwrap_or(i64::MAX))
            .bind(nonce.as_slice())
            .bind(sealed)
            .execute()
            .await
            .map_err(fault)?;
    }
    Ok(())
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

/// One part of a picture, opened.
pub(super) fn open(
    key: &Key,
    conference: &ConferenceId,
    picture: &PictureId,
    part: PicturePart,
    sealed: &Sealed,
) -> Result<Sensitive<Vec<u8>>, StoreError> {
    let mut bytes = key.open(sealed, &bound(conference, picture, part)).ok_or_else(|| bad(conference, picture))?;
    Ok(Sensitive::new(std::mem::take(&mut *bytes)))
}

/// A part opens only beside the same conference, the same picture and the same part.
fn bound(conference: &ConferenceId, picture: &PictureId, part: PicturePart) -> Vec<u8> {
    Canon::new("hearth picture 1").text(conference.as_str()).text(picture.as_str()).text(part.word()).finish()
}

/// What is stored is not the picture that was stored.
pub(super) fn bad(conference: &ConferenceId, picture: &PictureId) -> StoreError {
    StoreError::BadPicture { conference: conference.clone(), picture: picture.clone() }
}

/// A row that cannot be read is a bad picture, when it is the row's own fault.
pub(super) fn unreadable(error: sqlx::Error, conference: &ConferenceId, picture: &PictureId) -> StoreError {
    if is_damage(&error) { bad(conference, picture) } else { fault(error) }
}
