//! Teams, which conferences somebody may come to, passes for those who may not, and the list of who looked.
//!
//! Deliberately not here: what any of it allows. The rules are the server's.

use std::fmt;

use async_trait::async_trait;
use board::id::{ConferenceId, SeatId};

use crate::{AccountId, Sensitive, StoreError};

/// A team of colleagues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// Its name in small letters, by which it is known.
    pub key: String,
    /// Its name as it was written.
    pub name: String,
}

/// To which team an account belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The account.
    pub account: AccountId,
    /// The team, by its key.
    pub team: String,
    /// Whether it manages the team.
    pub manages: bool,
}

/// Who may come to a conference.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Access {
    /// The team it belongs to, by its key; everybody's without one.
    pub team: Option<String>,
    /// Whether it is for those who are named alone.
    pub restricted: bool,
    /// Those who are named.
    pub named: Vec<AccountId>,
}

/// That somebody let themselves in, for a while and for a reason.
#[derive(Clone, PartialEq, Eq)]
pub struct Pass {
    /// Its id.
    pub id: String,
    /// The conference.
    pub conference: ConferenceId,
    /// Who.
    pub account: AccountId,
    /// The team whose manager is told, by its key.
    pub team: Option<String>,
    /// Since when, in unix milliseconds.
    pub at_ms: i64,
    /// Until when.
    pub until_ms: i64,
    /// What sort of reason, by the server's word for it.
    pub reason: String,
    /// The reason in words; stored sealed, as it may name people, and empty once the conference was erased.
    pub because: Sensitive<String>,
    /// When a manager took notice.
    pub seen_ms: Option<i64>,
}

/// The reason stays out of logs.
impl fmt::Debug for Pass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pass").field("id", &self.id).field("conference", &self.conference).finish_non_exhaustive()
    }
}

/// That somebody looked. It holds nothing of what there was to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// Its id, made by the caller; the same line twice is refused.
    pub id: String,
    /// When, in unix milliseconds.
    pub at_ms: i64,
    /// Which account, where it was one.
    pub account: Option<AccountId>,
    /// Which seat, where it was a device with one. Neither means the command line.
    pub seat: Option<SeatId>,
    /// At which conference.
    pub conference: Option<ConferenceId>,
    /// What, by the server's word for it.
    pub what: String,
    /// What sort of reason, where one was asked for; or what somebody was given.
    pub reason: Option<String>,
    /// To whom it was done, where it was done to an account.
    pub about: Option<AccountId>,
}

/// The verbs of access.
#[async_trait]
pub trait Accesses: Send + Sync {
    /// Makes a team. `AlreadyExists` if there is one of this name, whatever its capitals.
    async fn add_team(&self, name: &str) -> Result<(), StoreError>;

    /// All teams, by name.
    async fn teams(&self) -> Result<Vec<Team>, StoreError>;

    /// Puts an account into a team, or out of all. `NotFound` if there is no such team.
    async fn set_member(&self, account: &AccountId, team: Option<(String, bool)>) -> Result<(), StoreError>;

    /// The team of an account.
    async fn member(&self, account: &AccountId) -> Result<Option<Member>, StoreError>;

    /// Who belongs where.
    async fn members(&self) -> Result<Vec<Member>, StoreError>;

    /// Gives an account another role.
    async fn set_role(&self, account: &AccountId, role: &str) -> Result<(), StoreError>;

    /// Who may come to a conference: everybody, where nothing was said.
    async fn access(&self, conference: &ConferenceId) -> Result<Access, StoreError>;

    /// Says to which team a conference belongs; it may be said before the conference is there. `NotFound` if there is no such team.
    async fn give_to_team(&self, conference: &ConferenceId, team: &str) -> Result<(), StoreError>;

    /// Restricts a conference to those who are named, or opens it to its team again.
    async fn restrict(&self, conference: &ConferenceId, restricted: bool) -> Result<(), StoreError>;

    /// Names somebody who may come, or takes the name away.
    async fn name(&self, conference: &ConferenceId, account: &AccountId, may: bool) -> Result<(), StoreError>;

    /// Keeps a pass, and the line that says so, both or neither. `Erased` if there is nothing left to come to.
    async fn let_in(&self, pass: Pass, looked: Looked) -> Result<(), StoreError>;

    /// When the passes of an account to a conference end, the earliest first, those that have ended too.
    async fn pass_ends(&self, conference: &ConferenceId, account: &AccountId) -> Result<Vec<i64>, StoreError>;

    /// The passes of which no manager took notice yet, the oldest first.
    async fn passes_unseen(&self) -> Result<Vec<Pass>, StoreError>;

    /// A manager took notice of a pass. False if it was so, or there is none.
    async fn see_pass(&self, pass: &str, at_ms: i64) -> Result<bool, StoreError>;

    /// Writes down that somebody looked. It is on disk when this returns, and no verb takes it away.
    async fn looked(&self, looked: Looked) -> Result<(), StoreError>;

    /// Who looked, the newest first: at one conference or at all, at most so many.
    async fn who_looked(&self, conference: Option<&ConferenceId>, most: u32) -> Result<Vec<Looked>, StoreError>;
}
