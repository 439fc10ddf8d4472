//! The pictures of a record on their way out of one Hearth and into another: each with its bytes, and with the sum that
//! tells whether they came through whole.
//!
//! Deliberately trusting nothing: what comes in is cleaned like anything that is handed in. A picture that is already as
//! Hearth writes them stays as it is, so that a record is the same after any number of journeys.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use board::framework::Problem;
use board::id::{ConferenceId, PictureId};
use board::picture::{Picture, PictureKind};
use board::record::Record;
use pictures::{Edit, Kind};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{NewPicture, PicturePart, Store, StoreError};

use crate::pictures::{About, fingerprint, made, written};

/// What a picture's bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
enum FileType {
    /// A PNG.
    #[serde(rename = "image/png")]
    Png,
    /// A JPEG.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// A WebP.
    #[serde(rename = "image/webp")]
    WebP,
    /// A PDF.
    #[serde(rename = "application/pdf")]
    Pdf,
}

/// One picture, or one document, of the record, with its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PictureFile {
    /// The picture's id, as the entry it belongs to names it.
    id: PictureId,
    /// What the bytes are.
    #[serde(rename = "type")]
    kind: FileType,
    /// The bytes, in base64.
    #[schemars(length(min = 1, max = 16_777_216), extend("contentEncoding" = "base64"))]
    bytes: String,
    /// The SHA-256 of these bytes, in hexadecimal.
    #[schemars(extend("pattern" = "^[0-9a-f]{64}$"))]
    fingerprint: String,
}

/// What the published schema says of a record's pictures.
pub(super) fn schema() -> Value {
    let whole = SchemaSettings::default().with(|settings| settings.inline_subschemas = true);
    let mut schema = whole.into_generator().subschema_for::<Vec<PictureFile>>().to_value();
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".to_owned(), "The pictures that the entries name, with their bytes.".into());
    }
    schema
}

/// The pictures of a record, as they stand in its file.
pub(crate) async fn of(store: &dyn Store, record: &Record) -> Result<Vec<PictureFile>, StoreError> {
    let conference = &record.conference.id;
    let mut files = Vec::new();
    for (_, picture) in record.pictures() {
        let bytes = store.picture(conference, &picture.id, PicturePart::Screen).await?;
        let file = bytes.and_then(|bytes| PictureFile::of(&picture.id, bytes.expose()));
        files.push(file.ok_or_else(|| missing(conference, &picture.id))?);
    }
    Ok(files)
}

fn missing(conference: &ConferenceId, picture: &PictureId) -> StoreError {
    StoreError::BadPicture { conference: conference.clone(), picture: picture.clone() }
}

impl PictureFile {
    fn of(id: &PictureId, bytes: &[u8]) -> Option<Self> {
        let kind = file_type(pictures::kind(bytes).ok()?);
        Some(Self { id: id.clone(), kind, bytes: STANDARD.encode(bytes), fingerprint: fingerprint(bytes) })
    }

    /// The picture as it can be kept, or where in the file what is wrong with it.
    fn checked(&self, record: &Record) -> Result<NewPicture, (&'static str, String)> {
        let (_, said) = record.picture(&self.id).ok_or((".id", "no entry has this picture".to_owned()))?;
        let bytes = STANDARD.decode(&self.bytes).map_err(|_| (".bytes", "this is not base64".to_owned()))?;
        if fingerprint(&bytes) != self.fingerprint {
            return Err((".fingerprint", "these are not the bytes it was made from".to_owned()));
        }
        if pictures::kind(&bytes).map(file_type) != Ok(self.kind) {
            return Err((".type", "the bytes are of another type".to_owned()));
        }
        let edit = Edit { keep_tidy: true, ..Edit::default() };
        let (picture, about) = made(self.id.clone(), bytes, &edit).map_err(|error| (".bytes", error.to_string()))?;
        let about = believed(about, said).map_err(|what| ("", what.to_owned()))?;
        Ok(NewPicture { about: written(&about), ..picture })
    }
}

/// What is known of a picture that came with a record. A document's fingerprint can be checked. A picture's is that of the
/// file it was once made from, which is not kept, so the record is believed.
fn believed(about: About, said: &Picture) -> Result<About, &'static str> {
    let known = match said.kind {
        PictureKind::Document => about,
        PictureKind::Drawn | PictureKind::Photo => About { fingerprint: said.fingerprint.clone(), ..about },
    };
    if known.fits(said) { Ok(known) } else { Err("it is not what its entry says it is") }
}

fn file_type(kind: Kind) -> FileType {
    match kind {
        Kind::Png => FileType::Png,
        Kind::Jpeg => FileType::Jpeg,
        Kind::WebP => FileType::WebP,
        Kind::Pdf => FileType::Pdf,
    }
}

/// The pictures of a file, clean and ready to be kept; or everything that is wrong with them.
pub(super) fn checked(record: &Record, files: &[PictureFile]) -> Result<Vec<NewPicture>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut kept = Vec::new();
    for (at, file) in files.iter().enumerate() {
        match file.checked(record) {
            Ok(picture) => kept.push(picture),
            Err((place, what)) => problems.push(Problem::new(format!("pictures[{at}]{place}"), what)),
        }
    }
    let absent = record.pictures().filter(|(_, picture)| files.iter().all(|file| file.id != picture.id));
    problems.extend(absent.map(|(_, picture)| Problem::new("pictures", format!("'{}' is not among them", picture.id))));
    if problems.is_empty() { Ok(kept) } else { Err(problems) }
}
