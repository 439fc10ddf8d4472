//! A table with its heads named and repeated on every page, for eyes and for readers who hear it cell by cell.
//!
//! No row loses a cell: a row longer than the heads gets columns without one.

use board::document::{Column, Span};

use super::{
    paragraph::Paragraph,
    size::{CONTENT, Size, mm10},
    styles::{INK, line},
};
use crate::text::showable;
use crate::xml::{Element, el, val};

/// The whole table; nothing at all when there is neither a head nor a row.
pub(super) fn table(
    caption: &str,
    columns: &[Column],
    rows: &[Vec<Vec<Span>>],
    paper: &str,
    size: Size,
) -> Option<Element> {
    let widths = widths(columns, rows.iter().map(Vec::len).max().unwrap_or(0), size);
    let has_heads = columns.iter().any(|column| !column.head.trim().is_empty());
    if widths.is_empty() || (rows.is_empty() && !has_heads) {
        return None;
    }
    let grid = el("w:tblGrid").with_all(widths.iter().map(|width| el("w:gridCol").attr("w:w", width)));
    Some(
        el("w:tbl")
            .with(properties(caption, has_heads))
            .with(grid)
            .with_all(has_heads.then(|| heads(columns, &widths)))
            .with_all(rows.iter().map(|cells| row(cells, &widths, paper))),
    )
}

/// What is true of the whole table; its caption is for readers who cannot see it.
fn properties(caption: &str, has_heads: bool) -> Element {
    let caption = showable(caption).replace(['\n', '\t'], " ");
    el("w:tblPr")
        .with(val("w:tblStyle", "PaperTable"))
        .with(el("w:tblW").attr("w:w", CONTENT).attr("w:type", "dxa"))
        .with(el("w:tblLayout").attr("w:type", "fixed"))
        .with(el("w:tblLook").attr("w:firstRow", u8::from(has_heads)).attr("w:firstColumn", 1u8).attr("w:noVBand", 1u8))
        .with(val("w:tblCaption", caption))
}

/// The row of heads, which every page repeats.
fn heads(columns: &[Column], widths: &[u32]) -> Element {
    let rule = el("w:tcBorders").with(line("w:bottom", "single", 16, 0, INK));
    let cells = widths.iter().enumerate().map(|(at, width)| {
        let head = columns.get(at).map_or("", |column| column.head.as_str());
        cell(*width, Some(rule.clone()), Paragraph::plain("TableHead", head).with_next(true))
    });
    let properties = el("w:trPr").with(el("w:cantSplit")).with(el("w:tblHeader"));
    el("w:tr").with(properties).with_all(cells)
}

/// One row; its first cell names it.
fn row(cells: &[Vec<Span>], widths: &[u32], paper: &str) -> Element {
    let cells = widths.iter().enumerate().map(|(at, width)| {
        let spans = cells.get(at).map(Vec::as_slice).unwrap_or_default();
        let style = if at == 0 { "TableHead" } else { "TableText" };
        cell(*width, None, Paragraph::of(style, spans, paper))
    });
    el("w:tr").with(el("w:trPr").with(el("w:cantSplit"))).with_all(cells)
}

fn cell(width: u32, borders: Option<Element>, words: Paragraph) -> Element {
    let properties = el("w:tcPr").with(el("w:tcW").attr("w:w", width).attr("w:type", "dxa")).with_all(borders);
    el("w:tc").with(properties).with(words.element())
}

/// Shares the width out; each column first gets what a word needs, or an even part where there are too many.
fn widths(columns: &[Column], longest: usize, size: Size) -> Vec<u32> {
    let count = columns.len().max(longest);
    let shares: Vec<u32> =
        (0..count).map(|at| columns.get(at).map_or(1, |column| u32::from(column.share.max(1)))).collect();
    let (number, total) = shares.iter().fold((0, 0), |(number, total), share| (number + 1, total + share));
    let least = size.em100(500).min(CONTENT / number.max(1));
    let spare = CONTENT.saturating_sub(least * number);
    shares.iter().map(|share| least + spare * share / total.max(1)).collect()
}

/// White space between the columns of a table: 4 mm, all of it after a column.
pub(super) fn margins() -> Element {
    let side = |name, width: u32| el(name).attr("w:w", width).attr("w:type", "dxa");
    el("w:tblCellMar")
        .with(side("w:top", mm10(16)))
        .with(side("w:left", 0))
        .with(side("w:bottom", mm10(16)))
        .with(side("w:right", mm10(40)))
}
