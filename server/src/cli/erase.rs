//! `hearth erase`: the end of one conference, because somebody decided so, with a certificate; and how `hearth purge` ends several.
//!
//! Deliberately not here: finding out what is due. That is `hearth purge`.

use std::path::Path;

use anyhow::Context as _;
use board::id::ConferenceId;
use store::{Store, StoreError};

use super::say;
use crate::auth::session::now_ms;
use crate::certificate;
use crate::data::Data;
use crate::looked::{self, What, Who};

/// What stands on a certificate where no retention rule was asked.
pub(super) const REQUEST: &str = "request";

/// A conference that is to be erased, under which rule, and why. What was erased before keeps what was noted then.
pub(super) struct Ending<'a> {
    pub(super) id: &'a ConferenceId,
    pub(super) rule: &'a str,
    pub(super) because: &'a str,
}

pub(super) async fn run(
    data: &Data,
    conference: &ConferenceId,
    because: &str,
    certificates: Option<&Path>,
) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let ending = Ending { id: conference, rule: REQUEST, because };
    erase(store.as_ref(), &[ending], &data.certificates(certificates)).await?;
    Ok(store.close().await?)
}

/// Erases conferences, each with its certificate before the next one's turn comes, and then clears the database's files of them all.
/// Whatever stops this, doing it again finishes it.
pub(super) async fn erase(store: &dyn Store, endings: &[Ending<'_>], certificates: &Path) -> anyhow::Result<()> {
    // The place is given back at once, and taken again when its turn comes: so however many there are, one file is open.
    for Ending { id, rule, because } in endings {
        certificate::reserve(certificates, id, rule, because).context("nothing was erased")?;
    }
    let mut erased = Vec::new();
    let ended = each(store, endings, certificates, &mut erased).await;
    // What was erased before something stopped this is cleared away as well.
    let cleared = if erased.is_empty() { Ok(()) } else { store.scrub().await };
    match (ended, cleared) {
        (ended, Ok(())) => ended,
        (Ok(()), Err(error)) => Err(left_a_trace(error, &erased)),
        (Err(stopped), Err(error)) => {
            say(&left_a_trace(error, &erased).to_string());
            Err(stopped)
        }
    }
}

async fn each<'a>(
    store: &dyn Store,
    endings: &[Ending<'a>],
    certificates: &Path,
    erased: &mut Vec<&'a str>,
) -> anyhow::Result<()> {
    for Ending { id, rule, because } in endings {
        let reserved = certificate::reserve(certificates, id, rule, because);
        let reserved = reserved.with_context(|| format!("{id} was not erased"))?;
        let line = looked::line(Who::CommandLine, id, What::Erased, Some(rule));
        let erasure = store.erase(id, now_ms(), rule, because, line).await.map_err(|error| not_erased(error, id))?;
        erased.push(id.as_str());
        let place = reserved.write(&erasure).with_context(|| {
            format!(
                "{id} was erased, but its certificate could not be written, and without it a backup from before brings {id} back. \
                 Do the same again: it is written then"
            )
        })?;
        say(&format!("{id} was erased; its certificate is {}", place.display()));
    }
    Ok(())
}

/// Whether a commit that failed has reached the disk is not known; anything else has changed nothing.
fn not_erased(error: StoreError, id: &ConferenceId) -> anyhow::Error {
    let is_known = !matches!(error, StoreError::Unavailable(_));
    anyhow::Error::new(error).context(if is_known {
        format!("{id} was not erased")
    } else {
        format!("it is not known whether {id} was erased. Do the same again: it is then, and has its certificate")
    })
}

/// What is erased stays erased, whether the files could be cleared or not.
pub(super) fn left_a_trace(error: StoreError, erased: &[&str]) -> anyhow::Error {
    let so_far = format!(
        "{} can be read by nobody here again, but a trace of the key, sealed under the master key, may be left in the database's files",
        erased.join(", ")
    );
    let again = format!("'hearth purge --confirm {}' clears it away", erased.join(","));
    if matches!(error, StoreError::Busy) {
        anyhow::anyhow!("{so_far}: somebody was reading them, as a backup does. When that is over, {again}")
    } else {
        anyhow::Error::new(error).context(format!("{so_far}: they could not be cleared. {again}"))
    }
}
