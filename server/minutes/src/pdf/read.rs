//! Reads back from a PDF which edition it says it is, so that a machine can hold a signed paper against its record.
//!
//! Deliberately not here: whether that is true. A PDF can be changed; the record's own chain, which this is compared with,
//! cannot be changed unseen.

use std::collections::BTreeMap;

use board::document::{Edition, Status};
use lopdf::{Document as File, Object};
use quick_xml::NsReader;
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;

/// The namespace of what Hearth says of a paper.
pub(super) const EDITION: &str = "urn:hearth:edition:1#";

/// A name as it is written, and as it is read: whoever changes the file may choose another prefix.
pub(super) type Name = (&'static str, &'static str);

pub(super) const STATUS: Name = ("hearth:status", "status");
pub(super) const AS_AT: Name = ("hearth:asAt", "asAt");
pub(super) const VERSION: Name = ("hearth:version", "version");
pub(super) const FINGERPRINT: Name = ("hearth:fingerprint", "fingerprint");

/// Why a PDF does not tell which edition it is; never anything about what is written in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EditionError {
    /// The bytes are no PDF, or a broken one.
    #[error("this file cannot be read as a PDF. Nothing was changed. Ask for the file again from whoever sent it")]
    Unreadable,
    /// Nothing is said of an edition.
    #[error(
        "this PDF does not say which record it was made from. It was not made by Hearth, or another program has taken that \
         out (printing to a new PDF does). The record is not touched by that. Use the file that Hearth made"
    )]
    Silent,
    /// Something is said that makes no sense.
    #[error(
        "what this PDF says of its record cannot be right: it was changed after Hearth made it, or was damaged. The record \
         is not touched by that. Use the file that Hearth made"
    )]
    Garbled,
}

/// The edition that a PDF says it is.
///
/// # Errors
/// [`EditionError`] when the bytes are no PDF, or say nothing of an edition, or nothing that can be right.
pub fn edition(pdf: &[u8]) -> Result<Edition, EditionError> {
    let file = File::load_mem(pdf).map_err(|_| EditionError::Unreadable)?;
    let said = said(&notes(&file).ok_or(EditionError::Silent)?)?;
    if said.is_empty() {
        return Err(EditionError::Silent);
    }
    let of = |name: Name| said.get(name.1).map(String::as_str);
    let version = of(VERSION).and_then(|number| number.parse().ok()).ok_or(EditionError::Garbled)?;
    let fingerprint = of(FINGERPRINT).map(str::parse).transpose().map_err(|_| EditionError::Garbled)?;
    let as_at = of(AS_AT).unwrap_or_default().to_owned();
    let status = [Status::Draft { as_at }, Status::Final].into_iter().find(|status| Some(status.code()) == of(STATUS));
    Ok(Edition { status: status.ok_or(EditionError::Garbled)?, version, fingerprint })
}

/// The notes of a file, as XML.
fn notes(file: &File) -> Option<String> {
    let id = file.catalog().ok()?.get(b"Metadata").and_then(Object::as_reference).ok()?;
    let stream = file.get_object(id).and_then(Object::as_stream).ok()?;
    let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    String::from_utf8(bytes).ok()
}

/// What the notes say under Hearth's names, as elements or, as other programs write the same, as attributes.
fn said(notes: &str) -> Result<BTreeMap<String, String>, EditionError> {
    let mut reader = NsReader::from_str(notes);
    let mut said = BTreeMap::new();
    let mut open: Option<String> = None;
    loop {
        match reader.read_event().map_err(|_| EditionError::Garbled)? {
            Event::Start(start) | Event::Empty(start) => {
                let (namespace, name) = reader.resolver().resolve_element(start.name());
                open = is_ours(&namespace).then(|| plain(name.as_ref()));
                for attribute in start.attributes().flatten() {
                    let (namespace, name) = reader.resolver().resolve_attribute(attribute.key);
                    if is_ours(&namespace) {
                        said.insert(plain(name.as_ref()), plain(&attribute.value));
                    }
                }
            }
            Event::Text(text) => {
                if let Some(name) = &open {
                    said.insert(name.clone(), plain(&text));
                }
            }
            Event::End(_) => open = None,
            Event::Eof => return Ok(said),
            Event::CData(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

fn is_ours(namespace: &ResolveResult<'_>) -> bool {
    matches!(namespace, ResolveResult::Bound(bound) if bound.as_ref() == EDITION)
}

/// Everything that is read is a word or figures, which no XML has to escape.
fn plain(text: &str) -> String {
    text.trim().to_owned()
}
