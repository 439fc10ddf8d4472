//! A table that is too wide for its page, as large print makes most of them: each row is a block of its own, its cells one
//! under another, each beside the head of its column.
//!
//! Deliberately not here: a row of heads. Each cell has its own, so there is nothing to remember from page to page.

use board::document::{Column as Head, Span};

use super::{
    Drafter,
    table::{RULES, strip},
};
use crate::pdf::{
    sheet::{CONTENT, MM, SIDE},
    strip::{Column, Frame, Strip},
    structure::{Kind, NodeId},
};

impl Drafter<'_> {
    /// Every row's cells that say something; the row stays on one page as far as it can.
    pub(super) fn stacked(&mut self, table: NodeId, heads: &[Head], rows: &[Vec<Vec<Span>>]) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        for cells in rows {
            let row = self.one(table, heads, cells);
            strips.extend(row);
        }
        if let Some(first) = strips.first_mut() {
            first.before = 1.0 * MM;
        }
        if let Some(last) = strips.last_mut() {
            last.below = 3.0 * MM;
        }
        strips
    }

    /// One row: a line under its last cell, and no line between them.
    fn one(&mut self, table: NodeId, heads: &[Head], cells: &[Vec<Span>]) -> Vec<Strip> {
        let column = self.who_width();
        let gap = self.scale.em(1.0);
        let beside = (SIDE + column + gap, CONTENT - column - gap);
        let said = |cell: &&Vec<Span>| cell.iter().any(|span| !span.text.trim().is_empty());
        let cells = cells.iter().enumerate().filter(|(_, cell)| said(cell));
        let mut strips: Vec<Strip> = Vec::new();
        for (at, cell) in cells {
            let row = self.structure.add(table, Kind::Row);
            let head = heads.get(at).map_or("", |head| head.head.as_str());
            let kind = if head.trim().is_empty() { Kind::Cell } else { Kind::RowHead };
            let head: Column = self.cell(row, kind, &[Span::plain(head)], (SIDE, column));
            let strong = |span: &Span| Span { strong: span.strong || at == 0, ..span.clone() };
            let words: Vec<Span> = cell.iter().map(strong).collect();
            let words = self.cell(row, Kind::Cell, &words, beside);
            let one = strip(row, vec![head, words], RULES.0);
            strips.push(Strip { frame: Frame::None, pad: (0.5 * MM, 0.0), with_next: true, ..one });
        }
        if let Some(last) = strips.last_mut() {
            *last =
                Strip { frame: Frame::Rule(RULES.0), pad: (last.pad.0, 1.5 * MM), with_next: false, ..last.clone() };
        }
        if let Some(first) = strips.first_mut() {
            first.pad.0 = 1.5 * MM;
        }
        strips
    }
}
