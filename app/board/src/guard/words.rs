//! Words compared as people hear them: without capitals, punctuation or marks between them.
//!
//! Deliberately not here: meaning. What is said in quite other words is not found, and the chair is not told it was looked
//! for.

/// So many words in a row are a quotation.
const RUN: usize = 4;
/// A shorter entry is a quotation when all of it is there and it has at least so many letters.
const LETTERS: usize = 8;

/// A text as a row of words.
pub(super) struct Words<'a> {
    /// The words as they stand.
    shown: Vec<&'a str>,
    /// The same as they are compared, one after another, with a space before and after each.
    plain: String,
}

impl<'a> Words<'a> {
    /// The words of a text.
    pub(super) fn of(text: &'a str) -> Self {
        let (mut shown, mut plain) = (Vec::new(), String::with_capacity(text.len() + 2));
        plain.push(' ');
        for word in text.split(|c: char| !c.is_alphanumeric() && !is_inside(c)) {
            let begun = plain.len();
            plain.extend(word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
            if plain.len() > begun {
                plain.push(' ');
                shown.push(word);
            }
        }
        Self { shown, plain }
    }

    /// The words of this text that repeat the other; nothing when it does not repeat it.
    pub(super) fn repeats(&self, other: &Words<'_>) -> Option<String> {
        self.repeats_in_a_row(other, RUN)
    }

    /// The same, where a quotation has so many words in a row.
    pub(super) fn repeats_in_a_row(&self, other: &Words<'_>, row: usize) -> Option<String> {
        let run = match other.shown.len() {
            0 | 1 => return None,
            short if short < row => {
                let letters = other.plain.chars().filter(|c| *c != ' ').count();
                if letters < LETTERS {
                    return None;
                }
                short
            }
            _ => row,
        };
        if !self.shares_a_row(other, run) {
            return None;
        }
        let spaces: Vec<usize> = other.plain.match_indices(' ').map(|(at, _)| at).collect();
        spaces.windows(run + 1).find_map(|around| match around {
            [first, .., last] => self.at(other.plain.get(*first..=*last)?),
            _ => None,
        })
    }

    /// Whether so many words in a row of the other's are words of this text too, in whatever order: most texts share hardly a
    /// word, and need no closer look.
    fn shares_a_row(&self, other: &Words<'_>, run: usize) -> bool {
        let own = || self.plain.split_terminator(' ');
        let mut row = 0;
        other.plain.split_terminator(' ').skip(1).any(|word| {
            row = if own().any(|own| own == word) { row + 1 } else { 0 };
            row == run
        })
    }

    /// Whether the other stands in this text, whole.
    pub(super) fn holds(&self, other: &Words<'_>) -> bool {
        !other.shown.is_empty() && self.plain.contains(&other.plain)
    }

    /// Where a row of plain words stands in this text, as it stands there.
    fn at(&self, row: &str) -> Option<String> {
        let (before, _) = self.plain.split_once(row)?;
        let first = before.matches(' ').count();
        let count = row.matches(' ').count().saturating_sub(1);
        Some(self.shown.get(first..first + count)?.join(" "))
    }
}

/// What stands inside a word without ending it.
fn is_inside(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{200d}' | '\u{200c}') || ('\u{300}'..='\u{36f}').contains(&c)
}
