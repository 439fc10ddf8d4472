//! The standard for PDFs that everybody can read (PDF/UA-1), as far as a program can check it, on every paper of both
//! demonstrations; and what two programs that know nothing of this one make of the files.
//!
//! Deliberately not here: whether the order and the words make sense. People look at that.

use std::io::Write as _;
use std::process::Command;
use std::sync::LazyLock;

use board::document::{Block, Document, Print};
use lopdf::content::Operation;
use lopdf::{Dictionary, Document as File, Object};
use minutes::{PdfOptions, pdf};

use crate::copies::{letters, long, minutes};
use crate::paper::{minutes as story, only, words};
use crate::reader::running;

/// Some of every sort of paper: everybody's minutes in one size or another, every letter, the story's, and a
/// record of 400 lines; drawn once.
static FILES: LazyLock<Vec<(String, Document, Vec<u8>)>> = LazyLock::new(files);

fn files() -> Vec<(String, Document, Vec<u8>)> {
    let sized = minutes().into_iter().zip(Print::ALL.into_iter().cycle());
    let papers = sized.chain(letters()).chain([
        (("the story".to_owned(), story()), Print::Ordinary),
        (("400 lines".to_owned(), long()), Print::Largest),
    ]);
    let drawn = papers.map(|((name, paper), print)| {
        let file = pdf(&paper, &PdfOptions::from(print)).unwrap();
        (format!("{name}, {print:?}"), paper, file)
    });
    drawn.collect()
}

/// The parts of a file in the order in which they are heard, each with its kind, its kids' kinds and itself.
struct Part<'a> {
    kind: String,
    kids: Vec<String>,
    entry: &'a Dictionary,
}

fn parts<'a>(file: &'a File, id: &Object, heard: &mut Vec<Part<'a>>) {
    let Ok(entry) = id.as_reference().and_then(|id| file.get_dictionary(id)) else { return };
    let kind =
        |entry: &Dictionary| String::from_utf8(entry.get(b"S").and_then(Object::as_name).unwrap().to_vec()).unwrap();
    let kids = entry.get(b"K").and_then(Object::as_array).unwrap();
    let of = |kid: &Object| kid.as_reference().and_then(|id| file.get_dictionary(id)).ok().map(kind);
    heard.push(Part { kind: kind(entry), kids: kids.iter().filter_map(of).collect(), entry });
    for kid in kids {
        parts(file, kid, heard);
    }
}

fn heard(file: &File) -> Vec<Part<'_>> {
    let root = file.catalog().unwrap().get(b"StructTreeRoot").and_then(Object::as_reference).unwrap();
    let mut heard = Vec::new();
    parts(file, file.get_dictionary(root).unwrap().get(b"K").unwrap(), &mut heard);
    heard
}

#[test]
fn every_paper_keeps_what_can_be_checked_of_the_standard() {
    for (name, paper, bytes) in &*FILES {
        let file = File::load_mem(bytes).unwrap();
        let catalogue = file.catalog().unwrap();
        let shown = catalogue.get(b"ViewerPreferences").and_then(Object::as_dict).unwrap();
        assert!(shown.get(b"DisplayDocTitle").and_then(Object::as_bool).unwrap(), "{name}");
        assert!(catalogue.get(b"MarkInfo").and_then(Object::as_dict).unwrap().has(b"Marked"), "{name}");
        assert!(catalogue.has(b"Lang"), "{name}");
        let notes = catalogue.get(b"Metadata").and_then(Object::as_reference).unwrap();
        let notes = file.get_object(notes).and_then(Object::as_stream).unwrap();
        assert!(notes.dict.get(b"Filter").is_err(), "{name}: the notes are not for all to read");
        let notes = String::from_utf8(notes.content.clone()).unwrap();
        assert!(notes.contains("<pdfuaid:part>1</pdfuaid:part>") && notes.contains("<dc:title>"), "{name}: {notes}");
        headings(name, paper, &file);
        tables_lists_and_figures(name, &file);
        fonts(name, &file);
        for page in file.get_pages().into_values() {
            let page = file.get_dictionary(page).unwrap();
            assert_eq!(page.get(b"Tabs").and_then(Object::as_name).unwrap(), b"S", "{name}");
        }
    }
}

/// The headings are the paper's, none skips a level, and the list of headings beside the pages has each of them.
fn headings(name: &str, paper: &Document, file: &File) {
    let heard = heard(file);
    let found = heard.iter().filter(|part| part.kind.starts_with('H'));
    let found: Vec<(u8, String)> = found
        .map(|part| {
            (part.kind[1..].parse().unwrap(), lopdf::decode_text_string(part.entry.get(b"T").unwrap()).unwrap())
        })
        .collect();
    let wanted = paper.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text, .. } => Some((*level, text.clone())),
        _ => None,
    });
    assert_eq!(found, wanted.collect::<Vec<_>>(), "{name}");
    let skips = found.windows(2).find(|pair| pair[1].0 > pair[0].0 + 1);
    assert!(skips.is_none() && found[0].0 == 1, "{name}: {skips:?}");
    let listed = file.objects.values().filter_map(|object| object.as_dict().ok()).filter(|entry| entry.has(b"Dest"));
    assert_eq!(listed.count(), found.len(), "{name}");
}

fn tables_lists_and_figures(name: &str, file: &File) {
    let heard = heard(file);
    for part in &heard {
        match part.kind.as_str() {
            "TH" => assert!(part.entry.get(b"A").and_then(Object::as_dict).unwrap().has(b"Scope"), "{name}"),
            "Table" => assert!(part.kids.iter().all(|kid| kid == "TR") && !part.kids.is_empty(), "{name}"),
            "TR" => assert!(part.kids.iter().all(|kid| kid == "TH" || kid == "TD"), "{name}"),
            "L" => assert!(part.kids.iter().all(|kid| kid == "LI"), "{name}"),
            "LI" => assert_eq!(part.kids, ["Lbl", "LBody"], "{name}"),
            "Figure" => assert!(part.entry.has(b"Alt"), "{name}"),
            _ => {}
        }
    }
    let tables = heard.iter().enumerate().filter(|(_, part)| part.kind == "Table");
    for (at, table) in tables {
        let rows = heard[at..].iter().filter(|part| part.kind == "TR").take(table.kids.len());
        let cells: Vec<usize> = rows.map(|row| row.kids.len()).collect();
        assert!(cells.iter().all(|count| *count == cells[0]), "{name}: a table's rows are not equally long: {cells:?}");
    }
}

/// Every font is in the file and says what its glyphs stand for.
fn fonts(name: &str, file: &File) {
    let dictionaries = || file.objects.values().filter_map(|object| object.as_dict().ok());
    let of_type = |wanted: &'static [u8]| {
        dictionaries()
            .filter(move |entry| entry.get(b"Type").and_then(Object::as_name).is_ok_and(|kind| kind == wanted))
    };
    let whole = of_type(b"Font").filter(|font| font.has(b"DescendantFonts"));
    assert!(whole.clone().count() > 0 && whole.clone().all(|font| font.has(b"ToUnicode")), "{name}");
    assert!(of_type(b"FontDescriptor").all(|font| font.has(b"FontFile2") || font.has(b"FontFile3")), "{name}");
}

#[test]
fn nothing_is_shown_outside_of_a_part_or_of_what_every_page_repeats() {
    for (name, _, bytes) in &*FILES {
        let file = File::load_mem(bytes).unwrap();
        for page in file.get_pages().into_values() {
            let mut depth = 0_usize;
            for Operation { operator, .. } in file.get_and_decode_page_content(page).unwrap().operations {
                match operator.as_str() {
                    "BDC" | "BMC" => depth += 1,
                    "EMC" => depth -= 1,
                    "Tj" | "TJ" | "f" | "S" | "B" | "s" | "f*" | "Do" => assert!(depth > 0, "{name}: {operator}"),
                    _ => {}
                }
            }
            assert_eq!(depth, 0, "{name}");
        }
    }
}

#[test]
fn another_program_finds_nothing_wrong_with_any_file() {
    for (name, _, bytes) in &*FILES {
        let mut kept = tempfile::NamedTempFile::new().unwrap();
        kept.write_all(bytes).unwrap();
        let said = Command::new("qpdf").arg("--check").arg(kept.path()).output().expect("qpdf is installed");
        assert!(said.status.success(), "{name}: {}", String::from_utf8_lossy(&said.stderr));
    }
}

#[test]
fn four_languages_come_out_in_the_order_they_went_in_with_every_word_whole() {
    let said = [
        ("pl", "Chcę, żeby mama się nie bała, kiedy dzwoni telefon."),
        ("bn", "আমি সব কথা বলি না কারণ আমি চাই না আম্মু কষ্ট পাক। কিন্তু আমি ক্লান্ত।"),
        ("ar", "أريد أن يسألني أحد قبل أن أقرر"),
        ("ur", "میں چاہتا ہوں کہ ابو اور امی لڑنا بند کریں۔"),
    ];
    let paper = only(said.iter().map(|(language, sentence)| words(sentence, Some(language))).collect());
    for print in Print::ALL {
        let text = running(&pdf(&paper, &PdfOptions::from(print)).unwrap());
        let words = said.iter().flat_map(|(_, sentence)| sentence.split_whitespace());
        let mut from = 0;
        for word in words {
            let found = text[from..].find(word);
            assert!(found.is_some(), "{print:?}: '{word}' is not where it should be in: {}", &text[from..]);
            from += found.unwrap_or_default() + word.len();
        }
    }
}

#[test]
fn single_words_in_another_language_say_so() {
    let bytes = pdf(&story(), &PdfOptions::default()).unwrap();
    let file = File::load_mem(&bytes).unwrap();
    let pages = file.get_pages().into_values();
    let operations = pages.flat_map(|page| file.get_and_decode_page_content(page).unwrap().operations);
    let begun = operations.filter(|operation| operation.operator == "BDC").filter_map(|mut begun| begun.operands.pop());
    let languages = begun.filter_map(|properties| properties.as_dict().ok()?.get(b"Lang").ok().cloned());
    let languages: Vec<String> = languages.map(|language| lopdf::decode_text_string(&language).unwrap()).collect();
    assert_eq!(languages, ["pl"], "\"tata\" stands in an English sentence");
}
