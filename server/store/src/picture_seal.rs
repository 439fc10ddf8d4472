//! The seal of a part of a picture: it opens only where it belongs.
//!
//! Deliberately only the seal. What is kept beside it is said by whoever keeps it: a table, or a backup.

use board::id::{ConferenceId, PictureId};

use crate::canon::Canon;
use crate::seal::{Key, Sealed};
use crate::{PicturePart, Sensitive, StoreError};

/// Seals one part.
pub(crate) fn seal(
    key: &Key,
    conference: &ConferenceId,
    picture: &PictureId,
    part: PicturePart,
    bytes: &[u8],
) -> Result<Sealed, StoreError> {
    key.seal(bytes, &bound(conference, picture, part))
}

/// Opens one part. `BadPicture` if it is not what was sealed, or not in its place.
pub(crate) fn open(
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
pub(crate) fn bad(conference: &ConferenceId, picture: &PictureId) -> StoreError {
    StoreError::BadPicture { conference: conference.clone(), picture: picture.clone() }
}
