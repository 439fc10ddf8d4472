//! Where pages turn: what stays together, what is repeated, and that what must break does so without losing a line.

use board::document::{Block, Column, Print, Span, Voice};

use super::{Page, layout, outside, pages, paper, said, shapes, text, words};
use crate::pdf::PdfOptions;
use crate::pdf::page::{Colour, Paint};

fn paragraph(words: &str) -> Block {
    Block::Paragraph(vec![Span::plain(words)])
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 2, text: text.into(), new_page: false }
}

fn card(words: &str) -> Block {
    Block::Words {
        who: "In Maja’s words".into(),
        detail: None,
        words: Span::plain(words),
        translation: None,
        voice: Voice::Said,
    }
}

fn table(rows: usize, cell: &str) -> Block {
    let column = |head: &str| Column { head: head.into(), share: 1 };
    let row = |at| vec![vec![Span::plain(format!("Row {at}"))], vec![Span::plain(cell)]];
    Block::Table {
        caption: "The plan".into(),
        columns: vec![column("Step"), column("What we will do")],
        rows: (0..rows).map(row).collect(),
    }
}

/// The last line of a page that is the paper's own.
fn last(page: &Page) -> String {
    words(page).max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, line)| said(line)).unwrap_or_default()
}

/// How many thick edges of a child's card a page has, without their tails.
fn edges(page: &Page) -> usize {
    shapes(page).filter(|shape| shape.paint == Paint::Fill(Colour::Ember) && shape.points.len() == 7).count()
}

/// And how many tails.
fn tails(page: &Page) -> usize {
    shapes(page).filter(|shape| shape.paint == Paint::Fill(Colour::Ember) && shape.points.len() == 4).count()
}

#[test]
fn a_heading_is_never_the_last_thing_on_a_page() {
    for before in 20..50 {
        let mut blocks = vec![paragraph("One line."); before];
        blocks.extend([heading("What was decided"), table(3, "A plan."), heading("Next"), card("I listen.")]);
        for page in pages(blocks) {
            let last = last(&page);
            assert!(!["What was decided", "Next", "Step"].contains(&last.trim()), "{before} lines: {last}");
        }
    }
}

#[test]
fn a_childs_words_and_their_answer_share_a_page() {
    for before in 20..50 {
        let mut blocks = vec![paragraph("One line."); before];
        blocks.extend([
            card("I listen on the stairs.\nEvery night."),
            Block::Answer { text: Some("Gran knows.".into()) },
        ]);
        let pages = pages(blocks);
        let with_words: Vec<bool> = pages.iter().map(|page| text(page).contains("stairs")).collect();
        let with_answer: Vec<bool> = pages.iter().map(|page| text(page).contains("Gran knows")).collect();
        assert_eq!(with_words, with_answer, "{before} lines");
    }
}

#[test]
fn words_longer_than_a_page_go_on_with_their_edge_and_end_with_its_tail() {
    let long: Vec<String> = (0..90).map(|at| format!("line {at} of what Maja said")).collect();
    let pages = pages(vec![card(&long.join("\n"))]);
    assert!(pages.len() > 1);
    let together: String = pages.iter().map(text).collect::<Vec<_>>().join("\n");
    assert!(long.iter().all(|line| together.contains(line.as_str())));
    assert!(pages.iter().all(|page| edges(page) == 1 && outside(page).is_none()));
    let tails: Vec<usize> = pages.iter().map(tails).collect();
    assert_eq!(tails.iter().sum::<usize>(), 1);
    assert_eq!(tails.last(), Some(&1));
}

#[test]
fn a_heading_stays_with_words_longer_than_a_page() {
    let long = vec!["a line of what Maja said"; 90].join("\n");
    for before in 20..45 {
        let mut blocks = vec![paragraph("One line."); before];
        blocks.extend([heading("In her words"), card(&long), Block::Answer { text: Some("Gran knows.".into()) }]);
        let pages = pages(blocks);
        assert!(pages.iter().all(|page| last(page).trim() != "In her words"), "{before} lines");
    }
}

#[test]
fn a_table_repeats_its_heads_and_breaks_between_rows() {
    let pages = pages(vec![table(40, "Enough words for one cell of the table to take two or even three lines.")]);
    assert!(pages.len() > 2);
    for page in &pages {
        let text = text(page);
        assert_eq!(text.matches("What we will do").count(), 1, "{text}");
        assert_eq!(text.matches("Enough words").count(), text.matches("three lines.").count(), "{text}");
    }
}

#[test]
fn a_row_taller_than_a_page_breaks_inside_its_cells() {
    let pages = pages(vec![table(1, &"word after word ".repeat(500))]);
    assert!(pages.len() > 1);
    let count: usize = pages.iter().map(|page| text(page).matches("after").count()).sum();
    assert_eq!(count, 500);
    assert!(pages.iter().all(|page| text(page).contains("What we will do")));
}

#[test]
fn a_section_can_begin_a_page() {
    let new = Block::Heading { level: 1, text: "What Maja told us".into(), new_page: true };
    let pages = pages(vec![new.clone(), paragraph("One."), new, paragraph("Two.")]);
    assert_eq!(pages.len(), 2, "and a paper that begins with one has no empty page before it");
}

#[test]
fn no_single_line_of_a_paragraph_is_left_behind() {
    let long = "It is likely to happen again if contact at home goes back to how it was before. ".repeat(8);
    for before in 20..50 {
        let mut blocks = vec![paragraph("One line."); before];
        blocks.push(paragraph(&long));
        for page in pages(blocks) {
            let of_it = words(&page).filter(|(_, line)| !said(line).starts_with("One line.")).count();
            assert_ne!(of_it, 1, "{before} lines");
        }
    }
}

#[test]
fn large_print_takes_no_word_of_a_table_apart() {
    let heads = ["What happens", "Responsibility", "By when", "Understanding", "For"];
    let cells =
        ["Crime-prevention visit", "Oluwaseun Adébáyọ̀", "Wednesday 30 September", "Children's faces chart", "Tomek"];
    let table = Block::Table {
        caption: "The plan".into(),
        columns: heads.map(|head| Column { head: head.into(), share: 1 }).to_vec(),
        rows: vec![cells.map(|cell| vec![Span::plain(cell)]).to_vec(); 12],
    };
    let whole: Vec<&str> = heads.iter().chain(&cells).flat_map(|text| text.split([' ', '-'])).collect();
    for print in Print::ALL {
        let (pages, _) = layout(&paper(vec![table.clone()]), &PdfOptions::from(print));
        let said = pages.iter().flat_map(words).map(|(_, line)| said(line));
        for word in said.collect::<Vec<_>>().join(" ").split([' ', '-']).filter(|word| !word.is_empty()) {
            assert!(whole.contains(&word), "{print:?}: '{word}'");
        }
        let rows = pages.iter().map(|page| text(page).matches("Oluwaseun").count());
        assert_eq!(rows.sum::<usize>(), 12, "{print:?}");
    }
}
