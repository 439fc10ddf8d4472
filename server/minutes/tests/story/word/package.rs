//! The package around a Word file's parts: whole, the same every time, with its own letters, and silent about its makers.
//!
//! Deliberately not here: what the parts say.

use super::word;
use crate::office::{part, parts, root};
use crate::paper::minutes;

#[test]
fn every_part_is_whole_and_is_found_by_those_that_need_it() {
    let file = word(&minutes());
    let parts = parts(&file);
    let types = root(&parts["[Content_Types].xml"]);
    for (path, bytes) in &parts {
        if path.starts_with("word/fonts/") {
            assert!(bytes.len() > 1_000, "{path}");
        } else {
            root(bytes);
        }
        let named = types.children.iter().any(|of| of.attributes.get("PartName") == Some(&format!("/{path}")));
        assert!(named || path == "[Content_Types].xml" || path.contains("_rels/"), "{path} has no type");
    }
    for (list, folder) in
        [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/"), ("word/_rels/fontTable.xml.rels", "word/")]
    {
        let targets = root(&parts[list]).children;
        assert!(!targets.is_empty());
        for target in targets {
            assert!(parts.contains_key(&format!("{folder}{}", target.attributes["Target"])), "{list}: {target:?}");
        }
    }
}

#[test]
fn the_file_knows_its_title_and_its_language_and_nothing_else() {
    let file = word(&minutes());
    let core = part(&file, "docProps/core.xml");
    let known: Vec<(&str, &str)> = core.children.iter().map(|part| (part.name.as_str(), part.words.as_str())).collect();
    assert_eq!(known, [("dc:title", minutes().title.as_str()), ("dc:language", "en-GB")]);
    let paths: Vec<String> = parts(&file).into_keys().collect();
    assert!(!paths.iter().any(|path| path.contains("app.xml") || path.contains("custom") || path.contains("comments")));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&file)).unwrap();
    for at in 0..archive.len() {
        let entry = archive.by_index(at).unwrap();
        assert_eq!(entry.last_modified().unwrap().year(), 1980, "{:?}", entry.name());
        assert!(entry.comment().is_empty() && entry.extra_data().as_deref().is_none_or(<[u8]>::is_empty));
    }
}

#[test]
fn it_brings_its_own_letters() {
    let file = word(&minutes());
    let parts = parts(&file);
    let table = root(&parts["word/fontTable.xml"]);
    for (kind, path, font) in [
        ("w:embedRegular", "word/fonts/font1.odttf", "AtkinsonHyperlegibleNext_400Regular.ttf"),
        ("w:embedBold", "word/fonts/font2.odttf", "AtkinsonHyperlegibleNext_600SemiBold.ttf"),
    ] {
        let key = table.first(kind).unwrap().attributes["w:fontKey"].clone();
        let digits: String = key.chars().filter(char::is_ascii_hexdigit).collect();
        let key: Vec<u8> =
            (0..16).rev().map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).unwrap()).collect();
        let mut bytes = parts[path].clone();
        for (at, byte) in bytes.iter_mut().take(32).enumerate() {
            *byte ^= key[at % 16];
        }
        let original = std::fs::read(format!("{}/fonts/{font}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        assert!(bytes == original, "{font}");
    }
}

#[test]
fn the_same_paper_is_the_same_file_and_a_small_one() {
    let file = word(&minutes());
    assert!(file == word(&minutes()));
    assert!(file.len() < 80_000, "{}", file.len());
}
