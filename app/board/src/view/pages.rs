//! Which lines stand on which page of the wall: only whole ones, and not more than a back row can take in. At a review last time's lines
//! follow today's.
//!
//! Deliberately not here: pixels. A page is counted in lines of the wall's own type, the same on every screen.

use super::{CardView, ColumnView, View};
use crate::picture::PictureKind;

mod rows;

pub use rows::{Row, RowKind, RowPage, decision_pages, plan_pages};

/// The most lines of type on a page.
const LINES: usize = 12;
/// The most cards on a page (source: seven is what a room takes in at once).
const CARDS: usize = 7;
/// The lines of type a picture is as high as, large enough to be seen from the back.
const PICTURE: usize = 7;
/// Letters in a line of the wall's type beside the name of who said it.
const LETTERS: usize = 44;

/// The lines of type a text needs.
fn lines_of(text: &str) -> usize {
    text.lines().map(|line| line.chars().count().div_ceil(LETTERS).max(1)).sum()
}

/// The lines of type a card needs, with the space around it.
fn height(card: &CardView) -> usize {
    let translation = card.translation.as_ref().map_or(0, |(words, _)| lines_of(words));
    let pictures = card.pictures.iter().map(|picture| if picture.kind == PictureKind::Document { 1 } else { PICTURE });
    let beside = usize::from(card.how.is_some()) + card.who.chars().count().div_ceil(18);
    (lines_of(&card.words) + translation + pictures.sum::<usize>()).max(beside)
}

/// The pages of a column, each with at least one card.
pub fn pages<'a>(view: &'a View, column: &'a ColumnView) -> Vec<Vec<&'a CardView>> {
    broken(view.lines(column).chain(view.last_lines(column)), |card| height(card))
}

/// Things one under another, broken into pages where the next would go past the foot. There is always a page.
fn broken<T>(things: impl Iterator<Item = T>, height: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    let mut pages: Vec<Vec<T>> = vec![Vec::new()];
    let mut used = 0;
    for thing in things {
        let height = height(&thing);
        let page = pages.last().map_or(0, Vec::len);
        if page > 0 && (page == CARDS || used + height > LINES) {
            pages.push(Vec::new());
            used = 0;
        }
        used += height;
        if let Some(page) = pages.last_mut() {
            page.push(thing);
        }
    }
    pages
}
