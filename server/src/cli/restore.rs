//! `hearth restore`: a backup into an empty place, once everything in it was checked; what was erased since it was made is erased again,
//! by its certificates, before anybody can read it.
//!
//! Deliberately never over anything: whoever wants to go back to a backup moves what is there away first.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use board::id::ConferenceId;
use store::{BackupError, EraseAgain, Identity, Manifest, MasterKey, Sensitive, Since, Store, StoreError};

use super::progress::Watched;
use super::{backup, erase, say, verify};
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
    let ids: Vec<ConferenceId> = erased.iter().map(|again| again.conference.clone()).collect();
    let again: Vec<&str> = ids.iter().map(ConferenceId::as_str).collect();
    data.keep_key(&key)?;
    let from = Box::new(read(file, "restoring")?);
    let cleared = data.fill(async |store| {
        let restored = store.restore(from, &manifest, since(erased)).await;
        restored.map_err(|error| unrestored(error, file, data.is_database()))?;
        all_is_whole(store.as_ref()).await.with_context(|| unread(file, data.is_database()))?;
        Ok(if again.is_empty() { Ok(()) } else { store.scrub().await })
    });
    let cleared = cleared.await?;
    say("Restored. Everybody signs in again.");
    say_what_is_missing(&manifest);
    say_what_was_erased(&folder, &again);
    cleared.map_err(|error| erase::left_a_trace(error, &again))
}

async fn all_is_whole(store: &dyn Store) -> anyhow::Result<()> {
    verify::each(store, &verify::all(store).await?).await
}

/// Why a backup was not taken in. Whether a commit that failed has reached a database is not known.
fn unrestored(error: BackupError, file: &Path, in_database: bool) -> anyhow::Error {
    let is_known = !in_database || !matches!(error, BackupError::Store(StoreError::Unavailable(_)));
    anyhow::Error::new(error).context(if is_known {
        refused(file)
    } else {
        format!(
            "it is not known whether {} was restored: all of it is in this database, or nothing. 'hearth list' says which",
            file.display()
        )
    })
}

/// What is to be done where a backup was taken in and is not whole there. A file that is not whole is not kept; a database has it.
fn unread(file: &Path, in_database: bool) -> String {
    if in_database {
        format!(
            "{} was restored, and all of it is in this database, but not all of it can be read there. Look again with 'hearth \
             verify'; if it says the same, empty the database, check its disk, and restore again",
            file.display()
        )
    } else {
        format!("{}, because what was written could not be read again. Nothing was kept. Check the disk", refused(file))
    }
}

/// What was erased again, and that there may be more: no certificate tells of an erasure whose certificate is not there.
fn say_what_was_erased(folder: &Path, again: &[&str]) {
    let (folder, mut more) = (folder.display(), "");
    if !again.is_empty() {
        say(&format!("Erased again, by the certificates in {folder}: {}", again.join(", ")));
        more = "else ";
    }
    say(&format!(
        "In {folder} is no certificate of anything {more}in this backup. If something {more}was erased after it was made, erase it \
         again: 'hearth erase'."
    ));
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
