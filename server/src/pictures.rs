//! Pictures on their way in: from the bytes that somebody handed in to something the store can keep, and what is known of
//! each afterwards.
//!
//! Deliberately not here: the network, and who may see a picture (their view decides that).

use board::command::Command;
use board::document::Document;
use board::id::{ConferenceId, PictureId};
use board::picture::{Picture, PictureKind};
use pictures::{Edit, Kind, NotClean};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use store::{NewPicture, PicturePart, Pictures, Sensitive, Store, StoreError};

use crate::auth::session::now_ms;
use crate::code;
use crate::room::RoomHandle;

/// How long a picture may belong to no entry: a child may need a while to say who can know it.
const UNUSED_MS: i64 = 60 * 60 * 1000;

/// What the server knows of a picture it keeps. A sender is never believed about any of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct About {
    /// Whether it is a document, which is shown nowhere as a picture.
    pub(crate) document: bool,
    /// Its width in dots; 0 for a document.
    pub(crate) width: u32,
    /// Its height in dots; 0 for a document.
    pub(crate) height: u32,
    /// The SHA-256 of what was handed in, in hexadecimal.
    pub(crate) fingerprint: String,
}

impl About {
    /// Whether what an entry says of a picture is so.
    pub(crate) fn fits(&self, said: &Picture) -> bool {
        let document = said.kind == PictureKind::Document;
        (self.document, self.width, self.height, &self.fingerprint)
            == (document, said.width, said.height, &said.fingerprint)
    }
}

/// Why a picture was not taken in.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotTaken {
    /// It is not a picture that can be kept, or could not be looked at.
    #[error(transparent)]
    NotClean(#[from] NotClean),
    /// The store says so.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The machine has no randomness to give.
    #[error("no name could be made for the picture; nothing was kept. Try again")]
    Random(#[from] getrandom::Error),
}

/// The SHA-256 of some bytes, in hexadecimal.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    code::hex(&Sha256::digest(bytes))
}

/// A name for a picture: 128 random bits, so that knowing some names helps nobody to another.
fn new_id() -> Result<PictureId, getrandom::Error> {
    loop {
        let mut bytes = [0_u8; 16];
        getrandom::fill(&mut bytes)?;
        if let Ok(id) = code::hex(&bytes).parse() {
            return Ok(id);
        }
    }
}

/// What was handed in, ready to be kept under this name: a picture clean and in two sizes, a document as it came.
///
/// It blocks: a process looks at the picture meanwhile.
pub(crate) fn made(id: PictureId, bytes: Vec<u8>, edit: &Edit) -> Result<(NewPicture, About), NotClean> {
    let fingerprint = fingerprint(&bytes);
    let (about, screen, small) = match pictures::kind(&bytes)? {
        Kind::Pdf => (About { document: true, width: 0, height: 0, fingerprint }, bytes, None),
        Kind::Png | Kind::Jpeg | Kind::WebP => {
            let clean = pictures::clean(&bytes, edit)?;
            let (width, height) = (clean.screen.width, clean.screen.height);
            let about = About { document: false, width, height, fingerprint };
            (about, clean.screen.bytes, Some(Sensitive::new(clean.small.bytes)))
        }
    };
    Ok((NewPicture { id, at_ms: now_ms(), about: written(&about), screen: Sensitive::new(screen), small }, about))
}

/// What is known of a picture, as it is stored.
pub(crate) fn written(about: &About) -> Sensitive<String> {
    Sensitive::new(serde_json::to_string(about).unwrap_or_default())
}

/// Takes a picture in for a conference. When there is no room, what belongs to no entry makes some.
pub(crate) async fn take_in(
    store: &dyn Store,
    room: &RoomHandle,
    conference: &ConferenceId,
    bytes: Vec<u8>,
    edit: Edit,
) -> Result<(PictureId, About), NotTaken> {
    let id = new_id()?;
    let name = id.clone();
    let made = tokio::task::spawn_blocking(move || made(name, bytes, &edit)).await;
    let (picture, about) = made.map_err(|error| NotClean::Process(std::io::Error::other(error)))??;
    match store.keep_picture(conference, picture.clone()).await {
        Err(StoreError::Full) if forget_unused(store, room, conference).await? > 0 => {
            store.keep_picture(conference, picture).await?;
        }
        kept => kept?,
    }
    Ok((id, about))
}

async fn forget_unused(store: &dyn Store, room: &RoomHandle, conference: &ConferenceId) -> Result<u64, StoreError> {
    // Looking at the picture took a while, and another node may have given an older one its place meanwhile.
    let reached = store.end(conference).await?;
    let used = async {
        room.caught_up(reached).await?;
        room.read(|state| state.record.pictures().map(|(_, picture)| picture.id.clone()).collect()).await
    };
    match used.await {
        Ok(used) => store.forget_pictures(conference, used, now_ms().saturating_sub(UNUSED_MS)).await,
        // Nobody knows just now what is used, so nothing is forgotten.
        Err(_) => Ok(0),
    }
}

/// The files of the pictures that a paper names. For one that is not there the paper has its words.
pub(crate) async fn on_paper(
    store: &dyn Store,
    conference: &ConferenceId,
    document: &Document,
) -> Result<minutes::Pictures, StoreError> {
    let mut files = Vec::new();
    for id in document.pictures() {
        let file = store.picture(conference, id, PicturePart::Screen).await?;
        files.extend(file.map(|file| (id.clone(), file.into_inner())));
    }
    Ok(files.into_iter().collect())
}

/// Whether a command names only pictures that are kept, and says of them what is so.
pub(crate) async fn are_kept(
    kept: &dyn Pictures,
    conference: &ConferenceId,
    command: &Command,
) -> Result<bool, StoreError> {
    let Command::GiveEntry { entry, .. } = command else {
        return Ok(true);
    };
    for said in &entry.pictures {
        let about = kept.picture(conference, &said.id, PicturePart::About).await?;
        let about: Option<About> = about.and_then(|text| serde_json::from_slice(text.expose()).ok());
        if !about.is_some_and(|about| about.fits(said)) {
            return Ok(false);
        }
    }
    Ok(true)
}
