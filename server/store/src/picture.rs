//! The pictures of a conference: sealed as its events are, and kept beside its log.
//!
//! Deliberately blind: a picture is bytes, and what is known of it is a text. Whether the bytes are a clean picture was
//! seen to before, and who may see it is decided elsewhere.

use async_trait::async_trait;
use board::id::{ConferenceId, PictureId};

use crate::{Appended, Batch, Sensitive, StoreError};

/// The most pictures of one conference.
pub const MOST_PICTURES: u32 = 20;
/// The most bytes of all of them together.
pub const MOST_BYTES: u64 = 50 * 1024 * 1024;

/// One picture on its way into the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPicture {
    /// Its id, from the system's randomness. Stored readable: never a name.
    pub id: PictureId,
    /// When it came, in unix milliseconds.
    pub at_ms: i64,
    /// What is known of it, as text. Stored sealed.
    pub about: Sensitive<String>,
    /// The picture for a screen, or the whole document. Stored sealed.
    pub screen: Sensitive<Vec<u8>>,
    /// The small picture; a document has none. Stored sealed.
    pub small: Option<Sensitive<Vec<u8>>>,
}

/// One part of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PicturePart {
    /// What is known of it, as text.
    About,
    /// The picture for a screen, or the whole document.
    Screen,
    /// The small picture.
    Small,
}

impl PicturePart {
    /// The part's word in the database.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Screen => "screen",
            Self::Small => "small",
        }
    }

    /// The part with this word.
    pub(crate) fn of(word: &str) -> Option<Self> {
        [Self::About, Self::Screen, Self::Small].into_iter().find(|part| part.word() == word)
    }
}

/// The verbs of the pictures.
#[async_trait]
pub trait Pictures: Send + Sync {
    /// Makes a conference as `create_conference` does, together with its pictures: all of it, or nothing.
    async fn create_with_pictures(&self, first: Batch, pictures: Vec<NewPicture>) -> Result<Appended, StoreError>;

    /// Keeps a picture with all its parts. `Full` if the conference would have more than [`MOST_PICTURES`], or more than
    /// [`MOST_BYTES`]; `AlreadyExists` if the id is taken; `Erased` if the key is gone.
    async fn keep_picture(&self, conference: &ConferenceId, picture: NewPicture) -> Result<(), StoreError>;

    /// One part of a picture; none if there is no such picture or it has no such part. `Erased` if the key is gone.
    async fn picture(
        &self,
        conference: &ConferenceId,
        picture: &PictureId,
        part: PicturePart,
    ) -> Result<Option<Sensitive<Vec<u8>>>, StoreError>;

    /// Opens every part of every picture, and names the pictures. `BadPicture` is the first that does not open. After an
    /// erasure they are only named.
    async fn verify_pictures(&self, conference: &ConferenceId) -> Result<Vec<PictureId>, StoreError>;

    /// Removes the pictures that came before `before_ms` and are not among `used`; says how many there were.
    async fn forget_pictures(
        &self,
        conference: &ConferenceId,
        used: Vec<PictureId>,
        before_ms: i64,
    ) -> Result<u64, StoreError>;
}
