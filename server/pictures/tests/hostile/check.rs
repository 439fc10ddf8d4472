//! What is true of every picture that comes out: nothing in it but pixels, and not too many of them.
//!
//! Deliberately walks through the files on its own, and does not ask the crate that wrote them.

use pictures::{Clean, Scaled};

use crate::SECRET;

/// Words that only stand in a file because something beside pixels does.
const TRACES: [&[u8]; 13] = [
    SECRET.as_bytes(),
    b"Exif",
    b"eXIf",
    b"http://ns.adobe.com",
    b"iCCP",
    b"ICC_PROFILE",
    b"Photoshop",
    b"tEXt",
    b"zTXt",
    b"iTXt",
    b"acTL",
    b"<script",
    b"PK\x03\x04",
];

/// A clean picture, in both sizes.
pub(crate) fn clean(clean: &Clean) {
    one(&clean.screen, 1_600);
    one(&clean.small, 400);
}

fn one(scaled: &Scaled, most: u32) {
    assert!(scaled.width.max(scaled.height) <= most && scaled.width.min(scaled.height) > 0, "{} dots", scaled.width);
    for trace in TRACES {
        let found = scaled.bytes.windows(trace.len()).any(|window| window == trace);
        assert!(!found, "{} came through", String::from_utf8_lossy(trace));
    }
    let parts = if scaled.bytes.starts_with(b"\x89PNG") { png(&scaled.bytes) } else { jpeg(&scaled.bytes) };
    assert!(parts.iter().all(|part| ALLOWED.contains(&part.as_str())), "{parts:?}");
    let picture = image::load_from_memory(&scaled.bytes).unwrap();
    assert_eq!((picture.width(), picture.height()), (scaled.width, scaled.height));
}

/// The parts a picture cannot do without.
const ALLOWED: [&str; 9] = ["IHDR", "IDAT", "IEND", "e0 JFIF", "db", "c0", "c4", "da", "d9"];

/// The chunks of a PNG; panics when anything stands after the last.
fn png(bytes: &[u8]) -> Vec<String> {
    let mut parts = Vec::new();
    let mut at = 8;
    while at < bytes.len() {
        let length = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        parts.push(String::from_utf8(bytes[at + 4..at + 8].to_vec()).unwrap());
        at += 12 + usize::try_from(length).unwrap();
    }
    assert_eq!(at, bytes.len());
    parts
}

/// The segments of a JPEG; panics when anything stands after its end.
fn jpeg(bytes: &[u8]) -> Vec<String> {
    let mut parts = Vec::new();
    let mut at = 2;
    loop {
        let marker = bytes[at + 1];
        let length = usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
        parts.push(match marker {
            0xe0..=0xef => format!("{marker:x} {}", String::from_utf8_lossy(&bytes[at + 4..at + 8])),
            _ => format!("{marker:x}"),
        });
        at += 2 + length;
        if marker == 0xda {
            break;
        }
    }
    let pixels = &bytes[at..bytes.len() - 2];
    let marker = pixels.windows(2).find(|two| two[0] == 0xff && two[1] != 0);
    assert_eq!(marker, None, "pixels are followed by something that is none");
    assert_eq!(bytes[bytes.len() - 2..], [0xff, 0xd9]);
    parts.push("d9".to_owned());
    parts
}
