//! `hearth erase`: the end of one conference, because somebody decided so, with a certificate.
//!
//! Deliberately not here: finding out what is due. That is `hearth purge`.

use std::path::Path;

use anyhow::Context as _;
use board::id::ConferenceId;
use store::Store;

use super::say;
use crate::auth::session::now_ms;
use crate::certificate;
use crate::data::Data;
use crate::looked::{self, What};

/// What stands on a certificate where no retention rule was asked.
const REQUEST: &str = "request";

pub(super) async fn run(
    data: &Data,
    conference: &ConferenceId,
    because: &str,
    certificates: Option<&Path>,
) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let folder = data.certificates(certificates);
    erase(store.as_ref(), conference, REQUEST, because, &folder).await?;
    Ok(store.close().await?)
}

/// Erases a conference and writes its certificate. Whatever stops this, doing it again finishes it.
pub(super) async fn erase(
    store: &dyn Store,
    conference: &ConferenceId,
    rule: &str,
    because: &str,
    certificates: &Path,
) -> anyhow::Result<()> {
    let not_erased = || format!("{conference} was not erased, or not without a trace");
    looked::typed(store, conference, What::Erased, Some(rule)).await.with_context(not_erased)?;
    let erasure = store.erase(conference, now_ms(), rule, because).await.with_context(not_erased)?;
    let place = certificate::write(certificates, &erasure).with_context(|| {
        format!("{conference} was erased, but its certificate could not be written. 'hearth erase' writes it again")
    })?;
    say(&format!("{conference} was erased; its certificate is {}", place.display()));
    Ok(())
}
