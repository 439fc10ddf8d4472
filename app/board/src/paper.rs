//! The minutes as a paper: from what one audience may have, in the order people read it.
//!
//! Deliberately not here: choosing what an audience may have. This file can only use a [`MinutesView`].

use crate::audience::Audience;
use crate::document::{Block, Column, Document, Edition, Running, Span};
use crate::view::minutes::MinutesView;

mod board;
mod calendar;
mod child;
mod colophon;
pub mod data;
mod decision;
mod extent;
mod kept;
pub(crate) mod pictures;
mod result;

pub use calendar::{Appointment, calendar};
pub use decision::decision_letters;
pub use extent::Extent;

/// The minutes for one audience.
pub fn minutes(minutes: &MinutesView, edition: &Edition) -> Document {
    part_of_minutes(minutes, edition, Extent::Whole)
}

/// The minutes for one audience, or the part of them that a copy holds.
pub fn part_of_minutes(minutes: &MinutesView, edition: &Edition, extent: Extent) -> Document {
    let head = &minutes.view.head;
    let title = title(minutes);
    let mut blocks = vec![Block::Heading { level: 1, text: title.clone(), new_page: false }];
    blocks.extend(opening(minutes, extent));
    if extent.has_decisions() {
        blocks.extend(result::decisions(minutes));
        blocks.extend(kept::thresholds(minutes));
    }
    blocks.extend(result::next(minutes));
    if extent.has_plan() {
        blocks.extend(kept::core_group(minutes));
    }
    if extent.has_the_rest() {
        blocks.extend(people(minutes));
        blocks.extend(kept::before(minutes));
        blocks.extend(minutes.children.iter().flat_map(|child| child::pages(minutes, child)));
        blocks.extend(kept::involvement(minutes));
        blocks.extend(board::columns(minutes));
        blocks.extend(board::scales(minutes));
        blocks.extend(kept::earlier(minutes));
    }
    if extent.has_plan() {
        blocks.extend(result::plan(minutes));
    }
    if extent.has_the_rest() {
        blocks.extend(result::views(minutes));
        blocks.extend(kept::dissents(minutes));
        blocks.extend(kept::corrections(minutes));
    }
    blocks.extend(colophon::colophon(edition));
    Document {
        title,
        language: "en-GB".to_owned(),
        running: Running {
            authority: head.authority.clone(),
            reference: minutes.reference.clone(),
            edition: Some(edition.clone()),
            copy: format!("{}. {}", copy_for(minutes), head.date),
            demo: head.demo.then(|| DEMO.to_owned()),
        },
        blocks,
    }
}

/// Stands on every page of a paper about invented people.
pub(crate) const DEMO: &str = "DEMO: everybody here is invented";

/// "Maja and Tomek: minutes of the initial conference".
fn title(minutes: &MinutesView) -> String {
    let head = &minutes.view.head;
    format!("{}: minutes of the {}", head.title, lower_first(&head.kind))
}

/// Whose copy it is, in words that are safe on any table.
fn copy_for(minutes: &MinutesView) -> String {
    match &minutes.audience {
        Audience::Professionals => "Copy for the professionals".to_owned(),
        Audience::Family => "Copy for the family".to_owned(),
        Audience::Person(person) => {
            let name = minutes.attendance.iter().find(|attendee| attendee.id == *person);
            name.map_or_else(|| "Personal copy".to_owned(), |attendee| format!("Copy for {}", attendee.name))
        }
        Audience::Child(_) => "Your own copy".to_owned(),
        Audience::Chair => "The file’s copy".to_owned(),
        Audience::Clerk | Audience::Wall | Audience::Tablet(_) | Audience::SideRoom(_) | Audience::Support => {
            "Working copy".to_owned()
        }
    }
}

fn opening(minutes: &MinutesView, extent: Extent) -> Vec<Block> {
    let head = &minutes.view.head;
    let mut lines = vec![Span::plain(format!("{}. {}.", minutes.when_and_where, head.framework))];
    if let Some(chair) = &minutes.chair {
        lines.push(Span::plain(format!(" Chair: {chair}.")));
    }
    let mut blocks = vec![Block::Paragraph(lines)];
    blocks.push(Block::Paragraph(vec![
        Span::plain("This is the "),
        Span::strong(lower_first(&copy_for(minutes))),
        Span::plain(". Please keep it safe."),
    ]));
    if let Some(reason) = &minutes.reason {
        blocks.push(heading(2, "Why we met"));
        blocks.push(paragraph(reason));
    }
    if !extent.has_the_rest() {
        return blocks;
    }
    for reason in &minutes.without_childs_view {
        blocks.push(paragraph(&format!(
            "It was decided before each child’s words had been on the wall, because: {reason}"
        )));
    }
    for reason in &minutes.left_out {
        blocks.push(paragraph(&format!("Part of the meeting was left out, because: {reason}")));
    }
    blocks
}

fn people(minutes: &MinutesView) -> Vec<Block> {
    if minutes.attendance.is_empty() {
        return Vec::new();
    }
    let columns = columns(&[("Name", 4), ("Who they are", 5), ("How they took part", 4)]);
    let rows = minutes
        .attendance
        .iter()
        .map(|attendee| vec![vec![Span::strong(&attendee.name)], cell(&attendee.tie), cell(&attendee.how)]);
    let table = Block::Table { caption: "Who took part".to_owned(), columns, rows: rows.collect() };
    vec![heading(2, "Who took part"), table]
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.to_owned(), new_page: false }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(vec![Span::plain(text)])
}

fn cell(text: &str) -> Vec<Span> {
    vec![Span::plain(text)]
}

fn columns(heads: &[(&str, u16)]) -> Vec<Column> {
    heads.iter().map(|(head, share)| Column { head: (*head).to_owned(), share: *share }).collect()
}

/// A sentence's first letter made small, for use inside another.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
