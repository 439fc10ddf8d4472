//! `hearth verify`: opens every seal, follows every chain, looks for every picture that an entry names, and sees that the
//! file itself is sound.
//!
//! Deliberately not here: mending. What is damaged stays as it is, for those who find out how.

use std::path::Path;

use anyhow::Context as _;
use board::id::{ConferenceId, PictureId};
use store::{Store, StoreError};

use super::say;
use crate::code;
use crate::data::Data;
use crate::journal;

pub(super) async fn run(data: &Data, conference: Option<&ConferenceId>) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let ids = match conference {
        Some(one) => vec![one.clone()],
        None => all(store.as_ref()).await?,
    };
    let verified = each(store.as_ref(), &ids).await;
    let sound = store.is_sound().await;
    store.close().await?;
    verified?;
    Ok(sound?)
}

/// Every conference that is kept.
pub(super) async fn all(store: &dyn Store) -> anyhow::Result<Vec<ConferenceId>> {
    Ok(store.conferences().await?.into_iter().map(|row| row.id).collect())
}

/// Says of each conference whether it is whole; fails if one is not.
pub(super) async fn each(store: &dyn Store, ids: &[ConferenceId]) -> anyhow::Result<()> {
    let mut bad = 0_u32;
    for id in ids {
        match whole(store, id).await {
            Ok(whole) => say(&format!("{id}: {whole}")),
            Err(error) => {
                bad += 1;
                say(&format!("{id}: {error:#}"));
            }
        }
    }
    anyhow::ensure!(bad == 0, "{bad} of {} conferences are not whole", ids.len());
    Ok(())
}

/// Whether a signed paper was made from a record that is in this store, and whether that record is whole.
pub(super) async fn paper(data: &Data, file: &Path) -> anyhow::Result<()> {
    let bytes =
        std::fs::read(file).with_context(|| format!("{} cannot be read; nothing was checked", file.display()))?;
    let edition = minutes::edition(&bytes).with_context(|| format!("{} is no paper of ours", file.display()))?;
    let Some(fingerprint) = edition.fingerprint else {
        anyhow::bail!("this paper is a draft: it carries no fingerprint, because nobody had signed the record")
    };
    let store = data.open_existing().await?;
    let Some(witness) = store.witness(&fingerprint.bytes()).await? else {
        anyhow::bail!(
            "no record here has the fingerprint of this paper. It is of another Hearth, or of a record that was changed"
        )
    };
    let whole = whole(store.as_ref(), &witness.conference).await;
    store.close().await?;
    let whole = whole.with_context(|| format!("the record of this paper, {}, is damaged", witness.conference))?;
    let number = edition.number();
    say(&format!("{number}, signed at event {} of {}. {whole}", u32::from(witness.seq), witness.conference));
    Ok(())
}

/// What is whole of a conference, in words.
async fn whole(store: &dyn Store, id: &ConferenceId) -> anyhow::Result<String> {
    let verified = store.verify(id).await?;
    let pictures = store.verify_pictures(id).await?;
    if !verified.erased {
        every_one_is_there(store, id, &pictures).await?;
    }
    let pictures = match pictures.len() {
        0 => String::new(),
        1 => " and 1 picture".to_owned(),
        many => format!(" and {many} pictures"),
    };
    Ok(format!("{} events{pictures} whole, head {}", verified.events, code::hex(&verified.head)))
}

/// No seal tells that a picture is missing; the entry that names it does.
async fn every_one_is_there(store: &dyn Store, id: &ConferenceId, kept: &[PictureId]) -> anyhow::Result<()> {
    let opened = journal::open(store, id).await.context("its events cannot be read")?;
    match opened.state.record.pictures().find(|(_, picture)| !kept.contains(&picture.id)) {
        None => Ok(()),
        Some((_, picture)) => {
            Err(StoreError::BadPicture { conference: id.clone(), picture: picture.id.clone() }.into())
        }
    }
}
