//! `hearth key rotate`: a new master key in the place of the old one.
//!
//! The steps, each on the disk before the next: the new key is put beside the old one (`hearth.key.next`); everything is
//! wrapped anew in one transaction; the old key gets another name (`hearth.key.old`); the new key takes its place. Wherever
//! this stops, both keys are there, and which of them the database needs is found out by trying.
//!
//! Deliberately never deletes an old key: backups of its time need it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use store::{MasterKey, Store};

use super::say;
use crate::data::{Data, KeyPlace, is_wrong_key, next_to, old_ones};
use crate::draft::on_disk;
use crate::looked::{self, What, Who};

const NEITHER: &str = "neither the key nor the next one belongs to what is kept here; nothing was changed. Put the kept key \
                       file back";

const UNFINISHED: &str = "the change of the key is not finished; both keys are there and nothing is lost. Do it again";

/// A store, and which key it needs.
enum Needs {
    Old(Arc<dyn Store>),
    Next(Arc<dyn Store>),
}

pub(super) async fn rotate(data: &Data, undo: bool) -> anyhow::Result<()> {
    data.refuse_unless_made().await?;
    let _held = data.hold()?;
    match (data.key_place()?, undo) {
        (KeyPlace::File(file), false) => in_file(data, &file).await,
        (KeyPlace::File(file), true) => back(data, &file).await,
        (place @ KeyPlace::Environment(_), false) => in_environment(data, place.load()?).await,
        (KeyPlace::Environment(_), true) => {
            anyhow::bail!(
                "a key in the environment is changed at once. Nothing was changed. To go back, swap the two keys"
            )
        }
    }
}

async fn in_file(data: &Data, file: &Path) -> anyhow::Result<()> {
    let next = next_to(file);
    match opened(data, MasterKey::load(file)?, kept(&next)?).await? {
        Needs::Old(store) => changed(store, MasterKey::load_or_create(&next)?).await?,
        Needs::Next(store) => store.close().await?,
    }
    let old = rename_the_old(file)?;
    std::fs::rename(&next, file).with_context(|| format!("{} cannot take its place", next.display()))?;
    on_disk(file)?;
    say(&format!(
        "The new key is in {}. Copy it to a safe place that is not the backup's, and to every node.",
        file.display()
    ));
    say(&format!(
        "The old one is in {}. Keep it, elsewhere, as long as backups that were made with it.",
        old.display()
    ));
    Ok(())
}

/// Goes back to the old key.
async fn back(data: &Data, file: &Path) -> anyhow::Result<()> {
    let next = next_to(file);
    let key = kept(&next)?.context("no change of the key was begun and not finished; nothing was changed")?;
    match opened(data, MasterKey::load(file)?, Some(key)).await? {
        Needs::Old(store) => store.close().await?,
        Needs::Next(store) => changed(store, MasterKey::load(file)?).await?,
    }
    std::fs::remove_file(&next)?;
    on_disk(file)?;
    say(&format!("The key in {} is in use, as before.", file.display()));
    Ok(())
}

async fn in_environment(data: &Data, old: MasterKey) -> anyhow::Result<()> {
    match opened(data, old, Some(KeyPlace::next_in_environment()?)).await? {
        Needs::Old(store) => changed(store, KeyPlace::next_in_environment()?).await?,
        Needs::Next(store) => store.close().await?,
    }
    say("The next key is in use. Set HEARTH_KEY to it on every node, and keep the old one as long as its backups.");
    Ok(())
}

/// Finds out which key belongs to what is kept.
async fn opened(data: &Data, old: MasterKey, next: Option<MasterKey>) -> anyhow::Result<Needs> {
    match (data.open_with(old).await, next) {
        (Ok(store), _) => Ok(Needs::Old(store)),
        (Err(error), Some(next)) if is_wrong_key(&error) => {
            data.open_with(next).await.map(Needs::Next).context(NEITHER)
        }
        (Err(error), _) => Err(error),
    }
}

async fn changed(store: Arc<dyn Store>, next: MasterKey) -> anyhow::Result<()> {
    looked::changes(store.as_ref(), Who::CommandLine, What::KeyChanged, None, None).await.context(UNFINISHED)?;
    let conferences = store.change_key(next).await.context(UNFINISHED)?;
    store.close().await?;
    say(&format!("The keys of {conferences} conferences are wrapped anew."));
    Ok(())
}

/// The key in this file, if there is one.
fn kept(file: &Path) -> anyhow::Result<Option<MasterKey>> {
    if file.exists() { Ok(Some(MasterKey::load(file)?)) } else { Ok(None) }
}

/// Gives the old key another name as well, the first one that is free or was given to it before.
fn rename_the_old(file: &Path) -> anyhow::Result<PathBuf> {
    for name in old_ones(file) {
        match std::fs::hard_link(file, &name) {
            Ok(()) => {
                on_disk(file)?;
                return Ok(name);
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                if std::fs::read(&name)? == std::fs::read(file)? {
                    return Ok(name);
                }
            }
            Err(error) => return Err(error).with_context(|| format!("{} cannot be made", name.display())),
        }
    }
    anyhow::bail!("there is no name for the old key; the new one waits beside it")
}
