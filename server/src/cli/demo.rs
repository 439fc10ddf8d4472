//! `hearth demo`: two invented conferences, who can sign in to them, and the codes for the seats.
//!
//! Deliberately not here: real people. A store that holds anything else is left alone.

use std::net::SocketAddr;
use std::time::Duration;

use board::id::ConferenceId;
use store::{Store, StoreError};

use super::{say, serve};
use crate::auth::codes::{self, For};
use crate::auth::password;
use crate::auth::role::Role;
use crate::auth::second::Policy;
use crate::code;
use crate::data::Data;
use crate::web::{Rules, Served, account};
use crate::{exchange, journal};

/// The invented conferences, in the form in which conferences go in and out.
const RECORDS: [&str; 2] = [include_str!("../../demo/1-initial.json"), include_str!("../../demo/2-review.json")];

/// Who can sign in: name, what people call them, role, password. Invented like everything else here.
const PEOPLE: [(&str, &str, Role, &str); 7] = [
    ("sian", "Siân Pryce-Jones", Role::Chair, "kettle lantern orchard"),
    ("oluwaseun", "Oluwaseun Adébáyọ̀", Role::MinuteTaker, "pencil harbour violet"),
    ("priya", "Priya D’Souza", Role::SocialWorker, "copper meadow ticket"),
    ("bethan", "Bethan Achterberg", Role::BusinessSupport, "ribbon gravel sunday"),
    ("mair", "Mair Llewellyn", Role::Administrator, "walnut bridge comet"),
    ("anselm", "Anselm Okafor", Role::Auditor, "thimble quarry amber"),
    ("noor", "Noor van Dijk", Role::Observer, "feather cabin lilac"),
];

/// Nobody has a telephone ready for a demonstration.
const RULES: Rules = Rules { second_factor: Policy::Offered, idle: Duration::from_mins(30) };

pub(super) async fn run(data: &Data, listen: Option<SocketAddr>) -> anyhow::Result<()> {
    let _held = data.hold()?;
    let store = data.open().await?;
    load(store.as_ref()).await?;
    introduce(store.as_ref()).await?;
    match listen {
        None => Ok(store.close().await?),
        Some(address) => {
            anyhow::ensure!(
                address.ip().is_loopback(),
                "a demonstration is served on this machine only; choose a 127.0.0.1 address"
            );
            serve::listen(store, address, None, Served::Securely, RULES, Duration::ZERO).await
        }
    }
}

/// Loads what is not there yet, into a store that holds nothing but demonstrations.
async fn load(store: &dyn Store) -> anyhow::Result<()> {
    let records = RECORDS.map(exchange::read).into_iter().collect::<Result<Vec<_>, _>>()?;
    let there = store.conferences().await?;
    for row in &there {
        let ours = records.iter().any(|incoming| incoming.record.conference.id == row.id);
        anyhow::ensure!(
            ours,
            "this data folder holds conferences that are not a demonstration. Nothing was changed. Choose an empty --data"
        );
    }
    for incoming in &records {
        if !there.iter().any(|row| row.id == incoming.record.conference.id) {
            exchange::keep(store, incoming).await?;
        }
    }
    for (name, display_name, role, secret) in PEOPLE {
        if known(store, name).await? {
            continue;
        }
        let hash = password::hash(secret.to_owned(), &[name, display_name]).await?;
        store.create_account(account(name, display_name, role, hash)?).await?;
    }
    Ok(())
}

async fn known(store: &dyn Store, name: &str) -> anyhow::Result<bool> {
    match store.account_by_name(name).await {
        Ok(account) => Ok(account.is_some()),
        Err(StoreError::NotFound) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Says who can sign in, and which code leads where.
async fn introduce(store: &dyn Store) -> anyhow::Result<()> {
    say("DEMO: everybody in these conferences is invented.");
    say("\nSign in as:");
    for (name, display_name, role, secret) in PEOPLE {
        say(&format!("  {name:<10} password: {secret:<24} ({display_name}, {role})"));
    }
    say("\nJoin from a phone or a tablet with one of these codes, on the first page:");
    for row in store.conferences().await? {
        let opened = journal::open(store, &row.id).await?;
        let door = opened.state.door.as_deref().map(code::shown).unwrap_or_default();
        say(&format!("  {door}  the lobby of {}", row.id));
        for child in opened.state.record.children.iter() {
            let tablet = tablet(store, &row.id, &child.id).await?;
            say(&format!("  {}  a tablet for {}, once", code::shown(&tablet), child.known_as));
        }
    }
    say("\nA wall: open /wall on the screen, and type the code it shows at the console.\n");
    Ok(())
}

async fn tablet(store: &dyn Store, conference: &ConferenceId, child: &board::id::ChildId) -> anyhow::Result<String> {
    let code = code::new_code()?;
    codes::keep_for_child(store, conference, &code, (child, For::Tablet), None).await?;
    Ok(code)
}
