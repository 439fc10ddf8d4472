//! The few words that a paper says for itself, whatever is written on it.
//!
//! Everything else comes from the document; a word belongs here only when both drawings need it.

use board::document::Edition;

/// Stands before what was done about a child's words.
pub(crate) const ANSWER: &str = "What we did";

/// Stands in the dashed box where an answer is still missing.
pub(crate) const NO_ANSWER: &str = "No answer yet. These minutes cannot be signed without one.";

/// Stands after the name of somebody whose words go on on the next page.
pub(crate) const CONTINUED: &str = ", continued";

/// Stands before each item of a list.
pub(crate) const BULLET: &str = "\u{2022}";

/// What the foot of a page says of the paper's edition; nothing of a fingerprint while there is none.
pub(crate) fn edition(edition: &Edition) -> String {
    match edition.fingerprint {
        Some(fingerprint) => format!("{}. Fingerprint {}", edition.number(), fingerprint.short()),
        None => edition.number(),
    }
}

/// What the foot of a page says about its place among the others.
pub(crate) fn page_of(page: usize, pages: usize) -> String {
    format!("Page {page} of {pages}")
}
