//! What a child drew or photographed, on paper: under the words it came with, or on its own with the child's name.
//!
//! Deliberately not here: the picture. The paper names it, and whoever draws the paper brings it.

use super::paragraph;
use crate::document::Block;
use crate::picture::PictureKind;
use crate::view::PictureView;

/// The pictures of a line or an entry. `who` says whose they are where there are no words that say so.
pub(crate) fn blocks(pictures: &[PictureView], who: Option<&str>) -> Vec<Block> {
    let mut caption = who.map(str::to_owned);
    let blocks = pictures.iter().map(|picture| match picture.kind {
        PictureKind::Drawn | PictureKind::Photo => Block::Picture {
            picture: picture.id.clone(),
            alt: picture.alt.clone(),
            caption: caption.take(),
            width: picture.width,
            height: picture.height,
        },
        PictureKind::Document => paragraph(&format!("{}. It is kept with the record.", picture.alt)),
    });
    blocks.collect()
}
