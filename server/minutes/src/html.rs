//! A paper as one complete page of HTML that stands alone: readable on a phone, printable on A4, no script.
//!
//! It does not know the application's own pages; what stands above the paper is handed in, trusted, as `top`.

mod block;
mod escape;
mod picture;
mod print;
mod spans;
mod table;

use board::document::{Block, Document, Print, Running};

use self::escape::{attribute, text};
use crate::pictures::Pictures;
use crate::wording;

/// Words made safe to stand in a page, for what a server puts above a paper.
pub fn escaped(words: &str) -> String {
    text(words)
}

/// The style sheet of the paper, for a server that would rather link it than embed it.
pub const STYLE_SHEET: &str = include_str!("html/paper.css");

/// Where the page's looks come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Style {
    /// In the page itself, so that a saved file still looks right.
    #[default]
    Embedded,
    /// From an address that serves [`STYLE_SHEET`], for a page under a content security policy.
    Linked {
        /// The address of the style sheet.
        href: String,
        /// The nonce the policy asks for, where it asks for one.
        nonce: Option<String>,
    },
}

/// How the page is made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HtmlOptions {
    /// Where its looks come from.
    pub style: Style,
    /// Trusted HTML put before the paper, for example the way back; it does not print.
    pub top: Option<String>,
    /// Size of ordinary words.
    pub print: Print,
    /// The pictures that the paper names.
    pub pictures: Pictures,
}

/// The paper as a complete HTML page; every word of the document is escaped.
pub fn html(document: &Document, options: &HtmlOptions) -> String {
    let mut page = String::with_capacity(16 * 1024);
    page.push_str("<!doctype html>\n<html lang=\"");
    page.push_str(&attribute(&document.language));
    page.push_str("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
    page.push_str(&text(&document.title));
    page.push_str("</title>\n");
    page.push_str(&style(&options.style, &document.running));
    page.push_str("</head>\n<body class=\"minutes\" data-print=\"");
    page.push_str(size(options.print));
    page.push_str("\">\n");
    if let Some(top) = &options.top {
        page.push_str("<div class=\"top\">");
        page.push_str(top);
        page.push_str("</div>\n");
    }
    page.push_str("<div class=\"paper\">\n");
    page.push_str(&head(&document.running));
    page.push_str("<main>\n");
    page.push_str(&title(document));
    for block in &document.blocks {
        page.push_str(&block::block(block, &document.language, &options.pictures));
    }
    page.push_str("</main>\n");
    page.push_str(&foot(&document.running));
    page.push_str("</div>\n</body>\n</html>\n");
    page
}

/// The name the style sheet has for a size.
fn size(print: Print) -> &'static str {
    match print {
        Print::Ordinary => "ordinary",
        Print::Large => "large",
        Print::Largest => "largest",
    }
}

/// The element that brings the looks.
fn style(style: &Style, running: &Running) -> String {
    match style {
        Style::Embedded => format!("<style>\n{STYLE_SHEET}{}</style>\n", print::margins(running)),
        Style::Linked { href, nonce } => {
            let nonce = nonce.as_deref().map(|nonce| format!(" nonce=\"{}\"", attribute(nonce))).unwrap_or_default();
            format!(
                "<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"{}\"{nonce}>\n",
                attribute(href)
            )
        }
    }
}

/// Whose paper it is, its references and its status; and that nobody in it is real, where that is so.
fn head(running: &Running) -> String {
    let demo =
        running.demo.as_deref().map(|demo| format!("<p class=\"demo\">{}</p>\n", text(demo))).unwrap_or_default();
    format!(
        "<header>\n{demo}<div class=\"page-head\"><p class=\"mark\">{}</p>{}{}</div>\n</header>\n",
        text(&running.authority),
        said("<p>", &running.reference),
        said("<p class=\"tag\">", &running.edition.as_ref().map(|edition| edition.status.words()).unwrap_or_default()),
    )
}

/// A part of the head; nothing at all where there is nothing to say.
fn said(open: &str, words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("{open}{}</p>", text(words)) }
}

/// The paper's title, where none of its headings says it: a page always has one main heading.
fn title(document: &Document) -> String {
    let has_one = document.blocks.iter().any(|block| matches!(block, Block::Heading { level: 0..=1, .. }));
    if has_one { String::new() } else { format!("<h1 dir=\"auto\">{}</h1>\n", text(&document.title)) }
}

/// Who this copy is for, and which edition it is.
fn foot(running: &Running) -> String {
    let edition = running.edition.as_ref().map(wording::edition).unwrap_or_default();
    format!(
        "<footer class=\"page-foot\"><p dir=\"auto\">{}</p>{}</footer>\n",
        text(&running.copy),
        said("<p>", &edition)
    )
}
