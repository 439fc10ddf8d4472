//! A wrapper for what people said: it can be read on purpose, and never printed by accident.
//!
//! Deliberately without `Deref` and `Serialize`: each would be a quiet way out. Whoever needs the text writes `expose`.

use std::fmt;

/// A value whose `Debug` and `Display` are `[redacted]`.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Sensitive<T>(T);

impl<T> Sensitive<T> {
    /// Wraps a value.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself, for the code that must work on it.
    pub const fn expose(&self) -> &T {
        &self.0
    }

    /// The value itself, unwrapped for good.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> From<T> for Sensitive<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl From<&str> for Sensitive<String> {
    fn from(value: &str) -> Self {
        Self(value.to_owned())
    }
}

impl<T> fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl<T> fmt::Display for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printing_never_shows_the_value() {
        let words: Sensitive<String> = Sensitive::from("ZQX-CANARY-0001");
        let nested = Some(vec![words.clone()]);
        for printed in [format!("{words}"), format!("{words:?}"), format!("{nested:#?}")] {
            assert!(printed.contains("[redacted]") && !printed.contains("CANARY"), "{printed}");
        }
        assert_eq!(words.expose(), "ZQX-CANARY-0001");
    }
}
