//! Who looked: a line for every time somebody comes to something that a conference holds, written before the answer is given.
//!
//! A line holds who, when, where and what sort of thing, and nothing of what there was to see. Deliberately not here: changing or
//! removing a line. The store has no verb for it.

use board::id::{ConferenceId, SeatId};
use store::{AccountId, Looked, Store, StoreError};

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
}

impl What {
    /// Everything that can be written down.
    pub(crate) const ALL: [Self; 16] = [
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
            | Self::CopiesMade => false,
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

/// A line, ready to be kept.
pub(crate) fn line(who: Who, conference: &ConferenceId, what: What, reason: Option<&str>) -> Looked {
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
        conference: Some(conference.clone()),
        what: what.code().to_owned(),
        reason: reason.map(str::to_owned),
    }
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
