//! `hearth restore`: a backup into an empty place, once everything in it was checked; what was erased since it was made is erased again,
//! by its certificates, before anybody can read it.
//!
//! Deliberately never over anything: whoever wants to go back to a backup moves what is there away first.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use store::{EraseAgain, Identity, Manifest, MasterKey, Sensitive, Since};

use super::progress::Watched;
use super::{backup, say, verify};
use crate::certificate;
use crate::data::Data;
use crate::looked::{self, What, Who};

/// What stands in the list of who looked where something was erased again.
const CERTIFICATE: &str = "certificate";

/// What is asked for.
pub(super) struct Asked {
    pub(super) file: PathBuf,
    pub(super) identity: Option<PathBuf>,
    /// Whether nothing shall be restored.
    pub(super) check: bool,
    /// Where the certificates of erasures are, when that is said.
    pub(super) certificates: Option<PathBuf>,
}

pub(super) async fn run(data: &Data, asked: &Asked) -> anyhow::Result<()> {
    let file = &asked.file;
    if !asked.check {
        data.refuse_unless_empty().await?;
    }
    let key = match &asked.identity {
        None => data.key_there()?,
        Some(identity) => carried(file, identity)?,
    };
    let manifest = store::check_backup(&mut read(file, "checking")?, &key).context(refused(file))?;
    if asked.check {
        for line in backup::lines(&manifest) {
            say(&line);
        }
        say(&format!("{}: {}", file.display(), backup::summary(&manifest)));
        say_what_is_missing(&manifest);
        return Ok(());
    }
    let folder = data.certificates(asked.certificates.as_deref());
    let erased = again(&folder, asked.certificates.is_some(), &manifest).with_context(|| refused(file))?;
    let ids: Vec<String> = erased.iter().map(|again| again.conference.to_string()).collect();
    data.keep_key(&key)?;
    let from = Box::new(read(file, "restoring")?);
    data.fill(async |store| {
        let restored = store.restore(from, since(erased)).await.context(refused(file))?;
        anyhow::ensure!(restored == manifest, "the backup was changed while it was restored. Nothing was kept");
        verify::each(store.as_ref(), &verify::all(store.as_ref()).await?).await
    })
    .await?;
    say("Restored. Everybody signs in again.");
    say_what_is_missing(&manifest);
    say(&if ids.is_empty() {
        format!(
            "In {} is no certificate of anything in this backup. If something was erased after it was made, erase it again: \
             'hearth erase'.",
            folder.display()
        )
    } else {
        format!("Erased again, by the certificates in {}: {}", folder.display(), ids.join(", "))
    });
    Ok(())
}

/// What is to be erased again of what a backup brings back. A folder that somebody named must be there; otherwise nothing may have been
/// erased yet.
fn again(folder: &Path, is_named: bool, manifest: &Manifest) -> anyhow::Result<Vec<EraseAgain>> {
    if !is_named && !folder.exists() {
        return Ok(Vec::new());
    }
    let mut again = certificate::read_all(folder)?;
    again.retain(|again| manifest.conferences.iter().any(|counted| !counted.erased && counted.id == again.conference));
    Ok(again)
}

/// The erasures, and the lines that say what is done at the machine: they are there with the first row.
fn since(erased: Vec<EraseAgain>) -> Since {
    let of = |again: &EraseAgain| looked::line(Who::CommandLine, &again.conference, What::Erased, Some(CERTIFICATE));
    let restored = looked::change(Who::CommandLine, What::Restored, None, None);
    let looked = std::iter::once(restored).chain(erased.iter().map(of)).collect();
    Since { erased, looked }
}

fn say_what_is_missing(manifest: &Manifest) {
    if let Some(words) = backup::left_out(manifest) {
        say(&format!("WARNING: {words}"));
    }
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
