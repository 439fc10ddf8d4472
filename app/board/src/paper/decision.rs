//! The letter with the decision: on one page what was decided and why, the plan in short, the days that follow, and what
//! somebody can do who does not agree.
//!
//! What such a letter holds follows what North Yorkshire and Sussex ask of theirs: on a plan or not, brief reasons, the
//! outline plan, the lead social worker, the days that follow, the right to complain. Deliberately not here: how long a page
//! is. Whoever draws the letter takes the first of these that fits.

use super::result::sentence;
use super::{copy_for, heading, lower_first, paragraph};
use crate::document::{Block, Document, Edition, Running, Span};
use crate::outcome::{Category, Decision};
use crate::view::ActionView;
use crate::view::minutes::MinutesView;

/// How much a letter says of what stands in full in the minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Length {
    /// Lines of the plan.
    lines: usize,
    /// Days that follow.
    days: usize,
    /// Of the reasons only the first sentence, of headings only what a line can carry, of the rights only what they are.
    terse: bool,
}

/// The letter for one audience, the fullest first, each after it shorter by one thing: first the last lines of the plan go,
/// then all but the first sentence of the reasons and of the rights, then the last of the days. None where nothing was decided that this
/// audience may know.
pub fn decision_letters(minutes: &MinutesView, edition: &Edition) -> impl Iterator<Item = Document> {
    lengths(minutes).into_iter().map(|length| letter(minutes, edition, length))
}

/// Every length, the fullest first.
fn lengths(minutes: &MinutesView) -> Vec<Length> {
    if decided(minutes).next().is_none() {
        return Vec::new();
    }
    let (lines, days) = (plan(minutes).count(), minutes.next.len());
    let fewer_lines = (0..=lines).rev().map(|lines| Length { lines, days, terse: false });
    let fewer_days = (0..=days).rev().map(|days| Length { lines: 0, days, terse: true });
    fewer_lines.chain(fewer_days).collect()
}

/// The children whom this audience may know, each with what was decided.
fn decided(minutes: &MinutesView) -> impl Iterator<Item = (&str, &Decision)> {
    let decisions = minutes.view.decisions.values();
    decisions.filter_map(|view| Some((view.child.as_str(), view.decision.as_ref()?)))
}

/// The lines of the plan in order.
fn plan(minutes: &MinutesView) -> impl Iterator<Item = &ActionView> {
    minutes.view.plan_order.iter().filter_map(|id| minutes.view.plan.get(id))
}

fn letter(minutes: &MinutesView, edition: &Edition, length: Length) -> Document {
    let head = &minutes.view.head;
    let title = "What was decided".to_owned();
    let mut blocks = vec![Block::Heading { level: 1, text: title.clone(), new_page: false }];
    blocks.push(paragraph(&format!("{} of {}. {}.", head.kind, head.date, copy_for(minutes))));
    blocks.extend(decided(minutes).map(|(child, decision)| decision_for(child, decision, length)));
    blocks.extend(plan_in_short(minutes, length));
    blocks.extend(days(minutes, length));
    blocks.extend(if length.terse { rights_in_short(minutes) } else { rights(minutes) });
    if length != fullest(minutes) {
        blocks.push(paragraph("This letter is kept to one page; the minutes say the rest."));
    }
    Document {
        title,
        language: "en-GB".to_owned(),
        running: Running {
            authority: head.authority.clone(),
            reference: minutes.reference.clone(),
            edition: Some(edition.clone()),
            copy: copy_for(minutes),
            demo: head.demo.then(|| super::DEMO.to_owned()),
        },
        blocks,
    }
}

/// A letter of which nothing was left out.
fn fullest(minutes: &MinutesView) -> Length {
    Length { lines: plan(minutes).count(), days: minutes.next.len(), terse: false }
}

/// "Maja: Child protection plan (emotional abuse)." and why.
fn decision_for(child: &str, decision: &Decision, length: Length) -> Block {
    let category = decision.category.map(Category::words).map(lower_first);
    let category = category.map_or_else(String::new, |category| format!(" ({category})"));
    let reasons = if length.terse { first_sentence(&decision.reasons) } else { &decision.reasons };
    Block::Paragraph(vec![
        Span::strong(format!("{child}: {}{category}.", decision.outcome.words())),
        Span::plain(format!(" {}", sentence(reasons))),
    ])
}

/// Up to the first full stop that another sentence follows.
fn first_sentence(text: &str) -> &str {
    text.split_once(". ").map_or(text, |(first, _)| first)
}

/// What happens, who does it and by when.
fn plan_in_short(minutes: &MinutesView, length: Length) -> Vec<Block> {
    let item = |view: &ActionView| {
        let who = [&view.owner, &view.due].map(|part| part.trim()).into_iter().filter(|part| !part.is_empty());
        let who = who.collect::<Vec<_>>().join(", ");
        vec![Span::plain(format!("{} {}", sentence(&view.action.what), sentence(&who)))]
    };
    let items: Vec<Vec<Span>> = plan(minutes).take(length.lines).map(item).collect();
    if items.is_empty() { Vec::new() } else { vec![heading(2, "The plan in short"), Block::List(items)] }
}

/// The days that follow.
fn days(minutes: &MinutesView, length: Length) -> Vec<Block> {
    let item = |next: &crate::view::minutes::DayAhead| {
        vec![Span::strong(format!("{}: ", next.when())), Span::plain(sentence(&next.what))]
    };
    let items: Vec<Vec<Span>> = minutes.next.iter().take(length.days).map(item).collect();
    let list = (!items.is_empty()).then_some(Block::List(items));
    let head = (list.is_some() && !length.terse).then(|| heading(2, "What happens next"));
    head.into_iter().chain(list).collect()
}

/// Whom to ask, and what to do about a decision that somebody thinks is wrong.
fn rights(minutes: &MinutesView) -> Vec<Block> {
    let lead = minutes.lead.as_ref().map(|name| format!("Lead social worker: {name}. "));
    let chair = minutes.chair.as_ref().map(|name| format!("Chair: {name}. "));
    let ask: String = [lead, chair].into_iter().flatten().collect();
    vec![
        heading(2, "If you have a question, or do not agree"),
        paragraph(&format!("{ask}Ask about anything that is not clear.")),
        paragraph(&format!(
            "You have the right to disagree and to complain. Tell the chair, or ask {} for its complaints procedure. \
             Professionals can dissent formally. The decision stands until it is changed.",
            minutes.view.head.authority
        )),
    ]
}

/// The same where every line counts.
fn rights_in_short(minutes: &MinutesView) -> Vec<Block> {
    let lead = minutes.lead.as_ref().map(|name| format!(" Lead social worker: {name}.")).unwrap_or_default();
    let authority = &minutes.view.head.authority;
    vec![paragraph(&format!("You can disagree, and complain: tell the chair, or ask {authority}.{lead}"))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_cut_after_a_sentence_and_never_inside_one() {
        assert_eq!(first_sentence("It happened 4 times. It may happen again."), "It happened 4 times");
        assert_eq!(first_sentence("It happened at 10.30 and at night"), "It happened at 10.30 and at night");
    }
}
