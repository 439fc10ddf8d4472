//! `hearth account`: makes and changes the accounts of staff.
//!
//! Deliberately not here: a password on the command line, where other people's processes can read it.

use std::io::{BufRead as _, IsTerminal as _};
use std::sync::Arc;

use anyhow::Context as _;
use store::{Account, Store, StoreError};

use super::say;
use crate::auth::tries::{self, Tried};
use crate::auth::{invitation, password};
use crate::data::Data;
use crate::looked::{self, What, Who};
use crate::web;

mod action;

pub(super) use action::AccountAction;
use action::SecondFactorAction;

pub(super) async fn run(action: AccountAction) -> anyhow::Result<()> {
    match action {
        AccountAction::Add { name, display_name, role, team, manager, data } => {
            let store = data.data().open().await?;
            let name = name.trim();
            anyhow::ensure!(invitation::is_name(name), "a name has 1 to 60 characters; nothing was made");
            let hash = password::hash(secret()?, &[name, &display_name]).await?;
            if let Some(team) = &team {
                is_there(&store, team).await?;
            }
            let account = web::account(name, &display_name, role, hash)?;
            written(&store, What::AccountMade, &account, Some(role.name())).await?;
            match store.create_account(account.clone()).await {
                Ok(()) => say(&format!("{name} can sign in as {role}")),
                Err(StoreError::AlreadyExists) => {
                    anyhow::bail!("there is an account '{name}' already; it was not changed. Choose another name")
                }
                Err(error) => return Err(error.into()),
            }
            if team.is_some() {
                written(&store, given_to_team(manager), &account, team.as_deref()).await?;
                store.set_member(&account.id, team.map(|team| (team, manager))).await?;
            }
            Ok(store.close().await?)
        }
        AccountAction::Role { name, role, data } => {
            let store = data.data().open_existing().await?;
            let account = find(&store, &name).await?;
            written(&store, What::RoleGiven, &account, Some(role.name())).await?;
            store.set_role(&account.id, role.name()).await?;
            store.delete_sessions_for_account(&account.id).await?;
            say(&format!("{name} is {role} from now on; all sessions have ended"));
            Ok(store.close().await?)
        }
        AccountAction::Team { name, team, manager, data } => {
            let store = data.data().open_existing().await?;
            let account = find(&store, &name).await?;
            if let Some(team) = &team {
                is_there(&store, team).await?;
            }
            written(&store, given_to_team(manager), &account, team.as_deref()).await?;
            let said = team.clone().unwrap_or_else(|| "no team".to_owned());
            store.set_member(&account.id, team.map(|team| (team, manager))).await?;
            say(&format!("{name} is in {said}"));
            Ok(store.close().await?)
        }
        AccountAction::List { data } => {
            let store = data.data().open_existing().await?;
            list(&store).await?;
            Ok(store.close().await?)
        }
        AccountAction::Password { name, data } => {
            let store = data.data().open_existing().await?;
            let account = find(&store, &name).await?;
            let hash = password::hash(secret()?, &[&account.name, &account.display_name]).await?;
            written(&store, What::PasswordGiven, &account, None).await?;
            store.set_password(&account.id, hash).await?;
            // Wrong tries with the old password keep nobody from the new one. Browsers are no longer known: their sessions have ended.
            tries::succeeded(store.as_ref(), Tried::Name(&account.name)).await?;
            store.delete_sessions_for_account(&account.id).await?;
            say(&format!("{name} has a new password; all sessions have ended"));
            Ok(store.close().await?)
        }
        AccountAction::SecondFactor { action: SecondFactorAction::Reset { name, data } } => {
            let store = data.data().open_existing().await?;
            let account = find(&store, &name).await?;
            written(&store, What::SecondTaken, &account, None).await?;
            let had = store.remove_second_factor(&account.id).await?;
            store.delete_sessions_for_account(&account.id).await?;
            say(&if had {
                format!(
                    "{name} signs in with the password alone, and can set a second step up again; all sessions have ended"
                )
            } else {
                format!("{name} had no second step; all sessions have ended")
            });
            Ok(store.close().await?)
        }
        AccountAction::Invite { name, display, role, at, data } => {
            let store = data.data().open().await?;
            let (name, display) = (name.trim(), display.trim());
            let token = invitation::invite(store.as_ref(), Who::CommandLine, name, display, role).await?;
            say(&format!(
                "{name} makes the account with this link, once, within seven days. Give it to nobody else:\n  {}/invited#{token}",
                at.trim_end_matches('/')
            ));
            Ok(store.close().await?)
        }
        AccountAction::Disable { name, data } => close(&data.data(), &name, true).await,
        AccountAction::Enable { name, data } => close(&data.data(), &name, false).await,
    }
}

/// Closes an account, or opens it again.
async fn close(data: &Data, name: &str, closed: bool) -> anyhow::Result<()> {
    let (what, now) = if closed {
        (What::AccountClosed, "can no longer sign in; all sessions have ended")
    } else {
        (What::AccountReopened, "can sign in again")
    };
    let store = data.open_existing().await?;
    let account = find(&store, name).await?;
    written(&store, what, &account, None).await?;
    store.set_disabled(&account.id, closed).await?;
    say(&format!("{name} {now}"));
    Ok(store.close().await?)
}

/// Writes down what is done, before it is.
async fn written(store: &Arc<dyn Store>, what: What, about: &Account, given: Option<&str>) -> Result<(), StoreError> {
    looked::changes(store.as_ref(), Who::CommandLine, what, Some(&about.id), given).await
}

fn given_to_team(manages: bool) -> What {
    if manages { What::ManagerMade } else { What::TeamGiven }
}

/// Every account with its role, its team, and whether it is closed.
async fn list(store: &Arc<dyn Store>) -> anyhow::Result<()> {
    let (members, teams) = (store.members().await?, store.teams().await?);
    for account in store.accounts().await? {
        let member = members.iter().find(|member| member.account == account.id);
        let team = member.and_then(|member| teams.iter().find(|team| team.key == member.team));
        let team = team.map(|team| format!("\tteam {}", team.name)).unwrap_or_default();
        let closed = if account.disabled { "\tclosed" } else { "" };
        say(&format!("{}\t{}\t{}{team}{closed}", account.name, account.role, account.display_name));
    }
    Ok(())
}

/// A mistyped team is an error, and nothing is changed.
async fn is_there(store: &Arc<dyn Store>, team: &str) -> anyhow::Result<()> {
    let wanted = team.trim().to_lowercase();
    anyhow::ensure!(
        store.teams().await?.iter().any(|team| team.key == wanted),
        "there is no team '{team}'; nothing was changed. Make it with 'hearth team add'"
    );
    Ok(())
}

pub(super) async fn find(store: &Arc<dyn Store>, name: &str) -> anyhow::Result<Account> {
    let found = store.account_by_name(name).await?;
    found.with_context(|| format!("there is no account '{name}'; nothing was changed. See 'hearth account list'"))
}

/// The password, as the first line of standard input.
fn secret() -> anyhow::Result<String> {
    if std::io::stdin().is_terminal() {
        say("Type the password (at least 12 characters; three random words are good), then Enter:");
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("standard input cannot be read")?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}
