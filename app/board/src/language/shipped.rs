//! The languages that come with Hearth, from the files in `languages/`.
//!
//! Deliberately not here: a list of them in code. The build reads the folder; a new file is a new language.

use std::sync::LazyLock;

use super::{Language, Words, parse};
use crate::shipped::Shipped;

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// All languages, English first and the others by their own names.
static READ: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let mut read: Vec<Language> = LANGUAGES.iter().filter_map(|file| parse(file.text).ok()).collect();
    read.sort_by_key(|language| (language.tongue.tag != ENGLISH, language.tongue.name.clone()));
    read
});

/// The language that records are kept in.
const ENGLISH: &str = "en";

/// All languages; a test keeps their files sound.
pub fn shipped() -> &'static [Language] {
    &READ
}

/// The language with this tag.
pub fn shipped_by_tag(tag: &str) -> Option<&'static Language> {
    READ.iter().find(|language| language.tongue.tag == tag)
}

/// The English words.
pub fn english() -> &'static Words {
    static NONE: LazyLock<Words> = LazyLock::new(Words::default);
    shipped_by_tag(ENGLISH).map_or(&NONE, |language| &language.words)
}

/// The files, for the test that reads them.
pub fn files() -> &'static [Shipped] {
    LANGUAGES
}
