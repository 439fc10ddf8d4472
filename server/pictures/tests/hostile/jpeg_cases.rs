//! JPEGs that are broken, too large, or carry something along; and the honest kinds that cameras and old programs write.
//!
//! Deliberately without judgement of decoders: what matters is what comes out.

use pictures::Refusal;

use crate::jpeg::{by_hand, exif, exif_segment, segment, with, xmp};
use crate::seed::{self, mangled};
use crate::{Becomes, Case, SECRET, case};

pub(crate) fn all() -> Vec<Case> {
    [shapes(), sizes(), passengers(), damage()].into_iter().flatten().collect()
}

fn shapes() -> Vec<Case> {
    let adobe = segment(0xee, b"Adobe\0\x64\0\0\0\0\0");
    vec![
        case("jpeg as it should be", seed::jpeg(), Becomes::Pixels(48, 32)),
        case("jpeg of greys", by_hand(0xc0, 1, 24, 16), Becomes::Pixels(24, 16)),
        case("jpeg that comes in passes", by_hand(0xc2, 1, 24, 16), Becomes::Pixels(24, 16)),
        case("jpeg that comes in passes, in colour", by_hand(0xc2, 3, 24, 16), Becomes::Pixels(24, 16)),
        case("jpeg in the colours of print", with(&by_hand(0xc0, 4, 24, 16), &[adobe]), Becomes::Pixels(24, 16)),
        case("jpeg in the colours of print, unsaid", by_hand(0xc0, 4, 24, 16), Becomes::Either),
        case("jpeg of two colours", by_hand(0xc0, 2, 24, 16), Becomes::Either),
        case("jpeg without loss, which nobody reads", by_hand(0xc3, 1, 24, 16), Becomes::NotTaken),
        case("jpeg in arithmetic code, which nobody reads", by_hand(0xc9, 1, 24, 16), Becomes::NotTaken),
    ]
}

fn sizes() -> Vec<Case> {
    let claims = |frame, width, height| {
        let mut bytes = by_hand(frame, 1, 8, 8);
        let head = bytes.windows(2).position(|two| two == [0xff, frame]).unwrap();
        bytes[head + 5..head + 7].copy_from_slice(&u16::to_be_bytes(height));
        bytes[head + 7..head + 9].copy_from_slice(&u16::to_be_bytes(width));
        bytes
    };
    vec![
        case("jpeg flood of 65500 by 65500", claims(0xc0, 65_500, 65_500), Becomes::Refused(Refusal::TooLarge)),
        case(
            "jpeg flood of 65500 by 65500 in passes",
            claims(0xc2, 65_500, 65_500),
            Becomes::Refused(Refusal::TooLarge),
        ),
        case("jpeg that says it is 8001 wide", claims(0xc0, 8_001, 8), Becomes::Refused(Refusal::TooLarge)),
        case("jpeg of 8000 by 8000", claims(0xc0, 8_000, 8_000), Becomes::Refused(Refusal::TooLarge)),
        case("jpeg of 24 million that has almost no pixels", claims(0xc0, 6_000, 4_000), Becomes::Either),
        case("jpeg of 24 million in passes that has almost no pixels", claims(0xc2, 6_000, 4_000), Becomes::Either),
        case("jpeg of no width", claims(0xc0, 0, 8), Becomes::NotTaken),
        case("jpeg of no height", claims(0xc0, 8, 0), Becomes::NotTaken),
    ]
}

/// What travels in a JPEG beside its pixels.
fn passengers() -> Vec<Case> {
    let clean = Becomes::Pixels(48, 32);
    let carrying = |segments: &[Vec<u8>]| with(&seed::jpeg(), segments);
    let tail = |tail: &[u8]| [&seed::jpeg(), tail].concat();
    let text = |before: &[u8]| [before, SECRET.as_bytes()].concat();
    let script = format!("<html><script>alert('{SECRET}')</script></html>");
    let many: Vec<Vec<u8>> = (0..5_000).map(|_| segment(0xfe, SECRET.as_bytes())).collect();
    vec![
        case("jpeg with exif, a place and a small picture inside", carrying(&[exif_segment(1)]), clean),
        case("jpeg with exif twice", carrying(&[exif_segment(1), exif_segment(1)]), clean),
        case(
            "jpeg with exif that points nowhere",
            carrying(&[segment(0xe1, &[b"Exif\0\0II*\0", &[0xff; 40][..]].concat())]),
            clean,
        ),
        case("jpeg with exif that goes round in a circle", carrying(&[circular()]), clean),
        case(
            "jpeg with exif that was cut off",
            carrying(&[segment(0xe1, &[b"Exif\0\0", &exif(1)[..30]].concat())]),
            clean,
        ),
        case(
            "jpeg with xmp",
            carrying(&[segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", xmp().as_bytes()].concat())]),
            clean,
        ),
        case("jpeg with a colour profile", carrying(&[segment(0xe2, &text(b"ICC_PROFILE\0\x01\x01"))]), clean),
        case("jpeg with a newspaper's notes", carrying(&[segment(0xed, &text(b"Photoshop 3.0\0"))]), clean),
        case("jpeg with a comment", carrying(&[segment(0xfe, SECRET.as_bytes())]), clean),
        case("jpeg with five thousand comments", carrying(&many), clean),
        case("jpeg with a segment nobody knows", carrying(&[segment(0xeb, SECRET.as_bytes())]), clean),
        case("jpeg with a web page behind it", tail(script.as_bytes()), clean),
        case("jpeg with a web page in a comment", carrying(&[segment(0xfe, script.as_bytes())]), clean),
        case("jpeg with a program behind it", tail(format!("MZ\u{90}\0{SECRET}").as_bytes()), clean),
        case("jpeg with a zip behind it", tail(format!("PK\x03\x04{SECRET}PK\x05\x06").as_bytes()), clean),
        case(
            "jpeg with a film behind it, as phones make them",
            tail(format!("\0\0\0\x18ftypmp42{SECRET}").as_bytes()),
            clean,
        ),
        case("jpeg with a second jpeg behind it", tail(&carrying(&[exif_segment(1)])), clean),
    ]
}

/// A list of notes whose next list is itself.
fn circular() -> Vec<u8> {
    segment(0xe1, b"Exif\0\0II*\0\x08\0\0\0\0\0\x08\0\0\0")
}

fn damage() -> Vec<Case> {
    let good = seed::jpeg();
    let broken = Becomes::Refused(Refusal::Broken);
    let cut = |at: usize| case(&format!("jpeg cut off after {at} bytes"), good[..at].to_vec(), broken);
    let with_small = with(&good, &[exif_segment(1)]);
    let mut cases: Vec<Case> = [3, 4, 10, 20, 100, 300, good.len() - 30, good.len() - 2].into_iter().map(cut).collect();
    cases.extend([
        case("jpeg cut off after the small picture in it", with_small[..with_small.len() - 40].to_vec(), broken),
        case("jpeg that is only its first bytes and its end", vec![0xff, 0xd8, 0xff, 0xd9], broken),
        case(
            "jpeg with a segment longer than the file",
            [&[0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff], &good[2..]].concat(),
            Becomes::NotTaken,
        ),
        case(
            "jpeg with a segment of no length",
            [&[0xff, 0xd8, 0xff, 0xe1, 0, 0], &good[2..]].concat(),
            Becomes::Either,
        ),
        case(
            "jpeg without tables",
            [&[0xff, 0xd8][..], &good[good.windows(2).position(|two| two == [0xff, 0xc0]).unwrap()..]].concat(),
            Becomes::Either,
        ),
    ]);
    cases.extend(
        (0..24).map(|seed| case(&format!("jpeg mangled, throw {seed}"), mangled(&good, seed), Becomes::Either)),
    );
    cases
}
