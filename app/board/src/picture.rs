//! A picture that belongs to something a child said, wrote or drew: what is known of it, and how it is said in words.
//!
//! Deliberately not here: the picture itself. Its bytes are kept by the server, found by its id, and given only to those
//! whose view holds it. Nor any rule of who that is: a picture follows the entry it belongs to.

use serde::{Deserialize, Serialize};

use crate::id::PictureId;

/// What sort of picture it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PictureKind {
    /// Drawn by the child, on a screen or on paper.
    Drawn,
    /// A photograph the child took or chose.
    Photo,
    /// A statement the child made elsewhere, as a document; it is kept as it came and shown nowhere as a picture.
    Document,
}

/// One picture of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Picture {
    /// The picture's id; random, so that it cannot be guessed.
    pub id: PictureId,
    /// What is on it, in words found together with the child; none while it has not been described.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub alt: Option<String>,
    /// What sort of picture.
    pub kind: PictureKind,
    /// Its width in pixels; 0 for a document.
    #[cfg_attr(feature = "schema", schemars(range(max = 8_000)))]
    pub width: u32,
    /// Its height in pixels; 0 for a document.
    #[cfg_attr(feature = "schema", schemars(range(max = 8_000)))]
    pub height: u32,
    /// The SHA-256 of the file that was handed in, in hexadecimal: it tells whether two files are the same.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[0-9a-f]{64}$")))]
    pub fingerprint: String,
}

impl Picture {
    /// A picture always has words: those found together with the child, or that there are none yet.
    pub fn in_words(&self, child: &str) -> String {
        if let Some(alt) = &self.alt {
            return alt.clone();
        }
        match self.kind {
            PictureKind::Drawn => format!("A drawing by {child}, not described yet"),
            PictureKind::Photo => format!("A photo from {child}, not described yet"),
            PictureKind::Document => format!("A document from {child}"),
        }
    }

    /// Whose it is, where there are no words beside it: "Drawn by Maja".
    pub fn credit(&self, child: &str) -> String {
        match self.kind {
            PictureKind::Drawn => format!("Drawn by {child}"),
            PictureKind::Photo => format!("A photo from {child}"),
            PictureKind::Document => format!("A document from {child}"),
        }
    }

    /// Why it cannot stand in a record; nothing when it can.
    pub fn problem(&self) -> Option<&'static str> {
        let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if self.fingerprint.len() != 64 || !self.fingerprint.bytes().all(hexadecimal) {
            return Some("a fingerprint has 64 hexadecimal digits");
        }
        match (self.kind, self.width, self.height) {
            (PictureKind::Document, 0, 0) => None,
            (PictureKind::Document, _, _) => Some("a document has no width or height"),
            (PictureKind::Drawn | PictureKind::Photo, 0, _) | (PictureKind::Drawn | PictureKind::Photo, _, 0) => {
                Some("a picture has a width and a height")
            }
            (PictureKind::Drawn | PictureKind::Photo, _, _) => None,
        }
    }
}
