//! What may be written: not nothing, and not without end. A child's words are never trimmed or changed.
//!
//! Deliberately not here: judging wording. People choose their own words.

use crate::rejection::Rejection;

/// The most characters of one line on the board, or of one field.
const LINE: u32 = 2_000;
/// The most characters of a child's words.
const CHILD: u32 = 20_000;
/// The most characters of a name.
const NAME: u32 = 200;

/// A line has words and is not longer than a room can read.
pub(super) fn line(text: &str) -> Result<(), Rejection> {
    filled(text, LINE)
}

/// A child's words are taken as they are, up to a length no child has reached.
pub(super) fn childs(text: &str) -> Result<(), Rejection> {
    filled(text, CHILD)
}

/// Words beside a picture may be left out.
pub(super) fn beside_a_picture(text: &str) -> Result<(), Rejection> {
    short_enough(text, CHILD)
}

/// A name has letters and fits on a badge.
pub(super) fn name(text: &str) -> Result<(), Rejection> {
    filled(text, NAME)
}

/// A field that may be left out is not without end when it is there.
pub(super) fn optional(text: Option<&str>) -> Result<(), Rejection> {
    text.map_or(Ok(()), |text| short_enough(text, LINE))
}

fn filled(text: &str, most: u32) -> Result<(), Rejection> {
    if text.trim().is_empty() {
        return Err(Rejection::Empty);
    }
    short_enough(text, most)
}

fn short_enough(text: &str, most: u32) -> Result<(), Rejection> {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > most { Err(Rejection::TooLong { most }) } else { Ok(()) }
}
