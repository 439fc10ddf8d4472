//! A paragraph: its style, what is special about it, and its runs, in the order that Word's schema asks for.
//!
//! Deliberately not here: what styles look like.

use board::document::Span;

use super::runs::{Weight, Words, begins_right, from_the_right, runs};
use crate::xml::{Element, el, val};

/// A paragraph that is being made.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    style: &'static str,
    words: Vec<Words>,
    rtl: bool,
    with_next: bool,
    new_page: bool,
}

impl Paragraph {
    /// A paragraph of spans in a paper's language.
    pub(super) fn of(style: &'static str, spans: &[Span], paper: &str) -> Self {
        let rtl = from_the_right(spans, paper);
        Self { rtl, ..Self::said(style, spans.iter().map(Words::from).collect()) }
    }

    /// A paragraph of one text in the paper's language.
    pub(super) fn plain(style: &'static str, text: &str) -> Self {
        Self { rtl: begins_right(text), ..Self::said(style, vec![Words::new(text, Weight::Plain)]) }
    }

    /// The same in softer ink.
    pub(super) fn soft(style: &'static str, text: &str) -> Self {
        Self { rtl: begins_right(text), ..Self::said(style, vec![Words::new(text, Weight::Soft)]) }
    }

    /// A paragraph of words that runs as the paper does.
    pub(super) fn said(style: &'static str, words: Vec<Words>) -> Self {
        Self { style, words, rtl: false, with_next: false, new_page: false }
    }

    /// Keeps it on the page of the next one.
    pub(super) fn with_next(self, with_next: bool) -> Self {
        Self { with_next, ..self }
    }

    /// Begins a new page with it.
    pub(super) fn on_new_page(self, new_page: bool) -> Self {
        Self { new_page, ..self }
    }

    /// The paragraph as Word reads it.
    pub(super) fn element(self) -> Element {
        let properties = el("w:pPr")
            .with(val("w:pStyle", self.style))
            .with_all(self.with_next.then(|| el("w:keepNext")))
            .with_all(self.new_page.then(|| el("w:pageBreakBefore")))
            .with_all(self.rtl.then(|| el("w:bidi")));
        el("w:p").with(properties).with_all(runs(&self.words, self.rtl))
    }
}
