//! `hearth hold` and `hearth release`: a conference that must be kept, whatever its age, until somebody says otherwise.
//!
//! Deliberately printed with its reason only when the holds are asked for: a reason may name people.

use anyhow::Context as _;
use board::id::ConferenceId;
use jiff::Timestamp;
use store::{LegalHold, Sensitive, StoreError};

use super::say;
use crate::auth::session::now_ms;
use crate::data::Data;
use crate::looked::{self, What, Who};

pub(super) async fn run(data: &Data, conference: ConferenceId, because: Sensitive<String>) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let line = looked::line(Who::CommandLine, &conference, What::Held, None);
    match store.hold(LegalHold { conference: conference.clone(), at_ms: now_ms(), because }, line).await {
        Ok(()) => say(&format!("{conference} is on hold; it is not erased until 'hearth release {conference}'")),
        Err(StoreError::AlreadyExists) => {
            anyhow::bail!("{conference} is on hold already; nothing was changed. 'hearth holds' says why")
        }
        Err(error) => return Err(error).with_context(|| format!("{conference} was not put on hold")),
    }
    Ok(store.close().await?)
}

pub(super) async fn release(data: &Data, conference: &ConferenceId) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let line = looked::line(Who::CommandLine, conference, What::Released, None);
    let released = store.release(conference, line).await;
    let was_held = released.with_context(|| format!("{conference} was not released"))?;
    store.close().await?;
    anyhow::ensure!(was_held, "{conference} is not on hold; nothing was changed");
    say(&format!("{conference} is no longer on hold"));
    Ok(())
}

pub(super) async fn list(data: &Data) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    for LegalHold { conference, at_ms, because } in store.holds().await? {
        let since = Timestamp::from_millisecond(at_ms).unwrap_or(Timestamp::UNIX_EPOCH);
        say(&format!("{conference}\t{since:.0}\t{}", because.expose()));
    }
    Ok(store.close().await?)
}
