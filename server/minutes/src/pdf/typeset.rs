//! From words to lines of type: fonts chosen letter by letter, both directions put in order, lines broken to a width.
//!
//! It decides nothing about pages. No line it returns is wider than it was asked for, whatever the words.

use std::ops::Range;
use std::rc::Rc;

use board::document::Span;
use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontFamily, FontFamilyName, FontWeight, Layout, LayoutContext,
    LineHeight, OverflowWrap, StyleProperty, fontique::Language,
};

use super::{
    face::{FAMILIES, Fonts},
    line::{Ink, Line, Tone},
};
use crate::text::{is_rtl, shared_language, showable};

mod gather;
mod whole;

/// How a block of words is set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting<'a> {
    pub(super) size: f32,
    pub(super) leading: f32,
    pub(super) width: f32,
    pub(super) ink: Ink,
    /// Language of the paper, for words that name none of their own.
    pub(super) language: &'a str,
    /// Lines of nearly equal length, for headings.
    pub(super) balanced: bool,
}

/// Sets type; made once for a paper, because it keeps what it has learnt about the fonts.
pub(super) struct Typesetter {
    fonts: Fonts,
    layouts: LayoutContext<Tone>,
}

/// A stretch of a paragraph in one weight and language.
struct Stretch<'a> {
    range: Range<usize>,
    strong: bool,
    language: Option<&'a str>,
}

/// First strong isolate and its end: they keep a name in one direction from pulling apart a sentence in the other.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

impl Typesetter {
    pub(super) fn new() -> Self {
        Self { fonts: Fonts::all(), layouts: LayoutContext::new() }
    }

    /// The lines of a block; a line end in the words ends a line, and an empty block is one empty line.
    pub(super) fn lines(&mut self, spans: &[Span], setting: &Setting<'_>) -> Vec<Line> {
        let carried = shared_language(spans, setting.language);
        let mut lines = Vec::new();
        for (text, stretches) in paragraphs(spans, carried) {
            let base = carried.unwrap_or(setting.language);
            let direction = if is_rtl(base) { BaseDirection::Rtl } else { BaseDirection::Auto };
            let mut layout = self.layout(&text, &stretches, &[], base, direction, setting);
            let mixed = whole::mixed_words(&mut layout, &text, &self.fonts);
            if !mixed.is_empty() {
                layout = self.layout(&text, &stretches, &mixed, base, direction, setting);
            }
            let width = fill(&mut layout, setting);
            gather::lines(&layout, &text, &self.fonts, setting, width, &mut lines);
        }
        lines
    }

    /// Shapes one paragraph; the words in `wide` begin their search for letters one font further on.
    fn layout(
        &mut self,
        text: &str,
        stretches: &[Stretch<'_>],
        wide: &[Range<usize>],
        base: &str,
        direction: BaseDirection,
        setting: &Setting<'_>,
    ) -> Layout<Tone> {
        let tone = |language: Option<&str>| Tone { ink: setting.ink, language: language.map(Rc::from) };
        let families = FAMILIES.map(FontFamilyName::named);
        let mut builder = self.layouts.ranged_builder(self.fonts.context(), text, 1.0, false);
        builder.set_base_direction(direction);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(families.as_slice().into())));
        builder.push_default(StyleProperty::FontSize(setting.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(setting.leading)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        builder.push_default(StyleProperty::Brush(tone(None)));
        builder.push_default(StyleProperty::Locale(locale(base)));
        for stretch in stretches {
            if stretch.strong {
                builder.push(StyleProperty::FontWeight(FontWeight::SEMI_BOLD), stretch.range.clone());
            }
            if let Some(language) = stretch.language {
                builder.push(StyleProperty::Locale(locale(language)), stretch.range.clone());
                builder.push(StyleProperty::Brush(tone(Some(language))), stretch.range.clone());
            }
        }
        for word in wide {
            let families = FontFamily::List(families[1..].into());
            builder.push(StyleProperty::FontFamily(families), word.clone());
        }
        builder.build(text)
    }
}

/// A language the fonts may know; one that cannot be read changes no letter.
fn locale(tag: &str) -> Option<Language> {
    Language::parse(tag).ok()
}

/// Breaks the lines and puts them against the side their language begins on; returns the width they were broken to.
///
/// The lines of a heading become nearly equal; elsewhere only a last line with hardly a word on it is made longer.
fn fill(layout: &mut Layout<Tone>, setting: &Setting<'_>) -> f32 {
    layout.break_all_lines(Some(setting.width));
    let last = layout.lines().last().map_or(0.0, |line| line.metrics().advance);
    let share = if setting.balanced { 0.5 } else { 0.85 };
    let lonely = last < setting.width * 0.2;
    let width = match layout.len() {
        2..=8 if setting.balanced || lonely => narrowest(layout, setting.width * share, setting.width),
        _ => setting.width,
    };
    layout.align(Alignment::Start, AlignmentOptions::default());
    width
}

/// Breaks the lines to the smallest of these widths at which there are no more of them than at the largest.
fn narrowest(layout: &mut Layout<Tone>, least: f32, most: f32) -> f32 {
    let count = layout.len();
    let (mut too_narrow, mut enough) = (least, most);
    for _ in 0..7 {
        let middle = f32::midpoint(too_narrow, enough);
        layout.break_all_lines(Some(middle));
        if layout.len() > count { too_narrow = middle } else { enough = middle }
    }
    layout.break_all_lines(Some(enough));
    enough
}

/// The paragraphs of a block: its text cut at line ends, with the stretches that fall in each.
fn paragraphs<'a>(spans: &'a [Span], carried: Option<&str>) -> Vec<(String, Vec<Stretch<'a>>)> {
    let mut all = vec![(String::new(), Vec::new())];
    for span in spans {
        let own = span.language.as_deref().filter(|own| Some(*own) != carried && !own.is_empty());
        let shown = showable(&span.text);
        for (at, piece) in shown.split(['\n', '\u{2028}', '\u{2029}']).enumerate() {
            if at > 0 {
                all.push((String::new(), Vec::new()));
            }
            if let (Some((text, stretches)), false) = (all.last_mut(), piece.is_empty()) {
                let start = text.len();
                add(text, piece, own.is_some());
                stretches.push(Stretch { range: start..text.len(), strong: span.strong, language: own });
            }
        }
    }
    all
}

/// Adds words to a paragraph; tabs become spaces, because no font has a shape for them.
fn add(text: &mut String, piece: &str, isolated: bool) {
    if isolated {
        text.push(ISOLATE.0);
    }
    text.extend(piece.chars().map(|c| if c == '\t' { ' ' } else { c }));
    if isolated {
        text.push(ISOLATE.1);
    }
}
