//! `hearth import`: takes a conference in from a file, or says everything that is wrong with the file.
//!
//! Deliberately not here: mending a file. It is the sender's.

use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;

use super::say;
use crate::data::Data;
use crate::exchange;

pub(super) async fn run(data: &Data, file: &Path) -> anyhow::Result<()> {
    let text = if file == Path::new("-") {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).context("standard input cannot be read")?;
        text
    } else {
        std::fs::read_to_string(file).with_context(|| {
            format!(
                "{} cannot be read, and nothing was imported. Give the path of a file that 'hearth export' wrote",
                file.display()
            )
        })?
    };
    let incoming = exchange::read(&text)?;
    let store = data.open().await?;
    exchange::keep(store.as_ref(), &incoming).await?;
    say(&format!("imported {}", incoming.record.conference.id));
    Ok(store.close().await?)
}
