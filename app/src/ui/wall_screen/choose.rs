//! Which lines of a column stand in its part of the overview: the newest that fit whole, and at a review last time's where there is room.
//!
//! Deliberately not here: cutting. A line stands there whole or not at all, and the head counts them all.

use board::id::{CardId, ColumnKey};
use board::view::{CardView, View};

/// The most lines of a column in the overview (source: heads, counts and the newest two are what a back row can read).
const NEWEST: usize = 2;

/// How much room one column has, counted in the wall's own type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Room {
    /// Letters in a line.
    pub(super) letters: usize,
    /// Tenths of a line from head to foot.
    pub(super) tenths: usize,
}

impl Room {
    /// The room in one of so many columns on a wall of 1920 by 1080.
    pub(super) fn of(columns: usize) -> Self {
        match columns {
            0 | 1 => Self { letters: 64, tenths: 140 },
            2 => Self { letters: 31, tenths: 140 },
            3 => Self { letters: 20, tenths: 150 },
            4 => Self { letters: 31, tenths: 71 },
            _ => Self { letters: 21, tenths: 76 },
        }
    }
}

/// The newest lines of a column that fit in its part whole, newest first.
pub(super) fn choose(view: &View, column: &ColumnKey, room: Room) -> Vec<CardId> {
    let newest = view.newest.get(column).into_iter().flatten().filter_map(|id| view.cards.get(id));
    let last_time = view.column(column).into_iter().flat_map(|column| view.last_lines(column));
    let mut left = room.tenths;
    let mut chosen = Vec::new();
    for card in newest.chain(last_time) {
        let height = height(card, room.letters);
        if height <= left && chosen.len() < NEWEST {
            left -= height;
            chosen.push(card.id.clone());
        }
    }
    chosen
}

/// The height of a line in tenths of a line of type: its words, its translation, who said it above, space around it.
fn height(card: &CardView, letters: usize) -> usize {
    let letters = if card.line.is_childs() { letters.saturating_sub(3).max(1) } else { letters };
    let lines = |text: &str, letters: usize| -> usize {
        text.lines().map(|line| line.chars().count().div_ceil(letters).max(1)).sum()
    };
    let small = letters + letters / 4;
    let who = lines(&card.who, small) + card.how.as_deref().map_or(0, |how| lines(how, small));
    let translation = card.translation.as_ref().map_or(0, |(words, by)| lines(words, small) + lines(by, small));
    let around = if card.line.is_childs() { 16 } else { 7 };
    // A picture is a little more than three lines high here.
    let pictures = card.pictures.len() * 34;
    pictures + lines(&card.words, letters) * 10 + (who + translation) * 8 + around
}
