//! `hearth restore`: a backup into an empty place, once everything in it was checked.
//!
//! Deliberately never over anything: whoever wants to go back to a backup moves what is there away first.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::Context as _;
use store::{Identity, MasterKey, Sensitive};

use super::progress::Watched;
use super::{backup, say, verify};
use crate::data::Data;

pub(super) async fn run(data: &Data, file: &Path, identity: Option<&Path>, only_check: bool) -> anyhow::Result<()> {
    if !only_check {
        data.refuse_unless_empty().await?;
    }
    let key = match identity {
        None => data.key_there()?,
        Some(identity) => carried(file, identity)?,
    };
    let manifest = store::check_backup(&mut read(file, "checking")?, &key).context(refused(file))?;
    if only_check {
        for line in backup::lines(&manifest) {
            say(&line);
        }
        say(&format!("{}: {}", file.display(), backup::summary(&manifest)));
        return Ok(());
    }
    data.keep_key(&key)?;
    let from = Box::new(read(file, "restoring")?);
    data.fill(async move |store| {
        let restored = store.restore(from).await.context(refused(file))?;
        anyhow::ensure!(restored == manifest, "the backup was changed while it was restored. Nothing was kept");
        verify::each(store.as_ref(), &verify::all(store.as_ref()).await?).await
    })
    .await?;
    say("Restored. Everybody signs in again. Erase again what was erased after this backup was made.");
    Ok(())
}

/// The key that goes along with the backup.
fn carried(file: &Path, identity: &Path) -> anyhow::Result<MasterKey> {
    let secret = std::fs::read_to_string(identity).map(Sensitive::new);
    let secret = secret.with_context(|| format!("{} cannot be read; nothing was changed", identity.display()))?;
    let identity: Identity = secret.expose().parse()?;
    store::key_of_backup(&mut read(file, "reading")?, &identity).context(refused(file))
}

fn read(file: &Path, what: &'static str) -> anyhow::Result<BufReader<Watched<File>>> {
    let opened = File::open(file).and_then(|opened| Ok((opened.metadata()?.len(), opened)));
    let (length, opened) = opened.with_context(|| format!("{} cannot be read; nothing was changed", file.display()))?;
    Ok(BufReader::new(Watched::new(opened, what, length)))
}

fn refused(file: &Path) -> String {
    format!("{} was not restored", file.display())
}
