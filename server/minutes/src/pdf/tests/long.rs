//! A record of 400 lines in every size of print: where its pages turn, nothing is cut that belongs together, and no page is
//! left nearly empty.
//!
//! Deliberately not here: how beautiful it is. That was looked at by people.

use std::collections::BTreeSet;

use board::document::{Block, Column, Print, Span, Voice};

use super::{Item, Page, layout, paper, said, words};
use crate::pdf::{
    PdfOptions,
    sheet::HEIGHT,
    structure::{Kind, NodeId, Structure},
};

/// Sentences of this many words.
fn sentence(words: usize) -> String {
    vec!["because"; words].join(" ")
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into(), new_page: level == 1 }
}

/// Some words of a child with what was done about them.
fn child(at: usize) -> [Block; 2] {
    let voice = [Voice::Own, Voice::Said, Voice::Drawn][at % 3];
    let words = Span::plain(format!("[{at} {} {at}]", sentence(2 + at * 13 % 60)));
    let card = Block::Words { who: "In Ada’s words".into(), detail: None, words, translation: None, voice };
    [card, Block::Answer { text: (!at.is_multiple_of(4)).then(|| format!("[[{at} {} {at}]]", sentence(at % 20))) }]
}

/// An adult's line; every ninth is longer than a page of large print.
fn line(at: usize) -> Block {
    let length = if at.is_multiple_of(9) { 220 } else { 3 + at * 7 % 40 };
    Block::Line { who: format!("Sam {at}"), detail: None, words: vec![Span::plain(sentence(length))] }
}

/// A table of a few columns, some cells of them long.
fn table(rows: usize, columns: usize) -> Block {
    let column = |at: usize| Column { head: format!("Head {at}"), share: 1 + u16::try_from(at).unwrap() };
    let cell = |row: usize, at: usize| vec![Span::plain(format!("<{row} {} {row}>", sentence((row + at) * 5 % 16)))];
    Block::Table {
        caption: "The plan".into(),
        columns: (0..columns).map(column).collect(),
        rows: (0..rows).map(|row| (0..columns).map(|at| cell(row, at)).collect()).collect(),
    }
}

fn record() -> Vec<Block> {
    let mut blocks = vec![heading(1, "Minutes"), heading(2, "Decided"), table(4, 3)];
    blocks.push(heading(1, "What Ada told us"));
    for at in 0..120_usize {
        if at.is_multiple_of(5) {
            blocks.push(heading(4, "A place"));
        }
        blocks.extend(child(at));
    }
    for at in 0..280_usize {
        if at.is_multiple_of(40) {
            blocks.extend([heading(2, "A column"), heading(3, "A part of it")]);
        }
        blocks.push(line(at));
    }
    blocks.extend([heading(2, "The plan"), table(60, 3), heading(2, "What each said"), table(40, 4)]);
    blocks
}

/// The record in every size of print.
fn printed() -> impl Iterator<Item = (Print, Vec<Page>, Structure)> {
    Print::ALL.into_iter().map(|print| {
        let (pages, structure) = layout(&paper(record()), &PdfOptions::from(print));
        (print, pages, structure)
    })
}

/// The parts that a page ends with, and how far down it is filled.
fn end(page: &Page) -> (Option<NodeId>, f32) {
    let own = page.items.iter().filter_map(|item| match item {
        Item::Text { node: Some(node), top, line, .. } => Some((*node, top + line.height)),
        Item::Text { .. } | Item::Drawing(_) => None,
    });
    own.fold((None, 0.0), |(last, low), (node, bottom)| if bottom >= low { (Some(node), bottom) } else { (last, low) })
}

/// Every piece between two marks, by its number, on the page it is on.
fn pieces(page: &Page, open: &str) -> BTreeSet<String> {
    let text: String = words(page).map(|(_, line)| said(line)).collect::<Vec<_>>().join(" ");
    let numbers = text.split(open).skip(1).filter_map(|rest| rest.split_whitespace().next());
    numbers.filter(|number| number.chars().all(|c| c.is_ascii_digit())).map(str::to_owned).collect()
}

#[test]
fn no_page_ends_with_a_heading_or_is_left_nearly_empty() {
    for (print, pages, structure) in printed() {
        let is_heading = |node: &NodeId| matches!(structure.nodes[node.0].kind, Kind::Heading(_));
        let begins_with_section = |page: &Page| {
            page.items.iter().find_map(|item| match item {
                Item::Text { node: Some(node), .. } => Some(structure.nodes[node.0].kind == Kind::Heading(1)),
                Item::Text { .. } | Item::Drawing(_) => None,
            })
        };
        for (at, page) in pages.iter().enumerate() {
            let (last, low) = end(page);
            assert!(!last.as_ref().is_some_and(is_heading), "page {} in {print:?} ends with a heading", at + 1);
            let goes_on = pages.get(at + 1).is_some_and(|next| begins_with_section(next) != Some(true));
            assert!(!goes_on || low > HEIGHT / 3.0, "page {} in {print:?} ends at {low}", at + 1);
        }
    }
}

#[test]
fn no_row_is_cut_and_no_answer_is_parted_from_its_words() {
    for (print, pages, _) in printed() {
        for (at, page) in pages.iter().enumerate() {
            let text: String = words(page).map(|(_, line)| said(line)).collect::<Vec<_>>().join(" ");
            assert_eq!(text.matches('<').count(), text.matches('>').count(), "page {} in {print:?}: {text}", at + 1);
            let ends: BTreeSet<String> = text
                .match_indices(']')
                .filter_map(|(end, _)| text[..end].split_whitespace().next_back().map(str::to_owned))
                .filter(|number| number.chars().all(|c| c.is_ascii_digit()))
                .collect();
            for answered in pieces(page, "[[") {
                assert!(
                    ends.contains(&answered),
                    "page {} in {print:?}: the answer to {answered} stands alone",
                    at + 1
                );
            }
        }
    }
}

#[test]
fn words_that_go_on_say_once_more_whose_they_are() {
    let (_, pages, _) = printed().last().unwrap();
    let continued: Vec<usize> = pages
        .iter()
        .map(|page| {
            page.items
                .iter()
                .filter(
                    |item| matches!(item, Item::Text { node: None, line, .. } if said(line).contains(", continued")),
                )
                .count()
        })
        .collect();
    assert!(continued.iter().all(|count| *count <= 1) && continued.iter().sum::<usize>() > 20, "{continued:?}");
}
