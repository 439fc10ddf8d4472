//! Who looked: a line for every time somebody comes to something that a conference holds, written before the answer is given; and for
//! everything that changes what somebody may come to, written before it is so. What may be refused when it is done, as an erasure is
//! where there is a hold, is written in one with the deed.
//!
//! A line holds who, when, where and what sort of thing, and nothing of what there was to see. Deliberately not here: changing or
//! removing a line. The store has no verb for it.

use board::id::{ConferenceId, SeatId};
use store::{AccountId, Looked, Store, StoreError};

use crate::auth::pass::Reason;
use crate::auth::role::Role;
use crate::auth::session::now_ms;
use crate::look_again::Anyway;

mod book;
mod what;

pub(crate) use book::Book;
pub(crate) use what::What;

/// Who looked.
#[derive(Debug, Clone)]
pub(crate) enum Who {
    /// Somebody who signed in.
    Account(AccountId),
    /// A device with a seat.
    Seat(SeatId),
    /// Whoever sits at the machine itself.
    CommandLine,
}

/// A line about a conference, ready to be kept.
pub(crate) fn line(who: Who, conference: &ConferenceId, what: What, reason: Option<&str>) -> Looked {
    of(who, Some(conference), what, reason)
}

fn of(who: Who, conference: Option<&ConferenceId>, what: What, reason: Option<&str>) -> Looked {
    let (account, seat) = match who {
        Who::Account(account) => (Some(account), None),
        Who::Seat(seat) => (None, Some(seat)),
        Who::CommandLine => (None, None),
    };
    Looked {
        id: uuid::Uuid::new_v4().to_string(),
        at_ms: now_ms(),
        account,
        seat,
        conference: conference.cloned(),
        what: what.code().to_owned(),
        reason: reason.map(str::to_owned),
        about: None,
    }
}

/// A line about who may come to a conference: what was said of that, in a word of ours, and of whom.
pub(crate) fn access(who: Who, conference: &ConferenceId, said: &str, about: Option<&AccountId>) -> Looked {
    Looked { about: about.cloned(), ..line(who, conference, What::Access, Some(said)) }
}

/// Writes down that something is done to an account, or to the house. Whoever calls this does it only when the line is on disk. What is
/// given is one of our own words, or a team's key.
pub(crate) async fn changes(
    store: &dyn Store,
    who: Who,
    what: What,
    about: Option<&AccountId>,
    given: Option<&str>,
) -> Result<(), StoreError> {
    store.looked(change(who, what, about, given)).await
}

/// The line that says so.
pub(crate) fn change(who: Who, what: What, about: Option<&AccountId>, given: Option<&str>) -> Looked {
    Looked { about: about.cloned(), ..of(who, None, what, given) }
}

/// The words for a stored reason: a sort of reason, or a role. A word that is none of ours stands for itself.
pub(crate) fn because(code: &str) -> String {
    let role = || code.parse().ok().map(Role::words);
    Anyway::coded(code).map(Anyway::words).or_else(role).map_or_else(|| Reason::said(code), str::to_owned)
}

/// Writes down that somebody looks, or does something to a conference. Whoever calls this answers only when it is on disk.
pub(crate) async fn write(
    store: &dyn Store,
    who: Who,
    conference: &ConferenceId,
    what: What,
) -> Result<(), StoreError> {
    store.looked(line(who, conference, what, None)).await
}
