//! `hearth export` and `hearth schema`: a conference in its exchange form, and what that form is.
//!
//! Deliberately not here: leaving anything out, but the chair's own notes, which are no part of the record. An export is the whole
//! record, for the file.

use std::path::Path;

use anyhow::Context as _;
use board::id::ConferenceId;

use super::say;
use crate::data::Data;
use crate::draft::Draft;
use crate::exchange::Outgoing;
use crate::looked::{self, What, Who};
use crate::{exchange, journal};

pub(super) async fn run(data: &Data, conference: &ConferenceId, out: Option<&Path>) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let opened = journal::open(store.as_ref(), conference)
        .await
        .with_context(|| format!("the conference '{conference}' was not exported"))?;
    let draft = out.map(Draft::beside).transpose()?;
    looked::write(store.as_ref(), Who::CommandLine, conference, What::Exported).await?;
    let record = opened.state.record.without_notes();
    let outgoing = Outgoing::of(store.as_ref(), &record).await.context("the whole record could not be exported")?;
    let json = serde_json::to_string_pretty(&outgoing)?;
    match draft {
        None => say(&json),
        Some(draft) => draft.keep_as((json + "\n").as_bytes())?,
    }
    Ok(store.close().await?)
}

pub(super) fn schema() -> anyhow::Result<()> {
    say(&serde_json::to_string_pretty(&exchange::schema())?);
    Ok(())
}
