//! How hard a letter is to read: two well-known formulas for English, with a plain explanation.
//!
//! Deliberately not a judgement of the letter: long names and dates count as hard words, and a person decides.

use crate::document::{Block, Document, Span};

/// How hard a text is to read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// Words.
    pub words: u32,
    /// Sentences; a heading or a line counts as one.
    pub sentences: u32,
    /// Syllables, counted by rule and not by dictionary.
    pub syllables: u32,
    /// Words of three syllables and more.
    pub long_words: u32,
}

/// The years a child has lived when school begins to count: a grade of 0 is read at 5.
const AGE_AT_GRADE_0: f64 = 5.0;

impl Reading {
    /// Counts a text.
    pub fn of(text: &str) -> Self {
        let mut reading = Self { words: 0, sentences: 0, syllables: 0, long_words: 0 };
        for line in text.lines() {
            let mut open = false;
            for piece in line.split_whitespace() {
                let word: String = piece.chars().filter(|c| c.is_alphanumeric() || matches!(c, '\'' | '’')).collect();
                if word.chars().any(char::is_alphanumeric) {
                    let syllables = syllables(&word);
                    reading.words += 1;
                    reading.syllables += syllables;
                    reading.long_words += u32::from(syllables >= 3);
                    open = true;
                }
                if open && piece.trim_end_matches(['”', '’', '"', ')']).ends_with(['.', '!', '?', ':']) {
                    reading.sentences += 1;
                    open = false;
                }
            }
            reading.sentences += u32::from(open);
        }
        reading
    }

    /// The age at which a child who reads as most do can read it alone: the Flesch-Kincaid grade, in years of age.
    ///
    /// `0.39 x words a sentence + 11.8 x syllables a word - 15.59`, plus the five years before school.
    pub fn age(&self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let words = f64::from(self.words);
        let sentences = f64::from(self.sentences.max(1));
        let grade = 0.39 * words / sentences + 11.8 * f64::from(self.syllables) / words - 15.59;
        grade.max(0.0) + AGE_AT_GRADE_0
    }

    /// The age in whole years.
    pub fn whole_age(&self) -> u8 {
        (0..=u8::MAX).rev().find(|age| f64::from(*age) <= self.age()).unwrap_or(0)
    }

    /// The SMOG age, which looks at long words alone: `1.043 x root of (long words x 30 / sentences) + 3.1291`, in years
    /// of age. It is made for 30 sentences and more, so it stands beside the other and decides nothing.
    pub fn smog_age(&self) -> f64 {
        let sentences = f64::from(self.sentences.max(1));
        let grade = 1.043 * (f64::from(self.long_words) * 30.0 / sentences).sqrt() + 3.1291;
        grade + AGE_AT_GRADE_0
    }

    /// Whether it is harder to read than a reader of this age can manage.
    pub fn is_harder_than(&self, age: u8) -> bool {
        self.whole_age() > age
    }

    /// The measure in plain words, for the chair.
    pub fn explained(&self) -> String {
        let sentence = f64::from(self.words) / f64::from(self.sentences.max(1));
        format!(
            "A child of about {} can read this alone. It has {} words in {} sentences, {sentence:.0} words to a \
             sentence, and {} words of three syllables or more. Shorter sentences and shorter words make it easier. (Flesch-Kincaid \
             age {:.1}; SMOG age {:.1}. The child’s own words are not counted.)",
            self.whole_age(),
            self.words,
            self.sentences,
            self.long_words,
            self.age(),
            self.smog_age(),
        )
    }
}

/// The syllables of an English word by rule: groups of vowels, without a silent e at the end. A number counts as one.
fn syllables(word: &str) -> u32 {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() {
        return 1;
    }
    let is_vowel = |c: char| "aeiouyáàâäéèêëíìîïóòôöúùûüąęøåæœ".contains(c);
    let groups = letters
        .iter()
        .enumerate()
        .filter(|(at, letter)| is_vowel(**letter) && (*at == 0 || !is_vowel(letters[at - 1])))
        .count();
    let mut count = u32::try_from(groups).unwrap_or(u32::MAX);
    let ends = |end: &str| letters.len() > end.len() && letters.ends_with(&end.chars().collect::<Vec<_>>());
    let before_end = |back: usize| letters.len().checked_sub(back).and_then(|at| letters.get(at)).copied();
    let mute_end = ends("e") && !ends("le") && !before_end(2).is_some_and(is_vowel);
    let mute_past = ends("ed") && !matches!(before_end(3), Some('t' | 'd')) && !before_end(3).is_some_and(is_vowel);
    let mute_plural = ends("es")
        && !matches!(before_end(3), Some('s' | 'x' | 'z' | 'h' | 'c' | 'g'))
        && !before_end(3).is_some_and(is_vowel);
    if mute_end || mute_past || mute_plural {
        count = count.saturating_sub(1);
    }
    count.max(1)
}

/// What adults say in a letter, a line for each block. The child's own words are the child's and are not measured.
pub fn adults_words(document: &Document) -> String {
    let mut text = String::new();
    for block in &document.blocks {
        let line = match block {
            Block::Heading { text, .. } | Block::Answer { text: Some(text) } => text.clone(),
            Block::Paragraph(spans) => joined(spans),
            Block::List(items) => items.iter().map(|item| joined(item)).collect::<Vec<_>>().join("\n"),
            Block::Line { who, detail, words } => {
                format!("{}\n{who} {}", joined(words), detail.as_deref().unwrap_or_default())
            }
            Block::Table { rows, .. } => rows
                .iter()
                .map(|row| row.iter().map(|cell| joined(cell)).collect::<Vec<_>>().join("\n"))
                .collect::<Vec<_>>()
                .join("\n"),
            Block::Words { .. } | Block::Picture { .. } | Block::Answer { text: None } => continue,
        };
        text.push_str(&line);
        text.push('\n');
    }
    text
}

fn joined(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_they_are_said() {
        for (word, count) in [
            ("cat", 1),
            ("table", 2),
            ("safe", 1),
            ("helped", 1),
            ("wanted", 2),
            ("played", 1),
            ("people", 2),
            ("rabbit", 2),
            ("meeting", 2),
            ("family", 3),
            ("conference", 3),
            ("protection", 3),
            ("houses", 2),
            ("locks", 1),
            ("be", 1),
            ("the", 1),
            ("you’re", 1),
            ("2026", 1),
            ("Pączek", 2),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn sentences_end_where_a_reader_stops() {
        let reading = Reading::of("We met. Why? (To help.)\nWhat happens now\nAt 13:30 we eat");
        assert_eq!((reading.words, reading.sentences), (12, 5));
        assert_eq!(Reading::of("  \n ").words, 0);
    }

    #[test]
    fn a_plain_text_is_read_young_and_an_offices_text_old() {
        let plain = Reading::of("We met to talk about you. We want you to be safe. Your rabbit is coming home.");
        let office = Reading::of(
            "Following consideration of the available information, professionals unanimously recommended multi-agency intervention.",
        );
        assert!(plain.age() < 7.0, "{}", plain.age());
        assert!(office.age() > 18.0 && office.smog_age() > 14.0, "{} {}", office.age(), office.smog_age());
        assert!(!plain.is_harder_than(7) && office.is_harder_than(11));
        assert!((Reading::of("").age()).abs() < f64::EPSILON);
    }

    #[test]
    fn the_formula_is_the_published_one() {
        // 10 words, 2 sentences, 14 syllables: 0.39 x 5 + 11.8 x 1.4 - 15.59 = 2.88.
        let reading = Reading { words: 10, sentences: 2, syllables: 14, long_words: 1 };
        assert!((reading.age() - 7.88).abs() < 1e-9);
        assert!((reading.smog_age() - (1.043 * 15.0_f64.sqrt() + 8.1291)).abs() < 1e-9);
    }
}
