//! Connections: the first one, which is asked whether this server can keep what it says it keeps, and the pool.
//!
//! Deliberately strict at the door: with the wrong server or settings a saved change could be lost, so nothing opens.

use std::time::Duration;

use sqlx::postgres::{PgConnection, PgPoolOptions};
use sqlx::{ConnectOptions as _, Connection as _, PgPool};

use super::Address;
use crate::StoreError;
use crate::fault::fault;

/// The oldest server that its makers still mend.
const OLDEST: i64 = 140_000;

/// How long a caller waits for a connection.
const PATIENCE: Duration = Duration::from_secs(10);

/// A write has a connection for itself, and so has a conference that is being read; one more listens.
const CONNECTIONS: u32 = 16;

const ABOUT: &str = "\
select current_setting('server_version_num')::bigint, current_setting('server_encoding'),
       current_setting('fsync'), current_setting('full_page_writes'), current_setting('synchronous_commit')";

const IS_SET_UP: &str = "select to_regclass('key_check') is not null";

/// Whether a table is there, and whether anything is in it, for each that something stands in as soon as a Hearth is used. They are asked
/// one after the other: a table that an earlier Hearth had not made cannot be read.
const USED: [(&str, &str); 3] = [
    ("select to_regclass('conference') is not null", "select exists (select 1 from conference)"),
    ("select to_regclass('account') is not null", "select exists (select 1 from account)"),
    ("select to_regclass('feedback_tally') is not null", "select exists (select 1 from feedback_tally)"),
];

/// What a server says about itself: its version, its encoding, and three settings that make a commit durable.
type About = (i64, String, String, String, String);

/// The pool; its connections are made when they are first needed.
pub(super) fn pool(address: &Address) -> PgPool {
    PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .acquire_timeout(PATIENCE)
        .connect_lazy_with(address.options().clone())
}

/// Makes certain that the server is fit, and brings the tables up to date. Tables that a newer Hearth has changed are
/// refused. Nodes that start at once wait for each other.
pub(super) async fn prepare(address: &Address) -> Result<(), StoreError> {
    let mut connection = connect(address).await?;
    let about: About = sqlx::query_as(ABOUT).fetch_one(&mut connection).await.map_err(fault)?;
    fit(&about).map_err(StoreError::unavailable)?;
    sqlx::migrate!("migrations/postgres").run(&mut connection).await.map_err(StoreError::unavailable)?;
    connection.close().await.map_err(fault)
}

/// Whether a Hearth has ever kept anything at this address.
///
/// # Errors
/// [`StoreError::Unavailable`] if the database cannot be reached.
pub async fn is_set_up(address: &Address) -> Result<bool, StoreError> {
    let mut connection = connect(address).await?;
    let made = sqlx::query_scalar(IS_SET_UP).fetch_one(&mut connection).await.map_err(fault)?;
    connection.close().await.map_err(fault)?;
    Ok(made)
}

/// Whether anything is kept at this address: tables with nothing in them, as a restore that failed leaves them, are nothing.
///
/// # Errors
/// [`StoreError::Unavailable`] if the database cannot be reached.
pub async fn is_used(address: &Address) -> Result<bool, StoreError> {
    let mut connection = connect(address).await?;
    let mut used = false;
    for (is_there, is_used) in USED {
        used = used
            || (sqlx::query_scalar(is_there).fetch_one(&mut connection).await.map_err(fault)?
                && sqlx::query_scalar(is_used).fetch_one(&mut connection).await.map_err(fault)?);
    }
    connection.close().await.map_err(fault)?;
    Ok(used)
}

async fn connect(address: &Address) -> Result<PgConnection, StoreError> {
    let connected = tokio::time::timeout(PATIENCE, address.options().connect()).await;
    connected.map_err(StoreError::unavailable)?.map_err(fault)
}

/// Whether a server with these settings keeps what it says it keeps; or what is wrong, and what to do.
fn fit((version, encoding, fsync, full_page_writes, synchronous_commit): &About) -> Result<(), &'static str> {
    if *version < OLDEST {
        return Err("this PostgreSQL is too old: 14 or later is needed");
    }
    if encoding != "UTF8" {
        return Err("this PostgreSQL database cannot keep every language: make one with the encoding UTF8");
    }
    let durable =
        fsync == "on" && full_page_writes == "on" && ["on", "remote_apply"].contains(&synchronous_commit.as_str());
    if !durable {
        return Err("this PostgreSQL could lose what it says is saved: turn fsync and full_page_writes on");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(version: i64, texts: [&str; 4]) -> About {
        let [encoding, fsync, full_page_writes, synchronous_commit] = texts.map(ToOwned::to_owned);
        (version, encoding, fsync, full_page_writes, synchronous_commit)
    }

    #[test]
    fn a_server_that_could_lose_something_is_refused() {
        assert_eq!(fit(&about(150_000, ["UTF8", "on", "on", "on"])), Ok(()));
        assert_eq!(fit(&about(140_000, ["UTF8", "on", "on", "remote_apply"])), Ok(()));
        for (version, texts) in [
            (139_999, ["UTF8", "on", "on", "on"]),
            (150_000, ["SQL_ASCII", "on", "on", "on"]),
            (150_000, ["UTF8", "off", "on", "on"]),
            (150_000, ["UTF8", "on", "off", "on"]),
            (150_000, ["UTF8", "on", "on", "off"]),
            (150_000, ["UTF8", "on", "on", "local"]),
        ] {
            assert!(fit(&about(version, texts)).is_err(), "{version} {texts:?}");
        }
    }
}
