//! The few words that a paper says for itself, whatever is written on it.
//!
//! Everything else comes from the document; a word belongs here only when both drawings need it.

/// Stands before what was done about a child's words.
pub(crate) const ANSWER: &str = "What we did";

/// Stands in the dashed box where an answer is still missing.
pub(crate) const NO_ANSWER: &str = "No answer yet. These minutes cannot be signed without one.";

/// What the foot of a page says about its place among the others.
pub(crate) fn page_of(page: usize, pages: usize) -> String {
    format!("Page {page} of {pages}")
}
