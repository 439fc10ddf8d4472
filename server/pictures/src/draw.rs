//! Pixels into files: a drawing as a PNG, a photograph as a JPEG, each in two sizes.
//!
//! Deliberately without options: what is written has a head, pixels and an end, and nothing else.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Smoothing;
use image::{DynamicImage, ExtendedColorType, ImageEncoder as _, RgbImage};

use crate::kind::Kind;
use crate::refusal::Refusal;
use crate::wire::{Clean, Scaled};

/// The most dots on a side, for a screen.
const SCREEN: u32 = 1_600;
/// The most dots on a side, for a list.
const SMALL: u32 = 400;
/// The most bytes of a PNG; what is larger was photographed, whatever it calls itself, and becomes a JPEG.
const LARGEST_PNG: usize = 1024 * 1024;
/// Of 100: no eye sees a difference, and it is a fifth of the size.
const QUALITY: u8 = 85;

/// A picture in its two sizes. `stays` is a file that already is this picture as it would be written here.
pub(crate) fn in_two_sizes(picture: RgbImage, from: Kind, stays: Option<&[u8]>) -> Result<Clean, Refusal> {
    let whole = within(picture, SCREEN);
    let screen = match stays.filter(|_| whole.1) {
        Some(bytes) => Scaled { width: whole.0.width(), height: whole.0.height(), bytes: bytes.to_vec() },
        None => file(&whole.0, from)?,
    };
    let small = file(&within(whole.0, SMALL).0, from)?;
    Ok(Clean { screen, small })
}

/// A picture no larger than this on its longer side, and whether it was so before.
fn within(picture: RgbImage, most: u32) -> (RgbImage, bool) {
    if picture.width() <= most && picture.height() <= most {
        return (picture, true);
    }
    let picture = DynamicImage::ImageRgb8(picture);
    // A fast step down to twice the size first: the smooth one would look at every dot of a large photograph.
    let near =
        if picture.width().max(picture.height()) > 4 * most { picture.thumbnail(2 * most, 2 * most) } else { picture };
    (near.resize(most, most, Smoothing::CatmullRom).into_rgb8(), false)
}

fn file(picture: &RgbImage, from: Kind) -> Result<Scaled, Refusal> {
    let png = match from {
        Kind::Png => Some(png(picture)?).filter(|bytes| bytes.len() <= LARGEST_PNG),
        Kind::Jpeg | Kind::WebP | Kind::Pdf => None,
    };
    let bytes = match png {
        Some(bytes) => bytes,
        None => jpeg(picture)?,
    };
    Ok(Scaled { width: picture.width(), height: picture.height(), bytes })
}

fn png(picture: &RgbImage) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    let written = encoder.write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgb8);
    written.map(|()| bytes).map_err(|_| Refusal::Broken)
}

fn jpeg(picture: &RgbImage) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    let written = encoder.write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgb8);
    written.map(|()| bytes).map_err(|_| Refusal::Broken)
}
