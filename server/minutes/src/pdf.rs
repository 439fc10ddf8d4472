//! A paper as a PDF on A4: laid out here, line by line, and only then written.
//!
//! Two passes that know nothing of each other: layout turns blocks into pages of placed lines and shapes, writing turns
//! those pages into a file. A check of what stands where, or another format on paper, begins between the two.

mod blocks;
mod face;
mod flow;
mod frame;
mod furniture;
mod line;
mod mark;
mod page;
mod read;
mod sheet;
mod strip;
mod structure;
mod typeset;
mod write;

#[cfg(test)]
mod tests;

use board::document::{Document, Print};

use self::{
    blocks::Drafter, furniture::Furniture, page::Page, sheet::Scale, structure::Structure, typeset::Typesetter,
};

pub use self::read::{EditionError, edition};

use crate::pictures::Pictures;

/// Size of ordinary words in points, unless the reader asks for another.
const DEFAULT_TEXT_SIZE_PT: f32 = 14.0;

/// How the PDF is made.
#[derive(Debug, Clone, PartialEq)]
pub struct PdfOptions {
    /// Size of ordinary words in points; everything else keeps its proportion to it. From 8 to 28.
    pub text_size_pt: f32,
    /// The pictures that the paper names.
    pub pictures: Pictures,
}

impl Default for PdfOptions {
    fn default() -> Self {
        Self { text_size_pt: DEFAULT_TEXT_SIZE_PT, pictures: Pictures::default() }
    }
}

impl From<Print> for PdfOptions {
    fn from(print: Print) -> Self {
        Self { text_size_pt: f32::from(print.points()), ..Self::default() }
    }
}

/// Why a paper could not be drawn; never anything about what is written on it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PdfError {
    /// A font that comes with the program could not be cut to size.
    #[error("the font {0} cannot be used")]
    Font(&'static str),
    /// A font did not reach the file that is to say what its glyphs stand for.
    #[error("a font is missing from the PDF")]
    Unmapped,
    /// The paper has more parts than a PDF can number.
    #[error("the paper is too long for one PDF")]
    TooLong,
    /// What the file says of itself could not be put into words.
    #[error("the notes of the PDF could not be written")]
    Notes(#[source] std::io::Error),
    /// The objects of the file do not fit together.
    #[error("the PDF could not be put together")]
    Objects(#[from] lopdf::Error),
    /// The file could not be written out.
    #[error("the PDF could not be written")]
    Write(#[from] std::io::Error),
}

/// The paper as a PDF, the same bytes for the same paper.
///
/// # Errors
/// [`PdfError`] when the program's own fonts or the file's objects fail; never because of the words.
pub fn pdf(document: &Document, options: &PdfOptions) -> Result<Vec<u8>, PdfError> {
    let (pages, structure) = layout(document, options);
    write::write(&pages, &structure, document, &options.pictures)
}

/// Of papers that each say less than the one before, the first that takes one page in this size; where none does, the last.
///
/// Nothing where there are no papers.
pub fn on_one_page(papers: impl IntoIterator<Item = Document>, options: &PdfOptions) -> Option<Document> {
    let mut papers: Vec<Document> = papers.into_iter().collect();
    let fitting = papers.partition_point(|paper| layout(paper, options).0.len() > 1);
    let last = papers.len().checked_sub(1)?;
    Some(papers.swap_remove(fitting.min(last)))
}

/// The first pass: every line and shape at its place on a page.
fn layout(document: &Document, options: &PdfOptions) -> (Vec<Page>, Structure) {
    let scale = Scale::new(options.text_size_pt);
    let mut type_ = Typesetter::new();
    let mut structure = Structure::new();
    let furniture = Furniture::new(&document.running, &document.language, scale, &mut type_);
    let mut drafter = Drafter {
        type_: &mut type_,
        structure: &mut structure,
        scale,
        language: &document.language,
        pictures: &options.pictures,
    };
    let strips = blocks::strips(document, &mut drafter);
    let mut pages = flow::flow(strips, furniture.area(), scale);
    let of = pages.len();
    for (at, page) in pages.iter_mut().enumerate() {
        furniture.dress(page, at + 1, of, &document.language, &mut type_);
    }
    (pages, structure)
}
