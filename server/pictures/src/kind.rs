//! What a file is, by its first bytes and by nothing else: not by its name, and not by what its sender calls it.
//!
//! Deliberately not here: whether it can be read. A file that begins like a picture may be anything after that.

use crate::refusal::{Other, Refusal};

/// The most bytes a picture's file may have.
pub const LARGEST_FILE: usize = 12 * 1024 * 1024;
/// The most bytes a document may have.
pub const LARGEST_DOCUMENT: usize = 10 * 1024 * 1024;

/// What is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A picture, best for drawings.
    Png,
    /// A picture, best for photographs.
    Jpeg,
    /// Either.
    WebP,
    /// A document; it is not a picture, and is kept as it came.
    Pdf,
}

/// What a file is, or why it is not accepted. A file is accepted only when its first bytes are those of a PNG, a JPEG, a
/// WebP or a PDF.
///
/// # Errors
/// The refusal, which names the format where it is a known one.
pub fn kind(bytes: &[u8]) -> Result<Kind, Refusal> {
    let found = match bytes {
        [] => return Err(Refusal::Empty),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Kind::Png,
        [0xff, 0xd8, 0xff, ..] => Kind::Jpeg,
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Kind::WebP,
        [b'%', b'P', b'D', b'F', b'-', ..] => Kind::Pdf,
        _ => return Err(other(bytes).map_or(Refusal::Unknown, Refusal::Other)),
    };
    match found {
        Kind::Pdf if bytes.len() > LARGEST_DOCUMENT => Err(Refusal::DocumentTooHeavy),
        Kind::Png | Kind::Jpeg | Kind::WebP if bytes.len() > LARGEST_FILE => Err(Refusal::TooHeavy),
        Kind::Pdf | Kind::Png | Kind::Jpeg | Kind::WebP => Ok(found),
    }
}

/// A known format that is not accepted, so that its sender can be told what to do.
fn other(bytes: &[u8]) -> Option<Other> {
    match bytes {
        [b'G', b'I', b'F', b'8', ..] => Some(Other::Gif),
        [b'I', b'I', 0x2a | 0x2b, 0, ..] | [b'M', b'M', 0, 0x2a | 0x2b, ..] => Some(Other::Tiff),
        [b'B', b'M', ..] => Some(Other::Bmp),
        [0, 0, 1 | 2, 0, ..] => Some(Other::Ico),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match brand.get(..4)? {
            b"avif" | b"avis" => Some(Other::Avif),
            b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" => Some(Other::Heic),
            _ => None,
        },
        _ => is_svg(bytes).then_some(Other::Svg),
    }
}

/// An SVG is a text; it may have a declaration and comments before its element.
fn is_svg(bytes: &[u8]) -> bool {
    let head = bytes.get(..1024).unwrap_or(bytes).to_ascii_lowercase();
    let begins_as_markup = head.iter().find(|byte| !byte.is_ascii_whitespace() && byte.is_ascii()) == Some(&b'<');
    begins_as_markup && head.windows(4).any(|window| window == b"<svg")
}
