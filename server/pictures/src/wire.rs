//! What the two processes say to each other: one line of JSON that says how many bytes follow, and the bytes.
//!
//! Deliberately readable, and deliberately strict: an answer that is not exactly of this form is a broken picture.

use serde::{Deserialize, Serialize};

use crate::{Kind, Refusal};

/// One picture in one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scaled {
    /// Its width in dots.
    pub width: u32,
    /// Its height in dots.
    pub height: u32,
    /// The file: a PNG or a JPEG.
    pub bytes: Vec<u8>,
}

/// A clean picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean {
    /// For a screen and for paper: at most 1,600 dots on its longer side.
    pub screen: Scaled,
    /// For a list: at most 400.
    pub small: Scaled,
}

/// The line before an answer's bytes.
#[derive(Debug, Serialize, Deserialize)]
enum Answer {
    Clean { screen: Head, small: Head },
    Refused(Refusal),
}

#[derive(Debug, Serialize, Deserialize)]
struct Head {
    width: u32,
    height: u32,
    length: usize,
}

/// An answer as bytes.
pub(crate) fn written(outcome: &Result<Clean, Refusal>) -> Result<Vec<u8>, serde_json::Error> {
    let head = |scaled: &Scaled| Head { width: scaled.width, height: scaled.height, length: scaled.bytes.len() };
    let line = match outcome {
        Ok(clean) => Answer::Clean { screen: head(&clean.screen), small: head(&clean.small) },
        Err(refusal) => Answer::Refused(*refusal),
    };
    let mut bytes = serde_json::to_vec(&line)?;
    bytes.push(b'\n');
    if let Ok(clean) = outcome {
        bytes.extend_from_slice(&clean.screen.bytes);
        bytes.extend_from_slice(&clean.small.bytes);
    }
    Ok(bytes)
}

/// The answer in these bytes; none when they are anything else.
pub(crate) fn read(bytes: &[u8]) -> Option<Result<Clean, Refusal>> {
    let (line, rest) = line(bytes)?;
    match serde_json::from_slice(line).ok()? {
        Answer::Refused(refusal) => rest.is_empty().then_some(Err(refusal)),
        Answer::Clean { screen, small } => {
            let (of_screen, of_small) = rest.split_at_checked(screen.length)?;
            if of_small.len() != small.length {
                return None;
            }
            Some(Ok(Clean { screen: scaled(&screen, of_screen)?, small: scaled(&small, of_small)? }))
        }
    }
}

/// What stands before the first line end, and after it.
pub(crate) fn line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    Some((bytes.get(..end)?, bytes.get(end + 1..)?))
}

fn scaled(head: &Head, bytes: &[u8]) -> Option<Scaled> {
    match crate::kind(bytes) {
        Ok(Kind::Png | Kind::Jpeg) => Some(Scaled { width: head.width, height: head.height, bytes: bytes.to_vec() }),
        Ok(Kind::WebP | Kind::Pdf) | Err(_) => None,
    }
}
