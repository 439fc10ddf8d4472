//! The copies of a record: one for each recipient, made from scratch from what that reader may have, read again for leaks, and listed in a
//! manifest for the file.
//!
//! Deliberately not here: sending. Nothing goes to anybody by itself; a person takes the files from the folder.

use std::collections::BTreeMap;

use anyhow::Context as _;
use board::document::{Document, Print};
use board::id::{ConferenceId, PictureId};
use board::left_out::{LeftOut, left_out};
use board::matter::{CopyFormat, Recipient};
use board::scan::{Banned, banned_for};
use board::state::State;
use minutes::Pictures;
use store::Store;

use crate::edition::Standing;
use crate::pictures::on_paper;

mod contents;
mod file;
mod manifest;
mod recipients;
mod scan;

use contents::Contents;
pub(crate) use manifest::{Manifest, Written};
pub(crate) use recipients::recipients;

/// One finished file for one recipient.
#[derive(Debug)]
pub(crate) struct Copy {
    /// Its name, which tells nothing of anybody.
    pub(crate) name: String,
    /// The file.
    pub(crate) bytes: Vec<u8>,
    /// What the manifest says of it.
    pub(crate) written: Written,
}

/// Everything that was made for one conference.
#[derive(Debug)]
pub(crate) struct Made {
    /// The files.
    pub(crate) copies: Vec<Copy>,
    /// For the file only.
    pub(crate) manifest: Manifest,
}

/// One paper that is to be drawn in one form.
struct Task {
    recipient: Recipient,
    to: String,
    contents: Contents,
    format: CopyFormat,
    print: Print,
    pictures: Pictures,
    banned: Vec<Banned>,
    left_out: Vec<LeftOut>,
}

/// Makes the copies of a conference as it is now. Drawing is spread over the machine's cores; nothing is written here.
pub(crate) async fn make(store: &dyn Store, conference: &ConferenceId, state: &State) -> anyhow::Result<Made> {
    let edition = Standing::of(&state.record).edition(store, conference).await?;
    let mut drawing = Vec::new();
    let mut manifest = Manifest::begun(state, &edition);
    let mut loaded: BTreeMap<Vec<PictureId>, Pictures> = BTreeMap::new();
    for recipient in recipients(&state.record) {
        let to = recipients::name(&state.record, &recipient);
        let papers = contents::of(state, &recipient, &edition);
        if papers.is_empty() {
            manifest.without.push(manifest::Without::of(&to, &recipient));
            continue;
        }
        let audience = recipients::audience(&recipient);
        let banned = audience.as_ref().map_or_else(Vec::new, |audience| banned_for(state, audience));
        let missing = audience.as_ref().map_or_else(Vec::new, |audience| left_out(state, audience));
        for (contents, format) in papers {
            let pictures = match contents.document() {
                Some(document) => pictures_of(store, conference, document, &mut loaded).await?,
                None => Pictures::default(),
            };
            let task = Task {
                recipient: recipient.clone(),
                to: to.clone(),
                contents,
                format,
                print: recipient.print,
                pictures,
                banned: banned.clone(),
                left_out: missing.clone(),
            };
            let id = conference.clone();
            drawing.push(tokio::task::spawn_blocking(move || file::draw(&id, &task)));
        }
    }
    let mut copies = Vec::new();
    for drawn in drawing {
        match drawn.await.context("a copy could not be drawn; nothing was written")?? {
            Ok(copy) => {
                manifest.copies.push(copy.written.clone());
                copies.push(copy);
            }
            Err(held) => manifest.held_back.push(held),
        }
    }
    Ok(Made { copies, manifest })
}

/// The pictures of a paper, read once for all papers that have the same ones.
async fn pictures_of(
    store: &dyn Store,
    conference: &ConferenceId,
    document: &Document,
    loaded: &mut BTreeMap<Vec<PictureId>, Pictures>,
) -> anyhow::Result<Pictures> {
    let ids: Vec<PictureId> = document.pictures().cloned().collect();
    if let Some(known) = loaded.get(&ids) {
        return Ok(known.clone());
    }
    let pictures = on_paper(store, conference, document).await?;
    loaded.insert(ids, pictures.clone());
    Ok(pictures)
}
