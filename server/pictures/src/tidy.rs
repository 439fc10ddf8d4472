//! Whether a file has the form in which this crate writes pictures: a head, pixels, an end, and not a byte besides.
//!
//! Deliberately only about the form. It is asked of pictures that have been decoded already, so that a conference can
//! go from one Hearth to another without its photographs being drawn anew, and a little worse, each time.

use crate::kind::{Kind, kind};

/// Whether nothing stands in the file but what this crate would write.
pub(crate) fn is_tidy(bytes: &[u8]) -> bool {
    match kind(bytes) {
        Ok(Kind::Png) => png(bytes).is_some(),
        Ok(Kind::Jpeg) => jpeg(bytes).is_some(),
        Ok(Kind::WebP | Kind::Pdf) | Err(_) => false,
    }
}

/// Whether a JPEG was written to its end; a decoder would show what is missing as grey and say nothing.
pub(crate) fn has_an_end(bytes: &[u8]) -> bool {
    let last = |marker: u8| bytes.windows(2).rposition(|two| two == [0xff, marker]);
    match (last(0xda), last(0xd9)) {
        (Some(pixels), Some(end)) => end > pixels,
        (_, None) | (None, _) => false,
    }
}

/// A PNG of a head, pixels and an end.
fn png(bytes: &[u8]) -> Option<()> {
    let mut rest = bytes.get(8..)?;
    let mut names: Vec<[u8; 4]> = Vec::new();
    // Eight bits each of red, green and blue, one row after the other.
    if bytes.get(24..29)? != [8, 2, 0, 0, 0] {
        return None;
    }
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (name, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        rest = after.get(length.checked_add(4)?..)?;
        if names.last() != Some(name) {
            names.push(*name);
        }
    }
    (names == [*b"IHDR", *b"IDAT", *b"IEND"]).then_some(())
}

/// A JPEG of the segments that are needed to read it, with one scan that runs to the last two bytes.
fn jpeg(bytes: &[u8]) -> Option<()> {
    let mut rest = bytes.get(2..)?;
    loop {
        let (marker, after) = rest.split_first_chunk::<2>()?;
        let length = usize::from(u16::from_be_bytes(*after.first_chunk::<2>()?));
        let (segment, after) = (after.get(2..length)?, after.get(length..)?);
        match marker {
            // The head says which JPEG it is and has no small picture in it.
            [0xff, 0xe0] if segment.starts_with(b"JFIF\0") && segment.len() == 14 => {}
            [0xff, 0xdb | 0xc4] => {}
            // Eight bits each of three colours.
            [0xff, 0xc0] if segment.first() == Some(&8) && segment.get(5) == Some(&3) => {}
            [0xff, 0xda] => return scan(after),
            _ => return None,
        }
        rest = after;
    }
}

/// Pixels with no marker among them but the end.
fn scan(pixels: &[u8]) -> Option<()> {
    let (pixels, end) = pixels.split_last_chunk::<2>()?;
    let marker = pixels.windows(2).any(|two| matches!(two, [0xff, after] if *after != 0));
    (*end == [0xff, 0xd9] && !marker && pixels.last() != Some(&0xff)).then_some(())
}
