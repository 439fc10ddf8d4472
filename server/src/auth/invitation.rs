//! Links with which somebody makes their own account, once.
//!
//! Deliberately with the token behind a `#`: what stands there no browser sends, so it reaches no log and no proxy.

use std::time::Duration;

use anyhow::ensure;
use store::{Invitation, Store, StoreError};

use super::lasting::ms;
use super::role::Role;
use super::session::{new_token, now_ms};
use crate::code;
use crate::looked::{self, What, Who};

/// How long a link is good.
const LASTS: Duration = Duration::from_hours(7 * 24);

/// The longest name to sign in with, and the longest to be known by.
const NAME: usize = 60;
const DISPLAY_NAME: usize = 200;

/// Whether somebody can sign in with this name.
pub(crate) fn is_name(name: &str) -> bool {
    (1..=NAME).contains(&name.chars().count()) && !name.chars().any(char::is_control)
}

/// Whether somebody can be known by this name.
pub(crate) fn is_display_name(name: &str) -> bool {
    (1..=DISPLAY_NAME).contains(&name.chars().count()) && !name.chars().any(char::is_control)
}

/// Invites somebody, once it is written down who did and for which role, and gives the link's token, which nobody will see again.
///
/// # Errors
/// When a name cannot be one, or is taken.
pub(crate) async fn invite(
    store: &dyn Store,
    who: Who,
    name: &str,
    display_name: &str,
    role: Role,
) -> anyhow::Result<String> {
    ensure!(is_name(name), "a name has 1 to 60 characters; nobody was invited");
    ensure!(is_display_name(display_name), "the name people know them by has 1 to 200 characters; nobody was invited");
    let is_known = store.account_by_name(name).await?.is_some();
    ensure!(!is_known, "there is an account '{name}' already; nobody was invited. Choose another name");
    let token = new_token()?;
    let invitation = Invitation {
        token_hash: code::hash(&token),
        name: name.to_owned(),
        display_name: display_name.to_owned(),
        role: role.name().to_owned(),
        expires_ms: now_ms().saturating_add(ms(LASTS)),
        by: match &who {
            Who::Account(account) => Some(account.clone()),
            Who::Seat(_) | Who::CommandLine => None,
        },
    };
    looked::changes(store, who, What::Invited, None, Some(role.name())).await?;
    store.put_invitation(invitation).await?;
    Ok(token)
}

/// What a form calls an invitation. Nobody gets from it to the token, nor to the token's hash.
pub(crate) fn reference(invitation: &Invitation) -> String {
    code::hex(&code::hash(&code::hex(&invitation.token_hash))).chars().take(24).collect()
}

/// Withdraws an invitation, once it is written down who did and which role it was for. False if it is not good any more.
pub(crate) async fn withdraw(store: &dyn Store, who: Who, named: &str) -> Result<bool, StoreError> {
    let open = store.invitations(now_ms()).await?;
    let Some(invitation) = open.into_iter().find(|invitation| reference(invitation) == named) else {
        return Ok(false);
    };
    looked::changes(store, who, What::Withdrawn, None, Some(&invitation.role)).await?;
    store.withdraw_invitation(&invitation.token_hash).await
}
