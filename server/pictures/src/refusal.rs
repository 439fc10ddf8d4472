//! Why a file was not taken, in words for the person who holds it: what happened, what is safe, what to do.
//!
//! Deliberately not here: anything a decoder says. It speaks of bytes, and it may quote them.

use serde::{Deserialize, Serialize};

/// A known format that is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Other {
    /// Can carry programs.
    Svg,
    /// Can move.
    Gif,
    /// Many formats in one.
    Tiff,
    /// What some phones make.
    Heic,
    /// An old format.
    Bmp,
    /// A young format.
    Avif,
    /// An icon.
    Ico,
}

impl Other {
    /// What it is, and what to do about it.
    fn words(self) -> &'static str {
        match self {
            Self::Svg => "an SVG, which can carry a program. Save it as a PNG",
            Self::Gif => "a GIF, which can move. Save it as a PNG",
            Self::Tiff => "a TIFF. Save it as a PNG or a JPEG",
            Self::Heic => {
                "an HEIC photo, as some phones make them. In the camera's settings choose 'Most compatible', or save it as a JPEG"
            }
            Self::Bmp => "a BMP. Save it as a PNG",
            Self::Avif => "an AVIF. Save it as a PNG or a JPEG",
            Self::Ico => "an icon. Save it as a PNG",
        }
    }
}

/// Why a file was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// There is nothing in it.
    #[error("There is nothing in this file. Nothing was kept. Choose it again.")]
    Empty,
    /// A format that is known and not accepted.
    #[error("This is {}, and try again. Nothing was kept.", .0.words())]
    Other(Other),
    /// Anything else.
    #[error("This is not a picture Hearth can read. Nothing was kept. Use a PNG, JPEG or WebP picture, or a PDF.")]
    Unknown,
    /// Too many bytes.
    #[error("This picture's file is larger than 12 MB. Nothing was kept. Make it smaller and try again.")]
    TooHeavy,
    /// Too many bytes of a document.
    #[error("This document is larger than 10 MB. Nothing was kept. Make it smaller and try again.")]
    DocumentTooHeavy,
    /// Too many pixels.
    #[error(
        "This picture is too large: the most is 24 million dots, and 8,000 on a side. Nothing was kept. Make it smaller and try again."
    )]
    TooLarge,
    /// It begins like a picture and is none.
    #[error("This picture is damaged and cannot be read. Nothing was kept. Take or save it again.")]
    Broken,
    /// Decoding it took more memory or time than any honest picture needs.
    #[error("This picture takes too long to read. Nothing was kept. Take or save it again.")]
    TooMuch,
    /// What to cut out lies outside the picture.
    #[error("The part to keep is not inside the picture. Nothing was kept. Choose it again.")]
    Crop,
}

/// Why there is no clean picture.
#[derive(Debug, thiserror::Error)]
pub enum NotClean {
    /// The file was not taken.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The process that reads pictures could not be used; the picture may be a good one.
    #[error("the process that reads pictures could not be used; nothing was kept. Try again")]
    Process(#[source] std::io::Error),
}
