//! What each part of a Word file is called and how it looks: styles, edges, the sheet, its head and foot.
//!
//! Deliberately not here: what it says.

use board::document::{Block, Document, Running, Span, Voice};
use minutes::{DocxOptions, docx};

use super::word;
use crate::office::{Node, paragraphs, part};
use crate::paper::{answer, card, heading, minutes, only, paragraph, words};

#[test]
fn a_level_of_headings_is_a_style_that_the_list_of_headings_knows() {
    let deep = Block::Heading { level: 3, text: "Three Houses".into(), new_page: false };
    assert_eq!(
        paragraphs(&word(&only(vec![heading("Tomek"), deep]))),
        [("Heading2".to_owned(), "Tomek".to_owned()), ("Heading3".to_owned(), "Three Houses".to_owned())]
    );
    let styles = part(&word(&minutes()), "word/styles.xml");
    for (id, name, level) in [
        ("Title", "Title", "0"),
        ("Heading1", "heading 1", "0"),
        ("Heading2", "heading 2", "1"),
        ("Heading3", "heading 3", "2"),
    ] {
        let style = style(&styles, id);
        assert_eq!((style.value("w:name"), style.value("w:outlineLvl")), (Some(name), Some(level)));
    }
}

fn style<'a>(styles: &'a Node, id: &str) -> &'a Node {
    let styles = styles.all("w:style").into_iter().find(|style| style.attributes["w:styleId"] == id);
    styles.unwrap_or_else(|| panic!("no style {id}"))
}

#[test]
fn every_style_that_is_used_is_there() {
    let file = word(&minutes());
    let styles = part(&file, "word/styles.xml");
    for path in ["word/document.xml", "word/header1.xml", "word/footer1.xml"] {
        let used = part(&file, path);
        for kind in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            for one in used.all(kind) {
                style(&styles, &one.attributes["w:val"]);
            }
        }
    }
}

#[test]
fn a_childs_words_have_a_style_of_their_own_with_an_equally_thick_edge() {
    let styles = part(&word(&minutes()), "word/styles.xml");
    for (voice, id) in
        [(Voice::Own, "ChildsWords"), (Voice::Said, "ChildsWordsSaid"), (Voice::Drawn, "ChildsWordsDrawn")]
    {
        let said = paragraphs(&word(&only(vec![card(voice, Span::plain("I help"), Some("English by nobody"))])));
        assert_eq!(said.iter().map(|(style, _)| style.as_str()).collect::<Vec<_>>(), [id; 3]);
        let edge = style(&styles, id).first("w:left").unwrap();
        assert_eq!((edge.attributes["w:sz"].as_str(), edge.attributes["w:color"].as_str()), ("48", "A4431B"));
    }
    let theirs = ["ChildsWords", "ChildsWordsSaid", "ChildsWordsDrawn"];
    let edged =
        styles.all("w:style").into_iter().filter(|style| style.value("w:left").is_some_and(|kind| kind != "dashed"));
    assert!(edged.into_iter().all(|style| theirs.contains(&style.attributes["w:styleId"].as_str())));
    assert_eq!(style(&styles, "ChildsWordsDrawn").value("w:left"), Some("dashed"));
    assert_eq!(style(&styles, "AnswerMissing").first("w:left").unwrap().attributes["w:color"], "1A2030");
}

#[test]
fn an_answer_stays_with_the_words_and_two_cards_stay_apart() {
    let kept = |blocks: Vec<Block>| -> Vec<bool> {
        let document = part(&word(&only(blocks)), "word/document.xml");
        document.all("w:p").into_iter().map(|paragraph| paragraph.first("w:keepNext").is_some()).collect()
    };
    assert_eq!(kept(vec![words("I help", None), answer("Yes.")]), [true, true, false]);
    assert_eq!(kept(vec![words("I help", None), paragraph("Yes.")]), [true, false, false]);
    let two = paragraphs(&word(&only(vec![words("one", None), words("two", None)])));
    assert_eq!(two[2], ("Between".to_owned(), String::new()));
}

#[test]
fn a_missing_answer_is_seen() {
    let missing = paragraphs(&word(&minutes())).into_iter().find(|(style, _)| style == "AnswerMissing");
    assert_eq!(missing.unwrap().1, "What we did  No answer yet. These minutes cannot be signed without one.");
}

#[test]
fn every_page_says_whose_it_is_and_that_nobody_in_it_is_real() {
    let file = word(&minutes());
    let head = part(&file, "word/header1.xml").says();
    for said in ["Made up for demonstration. Nobody in it is real.", "Fenmarsh County Council", "FCC-104417", "FINAL"] {
        assert!(head.contains(said), "{said}: {head}");
    }
    let foot = part(&file, "word/footer1.xml");
    assert!(foot.says().starts_with("Copy A, Małgorzata Nowak. 24 September 2026\tPage "), "{}", foot.says());
    assert!(foot.says().ends_with("Version 2. Fingerprint 7f3a 91c2 0b1d 55aa"), "{}", foot.says());
    let fields: Vec<&str> = foot.all("w:fldSimple").iter().map(|field| field.attributes["w:instr"].trim()).collect();
    assert_eq!(fields, ["PAGE", "NUMPAGES"]);
    let sheet = part(&file, "word/document.xml");
    let named: Vec<&str> = sheet.first("w:sectPr").unwrap().children.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(named, ["w:headerReference", "w:footerReference", "w:pgSz", "w:pgMar"]);
}

#[test]
fn what_is_not_there_leaves_no_trace_and_what_is_long_gets_a_line_of_its_own() {
    let bare = Running {
        authority: "Fenmarsh County Council".into(),
        reference: String::new(),
        edition: None,
        copy: "A letter for Tomek, ".repeat(8),
        demo: None,
    };
    let file = word(&Document { running: bare, ..minutes() });
    let head = part(&file, "word/header1.xml");
    assert_eq!(head.says().trim(), "Fenmarsh County Council");
    assert!(head.first("w:bdr").is_none(), "an empty box would ask what is missing");
    assert_eq!(part(&file, "word/footer1.xml").all("w:p").len(), 2);
}

#[test]
fn the_sheet_is_a4_with_20_mm_on_every_side_and_words_of_14_points() {
    let file = word(&minutes());
    let margins = part(&file, "word/document.xml").first("w:pgMar").unwrap().attributes.clone();
    assert!(["w:top", "w:right", "w:bottom", "w:left"].iter().all(|side| margins[*side] == "1134"), "{margins:?}");
    let size = |points| {
        let file = docx(&minutes(), &DocxOptions { text_size_pt: points, ..DocxOptions::default() }).unwrap();
        let styles = part(&file, "word/styles.xml");
        let of = |node: &Node| (node.value("w:sz").unwrap().to_owned(), node.value("w:szCs").unwrap().to_owned());
        [of(styles.first("w:docDefaults").unwrap()), of(style(&styles, "Title"))].map(|(sz, cs)| {
            assert_eq!(sz, cs, "letters of every kind are as large");
            sz
        })
    };
    assert_eq!(size(14), ["28", "48"]);
    assert_eq!(size(24), ["48", "82"]);
    assert_eq!(size(200), size(28));
}
