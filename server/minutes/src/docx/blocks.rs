//! Each block of a paper as paragraphs and tables, with what must stay together.
//!
//! Deliberately not here: how they look. That is in [`super::styles`].

use board::document::{Block, Document, Span};

use super::{
    list,
    paragraph::Paragraph,
    picture::Gallery,
    runs::{Weight, Words},
    size::Size,
    table,
    voice::{answer, card},
};
use crate::xml::Element;

/// Everything on the paper, in reading order.
pub(super) fn blocks(document: &Document, gallery: &Gallery<'_>, size: Size) -> Vec<Element> {
    let mut drawn = Vec::new();
    let mut title = Some(document.title.as_str());
    let mut blocks = document.blocks.iter().peekable();
    let mut nth = 0;
    while let Some(block) = blocks.next() {
        match block {
            Block::Heading { level, text, new_page } => {
                let style = heading(*level, text, &mut title);
                drawn.push(Paragraph::plain(style, text).on_new_page(*new_page).element());
            }
            Block::Paragraph(spans) => drawn.push(Paragraph::of("Normal", spans, &document.language).element()),
            Block::List(items) => {
                drawn.extend(items.iter().map(|item| Paragraph::of(list::STYLE, item, &document.language).element()));
            }
            Block::Table { caption, columns, rows } => {
                if let Some(table) = table::table(caption, columns, rows, &document.language, size) {
                    drawn.push(table);
                    // A paper may not end with a table, either.
                    let alone = matches!(blocks.peek(), None | Some(Block::Table { .. }));
                    drawn.extend(alone.then(between));
                }
            }
            Block::Line { who, detail, words } => {
                drawn.extend(line(who, detail.as_deref(), words, &document.language));
            }
            Block::Words { who, detail, words, translation, voice } => {
                let goes_on = matches!(blocks.peek(), Some(Block::Picture { .. } | Block::Answer { .. }));
                let how = (detail.as_deref(), translation.as_deref(), *voice);
                drawn.extend(card(who, words, how, &document.language, goes_on));
                drawn.extend(matches!(blocks.peek(), Some(Block::Words { .. })).then(between));
            }
            Block::Picture { picture, alt, caption, width: _, height: _ } => {
                nth += 1;
                let answered = matches!(blocks.peek(), Some(Block::Answer { .. }));
                drawn.extend(gallery.picture(nth, (picture, alt, caption.as_deref()), answered));
            }
            Block::Answer { text } => drawn.push(answer(text.as_deref())),
        }
    }
    drawn
}

/// The paper's own title is its title; every other heading has the style of its level.
fn heading(level: u8, text: &str, title: &mut Option<&str>) -> &'static str {
    match level {
        0 | 1 if title.take().is_some_and(|title| title == text) => "Title",
        0 | 1 => "Heading1",
        2 => "Heading2",
        3 => "Heading3",
        _ => "Heading4",
    }
}

/// What keeps two tables or two cards in a row apart: they would be drawn as one.
fn between() -> Element {
    Paragraph::said("Between", Vec::new()).element()
}

/// An adult's line: who said it and how they know it, the words under that, a thin line under both.
fn line(who: &str, detail: Option<&str>, words: &[Span], paper: &str) -> [Element; 2] {
    [
        Paragraph::said("WhoSaidIt", who_said_it(who, detail)).element(),
        Paragraph::of("WhatWasSaid", words, paper).element(),
    ]
}

/// Who said it, and softer beside it how they know it or how the words came.
pub(super) fn who_said_it(who: &str, detail: Option<&str>) -> Vec<Words> {
    let mut said = vec![Words::new(who, Weight::Strong)];
    said.extend(detail.map(|detail| Words::new(&format!("  {detail}"), Weight::Soft)));
    said
}
