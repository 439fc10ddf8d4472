//! What can be done with one line, in the order of the menu.
//!
//! Deliberately not here: drawing. The keys use the same list.

use board::command::Command;
use board::id::CardId;
use board::view::View;
use leptos::prelude::*;

use super::super::hand::{Asking, Drawer, Hand};
use super::super::lift::{Lifted, Way};

/// One thing to do with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages::console) enum Item {
    /// Change the words.
    Edit,
    /// Choose another section.
    Move,
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// Choose the line it belongs with.
    Group,
    /// Take it out of its group.
    Ungroup,
    /// Write a line of the plan that answers it.
    Plan,
    /// Say what was done about a child's words.
    Answer,
    /// Who said it, about whom, who may know.
    About,
    /// Let a child in the side room see it.
    Fit,
    /// Keep it from the side room again.
    Unfit,
    /// Point at it on the wall.
    Point,
    /// Point at nothing.
    Unpoint,
    /// Take it off the board.
    Remove,
}

impl Item {
    /// Its words in the menu.
    pub(in crate::pages::console) fn words(self) -> &'static str {
        match self {
            Self::Edit => "Edit",
            Self::Move => "Move to …",
            Self::Up => "Move up",
            Self::Down => "Move down",
            Self::Group => "Group with …",
            Self::Ungroup => "Take out of its group",
            Self::Plan => "Add to plan",
            Self::Answer => "Answer the child",
            Self::About => "Who said it, who sees it …",
            Self::Fit => "Fit for the child in the side room",
            Self::Unfit => "Not for the side room any more",
            Self::Point => "Point at it on the wall",
            Self::Unpoint => "Stop pointing",
            Self::Remove => "Remove from the board",
        }
    }
}

/// What can be done with a line.
pub(in crate::pages::console) fn items(view: &View, card: &CardId, chair: bool) -> Vec<Item> {
    let Some(line) = view.cards.get(card) else {
        return Vec::new();
    };
    let desk = line.desk.as_ref();
    let entry = desk.is_some_and(|desk| desk.entry.is_some());
    let on_wall = desk.is_some_and(|desk| desk.not_on_wall.is_none());
    let fit = desk.is_some_and(|desk| desk.fit_for_child);
    let pointed = view.stage.pointed.as_ref() == Some(card);
    let offered = [
        (Item::Edit, !line.fixed),
        (Item::Move, true),
        (Item::Up, true),
        (Item::Down, true),
        (Item::Group, true),
        (Item::Ungroup, line.group.is_some()),
        (Item::Plan, true),
        (Item::Answer, entry && line.line.is_childs()),
        (Item::About, true),
        (Item::Fit, chair && !line.line.is_childs() && !fit),
        (Item::Unfit, chair && fit),
        (Item::Point, chair && on_wall && !pointed),
        (Item::Unpoint, chair && pointed),
        (Item::Remove, true),
    ];
    offered.into_iter().filter(|(_, offered)| *offered).map(|(item, _)| item).collect()
}

/// Does one thing with a line.
pub(in crate::pages::console) fn run(hand: Hand, card: &CardId, item: Item) {
    match item {
        Item::Edit => hand.edit(card.clone()),
        Item::Move => hand.asking.set(Some(Asking::MoveTo(card.clone()))),
        Item::Up => shift(hand, card, Way::Up),
        Item::Down => shift(hand, card, Way::Down),
        Item::Group => hand.asking.set(Some(Asking::GroupWith(card.clone()))),
        Item::Ungroup => hand.send(Command::GroupCard { card: card.clone(), with: None }),
        Item::Plan => {
            hand.answers.set(vec![card.clone()]);
            hand.drawer.set(Some(Drawer::Plan));
        }
        Item::Answer => {
            let entry = hand.live().view.with_untracked(|view| {
                view.cards.get(card).and_then(|card| card.desk.as_ref()).and_then(|desk| desk.entry.clone())
            });
            hand.asking.set(entry.map(Asking::Answer));
        }
        Item::About => hand.asking.set(Some(Asking::About(card.clone()))),
        Item::Fit => hand.send(Command::FitForChild { card: card.clone(), fit: true }),
        Item::Unfit => hand.send(Command::FitForChild { card: card.clone(), fit: false }),
        Item::Point => hand.send(Command::Point { card: Some(card.clone()) }),
        Item::Unpoint => hand.send(Command::Point { card: None }),
        Item::Remove => {
            hand.send(Command::RemoveCard { card: card.clone() });
            hand.said.set("Removed. Undo puts it back.".to_owned());
        }
    }
}

/// Moves a line one place and says where it is now.
fn shift(hand: Hand, card: &CardId, way: Way) {
    let moved = hand.live().view.with_untracked(|view| {
        let there = Lifted::pick_up(view, card)?.step(view, way)?;
        Some((there.put_down(view), there.words(view)))
    });
    match moved {
        Some((command, words)) => {
            hand.send(command);
            hand.said.set(format!("Moved to {words}"));
        }
        None => hand.said.set("It is at the end already".to_owned()),
    }
    hand.focus(card);
}
