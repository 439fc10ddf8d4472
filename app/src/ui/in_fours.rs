//! A code as people read it out.
//!
//! Deliberately not here: what a code opens, and which letters it may have. The server knows.

/// A code in groups of four: "KM7R-4TXW".
pub fn in_fours(code: &str) -> String {
    let letters: Vec<char> = code.chars().filter(char::is_ascii_alphanumeric).collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}
