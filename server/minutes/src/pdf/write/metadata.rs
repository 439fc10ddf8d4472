//! What the file says of itself to machines, in the words of XMP: title, language, the standard it keeps, and its edition.
//!
//! Deliberately not here: an author, a program's version, a time. A copy says on its pages who it is for; its notes say no
//! more than its pages do. [`crate::pdf::read`] reads the edition back.

use board::document::{Document, Edition, Status};
use lopdf::{Stream, dictionary};

use crate::pdf::{
    PdfError,
    read::{AS_AT, EDITION, FINGERPRINT, STATUS, VERSION},
};
use crate::text::showable;
use crate::xml::{Element, el};

/// How XMP begins and ends inside another file; the number is the same in every file in the world.
const PACKET: (&[u8], &[u8]) =
    (b"<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n", b"\n<?xpacket end=\"r\"?>");

/// The notes as the file carries them: never compressed, so that a program that knows no PDF can find them.
pub(super) fn stream(document: &Document) -> Result<Stream, PdfError> {
    let notes = notes(document).fragment().map_err(PdfError::Notes)?;
    let packet = [PACKET.0, &notes, PACKET.1].concat();
    Ok(Stream::new(dictionary! { "Type" => "Metadata", "Subtype" => "XML" }, packet).with_compression(false))
}

fn notes(document: &Document) -> Element {
    let title = el("rdf:li").attr("xml:lang", "x-default").text(&showable(&document.title));
    let about = el("rdf:Description")
        .attr("rdf:about", "")
        .attr("xmlns:dc", "http://purl.org/dc/elements/1.1/")
        .attr("xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/")
        .attr("xmlns:hearth", EDITION)
        .with(el("dc:title").with(el("rdf:Alt").with(title)))
        .with(el("dc:language").with(el("rdf:Bag").with(el("rdf:li").text(&document.language))))
        .with(el("pdfuaid:part").text("1"))
        .with_all(document.running.edition.iter().flat_map(edition));
    let all = el("rdf:RDF").attr("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#").with(about);
    el("x:xmpmeta").attr("xmlns:x", "adobe:ns:meta/").with(all)
}

/// The edition, each part under its name.
fn edition(edition: &Edition) -> Vec<Element> {
    let as_at = match &edition.status {
        Status::Draft { as_at } => Some(as_at),
        Status::Final => None,
    };
    let mut said = vec![el(STATUS.0).text(edition.status.code()), el(VERSION.0).text(&edition.version.to_string())];
    said.extend(as_at.map(|at| el(AS_AT.0).text(at)));
    said.extend(edition.fingerprint.map(|fingerprint| el(FINGERPRINT.0).text(&fingerprint.to_string())));
    said
}
