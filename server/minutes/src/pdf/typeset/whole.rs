//! Words that would be set in two Latin faces at once: one letter of a name is in the wider face only.
//!
//! Such a word is set in the wider face from its first letter to its last; a name made of two faces looks mistaken.

use std::ops::Range;

use parley::Layout;

use crate::pdf::{
    face::{Face, Fonts},
    line::Tone,
};

/// Where in the text such words are.
pub(super) fn mixed_words(layout: &mut Layout<Tone>, text: &str, fonts: &Fonts) -> Vec<Range<usize>> {
    layout.break_all_lines(None);
    let mut words: Vec<Range<usize>> = Vec::new();
    for run in layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()) {
        if !matches!(fonts.face(run.font()), Some(Face::Wide | Face::WideStrong)) {
            continue;
        }
        let found = run.text_range();
        let word = around(text, &found);
        let rest = [text.get(word.start..found.start), text.get(found.end..word.end)];
        let is_mixed = rest.into_iter().flatten().any(|part| part.chars().any(char::is_alphabetic));
        if is_mixed && words.last() != Some(&word) {
            words.push(word);
        }
    }
    words
}

/// The word, or words, that a stretch of text is part of: from the white space before it to the white space after it.
fn around(text: &str, part: &Range<usize>) -> Range<usize> {
    let before = text.get(..part.start).unwrap_or_default();
    let after = text.get(part.end..).unwrap_or_default();
    let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
    let end = text.len() - after.trim_start_matches(|c: char| !c.is_whitespace()).len();
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_reaches_from_space_to_space() {
        let text = "Nguyễn Thị Hồng Ánh";
        let at = text.find('ễ').unwrap_or_default();
        assert_eq!(text.get(around(text, &(at..at + 'ễ'.len_utf8()))), Some("Nguyễn"));
        assert_eq!(around("", &(0..0)), 0..0);
    }
}
