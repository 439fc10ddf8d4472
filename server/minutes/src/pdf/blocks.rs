//! Each block of a paper as strips: how much room it has, what stands beside what, what must stay together.
//!
//! It puts nothing on pages; the flow does.

use std::rc::Rc;

use board::document::{Block, Document, Span};

use super::{
    line::{Ink, Line},
    sheet::{CONTENT, LEADING, MM, SIDE, Scale},
    strip::{Column, Frame, Keep, Strip},
    structure::{Kind, NodeId, ROOT, Structure},
    typeset::{Setting, Typesetter},
};
use crate::pictures::Pictures;
use crate::text::shared_language;
use crate::wording::CONTINUED;

mod list;
mod picture;
mod stacked;
mod table;
mod tracks;
mod voice;

/// Words of so many lines are less than half of a page in any size, and never go on on the next.
const UNBROKEN: usize = 6;

/// What every block needs to become strips.
pub(super) struct Drafter<'a> {
    pub(super) type_: &'a mut Typesetter,
    pub(super) structure: &'a mut Structure,
    pub(super) scale: Scale,
    /// Language of the paper.
    pub(super) language: &'a str,
    /// The pictures it names.
    pub(super) pictures: &'a Pictures,
}

/// All blocks of a paper as strips, in order.
pub(super) fn strips(document: &Document, drafter: &mut Drafter<'_>) -> Vec<Strip> {
    let mut strips = Vec::new();
    let mut blocks = document.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        match block {
            Block::Heading { level, text, new_page } => strips.push(drafter.heading(*level, text, *new_page)),
            Block::Paragraph(spans) => strips.push(drafter.paragraph(spans)),
            Block::List(items) => strips.extend(drafter.list(items)),
            Block::Table { caption, columns, rows } => strips.extend(drafter.table(caption, columns, rows)),
            Block::Line { who, detail, words } => strips.push(drafter.line(who, detail.as_deref(), words)),
            Block::Words { who, detail, words, translation, voice } => {
                let card = drafter.card(who, detail.as_deref(), words, translation.as_deref(), *voice);
                strips.push(Strip { with_next: goes_on(blocks.peek().copied()), ..card });
            }
            Block::Picture { picture, alt, caption, width: _, height: _ } => {
                strips.extend(drafter.picture(picture, alt, caption.as_deref()));
                if let Some(last) = strips.last_mut() {
                    last.with_next |= matches!(blocks.peek(), Some(Block::Answer { .. }));
                }
            }
            Block::Answer { text } => strips.push(drafter.answer(text.as_deref())),
        }
    }
    strips
}

/// Whether what comes next belongs to a child's words: their pictures, and what was done about them.
fn goes_on(next: Option<&Block>) -> bool {
    matches!(next, Some(Block::Picture { .. } | Block::Answer { .. }))
}

impl<'a> Drafter<'a> {
    /// A heading; what it is about comes on the same page.
    fn heading(&mut self, level: u8, text: &str, new_page: bool) -> Strip {
        let node = self.structure.add(ROOT, Kind::Heading(level.clamp(1, 4)));
        self.structure.summarise(node, text);
        let setting = Setting {
            size: self.scale.heading(level),
            leading: if level <= 1 { 1.15 } else { LEADING },
            balanced: true,
            ..self.setting(CONTENT)
        };
        let lines = self.type_.lines(&[Span::strong(text)], &setting);
        let (before, below) = match level {
            0 | 1 => (7.0, 3.0),
            2 => (7.0, 1.5),
            3 => (5.0, 1.0),
            _ => (4.0, 0.5),
        };
        let strip = Strip::plain(before * MM, SIDE, CONTENT, node, lines);
        Strip { below: below * MM, keep: Keep::Whole, with_next: true, new_page, ..strip }
    }

    /// A paragraph; three lines or fewer never part.
    fn paragraph(&mut self, spans: &[Span]) -> Strip {
        let node = self.structure.add_in(ROOT, Kind::Paragraph, shared_language(spans, self.language));
        let lines = self.type_.lines(spans, &self.setting(CONTENT));
        let keep = few(&lines);
        Strip { keep, ..Strip::plain(2.0 * MM, SIDE, CONTENT, node, lines) }
    }

    /// An adult's line: who said it in a column of its own, the words beside it, a thin line under both.
    fn line(&mut self, who: &str, detail: Option<&str>, words: &[Span]) -> Strip {
        let part = self.structure.add(ROOT, Kind::Division);
        let column = self.who_width();
        let gap = self.scale.em(1.0);
        let said_by = who;
        let who = self.who(part, SIDE, column, said_by, detail);
        let node = self.structure.add_in(part, Kind::Paragraph, shared_language(words, self.language));
        let width = CONTENT - column - gap;
        let lines = self.type_.lines(words, &self.setting(width));
        let again = self.again(SIDE, said_by, &lines);
        let pad = self.scale.em(0.45);
        Strip {
            columns: vec![who, Column { x: SIDE + column + gap, node: Some(node), lines }],
            frame: Frame::Hairline,
            pad: (pad, pad),
            keep: Keep::Short,
            again,
            ..Strip::plain(0.0, SIDE, CONTENT, part, Vec::new())
        }
    }

    /// The column that says who, with how they know it or how the words came underneath.
    fn who(&mut self, part: NodeId, x: f32, width: f32, who: &str, detail: Option<&str>) -> Column {
        let node = self.structure.add(part, Kind::Paragraph);
        let setting = self.setting(width);
        let mut lines = self.type_.lines(&[Span::strong(who)], &setting);
        if let Some(detail) = detail {
            let soft = Setting { ink: Ink::Soft, leading: 1.2, ..setting };
            lines.extend(self.type_.lines(&[Span::plain(detail)], &soft));
        }
        Column { x, node: Some(node), lines }
    }

    /// Who said it, once more, where their words go on on the next page; whoever hears the paper has just heard it.
    fn again(&mut self, x: f32, who: &str, words: &[Line]) -> Option<Rc<Strip>> {
        if words.len() <= UNBROKEN {
            return None;
        }
        let spans = [Span::strong(who), Span::plain(CONTINUED)];
        let lines = self.type_.lines(&spans, &Setting { ink: Ink::Soft, ..self.setting(SIDE + CONTENT - x) });
        let strip = Strip::plain(0.0, x, CONTENT, ROOT, Vec::new());
        Some(Rc::new(Strip {
            columns: vec![Column { x, node: None, lines }],
            pad: (0.0, self.scale.em(0.45)),
            ..strip
        }))
    }

    /// Width of the column that says who: 11 letters' heights, or what a page can spare for large type.
    fn who_width(&self) -> f32 {
        self.scale.em(11.0).min(CONTENT * 0.36)
    }

    /// Ordinary words in a column of this width.
    fn setting(&self, width: f32) -> Setting<'a> {
        Setting {
            size: self.scale.body,
            leading: LEADING,
            width,
            ink: Ink::Full,
            language: self.language,
            balanced: false,
        }
    }
}

/// Three lines or fewer never part.
fn few(lines: &[Line]) -> Keep {
    if lines.len() <= 3 { Keep::Whole } else { Keep::Loose }
}

/// Lines with more room above the first than they would have.
fn lowered(mut lines: Vec<Line>, gap: f32) -> Vec<Line> {
    if let Some(first) = lines.first_mut() {
        first.gap = gap;
    }
    lines
}
