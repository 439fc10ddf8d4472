//! A paper as a Word file: real styles, real tables, fields for the pages, so that it can be read aloud, changed and
//! answered in Word or LibreOffice.
//!
//! Deliberately not here: layout. Lines and pages are broken by whoever opens the file; this says what each part is.
//! The parts are written with an XML writer and a zip writer: the crates made for Word files have no language for a
//! stretch of text and no table heads that repeat, and they sign the file with dates and authors.

mod blocks;
mod font;
mod furniture;
mod language;
mod list;
mod package;
mod paragraph;
mod picture;
mod properties;
mod runs;
mod size;
mod styles;
mod table;
mod voice;

use board::document::{Document, Print};

use crate::Pictures;
use crate::xml::{Element, el};

use self::{
    package::{Kind, Part, RELATIONSHIPS},
    picture::Gallery,
    size::Size,
};

/// The namespace of everything that begins with `w:`.
const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// How the Word file is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocxOptions {
    /// Size of ordinary words in points; everything else keeps its proportion to it. From 8 to 28.
    pub text_size_pt: u8,
    /// The files of the pictures that the paper draws.
    pub pictures: Pictures,
}

impl Default for DocxOptions {
    fn default() -> Self {
        Self { text_size_pt: 14, pictures: Pictures::default() }
    }
}

impl From<Print> for DocxOptions {
    fn from(print: Print) -> Self {
        Self { text_size_pt: print.points(), ..Self::default() }
    }
}

/// Why a paper could not be written as a Word file; never anything about what is written on it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DocxError {
    /// A part could not be written.
    #[error("a part of the Word file could not be written")]
    Part(#[from] std::io::Error),
    /// The parts could not be put together.
    #[error("the Word file could not be put together")]
    Package(#[from] zip::result::ZipError),
}

/// The paper as a Word file, the same bytes for the same paper.
///
/// # Errors
/// [`DocxError`] when a part cannot be written or packed; never because of the words.
pub fn docx(document: &Document, options: &DocxOptions) -> Result<Vec<u8>, DocxError> {
    let size = Size::new(options.text_size_pt);
    let gallery = Gallery::of(document, &options.pictures);
    let mut parts = vec![
        Part::xml("word/document.xml", Kind::Document, &main(document, &gallery, size))?,
        Part::xml("word/styles.xml", Kind::Styles, &styles::styles(&document.language, size))?,
        Part::xml("word/settings.xml", Kind::Settings, &properties::settings(&document.language))?,
        Part::xml("word/numbering.xml", Kind::Numbering, &list::numbering())?,
        Part::xml("word/fontTable.xml", Kind::FontTable, &font::table())?,
        Part::xml("word/header1.xml", Kind::Header, &furniture::header(&document.running, size))?,
        Part::xml("word/footer1.xml", Kind::Footer, &furniture::footer(&document.running, size))?,
        Part::xml("docProps/core.xml", Kind::Core, &properties::core(&document.title, &document.language))?,
        font::regular(),
        font::bold(),
    ];
    parts.extend(gallery.parts());
    package::pack(parts)
}

/// The paper's own part: its blocks, and the sheet they are set on.
fn main(document: &Document, gallery: &Gallery<'_>, size: Size) -> Element {
    let body = el("w:body").with_all(blocks::blocks(document, gallery, size)).with(section());
    el("w:document").attr("xmlns:w", WORD).attr("xmlns:r", RELATIONSHIPS).with(body)
}

/// A4 with 20 mm on every side; the head begins 12 mm from the top, the foot ends 10 mm from the bottom.
fn section() -> Element {
    el("w:sectPr")
        .with(el("w:headerReference").attr("w:type", "default").attr("r:id", Kind::Header.id()))
        .with(el("w:footerReference").attr("w:type", "default").attr("r:id", Kind::Footer.id()))
        .with(el("w:pgSz").attr("w:w", size::PAGE_WIDTH).attr("w:h", size::PAGE_HEIGHT))
        .with(
            el("w:pgMar")
                .attr("w:top", size::SIDE)
                .attr("w:right", size::SIDE)
                .attr("w:bottom", size::SIDE)
                .attr("w:left", size::SIDE)
                .attr("w:header", size::HEAD_TOP)
                .attr("w:footer", size::FOOT_BOTTOM)
                .attr("w:gutter", 0u32),
        )
}
