//! Good pictures to begin with, and numbers that look thrown and are the same every time.
//!
//! Deliberately small: what matters is what is done to them.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// A picture whose four corners tell how it lies: red at the top left, green at the top right, blue at the bottom left.
pub(crate) fn corners(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => Rgb([220, 30, 30]),
        (false, true) => Rgb([30, 200, 30]),
        (true, false) => Rgb([30, 30, 220]),
        (false, false) => Rgb([240, 240, 240]),
    })
}

pub(crate) fn png() -> Vec<u8> {
    file(&DynamicImage::ImageRgb8(corners(48, 32)), ImageFormat::Png)
}

pub(crate) fn jpeg() -> Vec<u8> {
    file(&DynamicImage::ImageRgb8(corners(48, 32)), ImageFormat::Jpeg)
}

pub(crate) fn webp() -> Vec<u8> {
    file(&DynamicImage::ImageRgb8(corners(48, 32)), ImageFormat::WebP)
}

pub(crate) fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Thrown numbers that are the same in every run.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % end
    }

    pub(crate) fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }
}

/// The bytes with some of them changed, doubled or left out.
pub(crate) fn mangled(bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut dice = Dice::new(seed);
    let mut mangled = bytes.to_vec();
    for _ in 0..=dice.below(12) {
        // The first bytes stay, or it would be no picture at all.
        let at = 12 + dice.below(mangled.len() - 12);
        match dice.below(4) {
            0 => mangled[at] = dice.byte(),
            1 => mangled[at] ^= 1 << dice.below(8),
            2 => drop(mangled.remove(at)),
            _ => mangled.insert(at, dice.byte()),
        }
    }
    mangled
}
