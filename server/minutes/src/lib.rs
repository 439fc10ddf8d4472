//! Draws a finished paper, once as a page of HTML and once as a PDF; the only crate that knows either.
//!
//! It deliberately knows nothing of conferences, audiences or who may read what: a [`Document`] arrives
//! already projected for one reader, and everything in it is drawn.

mod html;
mod pdf;
mod pictures;
mod quotes;
mod text;
mod wording;

pub use board::document::Document;
pub use html::{HtmlOptions, STYLE_SHEET, Style, escaped, html};
pub use pdf::{PdfError, PdfOptions, pdf};
pub use pictures::Pictures;
