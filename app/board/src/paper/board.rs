//! The board on paper: its columns and headings with their lines, and the numbers people gave.
//!
//! Deliberately not here: empty headings. A heading with nothing under it would tell that something is missing.

use super::{cell, columns as table_columns, heading, paragraph, pictures};
use crate::card::LineKind;
use crate::document::{Block, Span, Voice};
use crate::framework::ScaleOf;
use crate::id::CardId;
use crate::view::minutes::MinutesView;
use crate::view::{CardView, RatingView, ScaleView};

/// The board's columns in order, each with the headings that hold something.
pub(super) fn columns(minutes: &MinutesView) -> Vec<Block> {
    let view = &minutes.view;
    let mut blocks = Vec::new();
    for column in &view.head.columns {
        if view.lines(column).next().is_none() {
            continue;
        }
        blocks.push(heading(2, &column.label));
        for section in &column.sections {
            let lines =
                view.section(&section.key).flat_map(|card| lines(card).into_iter().chain(beside(minutes, card)));
            let lines: Vec<Block> = lines.collect();
            if lines.is_empty() {
                continue;
            }
            if column.sections.len() > 1 {
                blocks.push(heading(3, &section.label));
            }
            blocks.extend(lines);
        }
    }
    blocks
}

/// A line with its pictures; a drawing without words is its picture alone.
fn lines(card: &CardView) -> Vec<Block> {
    if card.words.is_empty() {
        return pictures::blocks(&card.pictures, Some(&card.who));
    }
    let mut blocks = vec![line(card)];
    blocks.extend(pictures::blocks(&card.pictures, None));
    blocks
}

/// What stands beside a line, never over it: how a statement is made, who finds out what is not known, and how somebody sees it otherwise.
fn beside(minutes: &MinutesView, card: &CardView) -> Vec<Block> {
    let kept = &minutes.kept;
    let statement = kept.statements.iter().filter(|(of, _)| *of == card.id).flat_map(|(_, made)| {
        let parts = [("Who is worried", &made.who), ("About what", &made.what), ("What it would do", &made.effect)];
        parts.into_iter().filter_map(|(label, text)| text.as_ref().map(|text| format!("{label}: {text}.")))
    });
    let grey = kept.grey.iter().filter(|(of, _)| *of == card.id).map(|(_, words)| words.clone());
    let said = statement.chain(grey).collect::<Vec<_>>().join(" ");
    let said = (!said.is_empty()).then(|| paragraph(&said));
    let others = kept.their_views.iter().filter(|(of, _, _)| *of == card.id).map(|(_, who, words)| Block::Line {
        who: format!("{who} sees it so"),
        detail: None,
        words: vec![Span::plain(words)],
    });
    said.into_iter().chain(others).collect()
}

fn line(card: &CardView) -> Block {
    let voice = match card.line {
        LineKind::OwnWords => Voice::Own,
        LineKind::Scribed => Voice::Said,
        LineKind::Drawing => Voice::Drawn,
        LineKind::Family | LineKind::Seen | LineKind::Reported | LineKind::Opinion | LineKind::Chair => {
            return Block::Line {
                who: card.who.clone(),
                detail: card.how.clone(),
                words: vec![Span::plain(&card.words)],
            };
        }
    };
    Block::Words {
        who: card.who.clone(),
        detail: card.how.clone(),
        words: Span { text: card.words.clone(), language: card.language.clone(), strong: false },
        translation: card.translation.as_ref().map(|(words, by)| format!("English by {by}: {words}")),
        voice,
    }
}

/// Every number with who gave it and why; side by side, never summed up.
pub(super) fn scales(minutes: &MinutesView) -> Vec<Block> {
    let view = &minutes.view;
    let mut blocks = Vec::new();
    for scale in &view.head.scales {
        let of_scale = || view.ratings.values().filter(|rating| rating.rating.scale == scale.key);
        match scale.of {
            ScaleOf::Whole => blocks.extend(table(&scale.question, of_scale())),
            ScaleOf::Statement => {
                let mut statements: Vec<&CardId> =
                    of_scale().filter_map(|rating| rating.rating.card.as_ref()).collect();
                statements.sort();
                statements.dedup();
                for statement in statements {
                    // A number about words that this reader does not have would tell that there are some.
                    let Some(words) = view.cards.get(statement).map(|card| card.words.as_str()) else { continue };
                    let about = of_scale().filter(|rating| rating.rating.card.as_ref() == Some(statement));
                    blocks.extend(table(words, about));
                }
            }
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, heading(2, "The numbers people gave"));
        blocks.splice(1..1, view.head.scales.first().map(legend));
    }
    blocks
}

fn legend(scale: &ScaleView) -> Block {
    paragraph(&format!("0 means: {}. 10 means: {}.", scale.low, scale.high))
}

fn table<'a>(caption: &str, ratings: impl Iterator<Item = &'a RatingView>) -> Vec<Block> {
    let rows: Vec<Vec<Vec<Span>>> = ratings.map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = table_columns(&[("Who", 4), ("Number", 2), ("Why", 5), ("One higher would be", 5)]);
    vec![heading(3, caption), Block::Table { caption: caption.to_owned(), columns, rows }]
}

fn row(view: &RatingView) -> Vec<Vec<Span>> {
    let rating = &view.rating;
    let number =
        rating.about.as_ref().map_or_else(|| rating.value.to_string(), |about| format!("{} ({about})", rating.value));
    vec![
        vec![Span::strong(&view.who)],
        cell(&number),
        cell(rating.reason.as_deref().unwrap_or_default()),
        cell(rating.one_higher.as_deref().unwrap_or_default()),
    ]
}
