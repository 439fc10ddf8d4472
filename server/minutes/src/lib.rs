//! Draws a finished paper: as a page of HTML, as a PDF and as a Word file; the only crate that knows any of them.
//!
//! It deliberately knows nothing of conferences, audiences or who may read what: a [`Document`] arrives
//! already projected for one reader, and everything in it is drawn.

mod docx;
mod html;
mod ics;
mod pdf;
mod pictures;
mod quotes;
mod reread;
mod text;
mod wording;
mod xml;

pub use board::document::Document;
pub use docx::{DocxError, DocxOptions, docx};
pub use html::{HtmlOptions, STYLE_SHEET, Style, escaped, html};
pub use ics::{IcsOptions, ics};
pub use pdf::{EditionError, PdfError, PdfOptions, edition, on_one_page, pdf};
pub use pictures::Pictures;
pub use reread::{RereadError, words_in_docx, words_in_pdf};
