//! A line of type: words already shaped, reordered and broken, each glyph at its place.
//!
//! Nothing here knows which page the line is on; everything is measured from the line's own left end.

use std::rc::Rc;

use board::id::PictureId;

use super::face::Face;

/// The two darknesses of words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Ink {
    /// All words that matter.
    #[default]
    Full,
    /// Who said it, how they know, who translated it.
    Soft,
}

/// What words bring to the page besides their letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tone {
    pub(super) ink: Ink,
    /// Their language, where it is not that of the part they stand in.
    pub(super) language: Option<Rc<str>>,
}

/// One glyph, at its distance from the line's left end and above its baseline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) id: u16,
    pub(super) x: f32,
    pub(super) rise: f32,
}

/// The smallest piece of text that has glyphs of its own: a letter, a ligature, a syllable, one emoji.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Cluster {
    /// The characters it stands for, in reading order.
    pub(super) text: String,
    /// Its glyphs, from left to right.
    pub(super) glyphs: Vec<Glyph>,
}

/// Neighbouring clusters in one font, from left to right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) face: Face,
    pub(super) size: f32,
    pub(super) tone: Tone,
    /// True where the words read from right to left, so that the first cluster here is the last one read.
    pub(super) rtl: bool,
    pub(super) clusters: Vec<Cluster>,
}

/// A picture that has a line to itself, and is as high as the line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Placed {
    pub(super) id: PictureId,
    pub(super) width: f32,
}

/// One line of a column.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Line {
    /// White space above it, left out at the top of a column.
    pub(super) gap: f32,
    pub(super) height: f32,
    /// From its top down to its baseline.
    pub(super) baseline: f32,
    /// From the left end of the column to the end of its words, without the spaces that hang there.
    pub(super) right: f32,
    /// From left to right.
    pub(super) runs: Vec<Run>,
    /// What it holds in the place of words.
    pub(super) picture: Option<Placed>,
}

/// Height of lines one under another.
pub(super) fn height(lines: &[Line]) -> f32 {
    lines.iter().enumerate().map(|(at, line)| line.height + if at == 0 { 0.0 } else { line.gap }).sum()
}

/// The furthest that any of these lines reaches to the right.
pub(super) fn width(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.right).fold(0.0, f32::max)
}
