//! What came of the conference on paper: decisions, the days that follow, the plan, and each one's view.
//!
//! Deliberately not here: a count of views. The chair decides, with reasons.

use super::{cell, columns, heading, paragraph};
use crate::document::{Block, Span};
use crate::outcome::{AgencyView, Dissent};
use crate::view::minutes::MinutesView;

/// The decision for each child, with the chair's reasons; a child without one is not in the table.
pub(super) fn decisions(minutes: &MinutesView) -> Vec<Block> {
    let decided = || minutes.view.decisions.values().filter_map(|view| Some((view, view.decision.as_ref()?)));
    if decided().next().is_none() {
        return vec![heading(2, "What was decided"), paragraph("Nothing has been decided yet.")];
    }
    let rows = decided().map(|(view, decision)| {
        vec![
            vec![Span::strong(&view.child)],
            cell(decision.outcome.words()),
            cell(decision.category.map_or("None", crate::outcome::Category::words)),
        ]
    });
    let mut blocks = vec![
        heading(2, "What was decided"),
        Block::Table {
            caption: "What was decided for each child".to_owned(),
            columns: columns(&[("Child", 3), ("Decision", 5), ("Category", 5)]),
            rows: rows.collect(),
        },
    ];
    for (view, decision) in decided() {
        let spans = vec![Span::strong(format!("{}: ", view.child)), Span::plain(&decision.reasons)];
        blocks.push(Block::Paragraph(spans));
    }
    blocks
}

/// The days that follow.
pub(super) fn next(minutes: &MinutesView) -> Vec<Block> {
    if minutes.next.is_empty() {
        return Vec::new();
    }
    let rows = minutes.next.iter().map(|(when, what)| vec![vec![Span::strong(when)], cell(what)]);
    vec![
        heading(2, "What happens next"),
        Block::Table {
            caption: "The days that follow".to_owned(),
            columns: columns(&[("When", 5), ("What", 6)]),
            rows: rows.collect(),
        },
    ]
}

/// The plan, line by line, and what happens if it does not work.
pub(super) fn plan(minutes: &MinutesView) -> Vec<Block> {
    let view = &minutes.view;
    let actions: Vec<_> = view.plan_order.iter().filter_map(|id| view.plan.get(id)).collect();
    if actions.is_empty() && view.contingency.is_none() {
        return Vec::new();
    }
    let mut blocks = vec![heading(2, "The plan")];
    if !actions.is_empty() {
        let rows = actions.iter().map(|action| {
            let mut what = vec![Span::plain(&action.action.what)];
            if let Some(outcome) = &action.action.outcome {
                what.push(Span::plain(format!(" So that: {outcome}.")));
            }
            if let Some(contingency) = &action.action.contingency {
                what.push(Span::plain(format!(" If it does not happen: {contingency}.")));
            }
            vec![
                what,
                cell(&action.owner),
                cell(&action.due),
                cell(action.action.measure.as_deref().unwrap_or_default()),
                cell(&action.children),
            ]
        });
        blocks.push(Block::Table {
            caption: "The plan".to_owned(),
            columns: columns(&[("What", 6), ("Who", 4), ("By when", 4), ("How we will know", 4), ("For", 2)]),
            rows: rows.collect(),
        });
    }
    if let Some(contingency) = &view.contingency {
        blocks.push(heading(3, "If the plan does not work"));
        blocks.push(paragraph(contingency));
    }
    blocks
}

/// What each agency would have decided, and what the family says; never mixed.
pub(super) fn views(minutes: &MinutesView) -> Vec<Block> {
    let mut blocks = Vec::new();
    for decision in minutes.view.decisions.values().filter(|decision| !decision.views.is_empty()) {
        let caption = format!("What each agency said about {}", decision.child);
        let rows = decision.views.iter().map(|(who, view)| {
            vec![vec![Span::strong(who)], cell(view.opinion.words()), cell(&category(view)), cell(&reason(view))]
        });
        blocks.push(heading(2, &caption));
        blocks.push(Block::Table {
            caption,
            columns: columns(&[("Who", 4), ("View", 3), ("Category", 3), ("In their words", 6)]),
            rows: rows.collect(),
        });
    }
    if !minutes.family_views.is_empty() {
        blocks.push(heading(2, "What the family said about it"));
        for (who, words) in &minutes.family_views {
            blocks.push(Block::Line { who: who.clone(), detail: None, words: vec![Span::plain(words)] });
        }
    }
    blocks
}

fn category(view: &AgencyView) -> String {
    view.category.map_or_else(String::new, |category| category.words().to_owned())
}

fn reason(view: &AgencyView) -> String {
    let level = view.dissent.map(|dissent| match dissent {
        Dissent::Reservation => "Disagrees, and can live with the decision.",
        Dissent::Formal => "Formally dissents.",
    });
    [level, view.reason.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
