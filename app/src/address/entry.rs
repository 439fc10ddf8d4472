//! The addresses of the pages about ways in: the second step, where one is signed in, the password, an invitation.
//!
//! Deliberately unknown to the programs of the browser: these pages are forms, drawn by the server.

/// A page about one's own way in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The code after the password.
    Code,
    /// Whether one is signed in still; it stands in a frame of the console.
    Stay,
    /// Where one is signed in.
    Sessions,
    /// Setting the second step up.
    SecondFactor,
    /// Another password.
    Password,
    /// The password once more, before something leaves Hearth as a file.
    Again,
    /// Making an account with an invitation.
    Invited,
    /// Inviting somebody.
    Invite,
}

impl Entry {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Code,
        Self::Stay,
        Self::Sessions,
        Self::SecondFactor,
        Self::Password,
        Self::Again,
        Self::Invited,
        Self::Invite,
    ];

    /// Its path.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Code => "/sign-in/code",
            Self::Stay => "/sign-in/stay",
            Self::Sessions => "/account",
            Self::SecondFactor => "/account/second-factor",
            Self::Password => "/account/password",
            Self::Again => "/account/again",
            Self::Invited => "/invited",
            Self::Invite => "/people/invite",
        }
    }

    /// The page at a path.
    pub fn at(path: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|entry| entry.path() == path)
    }

    /// The title of the window.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Code => "Hearth: the second step",
            Self::Stay => "Hearth: signed in",
            Self::Sessions => "Hearth: where you are signed in",
            Self::SecondFactor => "Hearth: a second step",
            Self::Password => "Hearth: another password",
            Self::Again => "Hearth: your password again",
            Self::Invited => "Hearth: your account",
            Self::Invite => "Hearth: invite somebody",
        }
    }
}
