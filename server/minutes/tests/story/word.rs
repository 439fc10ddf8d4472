//! Mum's copy as a Word file: what it says, in which order, and in which language and direction.
//!
//! Deliberately not here: an office program, which is larger than all the rest together. To see a copy with its eyes:
//! `hearth minutes CONFERENCE --audience family --format docx --out copy.docx --data DIR`, then
//! `soffice --headless --convert-to pdf copy.docx`.

mod form;
mod package;

use board::document::{Block, Column, Document, Span};
use minutes::{DocxOptions, docx};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

use crate::awkward::SENTENCES;
use crate::office::{Node, paragraphs, part};
use crate::paper::{POLISH, STAIRS, minutes, only, paragraph, words};

/// A paper as a Word file.
fn word(document: &Document) -> Vec<u8> {
    docx(document, &DocxOptions::default()).expect("a paper can always be written")
}

fn spoken(language: &str, text: &str) -> Span {
    Span { language: Some(language.into()), ..Span::plain(text) }
}

/// The paragraph of a file that says this.
fn paragraph_saying(file: &[u8], said: &str) -> Node {
    let document = part(file, "word/document.xml");
    let found = document.all("w:p").into_iter().find(|paragraph| paragraph.says().contains(said));
    found.unwrap_or_else(|| panic!("nobody says {said}")).clone()
}

#[test]
fn mum_can_read_all_of_it_in_order_under_real_headings() {
    let said = paragraphs(&word(&minutes()));
    let headings: Vec<(&str, &str)> = said
        .iter()
        .filter(|(style, _)| style == "Title" || style.starts_with("Heading"))
        .map(|(style, words)| (style.as_str(), words.as_str()))
        .collect();
    assert_eq!(
        headings,
        [
            ("Title", "Maja and Tomek: minutes of the initial child protection conference"),
            ("Heading2", "What was decided"),
            ("Heading2", "What you said about it"),
            ("Heading2", "What happens next"),
            ("Heading1", "What Tomek told us"),
            ("Heading2", "What the adults said"),
        ]
    );
    let all = said.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>().join("\n");
    let in_order = [
        "This copy is for Małgorzata Nowak. Please keep it safe.",
        "Tomek, 11",
        "These are his exact words.",
        &format!("„{POLISH}”"),
        "sings to me in Polish before sleep.",
        STAIRS,
        "What we did  It is in the plan: Gran does the doors",
        "No answer yet. These minutes cannot be signed without one.",
        "Priya D’Souza  Social worker, saw it herself",
        "Tomek asked for football with tata every Saturday",
    ];
    let places: Vec<Option<usize>> = in_order.iter().map(|part| all.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{all}");
}

#[test]
fn a_table_names_its_heads_and_repeats_them() {
    let document = part(&word(&minutes()), "word/document.xml");
    let tables = document.all("w:tbl");
    let rows = tables[0].all("w:tr");
    assert_eq!(tables[0].value("w:tblCaption"), Some("What was decided for each child"));
    assert_eq!(rows.iter().map(|row| row.all("w:tblHeader").len()).collect::<Vec<_>>(), [1, 0, 0]);
    assert_eq!(
        rows[0].all("w:tc").iter().map(|cell| cell.says()).collect::<Vec<_>>(),
        ["Child", "Decision", "Category"]
    );
    assert!(rows.iter().all(|row| row.first("w:cantSplit").is_some()), "no row goes over a page");
    assert!(tables[1].first("w:tblHeader").is_none(), "a table without heads has no empty ones");
}

#[test]
fn no_row_loses_a_cell_and_no_two_tables_become_one() {
    let cells = ["one", "two", "three"].map(|cell| vec![Span::plain(cell)]).to_vec();
    let table = |columns: &[&str]| Block::Table {
        caption: "A\ntable".into(),
        columns: columns.iter().map(|head| Column { head: (*head).into(), share: 1 }).collect(),
        rows: vec![cells.clone()],
    };
    let nothing = Block::Table { caption: "Nothing".into(), columns: Vec::new(), rows: Vec::new() };
    let document = part(&word(&only(vec![table(&["Only head"]), table(&[]), nothing])), "word/document.xml");
    let body: Vec<&str> = document.children[0].children.iter().map(|block| block.name.as_str()).collect();
    assert_eq!(body, ["w:tbl", "w:p", "w:tbl", "w:p", "w:sectPr"]);
    for table in document.all("w:tbl") {
        assert!(table.all("w:tr").iter().all(|row| row.all("w:tc").len() == 3));
        assert_eq!(table.value("w:tblCaption"), Some("A table"));
        let widths: u32 =
            table.all("w:gridCol").iter().map(|column| column.attributes["w:w"].parse::<u32>().unwrap()).sum();
        assert!((9_600..=9_638).contains(&widths), "{widths}");
    }
}

#[test]
fn every_sentence_comes_out_as_it_went_in() {
    for (language, sentence) in SENTENCES {
        let file = word(&only(vec![words(sentence, Some(language)), paragraph(sentence)]));
        let said = paragraphs(&file);
        assert!(said[1].1.contains(sentence), "{sentence}: {said:?}");
        assert_eq!(said[2].1, sentence);
    }
}

#[test]
fn line_ends_tabs_and_spaces_stay_and_what_no_page_can_show_goes() {
    let file = word(&only(vec![words("one\r\n\n  two\tthree \u{0}\u{b}four\u{fffe}", None)]));
    assert_eq!(paragraphs(&file)[1].1, "“one\n\n  two\tthree four”");
    let kept = part(&file, "word/document.xml");
    assert!(kept.all("w:t").iter().all(|words| words.attributes["xml:space"] == "preserve"));
}

#[test]
fn what_a_child_typed_is_never_an_element() {
    let typed = "<3 mum & </w:t></w:r><w:instrText>\"x\"</w:instrText>";
    let file = word(&only(vec![words(typed, None)]));
    assert_eq!(paragraphs(&file)[1].1, format!("“{typed}”"));
    assert!(part(&file, "word/document.xml").first("w:instrText").is_none());
}

#[test]
fn each_stretch_says_its_language_and_the_file_says_its_own() {
    let file = word(&minutes());
    let polish = paragraph_saying(&file, POLISH);
    assert_eq!(polish.value("w:lang"), Some("pl-PL"));
    let line = paragraph_saying(&file, "football with");
    let tata = line.all("w:r").into_iter().find(|run| run.says() == "tata").unwrap();
    assert_eq!(tata.value("w:lang"), Some("pl-PL"));
    assert_eq!(line.all("w:lang").len(), 1, "the English around it says nothing");
    let bengali = paragraph_saying(&word(&only(vec![words("আমি ক্লান্ত", Some("bn"))])), "আমি");
    assert_eq!(bengali.first("w:lang").unwrap().attributes["w:bidi"], "bn-BD");
    let styles = part(&file, "word/styles.xml");
    assert_eq!(styles.first("w:docDefaults").unwrap().value("w:lang"), Some("en-GB"));
}

#[test]
fn arabic_and_urdu_run_from_the_right_and_english_among_them_does_not() {
    for (language, sentence) in [("ar", "أريد أن يسألني أحد"), ("ur", "میں چاہتا ہوں")] {
        let file = word(&only(vec![words(sentence, Some(language))]));
        let said = paragraph_saying(&file, sentence);
        assert!(said.first("w:bidi").is_some() && said.all("w:r").iter().all(|run| run.first("w:rtl").is_some()));
        assert!(paragraph_saying(&file, "In Tomek’s words").first("w:bidi").is_none());
    }
    let mixed = "قال Delroy إنّ الموعد 10:30 يوم الثلاثاء (room 2)";
    // The same whether somebody said that it is Arabic or only its first letter does.
    for block in [Block::Paragraph(vec![spoken("ar", mixed)]), paragraph(mixed)] {
        let said = paragraph_saying(&word(&only(vec![block])), "Delroy");
        assert!(said.first("w:bidi").is_some());
        let ways: Vec<(String, bool)> =
            said.all("w:r").iter().map(|run| (run.says(), run.first("w:rtl").is_some())).collect();
        let from_the_left: Vec<&str> = ways.iter().filter(|(_, rtl)| !rtl).map(|(words, _)| words.as_str()).collect();
        assert_eq!(from_the_left, ["Delroy", "10:30", "room 2"], "{ways:?}");
    }
    let english = Block::Paragraph(vec![Span::plain("He said "), spoken("ar", "مرحبا")]);
    assert!(paragraph_saying(&word(&only(vec![english])), "He said").first("w:bidi").is_none());
}

proptest! {
    // Each case packs a whole file.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_somebody_types_comes_back(typed in "\\PC{0,60}", language in "(ar|en|pl|ur|bn)") {
        let blocks = vec![paragraph(&typed), Block::Paragraph(vec![Span::plain("x "), spoken(&language, &typed)])];
        let said = paragraphs(&word(&only(blocks)));
        prop_assert_eq!(&said[0].1, &typed);
        prop_assert_eq!(&said[1].1, &format!("x {typed}"));
    }
}
