//! `hearth team` and `hearth access`: teams of colleagues, and who may come to a conference.
//!
//! Deliberately not here: accounts (see `account`), and coming for a reason, which leaves a trail and so needs somebody who signed in.

use anyhow::Context as _;
use board::id::ConferenceId;
use clap::Subcommand;
use store::{AccountId, Store, StoreError};

use super::account::find;
use super::{DataArg, say};
use crate::auth::codes;
use crate::data::Data;
use crate::looked::{self, What, Who};
use crate::{journal, web};

/// What can be done with teams.
#[derive(Debug, Subcommand)]
pub(super) enum TeamAction {
    /// Make a team.
    Add {
        /// Its name.
        name: String,
        #[command(flatten)]
        data: DataArg,
    },
    /// List the teams, with who is in them.
    List {
        #[command(flatten)]
        data: DataArg,
    },
}

/// What can be said about who may come to a conference.
#[derive(Debug, Clone, Subcommand)]
pub(super) enum AccessAction {
    /// Say who may come.
    Show,
    /// Restrict it to those who are named.
    Restrict,
    /// Open it to its team again.
    Open,
    /// Name somebody who may come, whatever their team.
    Name {
        /// The name they sign in with.
        account: String,
    },
    /// Take somebody off the list.
    Unname {
        /// The name they sign in with.
        account: String,
    },
    /// Say to which team it belongs.
    Team {
        /// The team's name.
        team: String,
    },
}

pub(super) async fn team(action: TeamAction) -> anyhow::Result<()> {
    match action {
        TeamAction::Add { name, data } => {
            anyhow::ensure!(web::is_team_name(name.trim()), "a team's name has 1 to 60 characters; nothing was made");
            let store = data.data().open_existing().await?;
            looked::changes(store.as_ref(), Who::CommandLine, What::TeamMade, None, None).await?;
            match store.add_team(&name).await {
                Ok(()) => say(&format!("there is a team {}", name.trim())),
                Err(StoreError::AlreadyExists) => {
                    anyhow::bail!("there is a team '{}' already; nothing was changed", name.trim())
                }
                Err(error) => return Err(error.into()),
            }
            Ok(store.close().await?)
        }
        TeamAction::List { data } => {
            let store = data.data().open_existing().await?;
            let (accounts, members) = (store.accounts().await?, store.members().await?);
            for team in store.teams().await? {
                let of = members.iter().filter(|member| member.team == team.key).filter_map(|member| {
                    let account = accounts.iter().find(|account| account.id == member.account)?;
                    Some(format!("{}{}", account.name, if member.manages { " (manager)" } else { "" }))
                });
                say(&format!("{}\t{}", team.name, of.collect::<Vec<_>>().join(", ")));
            }
            Ok(store.close().await?)
        }
    }
}

pub(super) async fn run(data: &Data, conference: &ConferenceId, action: AccessAction) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    journal::open(store.as_ref(), conference)
        .await
        .with_context(|| format!("there is no conference '{conference}' to say this of; nothing was changed"))?;
    let write = async |said: &str, about: Option<&AccountId>| {
        store.looked(looked::access(Who::CommandLine, conference, said, about)).await
    };
    match action {
        AccessAction::Show => {}
        AccessAction::Restrict => {
            write("restricted", None).await?;
            store.restrict(conference, true).await?;
            codes::withdraw_childrens(store.as_ref(), conference).await?;
        }
        AccessAction::Open => {
            write("opened", None).await?;
            store.restrict(conference, false).await?;
        }
        AccessAction::Name { account } => {
            let id = find(&store, &account).await?.id;
            write("named", Some(&id)).await?;
            store.name(conference, &id, true).await?;
        }
        AccessAction::Unname { account } => {
            let id = find(&store, &account).await?.id;
            write("unnamed", Some(&id)).await?;
            store.name(conference, &id, false).await?;
            codes::withdraw_childrens(store.as_ref(), conference).await?;
        }
        AccessAction::Team { team } => {
            write("given to a team", None).await?;
            give(store.as_ref(), conference, &team).await?;
            codes::withdraw_childrens(store.as_ref(), conference).await?;
        }
    }
    say(&who(store.as_ref(), conference).await?);
    Ok(store.close().await?)
}

async fn give(store: &dyn Store, conference: &ConferenceId, team: &str) -> anyhow::Result<()> {
    match store.give_to_team(conference, team).await {
        Err(StoreError::NotFound) => {
            anyhow::bail!("there is no team '{team}'; nothing was changed. See 'hearth team list'")
        }
        other => Ok(other?),
    }
}

/// Who may come, in a line.
async fn who(store: &dyn Store, conference: &ConferenceId) -> anyhow::Result<String> {
    let access = store.access(conference).await?;
    let accounts = store.accounts().await?;
    let named = accounts.iter().filter(|account| access.named.contains(&account.id));
    let named: Vec<&str> = named.map(|account| account.name.as_str()).collect();
    let whose = match (access.restricted, access.team) {
        (true, _) => "restricted to those who are named".to_owned(),
        (false, Some(team)) => format!("open to the team {team}"),
        (false, None) => "open to everybody whose role opens conferences".to_owned(),
    };
    let named = if named.is_empty() { "nobody".to_owned() } else { named.join(", ") };
    Ok(format!("{conference}\t{whose}\tnamed: {named}"))
}
