//! What is asked before a conference and at its door: family, invitations, reports, who is left out, the quorum.
//!
//! Deliberately not here: addresses and telephone numbers. Nothing has a field for them.

use crate::file::field::{Ask, Field, answers};
use crate::matter::{ExclusionGround, ProceedReason, QuorumChoice};
use crate::people::{Agency, Attendance, Role};

pub(super) fn family_shape() -> Vec<Field> {
    vec![
        Field::new("words", "The family", Ask::LongWords)
            .hint("Who lives together and who belongs to whom, as the family says it. Never where they live.")
            .needed(),
        Field::new("confirmed", "The family has said that this is right", Ask::Tick),
        Field::new("corrected", "What the family put right", Ask::LongWords),
    ]
}

pub(super) fn child() -> Vec<Field> {
    vec![
        Field::new("known_as", "Name the child goes by", Ask::Words).needed(),
        Field::new("legal_name", "Name in law", Ask::Words).needed(),
        Field::new("birth", "Born, or expected", Ask::Birth).needed(),
        Field::new("pronouns", "Pronouns", Ask::Words),
        Field::new("case_number", "Case number", Ask::Words),
        Field::new("school", "School or nursery, and year", Ask::Words),
        Field::new("languages", "Languages", Ask::Words),
        Field::new("communication", "What helps the child to follow and be heard", Ask::LongWords),
        Field::new("lives_with", "Lives with", Ask::Words).hint("Who, never where."),
    ]
}

pub(super) fn person() -> Vec<Field> {
    vec![
        Field::new("name", "Name", Ask::Words).needed(),
        Field::new("known_as", "What the board calls them", Ask::Words).hint("Like Mum, or Beth-Ann."),
        Field::new("role", "What they are here", Ask::Choice(answers(&Role::ALL, Role::words))).needed(),
        Field::new("agency", "Service", Ask::Choice(answers(&Agency::ALL, Agency::words))),
        Field::new("organisation", "Place of work", Ask::Words).hint("Like Larkfield Primary."),
        Field::new("title", "Job title", Ask::Words),
        Field::new("relations", "What they are to each child", Ask::Ties),
        Field::new("attendance", "How they take part", Ask::Choice(answers(&Attendance::ALL, Attendance::words)))
            .needed(),
        Field::new("attended", "From when to when, or which part", Ask::Words),
        Field::new("may_know", "Who may know that they take part", Ask::MayKnow),
    ]
}

pub(super) fn report() -> Vec<Field> {
    vec![
        Field::new("by", "Who wrote it", Ask::Person).needed(),
        Field::new("received", "The day it came", Ask::Day),
        Field::new("received_at", "At what time", Ask::Words).hint("Like 09:05, where it matters."),
        Field::new("late", "It came later than was asked", Ask::Tick),
        Field::new("in_room", "It lies in the room for those who may read it", Ask::Tick),
        Field::new("restricted", "A part of it is for a restricted part alone", Ask::Tick),
        Field::new("children", "About which children", Ask::Children).hint("All of them where none is ticked."),
        Field::new("shared", "Who of the family has had it", Ask::Shared),
        Field::new("summary", "What it says", Ask::LongWords).hint("A few plain sentences, where you want them."),
    ]
}

pub(super) fn exclusion() -> Vec<Field> {
    vec![
        Field::new("person", "Who", Ask::Person).needed(),
        Field::new("part", "Of which part", Ask::Words).hint("Leave it empty for the whole conference."),
        Field::new("grounds", "Why", Ask::Several(answers(&ExclusionGround::ALL, ExclusionGround::words))),
        Field::new("requested_by", "Who asked for it", Ask::Person),
        Field::new("requested_on", "When it was asked for", Ask::Day),
        Field::new("decided_by", "Who decided", Ask::Person).hint("The chair decides."),
        Field::new("decided_on", "When it was decided", Ask::Day),
        Field::new("told_on", "When they were told", Ask::Day),
        Field::new("told_how", "How they were told", Ask::Words),
        Field::new("views", "How they are heard instead", Ask::Words),
        Field::new("legal_advice", "A lawyer was asked", Ask::Tick),
    ]
}

pub(super) fn sitting() -> Vec<Field> {
    vec![
        Field::new("name", "What it is called", Ask::Words).hint("Like Part A.").needed(),
        Field::new("time", "From when to when", Ask::Words).hint("Like 13:30 to 15:00."),
        Field::new("people", "Who sits in it", Ask::People)
            .hint("Two of the family who share no part find nothing of each other."),
    ]
}

pub(super) fn quorum_decision() -> Vec<Field> {
    vec![
        Field::new("choice", "What we do", Ask::Choice(answers(&QuorumChoice::ALL, QuorumChoice::words))).needed(),
        Field::new("reason", "Why we go on", Ask::Choice(answers(&ProceedReason::ALL, ProceedReason::words))),
        Field::new("words", "The reason in words", Ask::LongWords),
    ]
}
