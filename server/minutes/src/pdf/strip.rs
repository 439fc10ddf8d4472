//! A strip of the paper: columns of lines side by side, which move to a page together and break together.
//!
//! Every block becomes strips; only strips are put on pages. What a strip says of itself is all that the flow knows.

use std::rc::Rc;

use board::document::Voice;

use super::{
    line::{Line, height},
    structure::NodeId,
};

/// Lines under one another, at their distance from the left side of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) node: Option<NodeId>,
    pub(super) lines: Vec<Line>,
}

/// What is drawn around or under a strip, on every page it runs to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Frame {
    None,
    /// A line under it, this thick.
    Rule(f32),
    /// A line under it that only separates.
    Hairline,
    /// A child's card.
    Child(Voice),
    /// The dashed box of an answer that is missing.
    Missing,
}

/// How far a strip is kept from breaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// It breaks wherever a page ends, though not after its first line or before its last.
    Loose,
    /// It breaks only where it is longer than half a page: to wait for the next page it would leave this one empty.
    Short,
    /// It breaks only where it is longer than a page.
    Whole,
}

impl Keep {
    /// Whether a strip of this height stays whole on pages this high.
    pub(super) fn holds(self, height: f32, page: f32) -> bool {
        match self {
            Self::Loose => false,
            Self::Short => height <= page / 2.0,
            Self::Whole => height <= page,
        }
    }
}

/// Columns side by side.
#[derive(Debug, Clone)]
pub(super) struct Strip {
    /// White space above it, left out at the top of a page.
    pub(super) before: f32,
    pub(super) columns: Vec<Column>,
    pub(super) frame: Frame,
    /// Left end and width of the frame.
    pub(super) left: f32,
    pub(super) width: f32,
    /// Between the frame and the words.
    pub(super) pad: (f32, f32),
    /// White space below it, which the space above the next strip is part of; a tail hangs into it.
    pub(super) below: f32,
    /// How far it is kept from breaking.
    pub(super) keep: Keep,
    /// Never at the bottom of a page without what comes next.
    pub(super) with_next: bool,
    /// Begins a page.
    pub(super) new_page: bool,
    /// Set again above it where it begins or goes on at the top of a page.
    pub(super) head: Option<Rc<Strip>>,
    /// Set above it on every page that it goes on to, but not where it begins.
    pub(super) again: Option<Rc<Strip>>,
}

impl Strip {
    /// A strip of one column, with nothing drawn around it.
    pub(super) fn plain(before: f32, left: f32, width: f32, node: NodeId, lines: Vec<Line>) -> Self {
        Self {
            before,
            columns: vec![Column { x: left, node: Some(node), lines }],
            frame: Frame::None,
            left,
            width,
            pad: (0.0, 0.0),
            below: 0.0,
            keep: Keep::Loose,
            with_next: false,
            new_page: false,
            head: None,
            again: None,
        }
    }

    /// Height of the whole strip without the space above it.
    pub(super) fn height(&self) -> f32 {
        self.around() + self.columns.iter().map(|column| height(&column.lines)).fold(0.0, f32::max)
    }

    /// Height of the least that may stand at the bottom of a page where it breaks: its first two lines.
    pub(super) fn least(&self) -> f32 {
        let first_two = |column: &Column| height(column.lines.get(..2).unwrap_or(&column.lines));
        self.around() + self.columns.iter().map(first_two).fold(0.0, f32::max)
    }

    /// Height of what is around the words.
    pub(super) fn around(&self) -> f32 {
        self.pad.0 + self.pad.1 + self.below
    }

    /// Takes off the lines that fit into `room`, words only; at least a line where `forced`.
    ///
    /// Nothing comes off where that would leave a single line behind on either page.
    pub(super) fn take(&mut self, room: f32, forced: bool) -> Option<Vec<Column>> {
        let mut counts: Vec<usize> = self.columns.iter().map(|column| fitting(&column.lines, room)).collect();
        for (count, column) in counts.iter_mut().zip(&self.columns) {
            let left = column.lines.len() - *count;
            if left == 1 && *count > 2 {
                *count -= 1;
            }
            if forced && *count == 0 && !column.lines.is_empty() {
                *count = 1;
            }
        }
        let longest = self.columns.iter().zip(&counts).max_by_key(|(column, _)| column.lines.len());
        let orphan = longest.is_none_or(|(column, count)| *count < column.lines.len().min(2));
        if orphan && !forced {
            return None;
        }
        let taken = self
            .columns
            .iter_mut()
            .zip(counts)
            .map(|(column, count)| Column { lines: column.lines.drain(..count).collect(), ..*column });
        Some(taken.collect())
    }

    /// Whether all its words are on pages.
    pub(super) fn is_spent(&self) -> bool {
        self.columns.iter().all(|column| column.lines.is_empty())
    }
}

/// How many of these lines fit into `room`.
fn fitting(lines: &[Line], room: f32) -> usize {
    let mut used = 0.0;
    lines
        .iter()
        .enumerate()
        .take_while(|(at, line)| {
            used += line.height + if *at == 0 { 0.0 } else { line.gap };
            used <= room
        })
        .count()
}
