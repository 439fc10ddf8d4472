//! A table with its caption and its heads named, for readers who hear it cell by cell.
//!
//! No row loses a cell: a row longer than the heads gets columns without one.

use board::document::{Column, Span};

use super::{
    escape::text,
    spans::{block_attributes, inline},
};

/// The whole table; nothing at all when there is neither a head nor a row.
pub(super) fn table(caption: &str, columns: &[Column], rows: &[Vec<Vec<Span>>], paper: &str) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0).max(columns.len());
    if width == 0 {
        return String::new();
    }
    let body: String = rows.iter().map(|cells| row(cells, width, paper)).collect();
    format!(
        "<table>\n<caption dir=\"auto\">{}</caption>\n{}<tbody>\n{body}</tbody>\n</table>\n",
        text(caption),
        heads(columns, width)
    )
}

/// The row of heads, left out when no column has one.
fn heads(columns: &[Column], width: usize) -> String {
    if columns.iter().all(|column| column.head.trim().is_empty()) {
        return String::new();
    }
    let cells: String = (0..width)
        .map(|at| match columns.get(at).map(|column| column.head.as_str()).filter(|head| !head.trim().is_empty()) {
            Some(head) => format!("<th scope=\"col\" dir=\"auto\">{}</th>", text(head)),
            None => "<td></td>".to_owned(),
        })
        .collect();
    format!("<thead><tr>{cells}</tr></thead>\n")
}

/// One row; its first cell names it, unless that cell is empty.
fn row(cells: &[Vec<Span>], width: usize, paper: &str) -> String {
    let mut row = String::from("<tr>");
    for at in 0..width {
        let spans = cells.get(at).map(Vec::as_slice).unwrap_or_default();
        let named = at == 0 && spans.iter().any(|span| !span.text.trim().is_empty());
        let (open, close) = if named { ("<th scope=\"row\"", "</th>") } else { ("<td", "</td>") };
        row.extend([open, &block_attributes(spans, paper), ">", &inline(spans, paper), close]);
    }
    row.push_str("</tr>\n");
    row
}
