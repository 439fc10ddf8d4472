//! `hearth copies`: a copy for every recipient of a conference, and a manifest for the file.
//!
//! Deliberately not here: sending. The folder must be empty or new, so that no earlier copy is taken for one of these.

use std::path::Path;

use anyhow::Context as _;
use board::id::ConferenceId;

use super::{say, say_error};
use crate::data::Data;
use crate::draft::Draft;
use crate::looked::{self, What, Who};
use crate::{copies, journal};

/// The manifest's name in the folder.
const MANIFEST: &str = "manifest.json";

pub(super) async fn run(data: &Data, conference: &ConferenceId, out: &Path) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let opened = journal::open(store.as_ref(), conference)
        .await
        .with_context(|| format!("no copies of '{conference}' were made"))?;
    std::fs::create_dir_all(out).with_context(|| {
        format!(
            "the folder {} cannot be made. No copies were written: give a folder that you may write in",
            out.display()
        )
    })?;
    let full = std::fs::read_dir(out)?.next().is_some();
    anyhow::ensure!(!full, "{} is not empty. Nothing was written: give a new folder", out.display());
    looked::write(store.as_ref(), Who::CommandLine, conference, What::CopiesMade).await?;
    let made = copies::make(store.as_ref(), conference, &opened.state).await?;
    for copy in &made.copies {
        Draft::beside(&out.join(&copy.name))?.keep_as(&copy.bytes)?;
    }
    Draft::beside(&out.join(MANIFEST))?.keep_as(&serde_json::to_vec_pretty(&made.manifest)?)?;
    store.close().await?;
    say(&format!("{} copies are in {}; {MANIFEST} is for the file only", made.copies.len(), out.display()));
    let held = &made.manifest.held_back;
    for file in held {
        let rules: Vec<&str> = file.rules.iter().map(|rule| rule.words()).collect();
        // For whom is in the manifest: what is said here may be kept with the logs.
        say_error(&format!("held back: {} ({}); {MANIFEST} says for whom\n", file.paper, rules.join("; ")));
    }
    anyhow::ensure!(
        held.is_empty(),
        "{} files hold something that their readers may not know, and were not written. All others were. Change the lines, or who may know them",
        held.len()
    );
    Ok(())
}
