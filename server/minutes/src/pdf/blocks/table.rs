//! A table as one strip for each row, with its heads brought along to every page it runs to.
//!
//! No row loses a cell: a row longer than the heads gets columns without one. How wide the columns are is in
//! [`super::tracks`]; what becomes of a table that is too wide for its page, in [`super::stacked`].

use std::rc::Rc;

use board::document::{Column as Head, Span};

use super::{
    Drafter,
    tracks::{Track, tracks},
};
use crate::{
    pdf::{
        sheet::{CONTENT, MM, SIDE},
        strip::{Column, Frame, Keep, Strip},
        structure::{Kind, NodeId, ROOT},
    },
    text::shared_language,
};

/// Thickness of the line under a row and under the heads.
pub(super) const RULES: (f32, f32) = (0.3 * MM, 0.7 * MM);

impl Drafter<'_> {
    /// The heads, where there are any, and the rows; where its words do not fit beside each other, under each other.
    pub(super) fn table(&mut self, caption: &str, heads: &[Head], rows: &[Vec<Vec<Span>>]) -> Vec<Strip> {
        let needs = self.needs(heads, rows);
        let tracks = tracks(heads, &needs);
        let table = self.structure.add(ROOT, Kind::Table);
        self.structure.summarise(table, caption);
        let Some(tracks) = tracks else { return self.stacked(table, heads, rows) };
        let head = self.heads(table, heads, &tracks);
        let repeated = head.as_ref().map(|head| Rc::new(unread(head)));
        let mut strips: Vec<Strip> = head.into_iter().collect();
        strips.extend(rows.iter().map(|cells| {
            let row = self.row(table, cells, &tracks);
            Strip { head: repeated.clone(), ..row }
        }));
        if let Some(first) = strips.first_mut() {
            first.before = 1.0 * MM;
        }
        if let Some(last) = strips.last_mut() {
            last.below = 3.0 * MM;
        }
        strips
    }

    /// The row of heads; none when no column has one.
    fn heads(&mut self, table: NodeId, heads: &[Head], tracks: &[Track]) -> Option<Strip> {
        if heads.iter().all(|head| head.head.trim().is_empty()) {
            return None;
        }
        let row = self.structure.add(table, Kind::Row);
        let cells = tracks.iter().enumerate().map(|(at, track)| {
            let words = heads.get(at).map_or("", |head| head.head.as_str());
            let kind = if words.trim().is_empty() { Kind::Cell } else { Kind::ColumnHead };
            self.cell(row, kind, &[Span::strong(words)], *track)
        });
        let columns = cells.collect();
        Some(Strip { with_next: true, ..strip(row, columns, RULES.1) })
    }

    /// One row; its first cell names it.
    fn row(&mut self, table: NodeId, cells: &[Vec<Span>], tracks: &[Track]) -> Strip {
        let row = self.structure.add(table, Kind::Row);
        let columns = tracks.iter().enumerate().map(|(at, track)| {
            let spans = cells.get(at).map(Vec::as_slice).unwrap_or_default();
            let named = at == 0 && spans.iter().any(|span| !span.text.trim().is_empty());
            if named {
                let strong: Vec<Span> = spans.iter().map(|span| Span { strong: true, ..span.clone() }).collect();
                return self.cell(row, Kind::RowHead, &strong, *track);
            }
            self.cell(row, Kind::Cell, spans, *track)
        });
        let columns = columns.collect();
        strip(row, columns, RULES.0)
    }

    /// One cell.
    pub(super) fn cell(&mut self, row: NodeId, kind: Kind, spans: &[Span], (x, width): Track) -> Column {
        let node = self.structure.add_in(row, kind, shared_language(spans, self.language));
        Column { x, node: Some(node), lines: self.type_.lines(spans, &self.setting(width)) }
    }
}

/// A row with a line under it.
pub(super) fn strip(row: NodeId, columns: Vec<Column>, rule: f32) -> Strip {
    let pad = 1.5 * MM;
    Strip {
        columns,
        frame: Frame::Rule(rule),
        pad: (pad, pad + rule),
        keep: Keep::Whole,
        ..Strip::plain(0.0, SIDE, CONTENT, row, Vec::new())
    }
}

/// The heads as they are repeated: seen on every page, heard only once.
fn unread(head: &Strip) -> Strip {
    let mut head = head.clone();
    for column in &mut head.columns {
        column.node = None;
    }
    head
}
