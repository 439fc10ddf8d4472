//! WebP pictures that are broken, too large, that move, or carry something along.
//!
//! Deliberately built around the frames of an honest one.

use image::{DynamicImage, ImageFormat};
use pictures::Refusal;

use crate::seed::{self, mangled};
use crate::{Becomes, Case, SECRET, case, jpeg};

pub(crate) fn all() -> Vec<Case> {
    [shapes(), passengers(), damage()].into_iter().flatten().collect()
}

/// A chunk with its length, filled up to an even one.
fn chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap();
    let filling = &[0][..data.len() % 2];
    [&name[..], &length.to_le_bytes(), data, filling].concat()
}

fn riff(chunks: &[Vec<u8>]) -> Vec<u8> {
    let inside = [&b"WEBP"[..], &chunks.concat()].concat();
    let length = u32::try_from(inside.len()).unwrap();
    [&b"RIFF"[..], &length.to_le_bytes(), &inside].concat()
}

/// The honest picture's own chunk.
fn frame() -> Vec<u8> {
    seed::webp()[12..].to_vec()
}

/// A length less one in three bytes.
fn less_one(length: u32) -> [u8; 3] {
    let [one, two, three, _] = (length - 1).to_le_bytes();
    [one, two, three]
}

/// The head of a WebP with more than a picture in it.
fn extended(flags: u8, width: u32, height: u32) -> Vec<u8> {
    chunk(*b"VP8X", &[&[flags, 0, 0, 0][..], &less_one(width), &less_one(height)].concat())
}

fn shapes() -> Vec<Case> {
    let see_through = DynamicImage::ImageRgb8(seed::corners(40, 20)).to_rgba8().into();
    let flood = |head: [u8; 4]| riff(&[chunk(*b"VP8L", &[&[0x2f], &head[..], &[0; 20]].concat())]);
    vec![
        case("webp as it should be", seed::webp(), Becomes::Pixels(48, 32)),
        case("webp with alpha", seed::file(&see_through, ImageFormat::WebP), Becomes::Pixels(40, 20)),
        case("webp flood of 16383 by 16383", flood([0xfe, 0xbf, 0xff, 0x0f]), Becomes::Refused(Refusal::TooLarge)),
        case("webp flood of 16384 by 16384", flood([0xff, 0xff, 0xff, 0x0f]), Becomes::NotTaken),
        case("webp flood of a canvas without end", riff(&[extended(0, 1 << 24, 1 << 24), frame()]), Becomes::NotTaken),
        case(
            "webp with a canvas larger than its picture",
            riff(&[extended(0, 7_000, 3_000), frame()]),
            Becomes::Either,
        ),
        case("webp that moves", riff(&moving()), Becomes::Either),
        case(
            "webp that moves without a frame",
            riff(&[extended(2, 48, 32), chunk(*b"ANIM", &[0; 6])]),
            Becomes::NotTaken,
        ),
    ]
}

fn moving() -> Vec<Vec<u8>> {
    let place = |data: &[u8]| {
        let head = [&[0; 6][..], &less_one(48), &less_one(32), &[100, 0, 0, 0]].concat();
        chunk(*b"ANMF", &[&head[..], data].concat())
    };
    vec![
        extended(2, 48, 32),
        chunk(*b"ANIM", &[0; 6]),
        place(&frame()),
        place(&frame()),
        chunk(*b"XMP ", jpeg::xmp().as_bytes()),
    ]
}

fn passengers() -> Vec<Case> {
    let clean = Becomes::Pixels(48, 32);
    let carrying = |flags, more: Vec<u8>| riff(&[extended(flags, 48, 32), frame(), more]);
    vec![
        case("webp with exif and a place", carrying(8, chunk(*b"EXIF", &jpeg::exif(1))), clean),
        case("webp with exif that turns it", carrying(8, chunk(*b"EXIF", &jpeg::exif(8))), Becomes::Pixels(32, 48)),
        case("webp with xmp", carrying(4, chunk(*b"XMP ", jpeg::xmp().as_bytes())), clean),
        case(
            "webp with a colour profile",
            riff(&[extended(32, 48, 32), chunk(*b"ICCP", SECRET.as_bytes()), frame()]),
            clean,
        ),
        case("webp with a chunk nobody knows", carrying(0, chunk(*b"HEAR", SECRET.as_bytes())), clean),
        case(
            "webp with a web page behind it",
            [&seed::webp()[..], format!("<script>{SECRET}").as_bytes()].concat(),
            clean,
        ),
    ]
}

fn damage() -> Vec<Case> {
    let good = seed::webp();
    let cut = |at: usize| case(&format!("webp cut off after {at} bytes"), good[..at].to_vec(), Becomes::NotTaken);
    let mut cases: Vec<Case> = [11, 12, 16, 24, good.len() / 2, good.len() - 4].into_iter().map(cut).collect();
    let long = [&good[..4], &0xffff_fff0_u32.to_le_bytes(), &good[8..]].concat();
    cases.extend([
        case("webp that says it is longer than it is", long, Becomes::Either),
        case("webp without a picture", riff(&[]), Becomes::Refused(Refusal::Broken)),
        case("webp whose picture has no bytes", riff(&[chunk(*b"VP8 ", &[])]), Becomes::Refused(Refusal::Broken)),
    ]);
    cases.extend(
        (0..24).map(|seed| case(&format!("webp mangled, throw {seed}"), mangled(&good, seed), Becomes::Either)),
    );
    cases
}
