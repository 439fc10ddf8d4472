//! What somebody did, as a line says it: the word by which it is stored, and the words for people.
//!
//! Deliberately not here: who did it, and when.

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
    /// Took its minutes away as a file although something on them is not for their reader.
    TakenAnyway,
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
    /// Put it on hold.
    Held,
    /// Released it from its hold.
    Released,
    /// Erased it.
    Erased,
    /// Listed what is due for review.
    Reviewed,
    /// Made a backup of everything.
    BackedUp,
    /// Restored a backup.
    Restored,
    /// Changed the master key.
    KeyChanged,
    /// Made an account, with an invitation or on the command line.
    AccountMade,
    /// Invited somebody.
    Invited,
    /// Withdrew an invitation.
    Withdrawn,
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
    pub(crate) const ALL: [Self; 35] = [
        Self::Opened,
        Self::Console,
        Self::Prepared,
        Self::Record,
        Self::Minutes,
        Self::Taken,
        Self::TakenAnyway,
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
        Self::Held,
        Self::Released,
        Self::Erased,
        Self::Reviewed,
        Self::BackedUp,
        Self::Restored,
        Self::KeyChanged,
        Self::AccountMade,
        Self::Invited,
        Self::Withdrawn,
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
        self.told().0
    }

    /// As people say it.
    pub(crate) fn words(self) -> &'static str {
        self.told().1
    }

    fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Opened => ("opened", "opened the conference"),
            Self::Console => ("console", "sat at the console"),
            Self::Prepared => ("prepared", "opened the preparation"),
            Self::Record => ("record", "read the record"),
            Self::Minutes => ("minutes", "was shown the minutes"),
            Self::Taken => ("taken", "took minutes or a letter as a file"),
            Self::TakenAnyway => ("taken_anyway", "took minutes with something on them that is not for their reader"),
            Self::Letter => ("letter", "was shown a child’s letter"),
            Self::Copies => ("copies", "was shown the copies"),
            Self::Eyes => ("eyes", "looked through somebody’s eyes"),
            Self::Device => ("device", "followed on a device"),
            Self::Wrote => ("wrote", "sent a change"),
            Self::LetIn => ("let_in", "let themselves in"),
            Self::Access => ("access", "changed who may come"),
            Self::Refused => ("refused", "was not let in"),
            Self::Exported => ("exported", "exported the record"),
            Self::CopiesMade => ("copies_made", "made the copies"),
            Self::Held => ("held", "put the conference on hold"),
            Self::Released => ("released", "released the conference from its hold"),
            Self::Erased => ("erased", "erased the conference"),
            Self::Reviewed => ("reviewed", "listed what is due for review"),
            Self::BackedUp => ("backed_up", "made a backup"),
            Self::Restored => ("restored", "restored a backup"),
            Self::KeyChanged => ("key_changed", "changed the master key"),
            Self::AccountMade => ("account_made", "made an account"),
            Self::Invited => ("invited", "invited somebody"),
            Self::Withdrawn => ("withdrawn", "withdrew an invitation"),
            Self::RoleGiven => ("role", "gave a role"),
            Self::TeamGiven => ("team", "changed a team"),
            Self::ManagerMade => ("manager", "made a manager of a team"),
            Self::TeamMade => ("team_made", "made a team"),
            Self::PasswordGiven => ("password", "gave another password"),
            Self::SecondTaken => ("second_factor", "took a second step away"),
            Self::AccountClosed => ("closed", "closed an account"),
            Self::AccountReopened => ("reopened", "opened an account again"),
        }
    }

    /// Whether a conference that is held goes on without the line being on disk at once.
    pub(super) fn can_wait(self) -> bool {
        match self {
            Self::Opened | Self::Console | Self::Device => true,
            Self::Prepared
            | Self::Record
            | Self::Minutes
            | Self::Taken
            | Self::TakenAnyway
            | Self::Letter
            | Self::Copies
            | Self::Eyes
            | Self::Wrote
            | Self::LetIn
            | Self::Access
            | Self::Refused
            | Self::Exported
            | Self::CopiesMade
            | Self::Held
            | Self::Released
            | Self::Erased
            | Self::Reviewed
            | Self::BackedUp
            | Self::Restored
            | Self::KeyChanged
            | Self::AccountMade
            | Self::Invited
            | Self::Withdrawn
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
