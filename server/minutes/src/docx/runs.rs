//! Stretches of text inside a paragraph: each in one weight, one language and one direction.
//!
//! Words come through exactly: a line end becomes a break, a tab a tab, and every space stays. The direction follows the
//! Unicode rules; where no language says otherwise, the first letter decides, as on the page of HTML.

use std::ops::Range;

use board::document::Span;
use unicode_bidi::{BidiInfo, Direction, Level, get_base_direction_full};

use super::language::with_country;
use crate::text::{is_rtl, shared_language, showable};
use crate::xml::{Element, el, val};

/// How a stretch of text stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// Not at all.
    Plain,
    /// In the heavier of the two weights.
    Strong,
    /// In softer ink.
    Soft,
}

/// Words in one weight and language.
#[derive(Debug, Clone)]
pub(super) struct Words {
    text: String,
    weight: Weight,
    language: Option<String>,
}

impl Words {
    /// Words in the paper's own language.
    pub(super) fn new(text: &str, weight: Weight) -> Self {
        Self { text: showable(text).into_owned(), weight, language: None }
    }
}

impl From<&Span> for Words {
    fn from(span: &Span) -> Self {
        let weight = if span.strong { Weight::Strong } else { Weight::Plain };
        Self { language: span.language.clone(), ..Self::new(&span.text, weight) }
    }
}

/// Whether a paragraph of these spans runs from the right: because its language does, or its first letter.
pub(super) fn from_the_right(spans: &[Span], paper: &str) -> bool {
    let whole = || spans.iter().map(|span| span.text.as_str()).collect::<String>();
    shared_language(spans, paper).map_or_else(|| begins_right(&whole()), is_rtl)
}

/// Whether the first letter of words is one that runs from the right.
pub(super) fn begins_right(words: &str) -> bool {
    matches!(get_base_direction_full(words), Direction::Rtl)
}

/// The runs of a paragraph whose own direction is known.
pub(super) fn runs(words: &[Words], rtl: bool) -> Vec<Element> {
    let whole: String = words.iter().map(|words| words.text.as_str()).collect();
    let base = if rtl { Level::rtl() } else { Level::ltr() };
    let levels = BidiInfo::new(&whole, Some(base)).levels;
    let mut from = 0;
    let mut runs = Vec::new();
    for words in words {
        let part = from..from + words.text.len();
        for (stretch, rtl) in one_way(part.clone(), &levels) {
            runs.push(run(&whole[stretch], words, rtl));
        }
        from = part.end;
    }
    runs
}

/// The stretches of a text in which all runs one way.
fn one_way(text: Range<usize>, levels: &[Level]) -> Vec<(Range<usize>, bool)> {
    let mut stretches: Vec<(Range<usize>, bool)> = Vec::new();
    for at in text {
        let rtl = levels.get(at).is_some_and(Level::is_rtl);
        match stretches.last_mut() {
            Some((stretch, way)) if *way == rtl => stretch.end = at + 1,
            Some(_) | None => stretches.push((at..at + 1, rtl)),
        }
    }
    stretches
}

/// One run: what is said about it, and its words.
fn run(text: &str, words: &Words, rtl: bool) -> Element {
    let properties = el("w:rPr")
        .with_all(match words.weight {
            Weight::Plain => None,
            Weight::Strong => Some(val("w:rStyle", "Strong")),
            Weight::Soft => Some(val("w:rStyle", "Soft")),
        })
        .with_all(rtl.then(|| el("w:rtl")))
        .with_all(words.language.as_deref().map(language));
    let mut run = el("w:r").with_all(properties.unless_empty());
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            run = run.with(el("w:br"));
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                run = run.with(el("w:tab"));
            }
            if !piece.is_empty() {
                run = run.with(el("w:t").attr("xml:space", "preserve").text(piece));
            }
        }
    }
    run
}

/// The language of a stretch, for letters of every kind.
pub(super) fn language(tag: &str) -> Element {
    let tag = with_country(tag);
    val("w:lang", tag).attr("w:bidi", tag)
}
