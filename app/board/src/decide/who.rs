//! Who sends a command, and the name under which the log has them.
//!
//! Deliberately not here: what they may do. That hangs on their standing alone ([`super::rights`]), so two chairs may do the same.

use super::Actor;
use crate::audience::Audience;
use crate::id::AccountId;

/// Who sends a command: what they are at the conference, and the account with which they signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// What they are at the conference.
    pub actor: Actor,
    /// The account, which tells two chairs of one conference apart and has one person on two devices be one. Nobody signs in at a seat,
    /// so a person of the conference, a child's device and the wall have none.
    pub account: Option<AccountId>,
}

impl Who {
    /// Somebody who signed in.
    pub fn signed_in(actor: Actor, account: AccountId) -> Self {
        Self { actor, account: Some(account) }
    }

    /// The opaque name in the log: what they are, and the account behind a colon. It is in clear and part of the chain, so it says
    /// for ever who wrote something, and never by a person's name.
    pub fn name(&self) -> String {
        name(&self.actor, self.account.as_ref())
    }
}

/// Where nobody has signed in.
impl From<Actor> for Who {
    fn from(actor: Actor) -> Self {
        Self { actor, account: None }
    }
}

/// The name in the log of whoever sits at an audience's console.
pub(crate) fn name_at(audience: &Audience, account: Option<&AccountId>) -> String {
    let actor = if matches!(audience, Audience::Chair) { Actor::Chair } else { Actor::Clerk };
    name(&actor, account)
}

/// The name in the log of what somebody of this standing did before the log named accounts, or with none behind it; nothing for a
/// name that is so itself.
pub(crate) fn without_account(name: &str) -> Option<&str> {
    // A person's own id may look like an account's, but then what is left of their name is no name in any log.
    let (standing, account) = name.rsplit_once(':')?;
    account.parse::<AccountId>().is_ok().then_some(standing)
}

fn name(actor: &Actor, account: Option<&AccountId>) -> String {
    let standing = match actor {
        Actor::Chair => "chair".to_owned(),
        Actor::Clerk => "clerk".to_owned(),
        Actor::SocialWorker(id) => format!("social-worker:{id}"),
        Actor::Support => "support".to_owned(),
        Actor::Person(id) => format!("person:{id}"),
        Actor::Tablet(child) => format!("tablet:{child}"),
        Actor::SideRoom(child) => format!("side-room:{child}"),
        Actor::Lobby(seat) => format!("lobby:{seat}"),
        Actor::Wall => "wall".to_owned(),
    };
    match account {
        Some(account) => format!("{standing}:{account}"),
        None => standing,
    }
}
