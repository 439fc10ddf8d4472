//! Words compared as people hear them: without capitals, punctuation or marks between them.
//!
//! Deliberately not here: meaning. What is said in quite other words is not found, and the chair is not told it was looked
//! for.

/// So many words in a row are a quotation.
const RUN: usize = 4;
/// A shorter entry is a quotation when all of it is there and it has at least so many letters.
const LETTERS: usize = 8;

/// A text as a row of words.
pub(super) struct Words {
    /// The words as they stand.
    shown: Vec<String>,
    /// The same, as they are compared.
    plain: Vec<String>,
}

impl Words {
    /// The words of a text.
    pub(super) fn of(text: &str) -> Self {
        let shown = text.split(|c: char| !c.is_alphanumeric() && !is_inside(c)).filter(|word| !plain(word).is_empty());
        let shown: Vec<String> = shown.map(str::to_owned).collect();
        Self { plain: shown.iter().map(|word| plain(word)).collect(), shown }
    }

    /// The words of this text that repeat the other; nothing when it does not repeat it.
    pub(super) fn repeats(&self, other: &Self) -> Option<String> {
        self.repeats_in_a_row(other, RUN)
    }

    /// The same, where a quotation has so many words in a row.
    pub(super) fn repeats_in_a_row(&self, other: &Self, row: usize) -> Option<String> {
        let letters: usize = other.plain.iter().map(|word| word.chars().count()).sum();
        let run = match other.plain.len() {
            0 | 1 => return None,
            short if short < row => {
                if letters < LETTERS {
                    return None;
                }
                short
            }
            _ => row,
        };
        other.plain.windows(run).find_map(|quoted| self.at(quoted))
    }

    /// Whether the other stands in this text, whole.
    pub(super) fn holds(&self, other: &Self) -> bool {
        !other.plain.is_empty() && self.at(&other.plain).is_some()
    }

    /// Where a row of words stands in this text, as it stands there.
    fn at(&self, row: &[String]) -> Option<String> {
        let place = self.plain.windows(row.len()).position(|here| here == row)?;
        Some(self.shown.get(place..place + row.len())?.join(" "))
    }
}

/// What stands inside a word without ending it.
fn is_inside(c: char) -> bool {
    matches!(c, '\'' | '’' | '\u{200d}' | '\u{200c}') || ('\u{300}'..='\u{36f}').contains(&c)
}

fn plain(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
