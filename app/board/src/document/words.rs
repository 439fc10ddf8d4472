//! A paper as plain words, for reading it again: every text on it, in reading order.
//!
//! Deliberately not a format: nobody gets a paper in this form.

use super::{Block, Document, Span};

impl Document {
    /// Every word on the paper with its title and what each page repeats, a line for each piece.
    pub fn words(&self) -> String {
        let running = &self.running;
        let heads = [&self.title, &running.authority, &running.reference, &running.copy];
        let mut lines: Vec<String> = heads.into_iter().cloned().collect();
        lines.extend(self.blocks.iter().flat_map(words_of));
        lines.join("\n")
    }
}

fn words_of(block: &Block) -> Vec<String> {
    match block {
        Block::Heading { text, .. } => vec![text.clone()],
        Block::Paragraph(spans) => vec![joined(spans)],
        Block::List(lines) => lines.iter().map(|line| joined(line)).collect(),
        Block::Table { caption, columns, rows } => {
            let heads = columns.iter().map(|column| column.head.clone());
            let cells = rows.iter().flatten().map(|cell| joined(cell));
            std::iter::once(caption.clone()).chain(heads).chain(cells).collect()
        }
        Block::Line { who, detail, words } => {
            [Some(who.clone()), detail.clone(), Some(joined(words))].into_iter().flatten().collect()
        }
        Block::Words { who, detail, words, translation, voice: _ } => {
            [Some(who.clone()), detail.clone(), Some(words.text.clone()), translation.clone()]
                .into_iter()
                .flatten()
                .collect()
        }
        Block::Picture { alt, caption, .. } => [Some(alt.clone()), caption.clone()].into_iter().flatten().collect(),
        Block::Answer { text } => text.iter().cloned().collect(),
    }
}

fn joined(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}
