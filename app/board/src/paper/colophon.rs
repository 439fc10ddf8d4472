//! The last words of a paper: which edition it is, and how to hold it against the record it was made from.
//!
//! Deliberately not here: the short form that stands on each page. Whoever draws the paper takes it from the edition.

use super::{heading, paragraph};
use crate::document::{Block, Edition, Status};

/// What a reader must know of this edition.
pub(super) fn colophon(edition: &Edition) -> Vec<Block> {
    let number = edition.number();
    let mut blocks = vec![heading(2, "About this copy")];
    blocks.push(paragraph(&match &edition.status {
        Status::Draft { as_at } => {
            format!("{number}, a draft. It shows how things stood at {as_at}, and can still change. The chair has not signed it.")
        }
        Status::Final => format!("{number}, final. The chair has signed the record."),
    }));
    blocks.extend(edition.fingerprint.map(|fingerprint| {
        paragraph(&format!(
            "The record has this fingerprint: {}. If one letter of the record changed, so would the fingerprint.",
            fingerprint.long()
        ))
    }));
    blocks
}
