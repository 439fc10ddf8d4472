//! What came of the conference on paper: decisions, the days that follow, the plan, and each one's view.
//!
//! Deliberately not here: a count of views. The chair decides, with reasons.

use super::{cell, columns, heading, paragraph};
use crate::document::{Block, Span};
use crate::outcome::{AgencyView, Dissent};
use crate::view::ActionView;
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
    let rows = minutes.next.iter().map(|next| vec![vec![Span::strong(next.when())], cell(&next.what)]);
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
        blocks.push(Block::Table {
            caption: "The plan".to_owned(),
            columns: columns(&[("What", 5), ("Who, by when, for whom", 4), ("What for", 6)]),
            rows: actions.into_iter().map(line).collect(),
        });
    }
    if let Some(contingency) = &view.contingency {
        blocks.push(heading(3, "If the plan does not work"));
        blocks.push(paragraph(contingency));
    }
    blocks
}

/// A line of the plan: what happens; who does it, by when and for which child; what it is for and how we will know.
fn line(view: &ActionView) -> Vec<Vec<Span>> {
    let action = &view.action;
    let who = [Some(&view.owner), Some(&view.due), Some(&view.children)];
    let parts = [
        ("So that: ", &action.outcome),
        ("How we will know: ", &action.measure),
        ("If it does not happen: ", &action.contingency),
    ];
    let parts = parts.into_iter().filter_map(|(before, words)| Some(format!("{before}{}", sentence(words.as_ref()?))));
    vec![
        cell(&action.what),
        cell(
            &who.into_iter()
                .flatten()
                .filter(|part| !part.is_empty())
                .map(|part| sentence(part))
                .collect::<Vec<_>>()
                .join(" "),
        ),
        cell(&parts.collect::<Vec<_>>().join(" ")),
    ]
}

/// Words with a full stop, unless they end a sentence already.
pub(super) fn sentence(words: &str) -> String {
    let words = words.trim_end();
    if words.ends_with(['.', '!', '?', '…', '”', '"']) { words.to_owned() } else { format!("{words}.") }
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
