//! What the chair is told about a letter before it goes out: what is missing, hard, long, or names somebody.
//!
//! Deliberately not here: stopping anything. A person decides, and says why where a letter is harder than it should be.

use super::{Reading, Texts, adults_words};
use crate::document::Document;
use crate::id::ChildId;
use crate::ledger;
use crate::state::State;
use crate::view::letter::{LetterView, Repeats, is_in_letter, may_be_named, repeats};

/// One thing about a letter that the chair should know; never drawn on the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concern {
    /// It is harder to read than its band allows, and nobody has said why it goes out so.
    HardToRead {
        /// The age at which a child can read it alone.
        age: u8,
        /// The age it should be readable at.
        limit: u8,
    },
    /// It is longer than a letter to a child of this band should be.
    Long {
        /// The adults' words in it.
        words: u32,
        /// The most there should be.
        limit: u32,
    },
    /// It names somebody whom the child must not learn of from it, or a brother or sister.
    Names(String),
    /// Nothing was decided for the child yet.
    NotDecided,
    /// Some of the child's words in it have no answer.
    Unanswered(u32),
    /// Some of the child's words are not in it and are told in person.
    InPerson(u32),
    /// Some lines of the child's plan have no words for a child, so they are not in it.
    WithoutWords(u32),
    /// Some lines of the plan in it have no day.
    NoDay(u32),
    /// There are more lines of the plan than a letter holds.
    MoreLines(u32),
    /// Nobody has said where it is safe to keep.
    NoPlaceToKeep,
    /// No day of the next conference is marked.
    NoNextMeeting,
}

impl Concern {
    /// How many things it is about, where it counts some.
    fn counts(&self) -> Option<u32> {
        match self {
            Self::Unanswered(count)
            | Self::InPerson(count)
            | Self::WithoutWords(count)
            | Self::NoDay(count)
            | Self::MoreLines(count) => Some(*count),
            Self::HardToRead { .. }
            | Self::Long { .. }
            | Self::Names(_)
            | Self::NotDecided
            | Self::NoPlaceToKeep
            | Self::NoNextMeeting => None,
        }
    }

    /// The concern in plain words, with what to do.
    pub fn words(&self) -> String {
        match self {
            Self::HardToRead { age, limit } => format!(
                "It is hard to read: a child of about {age} can read it alone, and it should be {limit}. Make the words shorter, or say why it goes out as it is."
            ),
            Self::Long { words, limit } => {
                format!(
                    "It is long: {words} words beside the child’s own, and {limit} are enough. Leave something out."
                )
            }
            Self::Names(name) => format!(
                "It names “{name}”, whom this letter must not name. Change the answer or the line of the plan in which the name stands."
            ),
            Self::NotDecided => "Nothing has been decided for this child yet, and the letter says so.".to_owned(),
            Self::Unanswered(count) => format!(
                "{} in it without an answer. Answer the child, or leave the words out.",
                counted(*count, "thing the child said is", "things the child said are")
            ),
            Self::InPerson(count) => format!(
                "{} not in it. What is kept from somebody of the family, or was left out, is told in person.",
                counted(*count, "thing the child said is", "things the child said are")
            ),
            Self::WithoutWords(count) => format!(
                "{} not in it, because there are no words for a child. Write them in the plan.",
                counted(*count, "line of the plan is", "lines of the plan are")
            ),
            Self::NoDay(count) => format!(
                "{} no day. “Soon” is not a day: agree on one.",
                counted(*count, "line of the plan in it has", "lines of the plan in it have")
            ),
            Self::MoreLines(count) => format!(
                "{} not in it: a child’s letter holds only the first. The others are told in person.",
                counted(*count, "line of the plan is", "lines of the plan are")
            ),
            Self::NoPlaceToKeep => {
                "Nobody has said where it is safe to keep. Ask the child, and write it down.".to_owned()
            }
            Self::NoNextMeeting => {
                "The letter cannot say when you meet again. Mark the next conference among the days that follow."
                    .to_owned()
            }
        }
    }
}

fn counted(count: u32, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

/// Everything the chair should know about a letter, the most serious first.
pub fn concerns(state: &State, child: &ChildId, view: &LetterView, texts: &Texts, letter: &Document) -> Vec<Concern> {
    let record = &state.record;
    let said = adults_words(letter);
    let mut concerns: Vec<Concern> = named(state, child, &said).into_iter().map(Concern::Names).collect();
    let reading = Reading::of(&said);
    if reading.is_harder_than(texts.reading_age) && view.choices.because.is_none() {
        concerns.push(Concern::HardToRead { age: reading.whole_age(), limit: texts.reading_age });
    }
    if reading.words > texts.most_words {
        concerns.push(Concern::Long { words: reading.words, limit: texts.most_words });
    }
    if view.outcome.is_none() {
        concerns.push(Concern::NotDecided);
    }
    let rows = || ledger::rows(record, child);
    let repeated = |row: &ledger::Row<'_>| repeats(state, child, row.entry) == Repeats::Yes;
    let for_child = || record.plan.iter().filter(|action| action.children.contains(child));
    let without_words = for_child().filter(|action| action.for_child.is_none());
    let more = for_child().filter(|action| is_in_letter(state, child, action)).skip(usize::from(texts.most_lines));
    let counts = [
        Concern::Unanswered(count(rows().filter(|row| repeated(row) && row.answer.is_none()))),
        Concern::InPerson(count(rows().filter(|row| !repeated(row)))),
        Concern::WithoutWords(count(without_words)),
        Concern::MoreLines(count(more)),
        Concern::NoDay(count(view.plan.iter().filter(|line| line.due.is_none()))),
    ];
    concerns.extend(counts.into_iter().filter(|concern| concern.counts() != Some(0)));
    if view.choices.keep.is_none() {
        concerns.push(Concern::NoPlaceToKeep);
    }
    if view.again.is_none() {
        concerns.push(Concern::NoNextMeeting);
    }
    concerns
}

fn count<T>(things: impl Iterator<Item = T>) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}

/// The names in a text that a letter to this child must not hold: other children of the conference, and people whose being
/// there is kept from the child or from somebody of the child's family.
fn named(state: &State, child: &ChildId, text: &str) -> Vec<String> {
    let record = &state.record;
    let others = record.children.iter().filter(|other| other.id != *child);
    let names = others.flat_map(|other| [other.known_as.as_str(), other.legal_name.as_str()]);
    let hidden = record.people.iter().filter(|person| !may_be_named(state, child, person));
    let names = names.chain(hidden.flat_map(|person| [person.called(), person.name.as_str()]));
    let mut found: Vec<String> = names.filter(|name| holds_word(text, name)).map(str::to_owned).collect();
    found.sort();
    found.dedup();
    found
}

/// Whether a name stands in a text on its own, and not as a part of another word.
fn holds_word(text: &str, name: &str) -> bool {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    !name.is_empty()
        && text.match_indices(name).any(|(at, found)| {
            let (before, rest) = text.split_at(at);
            is_edge(before.chars().next_back())
                && is_edge(rest.get(found.len()..).and_then(|after| after.chars().next()))
        })
}
