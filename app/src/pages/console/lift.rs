//! A line in the hand on its way to another place: where it would stand now, and the command that puts it there.
//!
//! Deliberately not here: keys and pointers. Both carry a line the same way.

use board::command::Command;
use board::id::{CardId, SectionKey};
use board::view::{ColumnView, View};

use super::hand::column_with;

/// A line that has been picked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lifted {
    /// The line.
    pub(super) card: CardId,
    /// The section it would stand in.
    pub(super) section: SectionKey,
    /// How many other lines of that section would stand before it.
    pub(super) place: usize,
}

/// Which way a line is carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// One line up, into the section above where there is no line above.
    Up,
    /// One line down, into the section below where there is no line below.
    Down,
    /// To the column before.
    Back,
    /// To the column after.
    On,
}

impl Lifted {
    /// Picks a line up where it stands.
    pub(super) fn pick_up(view: &View, card: &CardId) -> Option<Self> {
        let section = view.cards.get(card)?.section.clone();
        let place = view.order.get(&section)?.iter().position(|other| other == card)?;
        Some(Self { card: card.clone(), section, place })
    }

    /// The other lines of the section it would stand in.
    fn others<'a>(&'a self, view: &'a View, section: &SectionKey) -> Vec<&'a CardId> {
        view.order.get(section).into_iter().flatten().filter(|other| **other != self.card).collect()
    }

    /// One step further; nothing where there is no further.
    pub(super) fn step(&self, view: &View, way: Way) -> Option<Self> {
        let column = column_with(view, &self.section)?;
        let at = column.sections.iter().position(|section| section.key == self.section)?;
        match way {
            Way::Up if self.place > 0 => Some(Self { place: self.place - 1, ..self.clone() }),
            Way::Down if self.place < self.others(view, &self.section).len() => {
                Some(Self { place: self.place + 1, ..self.clone() })
            }
            Way::Up => at.checked_sub(1).and_then(|above| column.sections.get(above)).map(|above| Self {
                section: above.key.clone(),
                place: self.others(view, &above.key).len(),
                ..self.clone()
            }),
            Way::Down => {
                let below = column.sections.get(at + 1)?;
                Some(Self { section: below.key.clone(), place: 0, ..self.clone() })
            }
            Way::Back | Way::On => self.across(view, column, way),
        }
    }

    /// Into the next column that has a section, before or after this one.
    fn across(&self, view: &View, column: &ColumnView, way: Way) -> Option<Self> {
        let at = view.head.columns.iter().position(|other| other.key == column.key)?;
        let section = match way {
            Way::Back => view.head.columns.iter().take(at).rev().find_map(|column| column.sections.first()),
            Way::On => view.head.columns.iter().skip(at + 1).find_map(|column| column.sections.first()),
            Way::Up | Way::Down => None,
        }?;
        Some(Self { section: section.key.clone(), place: self.others(view, &section.key).len(), ..self.clone() })
    }

    /// The lines of a section with this one where it would stand.
    pub(super) fn shown(&self, view: &View, section: &SectionKey) -> Vec<CardId> {
        let mut order: Vec<CardId> = self.others(view, section).into_iter().cloned().collect();
        if self.section == *section {
            order.insert(self.place.min(order.len()), self.card.clone());
        }
        order
    }

    /// The command that puts it there.
    pub(super) fn put_down(&self, view: &View) -> Command {
        Command::MoveCard {
            card: self.card.clone(),
            section: self.section.clone(),
            before: self.others(view, &self.section).get(self.place).map(|before| (*before).clone()),
        }
    }

    /// Where it would stand, in words: "What is good, 2 of 7".
    pub(super) fn words(&self, view: &View) -> String {
        let sections = view.head.columns.iter().flat_map(|column| &column.sections);
        let label = sections.filter(|section| section.key == self.section).map(|section| section.label.as_str());
        let all = self.others(view, &self.section).len() + 1;
        format!("{}, {} of {all}", label.collect::<String>(), self.place + 1)
    }
}
