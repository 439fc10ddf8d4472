//! A child's own section: their words exactly, where they come from, and what was done about each.
//!
//! Deliberately not here: anything an adult thinks about them. Analysis stands with the board.

use super::{heading, paragraph, pictures};
use crate::audience::Audience;
use crate::card::LineKind;
use crate::document::{Block, Span, Voice};
use crate::outcome::Answer;
use crate::tool::Tool;
use crate::view::minutes::{ChildPages, MinutesView, ToolPages};
use crate::view::{EntryView, day};

/// One child's pages; they begin a new page, so that they can be handed over on their own.
pub(super) fn pages(minutes: &MinutesView, child: &ChildPages) -> Vec<Block> {
    let text = format!("What {} told us", child.known_as);
    let mut blocks = vec![Block::Heading { level: 2, text, new_page: true }, paragraph(&child.introduced)];
    if let Some(participation) = &child.participation {
        blocks.push(paragraph(participation));
    }
    if let Some(at) = &child.first_shown {
        blocks.push(paragraph(&format!("{}’s words were first on the wall at {at}.", child.known_as)));
    }
    if child.tools.is_empty() {
        blocks.push(paragraph(&format!("There are no words of {} in this copy.", child.known_as)));
    }
    for tool in &child.tools {
        blocks.extend(tool_pages(tool, says_what_is_missing(&minutes.audience)));
    }
    let of_child = minutes.view.decisions.values().find(|decision| decision.child == child.known_as);
    if let Some(words) = of_child.and_then(|view| view.decision.as_ref()).and_then(|it| it.childs_view.as_ref()) {
        blocks.push(heading(3, &format!("What {} says about the decision", child.known_as)));
        blocks.push(Block::Words {
            who: format!("In {}’s words", child.known_as),
            detail: None,
            words: Span::plain(words),
            translation: None,
            voice: Voice::Own,
        });
    }
    blocks
}

/// That an answer is still missing is for those who have to give it.
fn says_what_is_missing(audience: &Audience) -> bool {
    match audience {
        Audience::Chair | Audience::Clerk | Audience::Professionals => true,
        Audience::Wall
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Family => false,
    }
}

fn tool_pages(pages: &ToolPages, says_what_is_missing: bool) -> Vec<Block> {
    let mut blocks = vec![heading(3, &pages.name), paragraph(&provenance(&pages.tool))];
    let mut place = None;
    for entry in &pages.entries {
        if place != Some(&entry.place) {
            place = Some(&entry.place);
            blocks.extend(entry.asked.as_deref().map(|asked| heading(4, asked)));
        }
        let who = if entry.disagrees { format!("{}, about the decision", entry.who) } else { entry.who.clone() };
        if entry.words.is_empty() {
            blocks.extend(pictures::blocks(&entry.pictures, Some(&who)));
        } else {
            blocks.push(words(who, entry));
            blocks.extend(pictures::blocks(&entry.pictures, None));
        }
        blocks.extend(entry.meaning.as_ref().map(|meaning| paragraph(&format!("What it may mean: {meaning}"))));
        let text = entry.answer.as_ref().map(answered);
        blocks.extend((text.is_some() || says_what_is_missing).then_some(Block::Answer { text }));
    }
    blocks
}

fn words(who: String, entry: &EntryView) -> Block {
    Block::Words {
        who,
        detail: entry.how.clone(),
        words: Span { text: entry.words.clone(), language: entry.language.clone(), strong: false },
        translation: entry.translation.as_ref().map(|(words, by)| format!("English by {by}: {words}")),
        voice: match entry.line {
            LineKind::Scribed => Voice::Said,
            LineKind::Drawing => Voice::Drawn,
            LineKind::OwnWords
            | LineKind::Family
            | LineKind::Seen
            | LineKind::Reported
            | LineKind::Opinion
            | LineKind::Chair => Voice::Own,
        },
    }
}

/// What was done, why not, who tells the child and when, and what the child said to it.
fn answered(answer: &Answer) -> String {
    let mut said = vec![format!("{}: {}", answer.kind.words(), answer.words)];
    said.extend(answer.reason.clone());
    let by = answer.tell_by.map_or_else(String::new, |date| format!(" by {}", day(date)));
    match (&answer.told_by, answer.told_on) {
        (Some(who), Some(on)) => said.push(format!("Told on {}: {who}.", day(on))),
        (None, Some(on)) => said.push(format!("Told on {}.", day(on))),
        (Some(who), None) => said.push(format!("{who} tells them{by}.")),
        (None, None) if !by.is_empty() => said.push(format!("To be told{by}.")),
        (None, None) => {}
    }
    said.extend(answer.reaction.as_ref().map(|words| format!("To that the child said: “{words}”")));
    said.join(" ")
}

/// When, where and with whom a tool was done, and where it is kept.
fn provenance(tool: &Tool) -> String {
    let mut said = vec![format!("Done on {}", day(tool.date))];
    let mut add = |before: &str, text: &Option<String>| {
        if let Some(text) = text {
            said.push(format!("{before}{text}"));
        }
    };
    add("at: ", &tool.place);
    add("made by: ", &tool.author);
    add("with: ", &tool.done_with);
    add("others there: ", &tool.others_present);
    add("interpreter: ", &tool.interpreter);
    add("what helped: ", &tool.aids);
    add("stopped early: ", &tool.stopped_early);
    add("the original is kept in: ", &tool.kept_at);
    add("on the drawing: ", &tool.drawing_described);
    match tool.seen_alone {
        Some(true) => said.push("seen alone".to_owned()),
        Some(false) => said.push("not seen alone".to_owned()),
        None => {}
    }
    said.extend(tool.held_pen.map(|pen| pen.words().to_owned()));
    format!("{}.", said.join("; "))
}
