//! What somebody puts on the record from its pages, by a form: one variant for each intent.
//!
//! Deliberately not here: what is asked for over a socket while people sit together ([`crate::command`]), so that no device in the
//! room loads the forms of a whole record.

use crate::earlier::Earlier;
use crate::id::MatterId;
use crate::matter::Matter;
use crate::outcome::Action;
use crate::people::{Child, Person};
use crate::record::Header;

/// One thing somebody asks for at the record's pages.
#[derive(Debug, Clone, PartialEq)]
pub enum Keeping {
    /// Put a matter down, or change it.
    Record(Matter),
    /// Take a matter out again; the log keeps it.
    Drop(MatterId),
    /// Look back on an earlier conference.
    Follow(Box<Earlier>),
    /// Change the head of the record.
    Head(Header),
    /// Record a child, or change their details.
    Child(Child),
    /// Record a person, or change their details.
    Person(Person),
    /// Write a line of the plan, or change it.
    Plan(Action),
    /// Approve the record.
    Sign,
    /// Do something although the release check warns of it.
    Anyway {
        /// What is done.
        keeping: Box<Keeping>,
        /// Why the words can stay.
        reason: String,
    },
}
