//! The leak scan over a finished file: its bytes, what can be read in it, its metadata and its name.
//!
//! Deliberately not the protection itself: a copy was made from what its reader may have. This is the second look.

use board::left_out::Rule;
use board::matter::CopyFormat;
use board::scan::{Banned, held_back};

use super::contents::Contents;

/// Under which rules something is in a file that its reader may not know; nothing, when it is clean.
pub(super) fn found(
    bytes: &[u8],
    name: &str,
    format: CopyFormat,
    contents: &Contents,
    banned: &[Banned],
) -> anyhow::Result<Vec<Rule>> {
    let mut texts = vec![name.to_owned(), String::from_utf8_lossy(bytes).into_owned()];
    texts.extend(contents.document().map(board::document::Document::words));
    texts.extend(inside(bytes, format, contents)?);
    let mut rules: Vec<Rule> = texts.iter().flat_map(|text| held_back(text, banned)).collect();
    rules.sort();
    rules.dedup();
    Ok(rules)
}

/// What a program finds in a file that packs its words: the parts of a Word file, the text and the metadata of a PDF.
fn inside(bytes: &[u8], format: CopyFormat, contents: &Contents) -> anyhow::Result<Vec<String>> {
    Ok(match contents {
        Contents::Days(_) | Contents::Data(_) => Vec::new(),
        Contents::Decision(_) => minutes::words_in_pdf(bytes)?,
        Contents::Minutes(_) | Contents::Letter(_) => match format {
            CopyFormat::Docx => minutes::words_in_docx(bytes)?,
            CopyFormat::Pdf => minutes::words_in_pdf(bytes)?,
            CopyFormat::AccessibleHtml | CopyFormat::Json => Vec::new(),
        },
    })
}
