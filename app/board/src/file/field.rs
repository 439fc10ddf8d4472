//! One field of a form: what it is called, and what sort of answer it takes.
//!
//! Deliberately not here: the people, children and lines to choose from. The page has them from its view.

use serde::Serialize;
use serde_json::Value;

use crate::framework::SectionKind;

/// One answer to choose: as it is kept, and in words.
pub type Answer = (String, String);

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name in the thing that is kept; a part of a part is named with a point: `advocacy.offered_on`.
    pub name: &'static str,
    /// What is asked, in plain words.
    pub label: &'static str,
    /// More about it; empty where nothing needs saying.
    pub hint: &'static str,
    /// What sort of answer it takes.
    pub ask: Ask,
    /// Whether the thing cannot be kept without it.
    pub needed: bool,
}

/// What sort of answer a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ask {
    /// What the form is about; it is not asked, and comes with the form.
    Subject,
    /// Who a copy is for, in the same way.
    CopyFor,
    /// A few words.
    Words,
    /// Sentences.
    LongWords,
    /// Several short texts, one a line.
    List,
    /// A day.
    Day,
    /// Something that is so, or not.
    Tick,
    /// Yes, no, or nobody has said.
    YesNo,
    /// One of several answers.
    Choice(Vec<Answer>),
    /// Any of several answers.
    Several(Vec<Answer>),
    /// One person of the conference.
    Person,
    /// Any people of the conference.
    People,
    /// Any children of the conference.
    Children,
    /// One line of the board, of these kinds; of any where none is named.
    Line(Vec<SectionKind>),
    /// Any lines of the board, of these kinds.
    Lines(Vec<SectionKind>),
    /// Who does something: a person of the conference, or somebody else in words.
    Owner,
    /// By when: a day, or words that are no day.
    Due,
    /// Who says something: a person or a child of the conference, or an agency in words.
    SaidBy,
    /// Who may know it.
    MayKnow,
    /// For each of the family and each child, whether and how they had something.
    Shared,
    /// For each child, what somebody is to them.
    Ties,
    /// When a child was born, or is expected.
    Birth,
    /// The days, and times of day, on which things happened.
    Days,
    /// Why something is late, for each duty that is.
    Reasons,
}

impl Field {
    pub(super) fn new(name: &'static str, label: &'static str, ask: Ask) -> Self {
        Self { name, label, hint: "", ask, needed: false }
    }

    pub(super) fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    pub(super) fn needed(self) -> Self {
        Self { needed: true, ..self }
    }
}

/// The values of one of our own lists, each as it is kept and in words.
pub(super) fn answers<T: Copy + Serialize>(all: &[T], words: fn(T) -> &'static str) -> Vec<Answer> {
    let code = |one: &T| match serde_json::to_value(one) {
        Ok(Value::String(code)) => Some((code, words(*one).to_owned())),
        Ok(_) | Err(_) => None,
    };
    all.iter().filter_map(code).collect()
}
