//! The pages of one column on the wall: lines first, then its scales.
//!
//! Deliberately not here: which lines make a page. That is `board::view::pages`, the same for every screen.

use board::framework::{Look, ScaleOf, SectionKind};
use board::id::{CardId, ScaleKey};
use board::view::{ColumnView, View, pages};

/// One page of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WallPage {
    /// Whole lines.
    Lines(Vec<CardId>),
    /// One scale with the numbers people gave; about one line, where it is asked of single lines.
    Scale(ScaleKey, Option<CardId>),
}

/// The pages of a column in the order the chair turns them; there is always one.
pub fn wall_pages(view: &View, column: &ColumnView) -> Vec<WallPage> {
    let lines = pages::pages(view, column).into_iter().filter(|page| !page.is_empty());
    let lines = lines.map(|page| WallPage::Lines(page.into_iter().map(|card| card.id.clone()).collect()));
    let mut all: Vec<WallPage> = lines.collect();
    match column.look {
        Look::Judge => all.extend(scales(view)),
        Look::Worry | Look::Well | Look::Change | Look::Grey | Look::Child => {}
    }
    if all.is_empty() {
        all.push(WallPage::Lines(Vec::new()));
    }
    all
}

/// The scale of the whole board, and each line that numbers were given about; questions without a number come last.
fn scales(view: &View) -> Vec<WallPage> {
    let (with, without) = view.head.scales.iter().partition::<Vec<_>, _>(|scale| match scale.of {
        ScaleOf::Whole => view.ratings.values().any(|rating| rating.rating.scale == scale.key),
        ScaleOf::Statement => true,
    });
    let of_scale = with.into_iter().chain(without).flat_map(|scale| match scale.of {
        ScaleOf::Whole => vec![WallPage::Scale(scale.key.clone(), None)],
        ScaleOf::Statement => rated(view, &scale.key),
    });
    of_scale.collect()
}

fn rated(view: &View, scale: &ScaleKey) -> Vec<WallPage> {
    let statements =
        view.head.columns.iter().flat_map(|column| &column.sections).filter(|section| match section.kind {
            SectionKind::Danger | SectionKind::Risk => true,
            SectionKind::Worry
            | SectionKind::Complicating
            | SectionKind::Grey
            | SectionKind::Strength
            | SectionKind::Safety
            | SectionKind::ChildView
            | SectionKind::ChildWorld
            | SectionKind::Goal
            | SectionKind::Action
            | SectionKind::Decision
            | SectionKind::Note => false,
        });
    let has_number = |card: &CardId| {
        view.ratings.values().any(|rating| rating.rating.scale == *scale && rating.rating.card.as_ref() == Some(card))
    };
    let cards = statements.flat_map(|section| view.section(&section.key)).filter(|card| has_number(&card.id));
    cards.map(|card| WallPage::Scale(scale.clone(), Some(card.id.clone()))).collect()
}

/// "1 line", "7 lines"; nothing where there are none.
pub fn counted(lines: usize) -> String {
    match lines {
        0 => String::new(),
        1 => "1 line".to_owned(),
        many => format!("{many} lines"),
    }
}
