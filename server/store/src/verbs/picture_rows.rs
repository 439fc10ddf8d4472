//! A picture as its rows: sealed part by part, within the limits of its conference, and opened again.
//!
//! Deliberately inside the caller's transaction: two pictures that come at once cannot both be the last that fits.

use board::id::{ConferenceId, PictureId};

use crate::canon::Canon;
use crate::fault::{fault, is_damage};
use crate::picture::{MOST_BYTES, MOST_PICTURES};
use crate::seal::{Key, Sealed};
use crate::sql::Connection;
use crate::verbs::head::Head;
use crate::{MasterKey, NewPicture, PicturePart, Sensitive, StoreError};

const TAKEN: &str = "\
select count(distinct picture) as pictures, cast(coalesce(sum(size), 0) as bigint) as bytes
from picture where conference = $1";

const KEEP: &str = "\
insert into picture (conference, picture, part, at_ms, size, nonce, sealed) values ($1, $2, $3, $4, $5, $6, $7)";

/// Keeps all parts of a picture, if the conference has room for it.
pub(super) async fn keep(
    connection: &mut Connection<'_>,
    master: &MasterKey,
    conference: &ConferenceId,
    picture: NewPicture,
) -> Result<(), StoreError> {
    connection.hold(conference).await?;
    let head = Head::find(connection, conference).await?;
    let key = head.key(master)?.ok_or(StoreError::Erased)?;
    let NewPicture { id, at_ms, about, screen, small } = picture;
    let parts = [
        Some((PicturePart::About, about.into_inner().into_bytes())),
        Some((PicturePart::Screen, screen.into_inner())),
        small.map(|small| (PicturePart::Small, small.into_inner())),
    ];
    let parts: Vec<(PicturePart, Vec<u8>)> = parts.into_iter().flatten().collect();
    refuse_beyond_the_limits(connection, conference, parts.iter().map(|(_, bytes)| bytes.len())).await?;
    for (part, bytes) in parts {
        let Sealed { nonce, sealed } = key.seal(&bytes, &bound(conference, &id, part))?;
        connection
            .query(KEEP)
            .bind(conference.as_str())
            .bind(id.as_str())
            .bind(part.word())
            .bind(at_ms)
            .bind(i64::try_from(bytes.len()).unwrap_or(i64::MAX))
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
