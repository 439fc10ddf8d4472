//! How wide the columns of a table are: wide enough for their longest words first, and then as the paper shares them out.
//!
//! Deliberately not here: words broken to make a column fit. A table whose words do not fit has no columns at all.

use std::cmp::Reverse;

use board::document::{Column as Head, Span};

use super::Drafter;
use crate::pdf::{
    line::Line,
    sheet::{CONTENT, MM, SIDE},
};

/// Left end and width of one column's words.
pub(super) type Track = (f32, f32);

/// Added to the width of a word, so that rounding never breaks it.
const SLACK: f32 = 0.5;

/// White space between columns.
const GAP: f32 = 4.0 * MM;

/// Of the words of a column, the longest by letters are measured; one of them is the widest.
const MEASURED: usize = 8;

impl Drafter<'_> {
    /// The width of the widest word of each column, or of the widest that comes near it.
    pub(super) fn needs(&mut self, heads: &[Head], rows: &[Vec<Vec<Span>>]) -> Vec<f32> {
        let count = rows.iter().map(Vec::len).max().unwrap_or(0).max(heads.len());
        let column = |at: usize| {
            let head = heads.get(at).map(|head| head.head.as_str());
            let cells = rows.iter().filter_map(|row| row.get(at)).flatten().map(|span| span.text.as_str());
            let mut words: Vec<&str> = head.into_iter().chain(cells).flat_map(unbroken).collect();
            words.sort_by_key(|word| (Reverse(word.chars().count()), *word));
            words.dedup();
            words.truncate(MEASURED);
            words
        };
        let words: Vec<Vec<&str>> = (0..count).map(column).collect();
        // In the heavier weight, which the first column has.
        let setting = self.setting(2.0 * CONTENT);
        let mut wide = |word: &&str| {
            let lines = self.type_.lines(&[Span::strong(*word)], &setting);
            lines.iter().map(extent).fold(0.0, f32::max)
        };
        words.iter().map(|words| words.iter().map(&mut wide).fold(0.0, f32::max) + SLACK).collect()
    }
}

/// Shares the width out, so that no column is narrower than its words; nothing where that cannot be.
pub(super) fn tracks(heads: &[Head], needs: &[f32]) -> Option<Vec<Track>> {
    let least: Vec<f32> = needs.iter().map(|need| need + GAP).collect();
    if needs.len() > 1 && least.iter().sum::<f32>() > CONTENT + GAP {
        return None;
    }
    let shares: Vec<f32> =
        (0..needs.len()).map(|at| heads.get(at).map_or(1.0, |head| f32::from(head.share.max(1)))).collect();
    let mut x = SIDE;
    let tracks = shared(&least, &shares).into_iter().map(|width| {
        let track = (x, width - GAP);
        x += width;
        track
    });
    Some(tracks.collect())
}

/// The pieces of a text that no line may break.
fn unbroken(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().flat_map(|word| word.split_inclusive(['-', '/', '–']))
}

/// The page's width with the last gap, shared out: whoever needs more than their share gets what they need, and the others
/// share the rest.
fn shared(least: &[f32], shares: &[f32]) -> Vec<f32> {
    let mut settled = vec![false; least.len()];
    loop {
        let each = || least.iter().zip(shares).zip(&settled).map(|((need, share), settled)| (*need, *share, *settled));
        let taken: f32 = each().filter(|(.., settled)| *settled).map(|(need, ..)| need).sum();
        let total: f32 = each().filter(|(.., settled)| !settled).map(|(_, share, _)| share).sum();
        let room = (CONTENT + GAP - taken).max(0.0);
        let width = |(need, share, settled)| if settled { need } else { room * share / total };
        let short: Vec<bool> = each().map(|column| column.2 || width(column) < column.0).collect();
        if short == settled || short.iter().all(|short| *short) {
            return each().map(width).collect();
        }
        settled = short;
    }
}

/// How far a line reaches from its first letter to its last.
fn extent(line: &Line) -> f32 {
    let glyphs = line.runs.iter().flat_map(|run| &run.clusters).flat_map(|cluster| &cluster.glyphs);
    let left = glyphs.map(|glyph| glyph.x).fold(f32::MAX, f32::min);
    (line.right - left).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_word_gets_its_room_and_the_others_share_the_rest() {
        let widths = shared(&[300.0, 10.0, 10.0], &[1.0, 1.0, 2.0]);
        let rest = (CONTENT + GAP - 300.0) / 3.0;
        for (width, wanted) in widths.iter().zip([300.0, rest, 2.0 * rest]) {
            assert!((width - wanted).abs() < 0.1, "{widths:?}");
        }
    }

    #[test]
    fn without_long_words_the_paper_has_its_way() {
        let widths = shared(&[10.0, 10.0], &[1.0, 3.0]);
        assert!((widths[1] - 3.0 * widths[0]).abs() < 0.1, "{widths:?}");
    }

    #[test]
    fn a_word_may_be_broken_at_its_hyphens() {
        assert_eq!(
            unbroken("St.John-Smythe and/or  me").collect::<Vec<_>>(),
            ["St.John-", "Smythe", "and/", "or", "me"]
        );
    }
}
