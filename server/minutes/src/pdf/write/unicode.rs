//! What the codes of each font stand for: the map from code to characters and the map from code to glyph.
//!
//! The writer of the PDF takes codes for glyph numbers, one meaning each; these two maps replace what it wrote.

use std::collections::BTreeMap;
use std::fmt::Write;

use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream};

use super::embed::Embedded;
use crate::pdf::{PdfError, face::Face};

/// No map may list more codes than this at a time.
const BLOCK: usize = 100;

/// Gives every font of the file its two maps.
pub(super) fn maps(file: &mut File, faces: &BTreeMap<Face, Embedded>) -> Result<(), PdfError> {
    for face in faces.values() {
        let Some(id) = font(file, &face.name) else { return Err(PdfError::Unmapped) };
        let characters = file.get_dictionary(id)?.get(b"ToUnicode")?.as_reference()?;
        file.set_object(characters, Stream::new(Dictionary::new(), characters_map(face).into_bytes()));
        let glyphs = file.add_object(Stream::new(Dictionary::new(), glyph_map(face)));
        let font = file.get_object_mut(id)?.as_dict_mut()?;
        for descendant in font.get_mut(b"DescendantFonts")?.as_array_mut()? {
            descendant.as_dict_mut()?.set("CIDToGIDMap", Object::Reference(glyphs));
        }
    }
    Ok(())
}

/// The font of this name.
fn font(file: &File, name: &str) -> Option<ObjectId> {
    let named = |object: &Object| {
        let font = object.as_dict().ok()?;
        let is_whole = font.get(b"DescendantFonts").is_ok();
        let same = font.get(b"BaseFont").and_then(Object::as_name).ok()? == name.as_bytes();
        (is_whole && same).then_some(())
    };
    file.objects.iter().find(|(_, object)| named(object).is_some()).map(|(id, _)| *id)
}

/// The glyph of each code, two bytes each, from code 0.
fn glyph_map(face: &Embedded) -> Vec<u8> {
    let glyphs = std::iter::once(0_u16).chain(face.uses().map(|(glyph, _)| glyph));
    glyphs.flat_map(u16::to_be_bytes).collect()
}

/// The characters of each code; a code that stands for nothing is not in it.
fn characters_map(face: &Embedded) -> String {
    let said: Vec<(u16, &str)> =
        (1_u16..).zip(face.uses().map(|(_, text)| text)).filter(|(_, text)| !text.is_empty()).collect();
    let mut map = String::from(HEAD);
    for block in said.chunks(BLOCK) {
        list(block, &mut map);
    }
    map.push_str(FOOT);
    map
}

/// Lists some codes with their characters in hexadecimal. Writing to a string cannot fail.
fn list(block: &[(u16, &str)], map: &mut String) {
    let _ = writeln!(map, "{} beginbfchar", block.len());
    for (code, text) in block {
        let _ = write!(map, "<{code:04X}> <");
        for unit in text.encode_utf16() {
            let _ = write!(map, "{unit:04X}");
        }
        map.push_str(">\n");
    }
    map.push_str("endbfchar\n");
}

/// How such a map begins.
const HEAD: &str = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
    /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
    /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
    1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";

/// And how it ends.
const FOOT: &str = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
