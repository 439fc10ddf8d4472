//! What is no picture that Hearth takes, whatever it is called: each is told by its first bytes.
//!
//! Deliberately also texts and programs that somebody gave a picture's name.

use pictures::{LARGEST_FILE, Other, Refusal};

use crate::{Becomes, Case, case, seed};

pub(crate) fn all() -> Vec<Case> {
    let other = |name: &str, bytes: &[u8], other| case(name, bytes.to_vec(), Becomes::Refused(Refusal::Other(other)));
    let unknown = |name: &str, bytes: &[u8]| case(name, bytes.to_vec(), Becomes::Refused(Refusal::Unknown));
    let heavy = |mut bytes: Vec<u8>| {
        bytes.resize(LARGEST_FILE + 1, 0);
        bytes
    };
    vec![
        other("svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Other::Svg),
        other("svg after a declaration", b"<?xml version='1.0'?>\n<!-- a drawing -->\n<SVG></SVG>", Other::Svg),
        other("svg after a mark of its byte order", "\u{feff}  <svg/>".as_bytes(), Other::Svg),
        other("gif", b"GIF89a\x01\0\x01\0\0\0\0;", Other::Gif),
        other("gif of the older kind", b"GIF87a\x01\0\x01\0\0\0\0;", Other::Gif),
        other("tiff", b"II*\0\x08\0\0\0", Other::Tiff),
        other("tiff the other way round", b"MM\0*\0\0\0\x08", Other::Tiff),
        other("tiff of the large kind", b"II+\0\x08\0\0\0", Other::Tiff),
        other("bmp", b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0", Other::Bmp),
        other("heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Other::Heic),
        other("heic of another brand", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Other::Heic),
        other("avif", b"\0\0\0\x1cftypavif\0\0\0\0avifmif1", Other::Avif),
        other("ico", b"\0\0\x01\0\x01\0\x10\x10", Other::Ico),
        unknown("film", b"\0\0\0\x18ftypmp42\0\0\0\0isommp42"),
        unknown("web page", b"<!doctype html><html><script>alert(1)</script></html>"),
        unknown("text", b"this is not a picture"),
        unknown("program", b"MZ\x90\0\x03\0\0\0"),
        unknown("program of the other kind", b"\x7fELF\x02\x01\x01\0"),
        unknown("zip", b"PK\x03\x04\x14\0"),
        unknown("pdf that does not begin as one", b" %PDF-1.7"),
        unknown("pdf, which is no picture", b"%PDF-1.7"),
        unknown("riff that is a sound", b"RIFF\x24\0\0\0WAVEfmt "),
        unknown("one byte", &[0xff]),
        unknown("two bytes", &[0xff, 0xd8]),
        unknown("zeros", &[0; 4096]),
        case("nothing at all", Vec::new(), Becomes::Refused(Refusal::Empty)),
        case("png of more than twelve megabytes", heavy(seed::png()), Becomes::Refused(Refusal::TooHeavy)),
        case("jpeg of more than twelve megabytes", heavy(seed::jpeg()), Becomes::Refused(Refusal::TooHeavy)),
    ]
}
