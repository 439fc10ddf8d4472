//! What is asked towards the end and afterwards: the core group, days and reasons, notes, corrections, what is set aside, copies.
//!
//! Deliberately not here: giving a copy out. That is written down when it happened.

use crate::document::Print;
use crate::duties::shipped;
use crate::file::field::{Answer, Ask, Field, answers};
use crate::matter::{CopyFormat, CopyType};

pub(super) fn core_group() -> Vec<Field> {
    vec![
        Field::new("lead", "The lead social worker", Ask::Person),
        Field::new("manager", "Their manager", Ask::Person),
        Field::new("members", "Who is in it", Ask::People),
        Field::new("others", "Others who are in it", Ask::Words),
        Field::new("on", "When it meets first", Ask::Day),
        Field::new("at", "At what time", Ask::Words).hint("Like 10:00."),
        Field::new("place", "Where", Ask::Words).hint("A place of work. Never where a family lives."),
        Field::new("every", "How often after that", Ask::Words),
        Field::new("visits", "How often the child is visited, and seen alone", Ask::Words),
        Field::new("not_in_it", "If a parent or the child is not in it: why", Ask::Words),
        Field::new("may_know", "Who may know when and where it meets", Ask::MayKnow),
    ]
}

pub(super) fn duty_dates() -> Vec<Field> {
    vec![
        Field::new("place", "Whose time limits hold", Ask::Choice(places()))
            .hint("England’s, where nothing is chosen."),
        Field::new("days", "What happened when", Ask::Days).hint("A time only where it matters."),
        Field::new("late_because", "Why it is late", Ask::Reasons),
    ]
}

/// The places whose time limits come with Hearth.
fn places() -> Vec<Answer> {
    let read = shipped().iter().filter_map(|file| file.profile().ok());
    read.map(|profile| (profile.id, profile.title)).collect()
}

pub(super) fn note() -> Vec<Field> {
    vec![Field::new("words", "Note", Ask::LongWords).needed()]
}

pub(super) fn correction() -> Vec<Field> {
    vec![
        Field::new("words", "What is put right", Ask::LongWords).needed(),
        Field::new("by", "Who asked for it", Ask::Person),
    ]
}

pub(super) fn set_aside() -> Vec<Field> {
    vec![
        Field::new("check", "", Ask::Subject).needed(),
        Field::new("reason", "Why it is set aside", Ask::LongWords).needed(),
    ]
}

pub(super) fn recipient() -> Vec<Field> {
    vec![
        Field::new("to", "", Ask::CopyFor).needed(),
        Field::new("copy", "How much it holds", Ask::Choice(answers(&CopyType::ALL, CopyType::words))).needed(),
        Field::new("formats", "In which forms", Ask::Several(answers(&CopyFormat::ALL, CopyFormat::words)))
            .hint("A PDF where none is ticked."),
        Field::new("print", "Size of print", Ask::Choice(answers(&Print::ALL, Print::words))),
        Field::new("language", "The language they read best", Ask::Words).hint("Where it is not English."),
        Field::new("method", "How it is given", Ask::Words).hint("Like by hand at school, not by post."),
        Field::new("knows_of", "Children they know by name anyway", Ask::Children)
            .hint("Nothing else of those children is for them."),
        Field::new("banned", "Words that must not be in it", Ask::List)
            .hint("One a line: a street, a school. Only the scan before giving it out reads these."),
    ]
}
