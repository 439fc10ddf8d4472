//! A line of type as text operations: glyphs by code, each exactly where it was set.
//!
//! Where the glyphs alone might not give a word back in every reader, the word is written beside them as actual text.

use std::collections::BTreeMap;

use printpdf::{Codepoint, DictItem, Op, PdfFontHandle, Pt, TextItem, TextMatrix};

use super::{
    draw::rgb,
    embed::{Embedded, Meant},
    meaning::meanings,
};
use crate::pdf::{
    face::Face,
    line::{Cluster, Glyph, Ink, Line, Run},
    page::Colour,
};

/// Where a run is set, in what size and from which font.
struct Pen<'a> {
    x: f32,
    y: f32,
    size: f32,
    face: &'a Embedded,
}

/// A glyph at its place, with the characters it stands for.
type Set = (Glyph, Meant);

/// Sets a line whose left end is at `x` and whose baseline is `y` above the bottom of the page.
pub(super) fn line(line: &Line, x: f32, y: f32, faces: &BTreeMap<Face, Embedded>, ops: &mut Vec<Op>) {
    if line.runs.is_empty() {
        return;
    }
    ops.push(Op::StartTextSection);
    for run in &line.runs {
        if let Some(face) = faces.get(&run.face) {
            let language = run.tone.language.as_deref();
            ops.extend(language.map(|language| span("Lang", language)));
            set(run, &Pen { x, y, size: run.size, face }, ops);
            ops.extend(language.map(|_| Op::EndMarkedContent));
        }
    }
    ops.push(Op::EndTextSection);
}

/// Sets a run word by word.
///
/// Words from right to left always speak for themselves: readers turn what they find there round, and would turn a word
/// said beside it round as well.
fn set(run: &Run, pen: &Pen<'_>, ops: &mut Vec<Op>) {
    let colour = match run.tone.ink {
        Ink::Full => Colour::Ink,
        Ink::Soft => Colour::Soft,
    };
    ops.push(Op::SetFont { font: PdfFontHandle::External(pen.face.id.clone()), size: Pt(run.size) });
    ops.push(Op::SetFillColor { col: rgb(colour) });
    let mut plain: Vec<Set> = Vec::new();
    for word in run.clusters.chunk_by(|a, b| is_space(a) == is_space(b)) {
        let glyphs = placed(word, run.rtl, pen);
        if run.rtl || word.iter().all(|cluster| cluster.glyphs.len() == 1) {
            plain.extend(glyphs);
            continue;
        }
        pen.show(&std::mem::take(&mut plain), ops);
        let said: String = word.iter().map(|cluster| cluster.text.as_str()).collect();
        ops.push(span("ActualText", &said));
        pen.show(&glyphs, ops);
        ops.push(Op::EndMarkedContent);
    }
    pen.show(&plain, ops);
}

/// White space between words.
fn is_space(cluster: &Cluster) -> bool {
    cluster.text.chars().all(char::is_whitespace)
}

/// The glyphs of a word. Its first and its last glyph tell a reader where it stands and how wide it is, so marks over
/// the last letter are drawn before it, and marks over any other after it.
fn placed(word: &[Cluster], rtl: bool, pen: &Pen<'_>) -> Vec<Set> {
    let mut groups: Vec<Vec<Set>> =
        word.iter().map(|cluster| cluster.glyphs.iter().copied().zip(meanings(cluster, rtl)).collect()).collect();
    if !rtl && let Some(last) = groups.last_mut() {
        last.sort_by(|(a, _), (b, _)| pen.end(*a).total_cmp(&pen.end(*b)));
    }
    if !rtl && let Some(first) = groups.first_mut() {
        first.sort_by(|(a, _), (b, _)| a.x.total_cmp(&b.x));
    }
    groups.concat()
}

/// Begins a stretch of which something is said: its words in so many characters, or its language.
fn span(what: &str, said: &str) -> Op {
    let utf16 = std::iter::once(0xFEFF).chain(said.encode_utf16());
    let data = utf16.flat_map(u16::to_be_bytes).collect();
    let map = BTreeMap::from([(what.to_owned(), DictItem::String { data, literal: false })]);
    Op::BeginMarkedContentWithProperties { tag: "Span".to_owned(), properties: DictItem::Dict { map } }
}

impl Pen<'_> {
    /// Where a glyph ends.
    fn end(&self, glyph: Glyph) -> f32 {
        glyph.x + self.face.width(glyph.id) * self.size / 1000.0
    }

    /// Shows glyphs, one piece for each height above the baseline.
    fn show(&self, glyphs: &[Set], ops: &mut Vec<Op>) {
        for level in glyphs.chunk_by(|(a, _), (b, _)| (a.rise - b.rise).abs() < 0.01) {
            let Some((first, _)) = level.first() else { continue };
            let place = [1.0, 0.0, 0.0, 1.0, self.x + first.x, self.y + first.rise];
            ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw(place) });
            ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(self.kerned(level))] });
        }
    }

    /// Codes with the distance that the pen must go back after each, so that the next glyph stands where it was set.
    fn kerned(&self, glyphs: &[Set]) -> Vec<Codepoint> {
        let mut kerned = Vec::with_capacity(glyphs.len());
        let mut x = glyphs.first().map_or(0.0, |(glyph, _)| glyph.x);
        for (at, (glyph, meant)) in glyphs.iter().enumerate() {
            x += self.face.width(glyph.id) * self.size / 1000.0;
            let next = glyphs.get(at + 1).map_or(x, |(next, _)| next.x);
            let back = ((x - next) * 10_000.0 / self.size).round() / 10.0;
            // Less than half a thousandth of the size is only the rounding of widths.
            let back = if back.abs() < 0.5 { 0.0 } else { back };
            x -= back * self.size / 1000.0;
            kerned.push(Codepoint::with_cid(self.face.code(meant), back, meant.1.clone()));
        }
        kerned
    }
}
