//! `hearth account`: makes and changes the accounts of staff.
//!
//! Deliberately not here: a password on the command line, where other people's processes can read it.

use std::io::{BufRead as _, IsTerminal as _};
use std::sync::Arc;

use anyhow::Context as _;
use store::{Account, Store, StoreError};

use super::{AccountAction, say};
use crate::auth::password;
use crate::web;

pub(super) async fn run(action: AccountAction) -> anyhow::Result<()> {
    match action {
        AccountAction::Add { name, display_name, role, data } => {
            let store = data.data().open().await?;
            let name = name.trim();
            anyhow::ensure!(
                !name.is_empty() && name.chars().count() <= 60,
                "a name has 1 to 60 characters; nothing was made"
            );
            let hash = password::hash(secret()?).await?;
            match store.create_account(web::account(name, &display_name, role, hash)?).await {
                Ok(()) => say(&format!("{name} can sign in as {role}")),
                Err(StoreError::AlreadyExists) => {
                    anyhow::bail!("there is an account '{name}' already; it was not changed. Choose another name")
                }
                Err(error) => return Err(error.into()),
            }
            Ok(store.close().await?)
        }
        AccountAction::List { data } => {
            let store = data.data().open_existing().await?;
            for account in store.accounts().await? {
                let closed = if account.disabled { "\tclosed" } else { "" };
                say(&format!("{}\t{}\t{}{closed}", account.name, account.role, account.display_name));
            }
            Ok(store.close().await?)
        }
        AccountAction::Password { name, data } => {
            let store = data.data().open_existing().await?;
            let account = find(&store, &name).await?;
            let hash = password::hash(secret()?).await?;
            store.set_password(&account.id, hash).await?;
            store.delete_sessions_for_account(&account.id).await?;
            say(&format!("{name} has a new password; all sessions have ended"));
            Ok(store.close().await?)
        }
        AccountAction::Disable { name, data } => {
            let store = data.data().open_existing().await?;
            store.set_disabled(&find(&store, &name).await?.id, true).await?;
            say(&format!("{name} can no longer sign in; all sessions have ended"));
            Ok(store.close().await?)
        }
        AccountAction::Enable { name, data } => {
            let store = data.data().open_existing().await?;
            store.set_disabled(&find(&store, &name).await?.id, false).await?;
            say(&format!("{name} can sign in again"));
            Ok(store.close().await?)
        }
    }
}

async fn find(store: &Arc<dyn Store>, name: &str) -> anyhow::Result<Account> {
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
