//! Who looked: a line for every time somebody comes to something that a conference holds, written before the answer is given; and for
//! everything that changes what somebody may come to, written before it is so.
//!
//! A line holds who, when, where and what sort of thing, and nothing of what there was to see. Deliberately not here: changing or
//! removing a line. The store has no verb for it.

use board::id::{ConferenceId, SeatId};
use store::{AccountId, Looked, Store, StoreError};

use crate::auth::pass::Reason;
use crate::auth::role::Role;
use crate::auth::session::now_ms;

mod book;

pub(crate) use book::Book;

/// What somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum What {
    /// Came to a conference's place for them.
    Opened,
    /// Sat down at its console.
    Console,
    /// Came to where it is made ready.
    Prepared,
    /// Read its record.
    Record,
    /// Was shown its minutes.
    Minutes,
    /// Took its minutes or a letter away as a file.
    Taken,
    /// Was shown a child's letter.
    Letter,
    /// Was shown who gets which copy.
    Copies,
    /// Looked through somebody's eyes.
    Eyes,
    /// Followed on a device with a seat.
    Device,
    /// Sent something that changes it.
    Wrote,
    /// Let themselves in.
    LetIn,
    /// Changed who may come.
    Access,
    /// Was not let in.
    Refused,
    /// Took the whole record away, on the command line.
    Exported,
    /// Had all copies made, on the command line.
    CopiesMade,
    /// Made an account, with an invitation or on the command line.
    AccountMade,
    /// Invited somebody.
    Invited,
    /// Said what an account is for.
    RoleGiven,
    /// Put an account into a team, or out of all.
    TeamGiven,
    /// Made an account manager of a team.
    ManagerMade,
    /// Made a team.
    TeamMade,
    /// Gave an account another password, on the command line.
    PasswordGiven,
    /// Took an account's second step away, on the command line.
    SecondTaken,
    /// Closed an account.
    AccountClosed,
    /// Opened an account again.
    AccountReopened,
}

impl What {
    /// Everything that can be written down.
    pub(crate) const ALL: [Self; 26] = [
        Self::Opened,
        Self::Console,
        Self::Prepared,
        Self::Record,
        Self::Minutes,
        Self::Taken,
        Self::Letter,
        Self::Copies,
        Self::Eyes,
        Self::Device,
        Self::Wrote,
        Self::LetIn,
        Self::Access,
        Self::Refused,
        Self::Exported,
        Self::CopiesMade,
        Self::AccountMade,
        Self::Invited,
        Self::RoleGiven,
        Self::TeamGiven,
        Self::ManagerMade,
        Self::TeamMade,
        Self::PasswordGiven,
        Self::SecondTaken,
        Self::AccountClosed,
        Self::AccountReopened,
    ];

    /// The word by which it is stored.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Console => "console",
            Self::Prepared => "prepared",
            Self::Record => "record",
            Self::Minutes => "minutes",
            Self::Taken => "taken",
            Self::Letter => "letter",
            Self::Copies => "copies",
            Self::Eyes => "eyes",
            Self::Device => "device",
            Self::Wrote => "wrote",
            Self::LetIn => "let_in",
            Self::Access => "access",
            Self::Refused => "refused",
            Self::Exported => "exported",
            Self::CopiesMade => "copies_made",
            Self::AccountMade => "account_made",
            Self::Invited => "invited",
            Self::RoleGiven => "role",
            Self::TeamGiven => "team",
            Self::ManagerMade => "manager",
            Self::TeamMade => "team_made",
            Self::PasswordGiven => "password",
            Self::SecondTaken => "second_factor",
            Self::AccountClosed => "closed",
            Self::AccountReopened => "reopened",
        }
    }

    /// As people say it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Opened => "opened the conference",
            Self::Console => "sat at the console",
            Self::Prepared => "opened the preparation",
            Self::Record => "read the record",
            Self::Minutes => "was shown the minutes",
            Self::Taken => "took minutes or a letter as a file",
            Self::Letter => "was shown a child’s letter",
            Self::Copies => "was shown the copies",
            Self::Eyes => "looked through somebody’s eyes",
            Self::Device => "followed on a device",
            Self::Wrote => "sent a change",
            Self::LetIn => "let themselves in",
            Self::Access => "changed who may come",
            Self::Refused => "was not let in",
            Self::Exported => "exported the record",
            Self::CopiesMade => "made the copies",
            Self::AccountMade => "made an account",
            Self::Invited => "invited somebody",
            Self::RoleGiven => "gave a role",
            Self::TeamGiven => "changed a team",
            Self::ManagerMade => "made a manager of a team",
            Self::TeamMade => "made a team",
            Self::PasswordGiven => "gave another password",
            Self::SecondTaken => "took a second step away",
            Self::AccountClosed => "closed an account",
            Self::AccountReopened => "opened an account again",
        }
    }

    /// Whether a conference that is held goes on without the line being on disk at once.
    fn can_wait(self) -> bool {
        match self {
            Self::Opened | Self::Console | Self::Device => true,
            Self::Prepared
            | Self::Record
            | Self::Minutes
            | Self::Taken
            | Self::Letter
            | Self::Copies
            | Self::Eyes
            | Self::Wrote
            | Self::LetIn
            | Self::Access
            | Self::Refused
            | Self::Exported
            | Self::CopiesMade
            | Self::AccountMade
            | Self::Invited
            | Self::RoleGiven
            | Self::TeamGiven
            | Self::ManagerMade
            | Self::TeamMade
            | Self::PasswordGiven
            | Self::SecondTaken
            | Self::AccountClosed
            | Self::AccountReopened => false,
        }
    }

    /// The words for a stored word; the word itself where this Hearth does not know it.
    pub(crate) fn said(code: &str) -> String {
        let known = Self::ALL.into_iter().find(|what| what.code() == code);
        known.map_or_else(|| code.to_owned(), |what| what.words().to_owned())
    }
}

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
    store.looked(Looked { about: about.cloned(), ..of(who, None, what, given) }).await
}

/// The words for a stored reason: a sort of reason, or a role. A word that is neither stands for itself.
pub(crate) fn because(code: &str) -> String {
    code.parse().map_or_else(|_| Reason::said(code), |role: Role| role.words().to_owned())
}

/// Writes down that somebody looks. Whoever calls this answers only when it is on disk.
pub(crate) async fn write(
    store: &dyn Store,
    who: Who,
    conference: &ConferenceId,
    what: What,
) -> Result<(), StoreError> {
    store.looked(line(who, conference, what, None)).await
}
