//! `hearth backup`: everything that is kept, in one sealed file that appears whole or not at all.
//!
//! Deliberately read back before it gets its name: a backup that cannot be restored is worse than none.

use std::io::{BufReader, BufWriter};
use std::path::Path;
use std::sync::Arc;

use anyhow::Context as _;
use board::id::ConferenceId;
use store::{Manifest, Recipient};

use super::progress::{Teller, Watched};
use super::say;
use crate::auth::session::now_ms;
use crate::code;
use crate::data::Data;
use crate::draft::Draft;
use crate::looked::{self, What, Who};

pub(super) async fn run(
    data: &Data,
    out: &Path,
    recipient: Option<&Recipient>,
    without: &[ConferenceId],
) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let mut draft = Draft::beside(out)?;
    let goes_to = recipient.map(ToString::to_string);
    looked::changes(store.as_ref(), Who::CommandLine, What::BackedUp, None, goes_to.as_deref())
        .await
        .context("no backup was made; what is kept was not changed")?;
    let teller = Teller::new();
    let progress = move |done, of| teller.tell(|| format!("backing up: {done} of {of} conferences"));
    let mut to = BufWriter::new(draft.file());
    let written = store.back_up(&mut to, recipient, without, now_ms(), Arc::new(progress)).await;
    let written = written.context("no backup was made; what is kept was not changed")?;
    drop(to);
    store.close().await?;
    let back = draft.read_back()?;
    let length = back.metadata()?.len();
    let mut back = BufReader::new(Watched::new(back, "reading back", length));
    let read = store::check_backup(&mut back, &data.key_there()?)
        .context("what was written could not be read back, so no backup was made. Check the disk")?;
    anyhow::ensure!(
        read == written,
        "what was read back is not what was written, so no backup was made. Check the disk"
    );
    draft.keep()?;
    for line in lines(&written) {
        say(&line);
    }
    say(&format!("{}: {}", out.display(), summary(&written)));
    if let Some(words) = left_out(&written) {
        say(&format!("WARNING: {words}"));
    }
    if recipient.is_none() {
        say("The key is not in it: without the key file that is in use today nobody can restore it.");
    }
    Ok(())
}

/// What is in a backup, conference by conference, in the words of `hearth verify`.
pub(super) fn lines(manifest: &Manifest) -> impl Iterator<Item = String> {
    manifest.conferences.iter().map(|counted| {
        let erased = if counted.erased { ", erased" } else { "" };
        format!("{}: {} events, head {}{erased}", counted.id, counted.events, code::hex(&counted.head))
    })
}

/// Which conferences are not in a backup, loudly; nothing where everything is.
pub(super) fn left_out(manifest: &Manifest) -> Option<String> {
    let ids: Vec<&str> = manifest.without.iter().map(ConferenceId::as_str).collect();
    let many = ids.len();
    (many > 0).then(|| {
        format!("THIS BACKUP IS NOT COMPLETE: it was made without {many} of the conferences, which nobody can restore from it: {}", ids.join(", "))
    })
}

/// What is in a backup, in one line.
pub(super) fn summary(manifest: &Manifest) -> String {
    let parts = manifest.conferences.iter().map(|counted| u64::from(counted.picture_parts)).sum::<u64>();
    let rows = manifest.tables.iter().map(|(_, rows)| rows).sum::<u64>();
    format!("{} conferences, {parts} parts of pictures, {rows} other rows, all whole", manifest.conferences.len())
}
