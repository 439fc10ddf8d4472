//! The languages of a child's screens: one file each, with every word of the screens and of the tools in it.
//!
//! Deliberately not here: translating. People write the files; a file that lacks a word is refused by a test.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::framework::Problem;

mod check;
mod shipped;

pub use check::problems;
pub use shipped::{english, files, shipped, shipped_by_tag};

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The direction as HTML names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A language to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tongue {
    /// Its BCP 47 tag.
    pub tag: String,
    /// Its own name for itself: "Polski".
    pub name: String,
    /// Which way it is written.
    pub direction: Direction,
}

impl Default for Tongue {
    /// English: what is left when there is nothing else.
    fn default() -> Self {
        Self { tag: "en".to_owned(), name: "English".to_owned(), direction: Direction::Ltr }
    }
}

/// A language with all its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// What it is.
    pub tongue: Tongue,
    /// Its words.
    pub words: Words,
}

/// Words by their keys: `finished.thanks` is "Thank you".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// The words of a key.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// The words of a key; the key itself where there are none, so that a gap is seen.
    pub fn say(&self, key: &str) -> String {
        self.get(key).unwrap_or(key).to_owned()
    }

    /// The words of a key with a value put in where they say `{name}`.
    pub fn fill(&self, key: &str, name: &str, value: &str) -> String {
        self.say(key).replace(&format!("{{{name}}}"), value)
    }

    /// These words, and those of others where there are none.
    #[must_use]
    pub fn and<'a>(mut self, others: impl Iterator<Item = &'a Self>) -> Self {
        for (key, words) in others.flat_map(|other| &other.0) {
            self.0.entry(key.clone()).or_insert_with(|| words.clone());
        }
        self
    }

    /// All keys with their words, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, words)| (key.as_str(), words.as_str()))
    }
}

impl FromIterator<(String, String)> for Words {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(words: T) -> Self {
        Self(words.into_iter().collect())
    }
}

/// A language as its file holds it.
#[derive(Deserialize)]
struct InFile {
    tag: String,
    name: String,
    direction: Direction,
    words: toml::Table,
}

/// Reads a language from TOML.
///
/// # Errors
/// Every problem found, each with its path.
pub fn parse(text: &str) -> Result<Language, Vec<Problem>> {
    let file: InFile = toml::from_str(text).map_err(|error| vec![Problem::new("", error.message().to_owned())])?;
    let (mut words, mut problems) = (BTreeMap::new(), Vec::new());
    flatten("", &file.words, &mut words, &mut problems);
    let tongue = Tongue { tag: file.tag, name: file.name, direction: file.direction };
    if problems.is_empty() { Ok(Language { tongue, words: Words(words) }) } else { Err(problems) }
}

/// Headings in the file become the beginnings of keys.
fn flatten(under: &str, table: &toml::Table, words: &mut BTreeMap<String, String>, problems: &mut Vec<Problem>) {
    for (key, value) in table {
        let key = if under.is_empty() { key.clone() } else { format!("{under}.{key}") };
        match value {
            toml::Value::String(text) => drop(words.insert(key, text.clone())),
            toml::Value::Table(table) => flatten(&key, table, words, problems),
            toml::Value::Integer(_)
            | toml::Value::Float(_)
            | toml::Value::Boolean(_)
            | toml::Value::Datetime(_)
            | toml::Value::Array(_) => problems.push(Problem::new(key, "only words in quotes can stand here")),
        }
    }
}
