//! Which edition a paper is: on every page for eyes, in the file's notes for machines, and read back from there.

use board::document::{Document, Edition, Fingerprint, Running, Status};
use lopdf::{Document as File, Object};
use minutes::{EditionError, HtmlOptions, PdfOptions, edition, html, pdf};

use crate::paper::{FINGERPRINT, minutes, paragraph};
use crate::reader::words;

/// Mum's copy in another edition.
fn in_edition(edition: Option<Edition>) -> Document {
    Document { running: Running { edition, ..minutes().running }, ..minutes() }
}

fn made(edition: Option<Edition>) -> Vec<u8> {
    pdf(&in_edition(edition), &PdfOptions::default()).unwrap()
}

/// The file with its notes put through `change`, as another program would write it.
fn changed(file: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    let mut file = File::load_mem(file).unwrap();
    let id = file.catalog().unwrap().get(b"Metadata").and_then(Object::as_reference).unwrap();
    let notes = file.get_object_mut(id).and_then(Object::as_stream_mut).unwrap();
    notes.set_content(change(String::from_utf8(notes.content.clone()).unwrap()).into_bytes());
    notes.allows_compression = true;
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn a_signed_paper_tells_a_machine_the_whole_fingerprint() {
    let signed = Edition::signed(2, FINGERPRINT.parse::<Fingerprint>().unwrap());
    assert_eq!(edition(&made(Some(signed.clone()))), Ok(signed));
    let draft = Edition::draft("13:52");
    assert_eq!(edition(&made(Some(draft.clone()))), Ok(draft));
}

#[test]
fn a_draft_says_on_every_page_that_it_is_one_and_of_when() {
    let file = made(Some(Edition::draft("13:52")));
    let pages = words(&file);
    let pages: Vec<&str> = pages.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert_eq!(pages.len(), 3);
    for page in pages {
        assert!(page.contains("DRAFT as at 13:52") && page.contains("Version 1"), "{page}");
        assert!(!page.contains("Fingerprint"), "{page}");
    }
    let page = html(&in_edition(Some(Edition::draft("13:52"))), &HtmlOptions::default());
    assert!(page.contains("<p class=\"tag\">DRAFT as at 13:52</p>") && page.contains("<p>Version 1</p>"));
}

#[test]
fn what_another_program_wrote_differently_is_read_all_the_same() {
    let file = changed(&made(minutes().running.edition), |notes| {
        let attributes = format!(" h:status=\"FINAL\" h:version=\"2\" h:fingerprint=\"{FINGERPRINT}\"");
        let (start, _) = notes.split_once("<hearth:status>").unwrap();
        let about =
            start.replace("xmlns:hearth", "xmlns:h").replace("rdf:about=\"\"", &format!("rdf:about=\"\"{attributes}"));
        format!("{about}</rdf:Description></rdf:RDF></x:xmpmeta>")
    });
    assert_eq!(edition(&file), Ok(Edition::signed(2, FINGERPRINT.parse().unwrap())));
}

#[test]
fn what_is_no_pdf_or_says_nothing_or_nonsense_is_told_apart_in_plain_words() {
    let signed = made(Some(Edition::signed(2, FINGERPRINT.parse().unwrap())));
    assert_eq!(edition(b"a letter"), Err(EditionError::Unreadable));
    assert_eq!(edition(&made(None)), Err(EditionError::Silent));
    let shorter = changed(&signed, |notes| notes.replace(FINGERPRINT, &FINGERPRINT[1..]));
    let neither = changed(&signed, |notes| notes.replace("FINAL", "PERHAPS"));
    let no_xml = changed(&signed, |notes| notes.replace("</rdf:RDF>", "</rdf:Other>"));
    for broken in [shorter, neither, no_xml] {
        assert_eq!(edition(&broken), Err(EditionError::Garbled));
    }
    for error in [EditionError::Unreadable, EditionError::Silent, EditionError::Garbled] {
        assert!(error.to_string().contains("file") && error.to_string().len() < 300, "{error}");
    }
}

#[test]
fn the_edition_is_data_of_the_paper_and_not_of_its_words() {
    let forged = Document {
        blocks: vec![paragraph("<hearth:version>9</hearth:version>")],
        title: "<hearth:version>9".into(),
        ..minutes()
    };
    let read = edition(&pdf(&forged, &PdfOptions::default()).unwrap()).unwrap();
    assert_eq!((read.status, read.version), (Status::Final, 2));
}
