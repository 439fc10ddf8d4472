//! What is asked about each child's voice: whether they were heard, how, and what was done about it.
//!
//! Deliberately not here: reading a child's words for what they mean. Words are only counted, compared and looked for.

use super::{Checks, Finding, Level};
use crate::framework::SectionKind;
use crate::id::ChildId;
use crate::matter::{Involvement, OfferResponse, Presence};
use crate::participation::ParticipationCode;
use crate::people::Child;
use crate::record::Record;
use crate::sharing::MayKnow;
use crate::state::State;
use crate::tool::{Entry, Tool};
use crate::toolkit::Feeds;

/// The shortest text of which it is worth saying that two children have the same.
const TELLING_LENGTH: usize = 20;

/// Every child of a conference, with what was put down about how they took part.
fn children(record: &Record) -> impl Iterator<Item = (&Child, Option<&Involvement>)> {
    record.children.iter().map(|child| (child, record.all::<Involvement>().find(|of| of.child == child.id)))
}

/// What a child has said and not taken back.
fn said<'a>(record: &'a Record, child: &'a ChildId) -> impl Iterator<Item = (&'a Tool, &'a Entry)> {
    let own = record.tools.iter().filter(move |tool| tool.child == *child);
    own.flat_map(|tool| tool.entries.iter().filter(|entry| !entry.removed).map(move |entry| (tool, entry)))
}

/// Every tool that holds something.
fn filled(record: &Record) -> impl Iterator<Item = &Tool> {
    record.tools.iter().filter(|tool| tool.entries.iter().any(|entry| !entry.removed))
}

fn is_written(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Every child has words of their own, or what was seen of them, or a reason why there are none (V1).
pub(super) fn heard(state: &State) -> Vec<Finding> {
    let unheard = children(&state.record).filter(|(child, involvement)| {
        let explained = involvement.is_some_and(|of| is_written(of.observed.as_ref()) || of.no_words.is_some());
        !explained && said(&state.record, &child.id).next().is_none()
    });
    let say = |child: &Child| format!("There is nothing from {} yet, and no reason why not.", child.known_as);
    unheard.map(|(child, _)| Finding::new(say(child)).about(&child.id)).collect()
}

/// It is known of each tool with whom it was done, who else was there, whether the child was seen alone, and where it is kept (V2).
pub(super) fn known_how(state: &State) -> Vec<Finding> {
    let wanting = filled(&state.record).filter_map(|tool| {
        let with = is_written(tool.done_with.as_ref()) || tool.with_person.is_some();
        let parts = [
            (!with, "with whom it was done"),
            (!is_written(tool.others_present.as_ref()), "who else was there"),
            (tool.seen_alone.is_none(), "whether the child was seen alone"),
            (!is_written(tool.kept_at.as_ref()), "where it is kept"),
        ];
        let missing: Vec<&str> = parts.into_iter().filter(|(missing, _)| *missing).map(|(_, part)| part).collect();
        (!missing.is_empty()).then(|| {
            let words = format!("{}: it does not say {}.", tool.name(), crate::view::listed(&missing));
            Finding::new(words).about(&tool.child)
        })
    });
    wanting.collect()
}

/// Each thing a child said on the board, or against the decision, has an answer. Good news may stand without one, though a child likes
/// to hear that it was heard (V3).
pub(super) fn answered(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let open = record.children.iter().flat_map(|child| {
        said(record, &child.id)
            .filter(|(tool, entry)| asks_for_an_answer(record, tool, entry))
            .map(move |said| (child, said))
    });
    open.filter(|(_, (_, entry))| !record.answers.has(&entry.id))
        .map(|(child, (tool, entry))| {
            let words = format!("{} has no answer yet to “{}”", child.known_as, shortened(&entry.words));
            let found = Finding::new(words).about(&child.id);
            if is_good_news(record, tool, entry) { found.asked(Level::Warn) } else { found }
        })
        .collect()
}

/// What a child keeps to themselves is not answered; what they put on the board, wished, worried about or said against the decision is.
fn asks_for_an_answer(record: &Record, tool: &Tool, entry: &Entry) -> bool {
    if entry.may_know == MayKnow::NotDecided {
        return false;
    }
    let disagrees = record.disagreements.get(&tool.child).is_some_and(|named| named.entry == entry.id);
    let on_board = record.cards.iter().any(|card| !card.removed && card.entry.as_ref() == Some(&entry.id));
    disagrees
        || on_board
        || feeds(tool, entry).is_some_and(|feeds| matches!(feeds, Feeds::Worry | Feeds::Wish | Feeds::Fear))
}

fn feeds(tool: &Tool, entry: &Entry) -> Option<Feeds> {
    tool.place_asked(&entry.place).map(|place| place.feeds)
}

fn is_good_news(record: &Record, tool: &Tool, entry: &Entry) -> bool {
    let card = record.cards.iter().find(|card| !card.removed && card.entry.as_ref() == Some(&entry.id));
    let kind = card.and_then(|card| record.framework.section(&card.section)).map(|section| section.kind);
    let disagrees = record.disagreements.get(&tool.child).is_some_and(|named| named.entry == entry.id);
    let well = match kind {
        Some(SectionKind::Strength | SectionKind::Safety | SectionKind::ChildWorld) => true,
        Some(
            SectionKind::Worry
            | SectionKind::Danger
            | SectionKind::Complicating
            | SectionKind::Grey
            | SectionKind::ChildView
            | SectionKind::Risk
            | SectionKind::Goal
            | SectionKind::Action
            | SectionKind::Decision
            | SectionKind::Note,
        ) => false,
        None => matches!(feeds(tool, entry), Some(Feeds::Good | Feeds::Life | Feeds::Safety)),
    };
    well && !disagrees
}

fn shortened(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 60 {
        line
    } else {
        format!("{}…", line.chars().take(60).collect::<String>().trim_end())
    }
}

/// Somebody is named who tells each child, and by when (V4).
pub(super) fn told(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let untold = children(record).filter(|(child, involvement)| {
        let arranged = involvement
            .is_some_and(|of| is_written(of.told_by.as_ref()) && (of.tell_by.is_some() || of.told_on.is_some()));
        let own = || said(record, &child.id).filter_map(|(_, entry)| record.answers.get(&entry.id));
        let in_an_answer = own().any(|answer| {
            is_written(answer.told_by.as_ref()) && (answer.tell_by.is_some() || answer.told_on.is_some())
        });
        !arranged && !in_an_answer
    });
    let say = |child: &Child| format!("Nobody is named who tells {} what was decided, and by when.", child.known_as);
    untold.map(|(child, _)| Finding::new(say(child)).about(&child.id)).collect()
}

/// No two children have the same words: each was asked for themselves (V5).
pub(super) fn each_for_themselves(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let folded = |entry: &Entry| entry.words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let all: Vec<(&Child, String)> = record
        .children
        .iter()
        .flat_map(|child| said(record, &child.id).map(move |(_, entry)| (child, folded(entry))))
        .filter(|(_, words)| words.chars().count() >= TELLING_LENGTH)
        .collect();
    let same = all.iter().enumerate().filter_map(|(at, (child, words))| {
        let before = all.iter().take(at).find(|(other, told)| other.id != child.id && told == words)?;
        let said = format!("{} and {} have the same words: “{}”", before.0.known_as, child.known_as, shortened(words));
        Some(Finding::new(said).about(&child.id))
    });
    same.collect()
}

/// What a worker makes of a child's words is written down, and apart from them (V6).
pub(super) fn meaning_apart(state: &State) -> Vec<Finding> {
    let with_words = children(&state.record).filter(|(child, _)| said(&state.record, &child.id).next().is_some());
    let wanting = with_words.filter(|(_, of)| !of.is_some_and(|of| is_written(of.analysis.as_ref())));
    let say = |child: &Child| format!("No worker has written what they make of {}’s words.", child.known_as);
    wanting.map(|(child, _)| Finding::new(say(child)).about(&child.id)).collect()
}

/// What stands on the board of a child's is what the child said, letter by letter (V7).
pub(super) fn exact(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let changed = record.cards.iter().filter(|card| !card.removed).filter_map(|card| {
        let (tool, entry) = record.entry(card.entry.as_ref()?)?;
        (entry.words != card.words).then(|| {
            Finding::new(format!("A line on the board is not what was said: “{}”", shortened(&entry.words)))
                .about(&tool.child)
        })
    });
    changed.collect()
}

/// Nothing stands on the board of which the child has not chosen who may know it. What is held is held (V8).
pub(super) fn chosen(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let placed = record.cards.iter().filter(|card| !card.removed).filter_map(|card| {
        let (tool, entry) = record.entry(card.entry.as_ref()?)?;
        (entry.may_know == MayKnow::NotDecided).then(|| {
            Finding::new("A line on the board is of a child who has not chosen who may know it. Take it off, or ask.")
                .about(&tool.child)
        })
    });
    placed.collect()
}

/// Where more was told than the child chose, it says what was explained and what the child said to it (V9).
pub(super) fn override_explained(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let all = record.children.iter().flat_map(|child| said(record, &child.id).map(move |(_, entry)| (child, entry)));
    let wanting = all.filter_map(|(child, entry)| {
        let overridden = entry.overridden.as_ref()?;
        let parts = [
            (overridden.explained.trim().is_empty(), "what was explained"),
            (!is_written(overridden.answer.as_ref()), "what the child said to it"),
        ];
        let missing: Vec<&str> = parts.into_iter().filter(|(missing, _)| *missing).map(|(_, part)| part).collect();
        (!missing.is_empty()).then(|| {
            let words = format!(
                "More was told than {} chose, and it does not say {}.",
                child.known_as,
                crate::view::listed(&missing)
            );
            Finding::new(words).about(&child.id)
        })
    });
    wanting.collect()
}

/// The participation code is there and agrees with what happened. Another code than the one that follows is a warning where the chair
/// gave a reason, and stops the approval where not (V10).
pub(super) fn code_fits(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let found = children(record).filter_map(|(child, involvement)| {
        let name = &child.known_as;
        let Some((of, code)) = involvement.and_then(|of| Some((of, of.code?))) else {
            return Some(Finding::new(format!("How {name} took part has no code yet.")).about(&child.id));
        };
        let age = child.birth.age_on(record.conference.date);
        let derived = ParticipationCode::derived(age, of, said(record, &child.id).next().is_some());
        if code == derived {
            return None;
        }
        let words = format!("The code for {name} is {}; what is put down makes it {}.", code.code(), derived.code());
        let contradicts = contradiction(code, age, of, said(record, &child.id).next().is_some());
        match (contradicts, of.code_reason.as_ref().filter(|reason| !reason.trim().is_empty())) {
            (None, Some(reason)) => {
                Some(Finding::new(format!("{words} The chair says why: {reason}")).about(&child.id).asked(Level::Warn))
            }
            (None, None) => Some(Finding::new(format!("{words} Say why.")).about(&child.id)),
            (Some(why), _) => Some(Finding::new(format!("{words} {why}")).about(&child.id)),
        }
    });
    found.collect()
}

/// Some codes cannot be true whatever the reason: a child who was not there did not speak there, a child of four or more is not under
/// four, and a child whose words are here did not stay without a view.
fn contradiction(code: ParticipationCode, age: Option<i16>, of: &Involvement, has_words: bool) -> Option<&'static str> {
    let was_there = match of.presence {
        Some(Presence::All | Presence::Part | Presence::LiveVideo) => true,
        Some(Presence::No) | None => false,
    };
    match code {
        ParticipationCode::Pn0 => age.is_some_and(|age| age >= 4).then_some("The child is four or older."),
        ParticipationCode::Pn1 | ParticipationCode::Pn2 | ParticipationCode::Pn3 | ParticipationCode::Pn4 => {
            (!was_there).then_some("The child was not there.")
        }
        ParticipationCode::Pn5 | ParticipationCode::Pn6 => was_there.then_some("The child was there."),
        ParticipationCode::Pn7 => has_words.then_some("The child’s words are here."),
    }
}

/// A child who is old enough was offered an advocate; a reason why not is an answer too (V11).
pub(super) fn advocate_offered(state: &State, checks: &Checks) -> Vec<Finding> {
    let record = &state.record;
    let old_enough =
        |child: &Child| child.birth.age_on(record.conference.date).is_some_and(|age| age >= checks.advocacy_age);
    let wanting = children(record).filter(|(child, involvement)| {
        let offered = involvement.and_then(|of| of.advocacy.as_ref()).is_some_and(|offer| match offer.response {
            OfferResponse::Accepted | OfferResponse::Declined | OfferResponse::Undecided => true,
            OfferResponse::NotOffered => is_written(offer.reason.as_ref()),
        });
        old_enough(child) && !offered
    });
    let say = |child: &Child| format!("It does not say that {} was offered an advocate, or why not.", child.known_as);
    wanting.map(|(child, _)| Finding::new(say(child)).about(&child.id)).collect()
}

/// It is known whether the chair met the child before, and why not (V12).
pub(super) fn chair_met(state: &State) -> Vec<Finding> {
    let wanting = children(&state.record).filter(|(_, of)| match of.map(|of| (of.chair_met, &of.chair_met_how)) {
        Some((Some(true), _)) => false,
        Some((Some(false), why)) => !is_written(why.as_ref()),
        Some((None, _)) | None => true,
    });
    let say = |child: &Child| format!("It does not say whether the chair met {}, or why not.", child.known_as);
    wanting.map(|(child, _)| Finding::new(say(child)).about(&child.id)).collect()
}

/// Where a child needs something to follow and be heard, it says what was done (V13).
pub(super) fn made_to_fit(state: &State) -> Vec<Finding> {
    let needs =
        |child: &Child| child.communication.as_ref().is_some_and(|need| !need.to_lowercase().starts_with("none"));
    let wanting = children(&state.record)
        .filter(|(child, of)| needs(child) && !of.is_some_and(|of| is_written(of.adaptation.as_ref())));
    let say = |child: &Child| {
        format!("{} needs something to follow and be heard; it does not say what was done.", child.known_as)
    };
    wanting.map(|(child, _)| Finding::new(say(child)).about(&child.id)).collect()
}

/// Words in another language have a translation, and it says who made it (V14).
pub(super) fn translated(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let all = record.children.iter().flat_map(|child| said(record, &child.id).map(move |(_, entry)| (child, entry)));
    let foreign = all.filter(|(_, entry)| !entry.language.starts_with("en") && !entry.words.trim().is_empty());
    let wanting = foreign.filter(|(_, entry)| {
        entry.translation.as_ref().is_none_or(|by| by.words.trim().is_empty() || by.by.trim().is_empty())
    });
    let say = |child: &Child| {
        format!("Words of {} in another language have no translation, or it does not say whose.", child.known_as)
    };
    wanting.map(|(child, _)| Finding::new(say(child)).about(&child.id)).collect()
}

/// Where a child said who should be there, or not, it says what was done about it (V15).
pub(super) fn wish_considered(state: &State) -> Vec<Finding> {
    let wished = children(&state.record)
        .filter(|(_, of)| of.is_some_and(|of| is_written(of.wish.as_ref()) && !is_written(of.wish_followed.as_ref())));
    let say = |child: &Child| {
        format!("{} said who should be there, or not; it does not say what was done about it.", child.known_as)
    };
    wished.map(|(child, _)| Finding::new(say(child)).about(&child.id)).collect()
}

/// Each picture that others see says in words what is on it (L2).
pub(super) fn pictures_described(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let all = record.children.iter().flat_map(|child| said(record, &child.id).map(move |(_, entry)| (child, entry)));
    let bare = all.filter(|(_, entry)| {
        entry.may_know != MayKnow::NotDecided && entry.pictures.iter().any(|picture| !is_written(picture.alt.as_ref()))
    });
    let say = |child: &Child| format!("A picture by {} does not say in words what is on it.", child.known_as);
    bare.map(|(child, _)| Finding::new(say(child)).about(&child.id)).collect()
}
