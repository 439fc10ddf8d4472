//! From a hostile file to pixels, inside the limited process: header first, then all of it, upright, turned, cut, on white.
//!
//! Deliberately without any word from the file: pixels are the only thing that comes out of here.

use std::io::Cursor;

use image::error::ImageError;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};

use crate::edit::Edit;
use crate::kind::{Kind, kind};
use crate::refusal::Refusal;
use crate::wire::Clean;
use crate::{draw, tidy};

/// The most dots on a side.
const LARGEST_SIDE: u32 = 8_000;
/// The most dots.
const LARGEST_AREA: u64 = 24_000_000;
/// The most memory a decoder may ask for.
const MEMORY: u64 = 128 * 1024 * 1024;

/// A file as a clean picture.
pub(crate) fn clean(bytes: &[u8], edit: &Edit) -> Result<Clean, Refusal> {
    let found = kind(bytes)?;
    let format = match found {
        Kind::Png => ImageFormat::Png,
        Kind::Jpeg => ImageFormat::Jpeg,
        Kind::WebP => ImageFormat::WebP,
        Kind::Pdf => return Err(Refusal::Unknown),
    };
    if found == Kind::Jpeg && !tidy::has_an_end(bytes) {
        return Err(Refusal::Broken);
    }
    let picture = edited(decoded(bytes, format)?, edit)?;
    let stays = edit.keep_tidy && edit.turns.is_multiple_of(4) && edit.crop.is_none() && tidy::is_tidy(bytes);
    draw::in_two_sizes(picture, found, stays.then_some(bytes))
}

/// The pixels, upright. Nothing but the header has been read when the size is checked.
fn decoded(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Refusal> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(Refusal::Broken);
    }
    if u64::from(width) * u64::from(height) > LARGEST_AREA || decoder.total_bytes() > MEMORY {
        return Err(Refusal::TooLarge);
    }
    // A camera's note that cannot be read is no reason to lose a picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn refusal(error: ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => Refusal::TooLarge,
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::Unsupported(_)
        | ImageError::IoError(_) => Refusal::Broken,
    }
}

/// Turned to the right so many times, then cut, then laid on white paper.
fn edited(picture: DynamicImage, edit: &Edit) -> Result<RgbImage, Refusal> {
    let turned = match edit.turns % 4 {
        1 => picture.rotate90(),
        2 => picture.rotate180(),
        3 => picture.rotate270(),
        _ => picture,
    };
    let cut = match edit.crop {
        None => turned,
        Some(crop) => {
            let (left, top, width, height) = crop.of(turned.width(), turned.height())?;
            turned.crop_imm(left, top, width, height)
        }
    };
    Ok(on_white(cut))
}

/// A child draws on paper: where a picture has nothing, there is white.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let seen = picture.into_rgba8();
    let mut paper = RgbImage::new(seen.width(), seen.height());
    for (dot, on) in seen.pixels().zip(paper.pixels_mut()) {
        let [red, green, blue, there] = dot.0;
        on.0 = [red, green, blue].map(|ink| over_white(ink, there));
    }
    paper
}

/// Ink that covers white paper by so much of 255.
fn over_white(ink: u8, there: u8) -> u8 {
    let (ink, there) = (u32::from(ink), u32::from(there));
    u8::try_from((ink * there + 255 * (255 - there) + 127) / 255).unwrap_or(u8::MAX)
}
