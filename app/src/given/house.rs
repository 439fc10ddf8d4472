//! What the pages about the house are given: who has an account and in which team, who may come to a conference, and who looked. They
//! have no program of the browser, so only the server ever reads this.
//!
//! Deliberately not here: anything that a conference holds.

use board::id::ConferenceId;
use serde::{Deserialize, Serialize};

use super::{ConferenceLine, Staff};

/// Something to choose: its code, and its words.
pub type Choice = (String, String);

/// Somebody with an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountLine {
    /// The account.
    pub id: String,
    /// The name to sign in with.
    pub name: String,
    /// The name people know them by.
    pub display_name: String,
    /// The role, by its code.
    pub role: String,
    /// The team, by its key.
    pub team: Option<String>,
    /// Whether they manage it.
    pub manages: bool,
    /// Whether it may no longer sign in.
    pub closed: bool,
    /// Whether this is whoever looks at the page.
    pub own: bool,
}

/// An invitation that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationLine {
    /// What a form calls it.
    pub id: String,
    /// The name to sign in with that is proposed.
    pub name: String,
    /// The name people will know them by.
    pub display_name: String,
    /// What the account will be for, by its word.
    pub role: String,
    /// Until when it is good, in words.
    pub until: String,
    /// Who invited.
    pub by: String,
}

/// The accounts and teams.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeoplePage {
    /// Who is signed in.
    pub staff: Staff,
    /// The accounts.
    pub accounts: Vec<AccountLine>,
    /// The invitations that are open.
    pub invitations: Vec<InvitationLine>,
    /// The teams.
    pub teams: Vec<Choice>,
    /// The roles.
    pub roles: Vec<Choice>,
    /// What has just happened, in words.
    pub news: Option<String>,
}

/// Who may come to a conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccessNow {
    /// For its chair: who may come, and changing it.
    Kept {
        /// The team it belongs to.
        team: Option<String>,
        /// Whether it is for those who are named alone.
        restricted: bool,
        /// Those who are named.
        named: Vec<Choice>,
        /// Who could be.
        others: Vec<Choice>,
    },
    /// For somebody whose it is not: coming nevertheless, for a reason.
    Closed {
        /// Whether it is for those who are named alone.
        restricted: bool,
        /// The sorts of reason.
        reasons: Vec<Choice>,
        /// For how many hours.
        hours: u32,
    },
}

/// Who may come to a conference, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessPage {
    /// Who is signed in.
    pub staff: Staff,
    /// The conference, which is named by its number alone.
    pub id: ConferenceId,
    /// How it stands.
    pub now: AccessNow,
    /// What has just happened, in words.
    pub news: Option<String>,
}

/// One line of who looked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookedLine {
    /// "Thursday 24 September 2026, 13:31".
    pub at: String,
    /// Who.
    pub who: String,
    /// At which conference.
    pub conference: Option<ConferenceId>,
    /// What.
    pub what: String,
    /// To whom it was done.
    pub about: Option<String>,
    /// For what sort of reason, or what they were given.
    pub reason: Option<String>,
}

/// Who looked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookedPage {
    /// What somebody who sees only their own conferences chooses from, the newest first.
    pub own: Vec<ConferenceLine>,
    /// Who is signed in.
    pub staff: Staff,
    /// The conference that was asked about.
    pub conference: Option<String>,
    /// The lines, the newest first.
    pub lines: Vec<LookedLine>,
    /// How many there are at most.
    pub most: u32,
    /// Whether whoever looks may have every log checked.
    pub may_check: bool,
    /// What the check found, line by line.
    pub checked: Vec<String>,
}
