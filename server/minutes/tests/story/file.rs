//! Mum's copy as a file: what it says, in which order, on every page, and how large it is.

use lopdf::{Document as File, Object};
use minutes::{PdfOptions, pdf};

use crate::paper::{POLISH, STAIRS, heading, minutes, only, paragraph, words as card};
use crate::reader::{running, says, words};

#[test]
fn mum_can_read_all_of_it_in_order() {
    let file = pdf(&minutes(), &PdfOptions::default()).unwrap();
    let said = running(&file);
    let in_order = [
        "minutes of the initial child protection conference",
        "This copy is for Małgorzata Nowak. Please keep it safe.",
        "What was decided",
        "Tomek, 11",
        "What happens next",
        "What Tomek told us",
        "po polsku",
        "sings to me in Polish before sleep.",
        STAIRS,
        "Gran does the doors",
        "No answer yet. These minutes cannot be signed without one.",
        "What the adults said",
    ];
    let places: Vec<Option<usize>> = in_order.iter().map(|part| said.find(part)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?}\n{said}");
    assert!(places.is_sorted(), "{places:?}\n{said}");
    assert!(says(&file, &format!("„{POLISH}”")), "a Polish sentence has Polish quotation marks");
}

#[test]
fn every_page_says_whose_it_is_and_that_nobody_in_it_is_real() {
    let file = pdf(&minutes(), &PdfOptions::default()).unwrap();
    let words = words(&file);
    let pages: Vec<&str> = words.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert_eq!(pages.len(), 3);
    for (at, page) in pages.iter().enumerate() {
        for part in [
            "Fenmarsh County Council",
            "FCC-104417, FCC-104418",
            "FINAL",
            "Version 2. Fingerprint 7f3a 91c2 0b1d 55aa",
            "Nobody in it is real.",
        ] {
            assert!(page.contains(part), "{part} on page {}: {page}", at + 1);
        }
        assert!(page.contains(&format!("Page {} of 3", at + 1)), "{page}");
    }
}

#[test]
fn a_small_paper_is_a_small_file() {
    let one_line = pdf(&only(vec![heading("What was decided"), paragraph("A plan.")]), &PdfOptions::default()).unwrap();
    assert!(one_line.len() < 40_000, "{}", one_line.len());
    let whole = pdf(&minutes(), &PdfOptions::default()).unwrap();
    assert!(whole.len() < 120_000, "{}", whole.len());
}

#[test]
fn large_type_makes_more_pages_and_loses_nothing() {
    let file = pdf(&minutes(), &PdfOptions { text_size_pt: 24.0, ..PdfOptions::default() }).unwrap();
    assert!(words(&file).matches('\u{c}').count() > 2);
    // In large type a cell takes several lines, and a reader may go across them.
    for word in STAIRS.split_whitespace().chain(["Emotional", "abuse", "Thursday", "signed"]) {
        assert!(says(&file, word), "{word}: {}", running(&file));
    }
}

#[test]
fn the_file_names_its_title_its_language_and_its_parts() {
    let bytes = pdf(&minutes(), &PdfOptions::default()).unwrap();
    let file = File::load_mem(&bytes).unwrap();
    let catalogue = file.catalog().unwrap();
    assert_eq!(lopdf::decode_text_string(catalogue.get(b"Lang").unwrap()).unwrap(), "en-GB");
    let notes = file.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    let title = file.get_dictionary(notes).unwrap().get(b"Title").unwrap();
    assert_eq!(lopdf::decode_text_string(title).unwrap(), minutes().title);

    let kinds: Vec<Vec<u8>> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|part| part.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| kind == b"StructElem"))
        .map(|part| part.get(b"S").and_then(Object::as_name).unwrap().to_vec())
        .collect();
    let count = |kind: &str| kinds.iter().filter(|of| of.as_slice() == kind.as_bytes()).count();
    assert_eq!((count("Document"), count("H1"), count("H2"), count("Table")), (1, 2, 4, 2));
    assert_eq!((count("TH"), count("TD"), count("TR"), count("BlockQuote")), (8, 7, 6, 4));
}

/// What a file says beside its glyphs, in so many characters.
fn said_beside(bytes: &[u8]) -> Vec<String> {
    let file = File::load_mem(bytes).expect("a file that was just written");
    let pages = file.get_pages().into_values();
    let operations = pages.flat_map(|page| file.get_and_decode_page_content(page).expect("a page of it").operations);
    let begun = operations.filter(|operation| operation.operator == "BDC").filter_map(|mut begun| begun.operands.pop());
    begun
        .filter_map(|properties| properties.as_dict().ok()?.get(b"ActualText").ok().cloned())
        .map(|text| lopdf::decode_text_string(&text).expect("its text"))
        .collect()
}

#[test]
fn syllables_are_said_beside_their_glyphs_and_words_that_readers_turn_round_are_not() {
    let bengali = pdf(&only(vec![card("আমি ক্লান্ত", Some("bn"))]), &PdfOptions::default()).unwrap();
    assert_eq!(said_beside(&bengali), ["আমি", "ক্লান্ত"]);
    let arabic = pdf(&only(vec![card("أريد أن يسألني أحد", Some("ar"))]), &PdfOptions::default()).unwrap();
    assert_eq!(said_beside(&arabic), [""; 0]);
}
