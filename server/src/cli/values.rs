//! What a value on the command line may be, and what is said of one that it may not.
//!
//! Deliberately not here: values that read themselves, such as ids and roles.

use board::document::Print;
use board::letter::Band;
use clap::ValueEnum;

use crate::look_again::Anyway;

/// A format of the minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// A PDF.
    Pdf,
    /// A Word file.
    Docx,
    /// A page that stands alone.
    Html,
}

pub(super) fn band(code: &str) -> Result<Band, String> {
    Band::coded(code).ok_or_else(|| format!("give one of: {}", Band::ALL.map(Band::code).join(", ")))
}

pub(super) fn print(points: &str) -> Result<Print, String> {
    points.parse().ok().and_then(Print::of_points).ok_or_else(|| "give 14, 18 or 24".to_owned())
}

pub(super) fn anyway(code: &str) -> Result<Anyway, String> {
    Anyway::coded(code).ok_or_else(|| format!("give one of: {}", Anyway::ALL.map(Anyway::code).join(", ")))
}

pub(super) fn reason(text: &str) -> Result<String, String> {
    let text = text.trim();
    let fits = (1..=200).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    if fits { Ok(text.to_owned()) } else { Err("give one line of 1 to 200 characters".to_owned()) }
}
