//! Recovery codes: ten of them on a paper, each good once, for the day on which the telephone is lost.
//!
//! Deliberately long: with 118 bits nobody finds one from its hash, which ASVS asks of a code that is kept by a plain hash.

use crate::code;

/// How many somebody has.
pub(crate) const MANY: usize = 10;

/// How many letters each has.
const LETTERS: usize = 24;

/// New codes, as they are shown once, and what is kept of them.
pub(crate) struct Fresh {
    /// In groups of four.
    pub(crate) shown: Vec<String>,
    /// Their hashes.
    pub(crate) kept: Vec<[u8; 32]>,
}

/// Ten new codes.
///
/// # Errors
/// When the machine has no randomness to give.
pub(crate) fn fresh() -> Result<Fresh, getrandom::Error> {
    let codes = (0..MANY).map(|_| code::letters(LETTERS)).collect::<Result<Vec<_>, _>>()?;
    let kept = codes.iter().map(|code| code::hash(code)).collect();
    Ok(Fresh { shown: codes.iter().map(|code| code::grouped(code)).collect(), kept })
}

/// The hash of what somebody typed; nothing when it cannot be such a code.
pub(crate) fn typed(text: &str) -> Option<[u8; 32]> {
    code::typed_letters(text, LETTERS).map(|code| code::hash(&code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed_and_only_its_hash_is_kept() {
        let fresh = fresh().unwrap();
        assert_eq!((fresh.shown.len(), fresh.kept.len()), (MANY, MANY));
        for (shown, kept) in fresh.shown.iter().zip(&fresh.kept) {
            assert_eq!(shown.len(), LETTERS + 5, "six groups of four: {shown}");
            assert_eq!(typed(&shown.to_lowercase()), Some(*kept));
            assert_eq!(typed(&shown.replace('-', " ")), Some(*kept));
        }
        let mut different = fresh.shown.clone();
        different.sort();
        different.dedup();
        assert_eq!(different.len(), MANY);
        assert_eq!(typed("123456"), None);
    }
}
