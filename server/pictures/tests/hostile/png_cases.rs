//! PNGs that are broken, too large, too rich, or carry something along.
//!
//! Deliberately without judgement of decoders: what matters is what comes out.

use image::{DynamicImage, ImageFormat};
use pictures::Refusal;

use crate::png::{Head, SIGNATURE, chunk, deflated, png, rows, with, zeros};
use crate::seed::{self, mangled};
use crate::{Becomes, Case, SECRET, case, jpeg};

pub(crate) fn all() -> Vec<Case> {
    [shapes(), sizes(), passengers(), bombs(), damage()].into_iter().flatten().collect()
}

/// Honest pictures of every sort.
fn shapes() -> Vec<Case> {
    let passes = [(1, 1), (1, 1), (2, 1), (2, 2), (4, 2), (4, 4), (8, 4)];
    let interlaced: Vec<u8> =
        passes.into_iter().flat_map(|(width, height)| rows(&[9; 24][..3 * width], height)).collect();
    let wide = DynamicImage::ImageRgb8(seed::corners(40, 20));
    let palette = chunk(*b"PLTE", &[255, 0, 0, 0, 0, 255]);
    let see_through = chunk(*b"tRNS", &[0, 255]);
    vec![
        case("png as it should be", seed::png(), Becomes::Pixels(48, 32)),
        case("png of 16 bits", seed::file(&wide.to_rgb16().into(), ImageFormat::Png), Becomes::Pixels(40, 20)),
        case(
            "png of 16 bits with alpha",
            seed::file(&wide.to_rgba16().into(), ImageFormat::Png),
            Becomes::Pixels(40, 20),
        ),
        case("png of greys", seed::file(&wide.to_luma8().into(), ImageFormat::Png), Becomes::Pixels(40, 20)),
        case("png of one bit", png(Head(16, 8, 1, 0, 0), &[], &rows(&[0xf0, 0x0f], 8)), Becomes::Pixels(16, 8)),
        case(
            "png with a palette",
            png(Head(8, 8, 1, 3, 0), std::slice::from_ref(&palette), &rows(&[0xaa], 8)),
            Becomes::Pixels(8, 8),
        ),
        case(
            "png with a palette one can see through",
            png(Head(8, 8, 1, 3, 0), &[palette, see_through], &rows(&[0xaa], 8)),
            Becomes::Pixels(8, 8),
        ),
        case("png interlaced", png(Head(8, 8, 8, 2, 1), &[], &interlaced), Becomes::Pixels(8, 8)),
        case(
            "png with a palette index beyond its palette",
            png(Head(8, 8, 8, 3, 0), &[chunk(*b"PLTE", &[1, 2, 3])], &rows(&[200; 8], 8)),
            Becomes::Either,
        ),
    ]
}

/// Heads that promise too much or too little.
fn sizes() -> Vec<Case> {
    let claims = |width, height| png(Head(width, height, 8, 2, 0), &[], &rows(&[0; 3], 1));
    let claims_deep = |width, height| png(Head(width, height, 16, 6, 0), &[], &rows(&[0; 8], 1));
    vec![
        case("png that says it is 8001 wide", claims(8_001, 10), Becomes::Refused(Refusal::TooLarge)),
        case("png that says it is 8001 high", claims(10, 8_001), Becomes::Refused(Refusal::TooLarge)),
        case("png flood of 8000 by 8000", claims(8_000, 8_000), Becomes::Refused(Refusal::TooLarge)),
        case("png flood of 16 bits with alpha", claims_deep(6_000, 4_000), Becomes::Refused(Refusal::TooLarge)),
        case("png flood of two thousand million a side", claims(0x7fff_ffff, 0x7fff_ffff), Becomes::NotTaken),
        case("png with a side beyond the format", claims(0xffff_ffff, 1), Becomes::NotTaken),
        case("png of no width", claims(0, 10), Becomes::Refused(Refusal::Broken)),
        case("png of no height", claims(10, 0), Becomes::Refused(Refusal::Broken)),
        case("png of 24 million that has almost no pixels", claims(6_000, 4_000), Becomes::Refused(Refusal::Broken)),
        case(
            "png one dot wide and 8000 high",
            png(Head(1, 8_000, 8, 2, 0), &[], &rows(&[7; 3], 8_000)),
            Becomes::Pixels(1, 1_600),
        ),
    ]
}

/// What travels in a PNG beside its pixels.
fn passengers() -> Vec<Case> {
    let clean = Becomes::Pixels(48, 32);
    let carrying = |name: [u8; 4], data: &[u8]| with(&seed::png(), &[chunk(name, data)]);
    let squeezed = |before: &[u8], text: &str| [before, &deflated(text.as_bytes())].concat();
    let tail = |tail: &[u8]| [&seed::png(), tail].concat();
    let exif = jpeg::exif(6);
    let script = format!("<html><script>alert('{SECRET}')</script></html>");
    vec![
        case("png with a comment", carrying(*b"tEXt", format!("Comment\0{SECRET}").as_bytes()), clean),
        case("png with a squeezed comment", carrying(*b"zTXt", &squeezed(b"Comment\0\0", SECRET)), clean),
        case(
            "png with a comment in two languages",
            carrying(*b"iTXt", format!("Comment\0\0\0en\0\0{SECRET}").as_bytes()),
            clean,
        ),
        case(
            "png with xmp",
            carrying(*b"iTXt", format!("XML:com.adobe.xmp\0\0\0\0\0{}", jpeg::xmp()).as_bytes()),
            clean,
        ),
        case("png with exif and a place", carrying(*b"eXIf", &jpeg::exif(1)), clean),
        case("png with exif that turns it", carrying(*b"eXIf", &exif), Becomes::Pixels(32, 48)),
        case("png with a colour profile", carrying(*b"iCCP", &squeezed(b"name\0\0", SECRET)), clean),
        case("png with a time", carrying(*b"tIME", &[7, 234, 9, 24, 13, 30, 0]), clean),
        case("png with a chunk nobody knows", carrying(*b"heAr", SECRET.as_bytes()), clean),
        case("png with a web page behind it", tail(script.as_bytes()), clean),
        case("png with a zip behind it", tail(format!("PK\x03\x04{SECRET}PK\x05\x06").as_bytes()), clean),
        case("png with a pdf behind it", tail(format!("%PDF-1.7 {SECRET} %%EOF").as_bytes()), clean),
        case("png with a second png behind it", tail(&carrying(*b"tEXt", SECRET.as_bytes())), clean),
        case("png that moves", moving(), clean),
        case("png with words in its pixels' stream", in_the_stream(), Becomes::Either),
    ]
}

/// A second frame that holds something the first does not show.
fn moving() -> Vec<u8> {
    let plays = [&2_u32.to_be_bytes()[..], &0_u32.to_be_bytes()].concat();
    let frame = |number: u32| {
        let places: Vec<u8> = [number, 48, 32, 0, 0].iter().flat_map(|part| part.to_be_bytes()).collect();
        [&places[..], &[0, 1, 0, 10, 0, 0]].concat()
    };
    let second = [&2_u32.to_be_bytes()[..], SECRET.as_bytes()].concat();
    let still = seed::png();
    let (all, end) = still.split_at(still.len() - 12);
    let begun = with(all, &[chunk(*b"acTL", &plays), chunk(*b"fcTL", &frame(0))]);
    [&begun[..], &chunk(*b"fcTL", &frame(1)), &chunk(*b"fdAT", &second), end].concat()
}

/// Words behind the last row, inside what is squeezed.
fn in_the_stream() -> Vec<u8> {
    let rows = [rows(&[5; 24], 8), SECRET.as_bytes().to_vec()].concat();
    png(Head(8, 8, 8, 2, 0), &[], &rows)
}

/// Small files that become large.
fn bombs() -> Vec<Case> {
    let before = |keyword: &[u8], megabytes| [keyword, &zeros(megabytes)].concat();
    let bomb = |name: [u8; 4], data: &[u8]| with(&seed::png(), &[chunk(name, data)]);
    let many: Vec<Vec<u8>> = (0..20_000).map(|_| chunk(*b"tEXt", b"a\0b")).collect();
    vec![
        case("png bomb in a comment", bomb(*b"zTXt", &before(b"Comment\0\0", 1_024)), Becomes::Either),
        case("png bomb in a colour profile", bomb(*b"iCCP", &before(b"name\0\0", 1_024)), Becomes::Either),
        case(
            "png bomb in a comment in two languages",
            bomb(*b"iTXt", &before(b"Comment\0\x01\0\0\0", 512)),
            Becomes::Either,
        ),
        case(
            "png bomb in its pixels",
            [&head_of(8, 8)[..], &chunk(*b"IDAT", &zeros(1_024)), &chunk(*b"IEND", &[])].concat(),
            Becomes::Either,
        ),
        case("png with twenty thousand comments", with(&seed::png(), &many), Becomes::Either),
    ]
}

fn head_of(width: u32, height: u32) -> Vec<u8> {
    png(Head(width, height, 8, 2, 0), &[], &[])[..8 + 25].to_vec()
}

/// What a bad line or a bad disk does.
fn damage() -> Vec<Case> {
    let good = seed::png();
    let broken = Becomes::Refused(Refusal::Broken);
    let cut = |at: usize| case(&format!("png cut off after {at} bytes"), good[..at].to_vec(), broken);
    let flipped = |at: usize| {
        let mut bytes = good.clone();
        bytes[at] ^= 1;
        bytes
    };
    let longest = [&SIGNATURE[..], &0xffff_fff0_u32.to_be_bytes(), b"IHDR"].concat();
    let twice = [&good[..33], &good[8..]].concat();
    let mut cases: Vec<Case> = [8, 9, 20, 33, 40, good.len() / 2, good.len() - 20].into_iter().map(cut).collect();
    cases.extend([
        case("png with a wrong sum over its head", flipped(30), Becomes::NotTaken),
        case("png with a wrong sum over its pixels", flipped(good.len() - 13), Becomes::NotTaken),
        case("png with a chunk of four thousand million bytes", longest, broken),
        case("png with two heads", twice, Becomes::Either),
        case("png without pixels", [&good[..33], &chunk(*b"IEND", &[])].concat(), broken),
        case("png with a colour type there is not", png(Head(8, 8, 8, 5, 0), &[], &[]), broken),
        case("png with bits there are not", png(Head(8, 8, 3, 2, 0), &[], &[]), broken),
        case(
            "png with a filter there is not",
            png(Head(8, 8, 8, 2, 0), &[], &[&[9][..], &[0; 24]].concat().repeat(8)),
            Becomes::NotTaken,
        ),
        case(
            "png that lost the first bit of its name",
            [&[0x09], &good[1..]].concat(),
            Becomes::Refused(Refusal::Unknown),
        ),
    ]);
    cases
        .extend((0..24).map(|seed| case(&format!("png mangled, throw {seed}"), mangled(&good, seed), Becomes::Either)));
    cases
}
