//! PNGs built chunk by chunk, honest or not.
//!
//! Deliberately a second telling of the format: an encoder would refuse to write most of these.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// The first eight bytes.
pub(crate) const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// What a head says: width, height, bits, colour type, interlaced.
#[derive(Clone, Copy)]
pub(crate) struct Head(pub(crate) u32, pub(crate) u32, pub(crate) u8, pub(crate) u8, pub(crate) u8);

impl Head {
    fn bytes(self) -> Vec<u8> {
        let Self(width, height, bits, colour, interlaced) = self;
        [&width.to_be_bytes()[..], &height.to_be_bytes(), &[bits, colour, 0, 0, interlaced]].concat()
    }
}

/// A PNG with this head, these chunks before its pixels, and these rows, each with its filter byte.
pub(crate) fn png(head: Head, before: &[Vec<u8>], rows: &[u8]) -> Vec<u8> {
    let mut bytes = SIGNATURE.to_vec();
    bytes.extend(chunk(*b"IHDR", &head.bytes()));
    bytes.extend(before.concat());
    bytes.extend(chunk(*b"IDAT", &deflated(rows)));
    bytes.extend(chunk(*b"IEND", &[]));
    bytes
}

/// So many equal rows.
pub(crate) fn rows(row: &[u8], count: usize) -> Vec<u8> {
    [&[0], row].concat().repeat(count)
}

/// One chunk with its sum.
pub(crate) fn chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap();
    let summed = [&name[..], data].concat();
    [&length.to_be_bytes()[..], &summed, &sum(&summed).to_be_bytes()].concat()
}

/// A PNG with chunks put in after its head.
pub(crate) fn with(png: &[u8], chunks: &[Vec<u8>]) -> Vec<u8> {
    let after_head = 8 + 25;
    [&png[..after_head], &chunks.concat(), &png[after_head..]].concat()
}

pub(crate) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// So many zeros, squeezed; without ever holding them.
pub(crate) fn zeros(megabytes: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let piece = vec![0; 1024 * 1024];
    for _ in 0..megabytes {
        encoder.write_all(&piece).unwrap();
    }
    encoder.finish().unwrap()
}

/// The CRC that closes a chunk.
fn sum(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}
