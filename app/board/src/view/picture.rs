//! A picture as an audience may have it, and whether a view holds one.
//!
//! Deliberately not here: a rule. A picture is in a view because the entry it belongs to is, and for no other reason.

use serde::{Deserialize, Serialize};

use super::{OpenPlace, View};
use crate::id::PictureId;
use crate::picture::{Picture, PictureKind};
use crate::record::Record;
use crate::tool::{Entry, Tool};

/// A picture, as this audience may have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureView {
    /// The picture; its bytes are asked for by this.
    pub id: PictureId,
    /// What sort of picture.
    pub kind: PictureKind,
    /// What is on it, in words; there are always some.
    pub alt: String,
    /// Whether those words were found together with the child.
    pub described: bool,
    /// Its width in pixels; 0 for a document.
    pub width: u32,
    /// Its height in pixels; 0 for a document.
    pub height: u32,
}

/// The pictures of an entry, for those who may see the entry.
pub(super) fn pictures_of(record: &Record, tool: &Tool, entry: &Entry) -> Vec<PictureView> {
    let name = record.children.get(&tool.child).map_or("", |child| child.known_as.as_str());
    entry.pictures.iter().map(|picture| PictureView::of(picture, name)).collect()
}

impl PictureView {
    /// A picture of a child who goes by this name.
    pub fn of(picture: &Picture, child: &str) -> Self {
        Self {
            id: picture.id.clone(),
            kind: picture.kind,
            alt: picture.in_words(child),
            described: picture.alt.is_some(),
            width: picture.width,
            height: picture.height,
        }
    }
}

impl View {
    /// A picture is for those whose view holds it, on a line or on an entry, and for nobody else.
    pub fn picture(&self, id: &PictureId) -> Option<&PictureView> {
        let on_lines = self.cards.values().chain(self.removed.values()).flat_map(|card| &card.pictures);
        let on_entries = self.entries.values().flat_map(|entry| &entry.pictures);
        let unfolded = self.unfolding.iter().flat_map(|unfolding| &unfolding.places).flat_map(OpenPlace::revealed);
        on_lines.chain(on_entries).chain(unfolded).find(|picture| picture.id == *id)
    }
}
