//! JPEGs built segment by segment, and what cameras write into them.
//!
//! Deliberately tiny: a picture of equal squares needs a handful of bits.

use crate::SECRET;

/// A segment with its length.
pub(crate) fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap();
    [&[0xff, marker], &length.to_be_bytes()[..], data].concat()
}

/// A JPEG with segments put in after its first two bytes.
pub(crate) fn with(jpeg: &[u8], segments: &[Vec<u8>]) -> Vec<u8> {
    [&jpeg[..2], &segments.concat(), &jpeg[2..]].concat()
}

/// A segment of what a camera notes.
pub(crate) fn exif_segment(orientation: u16) -> Vec<u8> {
    segment(0xe1, &[b"Exif\0\0", &exif(orientation)[..]].concat())
}

/// What a camera notes: how it was held, words, a place on the earth, and a small picture with words of its own.
pub(crate) fn exif(orientation: u16) -> Vec<u8> {
    let small = with(&by_hand(0xc0, 1, 8, 8), &[segment(0xfe, SECRET.as_bytes())]);
    // Two lists of entries: the first of four, the second of two, each with its end; then places and words.
    let (first, second, place) = (8, 8 + 2 + 4 * 12 + 4, 8 + 2 + 4 * 12 + 4 + 2 + 2 * 12 + 4);
    let words = place + 2 + 2 * 12 + 4;
    let secret = SECRET.as_bytes();
    let picture = words + secret.len() + 24;
    let number = |value: usize| u32::try_from(value).unwrap();
    let entry = |tag: u16, kind: u16, count: usize, value: usize| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &number(count).to_le_bytes(), &number(value).to_le_bytes()]
            .concat()
    };
    let list = |entries: &[Vec<u8>], next: usize| {
        let count = u16::try_from(entries.len()).unwrap();
        [&count.to_le_bytes()[..], &entries.concat(), &number(next).to_le_bytes()].concat()
    };
    let north = u32::from_le_bytes(*b"N\0\0\0");
    let entries = [
        entry(0x010e, 2, secret.len(), words),
        entry(0x0112, 3, 1, usize::from(orientation)),
        entry(0x013b, 2, secret.len(), words),
        entry(0x8825, 4, 1, place),
    ];
    let small_entries = [entry(0x0201, 4, 1, picture), entry(0x0202, 4, 1, small.len())];
    let place_entries = [entry(1, 2, 2, usize::try_from(north).unwrap()), entry(2, 5, 3, words + secret.len())];
    let degrees: Vec<u8> = [52_u32, 1, 37, 1, 51, 1].iter().flat_map(|part| part.to_le_bytes()).collect();
    [
        &b"II*\0"[..],
        &number(first).to_le_bytes(),
        &list(&entries, second),
        &list(&small_entries, 0),
        &list(&place_entries, 0),
        secret,
        &degrees,
        &small,
    ]
    .concat()
}

/// What an editor notes, as XML.
pub(crate) fn xmp() -> String {
    format!("<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>{SECRET}</dc:creator></x:xmpmeta>")
}

/// A JPEG of one grey, by hand: `frame` is its kind of frame, with so many colours.
pub(crate) fn by_hand(frame: u8, colours: u8, width: u16, height: u16) -> Vec<u8> {
    let each = |per: &dyn Fn(u8) -> Vec<u8>| (1..=colours).flat_map(per).collect::<Vec<u8>>();
    let of_frame = each(&|colour| vec![colour, 0x11, 0]);
    let of_scan = each(&|colour| vec![colour, 0]);
    let progressive = frame == 0xc2;
    let size = [&[8], &height.to_be_bytes()[..], &width.to_be_bytes(), &[colours], &of_frame].concat();
    // One code for "as the square before", and one for "nothing more in this square"; each is a single 0.
    let table = |class: u8| [&[class, 1], &[0; 15][..], &[0]].concat();
    let last = if progressive { 0 } else { 63 };
    let scan = [&[colours], &of_scan[..], &[0, last, 0]].concat();
    let squares = usize::from(width.div_ceil(8)) * usize::from(height.div_ceil(8)) * usize::from(colours);
    let bits = squares * if progressive { 1 } else { 2 };
    let mut pixels = vec![0_u8; bits / 8];
    pixels.push(0xff >> (bits % 8));
    // A byte of ones is followed by a zero, so that it is not taken for a marker.
    if pixels.last() == Some(&0xff) {
        pixels.push(0);
    }
    [
        &[0xff, 0xd8][..],
        &segment(0xdb, &[&[0], &[1; 64][..]].concat()),
        &segment(frame, &size),
        &segment(0xc4, &table(0x00)),
        &segment(0xc4, &table(0x10)),
        &segment(0xda, &scan),
        &pixels,
        &[0xff, 0xd9],
    ]
    .concat()
}
