//! Join codes: eight letters and digits that a person can read from a wall and type on a phone.
//!
//! Deliberately not here: what a code opens. The store keeps that, by the code's hash.

use sha2::{Digest as _, Sha256};

/// Letters and digits that are not taken for one another: no 0, O, 1, I or L.
const LETTERS: &[u8; 31] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/// How many there are in a code.
const LENGTH: usize = 8;

/// A new code, such as "KX7M2PQA".
///
/// # Errors
/// When the machine has no randomness to give.
pub(crate) fn new_code() -> Result<String, getrandom::Error> {
    letters(LENGTH)
}

/// So many letters and digits, each as likely as any other.
///
/// # Errors
/// When the machine has no randomness to give.
pub(crate) fn letters(length: usize) -> Result<String, getrandom::Error> {
    let mut code = String::with_capacity(length);
    while code.len() < length {
        let mut byte = [0_u8; 1];
        getrandom::fill(&mut byte)?;
        // Bytes beyond the last whole alphabet are thrown again, so that every letter is as likely as any other.
        if let Some(letter) = LETTERS.get(usize::from(byte[0] % 32)) {
            code.push(char::from(*letter));
        }
    }
    Ok(code)
}

/// A code as it is shown: "KX7M-2PQA".
pub(crate) fn shown(code: &str) -> String {
    match code.split_at_checked(LENGTH / 2) {
        Some((left, right)) => format!("{left}-{right}"),
        None => code.to_owned(),
    }
}

/// What somebody typed, as the code they meant: capitals, without spaces and dashes. Nothing when it cannot be one.
pub(crate) fn typed(text: &str) -> Option<String> {
    typed_letters(text, LENGTH)
}

/// A long code as it is shown, in groups of four.
pub(crate) fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join("-")
}

/// What somebody typed, as a code of so many letters.
pub(crate) fn typed_letters(text: &str, length: usize) -> Option<String> {
    let code: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').flat_map(char::to_uppercase).collect();
    let is_code = code.len() == length && code.bytes().all(|byte| LETTERS.contains(&byte));
    is_code.then_some(code)
}

/// The hash by which codes and tokens are kept.
pub(crate) fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    let digit = |nibble: u8| char::from_digit(u32::from(nibble), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_no_look_alikes_and_is_understood_however_it_is_typed() {
        let code = new_code().unwrap();
        assert_eq!(code.len(), LENGTH);
        assert!(!code.contains(['0', 'O', '1', 'I', 'L']));
        assert_eq!(typed(&shown(&code).to_lowercase()), Some(code.clone()));
        assert_eq!(typed(&format!(" {code} ")), Some(code));
        assert_eq!(typed("KX7M2PQ"), None);
        assert_eq!(typed("KX7M2PQ0"), None);
    }
}
