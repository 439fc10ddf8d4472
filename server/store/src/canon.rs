//! One way to turn a list of fields into bytes, so that what is hashed or bound can be read in only one way.
//!
//! Deliberately not a storage format: nothing is ever decoded from it.

/// Fields in order, each after its length: `("ab", "c")` and `("a", "bc")` are different bytes.
pub(crate) struct Canon(Vec<u8>);

impl Canon {
    /// Begins a list. The purpose keeps bytes made for one use from being taken for another.
    pub(crate) fn new(purpose: &str) -> Self {
        Self(Vec::with_capacity(256)).text(purpose)
    }

    /// Adds a field of bytes.
    pub(crate) fn bytes(mut self, field: &[u8]) -> Self {
        self.0.extend_from_slice(&length(field));
        self.0.extend_from_slice(field);
        self
    }

    /// Adds a field of text.
    pub(crate) fn text(self, field: &str) -> Self {
        self.bytes(field.as_bytes())
    }

    /// Adds a field that is a number; every number has the same width.
    pub(crate) fn number(self, field: impl Into<i64>) -> Self {
        self.bytes(&field.into().to_be_bytes())
    }

    /// The bytes.
    pub(crate) fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// A length as eight bytes, on every machine. Nothing in memory is longer than eight bytes can say.
pub(crate) fn length(field: &[u8]) -> [u8; 8] {
    u64::try_from(field.len()).unwrap_or(u64::MAX).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_cannot_flow_into_each_other() {
        let fields = |a: &str, b: &str| Canon::new("test").text(a).text(b).finish();
        assert_ne!(fields("ab", "c"), fields("a", "bc"));
        assert_ne!(fields("ab", ""), fields("", "ab"));
        assert_ne!(Canon::new("a").finish(), Canon::new("b").finish());
        assert_ne!(Canon::new("t").number(1).finish(), Canon::new("t").number(256).finish());
    }
}
