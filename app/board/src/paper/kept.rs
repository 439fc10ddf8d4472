//! On paper, what was put down beside the board: reports and parts, how the children were asked, the test for a plan, dissents, the core group,
//! the last conference, corrections.
//!
//! Deliberately not here: empty headings. Where an audience has nothing of a thing, the paper does not name it.

use super::{cell, columns, heading, paragraph};
use crate::document::{Block, Span};
use crate::id::ChildId;
use crate::view::kept::{EarlierPages, ReportLine};
use crate::view::minutes::MinutesView;

/// The reports, who was left out, parts held without some, the quorum, and the family.
pub(super) fn before(minutes: &MinutesView) -> Vec<Block> {
    let kept = &minutes.kept;
    let mut blocks = Vec::new();
    if !kept.reports.is_empty() {
        blocks.push(heading(2, "Reports"));
        blocks.push(Block::Table {
            caption: "Reports for the conference".to_owned(),
            columns: columns(&[("Whose", 5), ("Came", 4), ("Read by", 6)]),
            rows: kept.reports.iter().map(report).collect(),
        });
    }
    let said = [&kept.left_out, &kept.restricted].into_iter().flatten().chain(&kept.quorum);
    let said: Vec<Vec<Span>> = said.map(|words| vec![Span::plain(words)]).collect();
    if !said.is_empty() {
        blocks.push(heading(2, "Parts of the conference"));
        blocks.push(Block::List(said));
    }
    if let Some(family) = &kept.family {
        blocks.push(heading(2, "The family"));
        blocks.push(paragraph(&family.words));
        let confirmed = if family.confirmed {
            "The family has said that this is right."
        } else {
            "The family was not asked yet whether this is right."
        };
        blocks.push(paragraph(confirmed));
        blocks.extend(
            family.corrected.as_ref().map(|corrected| paragraph(&format!("The family corrected: {corrected}."))),
        );
    }
    blocks
}

fn report(line: &ReportLine) -> Vec<Vec<Span>> {
    let mut whose = vec![Span::strong(&line.by)];
    whose.extend(line.summary.as_ref().map(|summary| Span::plain(format!(" {summary}"))));
    vec![whose, cell(&line.received), cell(&line.shared.join("; "))]
}

/// How each child was asked and took part, apart from the child's own words.
pub(super) fn involvement(minutes: &MinutesView) -> Vec<Block> {
    let kept = &minutes.kept;
    let children = kept.involvement.iter().filter_map(|(child, lines)| Some((name_of(minutes, child)?, lines)));
    children
        .flat_map(|(name, lines)| {
            let lines = lines.iter().map(|line| vec![Span::plain(line)]).collect();
            [heading(2, &format!("How {name} was asked and took part")), Block::List(lines)]
        })
        .collect()
}

/// How the test for a plan was gone through for each child.
pub(super) fn thresholds(minutes: &MinutesView) -> Vec<Block> {
    let tests = minutes.kept.thresholds.iter().filter(|(_, lines)| !lines.is_empty());
    let tests = tests.filter_map(|(child, lines)| Some((name_of(minutes, child)?, lines)));
    tests
        .flat_map(|(name, lines)| {
            let lines = lines.iter().map(|line| vec![Span::plain(line)]).collect();
            [heading(3, &format!("The test for a plan, for {name}")), Block::List(lines)]
        })
        .collect()
}

/// What becomes of formal dissents.
pub(super) fn dissents(minutes: &MinutesView) -> Vec<Block> {
    if minutes.kept.dissents.is_empty() {
        return Vec::new();
    }
    let lines = minutes.kept.dissents.iter().map(|words| vec![Span::plain(words)]).collect();
    vec![heading(2, "Formal dissent and its way"), Block::List(lines)]
}

/// Who works with the family, and when they meet.
pub(super) fn core_group(minutes: &MinutesView) -> Vec<Block> {
    if minutes.kept.core_group.is_empty() {
        return Vec::new();
    }
    let rows = minutes.kept.core_group.iter().map(|(label, text)| vec![vec![Span::strong(label)], cell(text)]);
    vec![
        heading(2, "Who works with the family"),
        Block::Table {
            caption: "The core group".to_owned(),
            columns: columns(&[("What", 4), ("Who and when", 10)]),
            rows: rows.collect(),
        },
    ]
}

/// The conference before: what became of its plan and its board, the numbers then, and what the child said then with the day.
pub(super) fn earlier(minutes: &MinutesView) -> Vec<Block> {
    let Some(earlier) = &minutes.kept.earlier else { return Vec::new() };
    let mut blocks = vec![heading(2, &format!("Since last time ({})", earlier.title))];
    blocks.extend(walked(earlier));
    blocks.extend(fates(earlier));
    if !earlier.numbers.is_empty() {
        let rows = earlier.numbers.iter().map(|(who, number)| vec![vec![Span::strong(who)], cell(number)]);
        blocks.push(heading(3, "The numbers then"));
        blocks.push(Block::Table {
            caption: "The numbers people gave last time".to_owned(),
            columns: columns(&[("Who", 8), ("Number", 2)]),
            rows: rows.collect(),
        });
    }
    for words in &earlier.words {
        blocks.push(Block::Words {
            who: format!("In {}’s words, {}", words.child, words.on),
            detail: None,
            words: Span { text: words.words.clone(), language: words.language.clone(), strong: false },
            translation: None,
            voice: crate::document::Voice::Own,
        });
    }
    blocks
}

fn walked(earlier: &EarlierPages) -> Vec<Block> {
    if earlier.plan.is_empty() {
        return Vec::new();
    }
    let rows = earlier.plan.iter().map(|line| {
        let status = line.status.map_or("Not gone over", crate::matter::PlanStatus::words);
        let effect = line.effect.as_deref().unwrap_or_default();
        vec![
            vec![Span::strong(&line.what)],
            cell(&line.owner),
            cell(status),
            cell(line.evidence.as_deref().unwrap_or_default()),
            cell(effect),
        ]
    });
    vec![
        heading(3, "What became of the last plan"),
        Block::Table {
            caption: "What became of each line of the last plan".to_owned(),
            columns: columns(&[("What", 5), ("Who", 4), ("Now", 3), ("How we know", 4), ("For the child", 4)]),
            rows: rows.collect(),
        },
    ]
}

fn fates(earlier: &EarlierPages) -> Vec<Block> {
    let told = earlier.lines.iter().filter_map(|line| {
        let state = line.state?;
        let more = line.more.as_ref().map_or_else(String::new, |more| format!(" {more}."));
        Some(vec![
            Span::strong(format!("{}: ", state.words())),
            Span::plain(format!("“{}” ({}).{more}", line.words, line.who)),
        ])
    });
    let told: Vec<Vec<Span>> = told.collect();
    if told.is_empty() { Vec::new() } else { vec![heading(3, "What became of the last board"), Block::List(told)] }
}

/// What was put right after signing; it stands beside the record and replaces nothing.
pub(super) fn corrections(minutes: &MinutesView) -> Vec<Block> {
    if minutes.kept.corrections.is_empty() {
        return Vec::new();
    }
    let lines = minutes.kept.corrections.iter();
    let lines = lines.map(|(when, words)| vec![Span::strong(format!("{when}: ")), Span::plain(words)]).collect();
    vec![heading(2, "Put right after signing"), Block::List(lines)]
}

fn name_of<'a>(minutes: &'a MinutesView, id: &ChildId) -> Option<&'a str> {
    minutes.view.head.children.iter().find(|child| child.id == *id).map(|child| child.known_as.as_str())
}
