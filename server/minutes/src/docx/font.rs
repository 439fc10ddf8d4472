//! The paper's own letters, brought along in the file, so that it looks the same on a machine that does not have them.
//!
//! Deliberately not here: letters for other scripts. Word and LibreOffice find those on the machine, letter by letter.

use super::{
    WORD,
    package::{Kind, Part, RELATIONSHIPS},
};
use crate::xml::{Element, el, val};

/// The family.
pub(super) const FAMILY: &str = "Atkinson Hyperlegible Next";

/// What stands in where a program does not take fonts from a file.
const INSTEAD: &str = "Arial";

const REGULAR: &[u8] = include_bytes!("../../fonts/AtkinsonHyperlegibleNext_400Regular.ttf");
const SEMI_BOLD: &[u8] = include_bytes!("../../fonts/AtkinsonHyperlegibleNext_600SemiBold.ttf");

/// What the first 32 bytes of a font are mixed with; Word's format asks for it, and it keeps nothing secret.
const KEY: [u8; 16] = *b"\xA3\x1E\x60\x05\x9C\x4B\x42\x7D\x8F\x21\x6A\xD4\x0B\x93\x5E\x77";

/// Which fonts the file brings.
pub(super) fn table() -> Element {
    let key = format!("{{{}}}", guid());
    let brought = |name, kind: Kind| el(name).attr("r:id", kind.id()).attr("w:fontKey", &key);
    let font = el("w:font")
        .attr("w:name", FAMILY)
        .with(val("w:altName", INSTEAD))
        .with(val("w:family", "swiss"))
        .with(val("w:pitch", "variable"))
        .with(brought("w:embedRegular", Kind::FontRegular))
        .with(brought("w:embedBold", Kind::FontBold));
    el("w:fonts").attr("xmlns:w", WORD).attr("xmlns:r", RELATIONSHIPS).with(font)
}

/// The ordinary weight.
pub(super) fn regular() -> Part {
    Part::new("word/fonts/font1.odttf", Kind::FontRegular, mixed(REGULAR))
}

/// The heavier weight.
pub(super) fn bold() -> Part {
    Part::new("word/fonts/font2.odttf", Kind::FontBold, mixed(SEMI_BOLD))
}

/// The key as it is written: its bytes from the last to the first.
fn guid() -> String {
    let hex = format!("{:032X}", u128::from_le_bytes(KEY));
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

fn mixed(font: &[u8]) -> Vec<u8> {
    let mut mixed = font.to_vec();
    for (byte, key) in mixed.iter_mut().zip(KEY.iter().chain(&KEY)) {
        *byte ^= key;
    }
    mixed
}
