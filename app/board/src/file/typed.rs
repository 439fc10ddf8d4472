//! What stands in a form: names and values as a browser sends them, or as they are filled in from what is kept.
//!
//! Deliberately not here: what they mean. The fields say that.

use serde::{Deserialize, Serialize};

/// Everything in one form, in the form's order; a name can have several values.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed(Vec<(String, Vec<String>)>);

impl Typed {
    /// The first value with this name; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.all(name).first().map_or("", String::as_str)
    }

    /// Every value with this name.
    pub fn all(&self, name: &str) -> &[String] {
        self.0.iter().find(|(known, _)| known == name).map_or(&[], |(_, values)| values.as_slice())
    }

    /// Whether a value with this name is there: whether a box is ticked.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).iter().any(|there| there == value)
    }

    /// The words with this name, without the space around them; nothing where they are empty.
    pub fn words(&self, name: &str) -> Option<String> {
        let words = self.get(name).replace("\r\n", "\n");
        Some(words.trim().to_owned()).filter(|words| !words.is_empty())
    }

    /// What comes after a beginning, in the names that have it.
    pub fn after<'a>(&'a self, beginning: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter_map(move |(name, _)| name.strip_prefix(beginning))
    }

    /// Adds a value.
    pub fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        let (name, value) = (name.into(), value.into());
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, values)) => values.push(value),
            None => self.0.push((name, vec![value])),
        }
    }
}

impl FromIterator<(String, String)> for Typed {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Self {
        let mut typed = Self::default();
        for (name, value) in pairs {
            typed.put(name, value);
        }
        typed
    }
}
