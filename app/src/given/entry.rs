//! What the pages about one's own way in are given. They have no program of the browser, so only the server ever reads this.
//!
//! Deliberately not here: a token, but for the invitation's own form, and a key, but for the telephone it is for.

use serde::{Deserialize, Serialize};

use super::{Choice, Staff};

/// One of these pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryPage {
    /// The code after the password.
    Code,
    /// What stands in the console's frame.
    Stay(Stay),
    /// Where somebody is signed in.
    Sessions {
        /// Who.
        staff: Staff,
        /// Where, the latest first.
        lines: Vec<SessionLine>,
        /// Whether they have a second step.
        has_second: bool,
    },
    /// The second step.
    SecondFactor {
        /// Who, once they are in.
        staff: Option<Staff>,
        /// How it stands.
        factor: Factor,
        /// Whether everybody needs one here.
        is_required: bool,
    },
    /// Another password.
    Password(Staff),
    /// The password once more.
    Again {
        /// Who.
        staff: Staff,
        /// Where it goes on.
        to: String,
    },
    /// A form that was sent after the sign-in had ended.
    Kept {
        /// Where it goes.
        to: String,
        /// What was typed: names and words, in their order.
        fields: Vec<(String, String)>,
    },
    /// An account of one's own.
    Invited(Invited),
    /// Inviting somebody.
    Invite {
        /// Who.
        staff: Staff,
        /// How it stands.
        invite: Invite,
    },
}

/// How it stands with inviting somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Invite {
    /// What is asked.
    Asked {
        /// The roles: code, and words.
        roles: Vec<Choice>,
    },
    /// The link, shown this once.
    Made {
        /// Who was invited.
        name: String,
        /// The link.
        link: String,
    },
}

/// How it stands with whoever looks at a console.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stay {
    /// In, and for a while.
    In,
    /// In, but soon no longer, for they have done nothing for long.
    Idle,
    /// In, but soon no longer, for the day is over.
    Over,
    /// In but for the code.
    Code,
    /// In but for setting the second step up.
    SetUp,
    /// Not in.
    Out,
}

/// One place where somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionLine {
    /// What a form calls it; it opens nothing.
    pub name: String,
    /// The device, in a few words.
    pub device: String,
    /// When they signed in: "2 hours ago".
    pub began: String,
    /// When they last did something.
    pub used: String,
    /// Whether it is this one.
    pub is_this: bool,
}

/// How it stands with somebody's second step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// There is none.
    Off,
    /// A key is ready for a telephone, and no code has come back.
    Begun {
        /// The key in letters.
        key: String,
        /// The key as a picture for the camera.
        picture: String,
    },
    /// It is on, and these are the recovery codes, shown this once.
    Codes(Vec<String>),
    /// It is on.
    On {
        /// How many recovery codes are left.
        left: u64,
    },
}

/// How it stands with an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Invited {
    /// Its link has not been read yet.
    Asked {
        /// Whether one was read, and is good no longer.
        is_bad: bool,
    },
    /// It is good.
    Known {
        /// Its token.
        token: String,
        /// The name people know them by.
        display_name: String,
        /// The name to sign in with.
        name: String,
        /// What was wrong with the form.
        wrong: Option<String>,
    },
}
