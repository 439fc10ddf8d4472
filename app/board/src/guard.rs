//! The release check: before words go to more people, whether they hold something that those people may not know.
//!
//! It looks for words of children's entries that are held more tightly, for what stands on the conference's do-not-show
//! list, and for what looks like an address or a number somebody can be found by. Deliberately not here: any verdict. The
//! chair reads the warning and changes the words, or writes why they can stay.

use std::cell::LazyCell;

use serde::{Deserialize, Serialize};

use crate::audience::Audience;
use crate::id::{ChildId, EntryId, GuardId};
use crate::keyed::Identified;
use crate::sharing::MayKnow;
use crate::state::State;
use crate::view::{has_exact_words, may_know, may_know_child};

mod trace;
mod words;

pub use trace::{Trace, traces};
use words::Words;

/// What sort of thing must not be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum GuardKind {
    /// Where somebody lives or can be found.
    Address,
    /// A telephone number.
    Phone,
    /// A school door, a refuge, a place of contact.
    Place,
    /// Somebody whose being involved must not be known.
    Person,
    /// Anything else.
    Other,
}

/// One thing that must not be shown to everybody: an entry of the conference's do-not-show list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Guarded {
    /// Its id.
    pub id: GuardId,
    /// What sort of thing.
    pub kind: GuardKind,
    /// The words that must not appear.
    #[cfg_attr(feature = "schema", schemars(length(min = 2, max = 200)))]
    pub words: String,
    /// Who may read them.
    #[serde(default = "professionals")]
    pub may_know: MayKnow,
}

/// What is on the list is for the professionals unless the chair says otherwise.
fn professionals() -> MayKnow {
    MayKnow::Professionals
}

impl Identified for Guarded {
    type Id = GuardId;
    fn id(&self) -> &GuardId {
        &self.id
    }
}

/// Why words should be looked at once more before they are released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// They repeat a child who shared that with fewer people.
    ChildsWords {
        /// The words that are repeated, as they stand in the new text.
        found: String,
    },
    /// They hold something of the do-not-show list.
    Guarded {
        /// What was found.
        found: String,
    },
    /// They hold something by which somebody can be found.
    Trace {
        /// What was found.
        found: String,
        /// What it looks like.
        trace: Trace,
    },
}

impl Warning {
    /// The warning in words.
    pub fn words(&self) -> String {
        match self {
            Self::ChildsWords { found } => format!("“{found}” is in words a child shared with fewer people"),
            Self::Guarded { found } => format!("“{found}” is on the do-not-show list"),
            Self::Trace { found, trace: Trace::Postcode } => format!("“{found}” looks like a postcode"),
            Self::Trace { found, trace: Trace::Number } => format!("“{found}” looks like a telephone or NHS number"),
            Self::Trace { found, trace: Trace::Email } => format!("“{found}” looks like an email address"),
        }
    }
}

impl Guarded {
    /// What is looked for: an address is told without the number of the house too, so its number is not waited for.
    pub fn sought(&self) -> &str {
        let mut rest = self.words.as_str();
        match self.kind {
            GuardKind::Address => {
                while let Some((first, after)) = rest.split_once(' ')
                    && first.contains(|c: char| c.is_ascii_digit())
                    && after.contains(' ')
                {
                    rest = after;
                }
            }
            GuardKind::Phone | GuardKind::Place | GuardKind::Person | GuardKind::Other => {}
        }
        rest
    }
}

/// Whom words would be released to.
#[derive(Debug, Clone, Copy)]
pub struct Readers<'a> {
    /// Who may know them.
    pub reach: &'a MayKnow,
    /// The entry they come from, which may say itself.
    pub own: Option<&'a EntryId>,
    /// The child they are about, where they are for those alone who may know that child.
    pub about: Option<&'a ChildId>,
}

/// Words that go to people who may not know what they hold are looked at again first.
///
/// `own` is an entry that the words answer or are: a child's own entry is never warned of itself.
pub fn warnings(state: &State, text: &str, readers: Readers<'_>) -> Vec<Warning> {
    let Readers { reach, own, about } = readers;
    let knows_child = |looker: &Audience| about.is_none_or(|child| may_know_child(state, looker, child));
    // Who reads it is asked only once something is found; most lines hold nothing.
    let lookers = LazyCell::new(|| -> Vec<Audience> {
        lookers(state).filter(|looker| may_know(state, looker, reach) && knows_child(looker)).collect()
    });
    let words = Words::of(text);
    let entries = state.record.tools.iter().flat_map(|tool| tool.entries.iter().map(move |entry| (tool, entry)));
    // Whether words repeat others is found sooner than who may know the others.
    let repeated = entries.filter(|(_, entry)| own != Some(&entry.id)).filter_map(|(tool, entry)| {
        let texts = [Some(&entry.words), entry.translation.as_ref().map(|translation| &translation.words)];
        let found = texts.into_iter().flatten().find_map(|told| words.repeats(&Words::of(told)))?;
        lookers.iter().any(|looker| !has_exact_words(state, looker, tool, entry)).then_some(found)
    });
    let listed = state.record.do_not_show.iter().filter(|guarded| {
        words.holds(&Words::of(guarded.sought()))
            && lookers.iter().any(|looker| !may_know(state, looker, &guarded.may_know))
    });
    let family = || lookers.iter().any(|looker| !may_know(state, looker, &MayKnow::Professionals));
    let found = Some(traces(text)).filter(|found| !found.is_empty() && family()).unwrap_or_default();
    let repeated = repeated.map(|found| Warning::ChildsWords { found });
    let listed = listed.map(|guarded| Warning::Guarded { found: guarded.words.clone() });
    repeated.chain(listed).chain(found.into_iter().map(|(found, trace)| Warning::Trace { found, trace })).collect()
}

/// So many words of another text in a row are a quotation; fewer come together by chance in a long paper.
const ROW: usize = 5;

/// A text that is read for quotations, however many.
pub struct Reading<'a>(Words<'a>);

impl<'a> Reading<'a> {
    /// Of this text.
    pub fn of(text: &'a str) -> Self {
        Self(Words::of(text))
    }

    /// Whether it repeats another, word for word, in so many words in a row that it is a quotation.
    pub fn quotes(&self, other: &str) -> bool {
        self.0.repeats_in_a_row(&Words::of(other), ROW).is_some()
    }
}

/// Everybody who could come to read something.
fn lookers(state: &State) -> impl Iterator<Item = Audience> {
    let people = state.record.people.iter().map(|person| Audience::Person(person.id.clone()));
    people.chain([Audience::Wall, Audience::Clerk])
}
