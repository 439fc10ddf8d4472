//! The copies of a record: one for each recipient, made from scratch from what that reader may have, read again for leaks, and listed in a
//! manifest for the file.
//!
//! Deliberately not here: sending. Nothing goes to anybody by itself; a person takes the files from the folder.

use std::collections::BTreeMap;

use anyhow::Context as _;
use board::document::{Document, Edition, Print};
use board::id::{ConferenceId, PictureId};
use board::left_out::{LeftOut, left_out};
use board::matter::{CopyFor, CopyFormat, Recipient};
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
pub(crate) use manifest::{HeldBack, Manifest, Written};
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
    let mut loaded = Loaded::new();
    for recipient in recipients(&state.record) {
        let papers = contents::of(state, &recipient, &edition);
        if papers.is_empty() {
            manifest.without.push(manifest::Without::of(&recipients::name(&state.record, &recipient), &recipient));
            continue;
        }
        for task in tasks(store, conference, state, &recipient, papers, &mut loaded).await? {
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

/// A file that would be made, before it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Offered {
    /// Who it is for.
    pub(crate) to: CopyFor,
    /// Its name.
    pub(crate) name: String,
    /// What it is, in words: "Minutes, PDF".
    pub(crate) words: String,
}

/// Every file that would be made of a conference as it is now.
pub(crate) fn offered(conference: &ConferenceId, state: &State, edition: &Edition) -> Vec<Offered> {
    let of = |recipient: Recipient| {
        let papers = contents::of(state, &recipient, edition).into_iter();
        papers.map(move |(contents, format)| Offered {
            to: recipient.to.clone(),
            name: file::name(conference, &recipient, &contents, format),
            words: contents.words(format),
        })
    };
    recipients(&state.record).into_iter().flat_map(of).collect()
}

/// Makes one file of a conference as it is now, by its name; nothing where no recipient has such a file.
pub(crate) async fn make_one(
    store: &dyn Store,
    conference: &ConferenceId,
    state: &State,
    name: &str,
) -> anyhow::Result<Option<Result<Copy, HeldBack>>> {
    let edition = Standing::of(&state.record).edition(store, conference).await?;
    for recipient in recipients(&state.record) {
        let mut papers = contents::of(state, &recipient, &edition);
        papers.retain(|(contents, format)| file::name(conference, &recipient, contents, *format) == name);
        let tasks = tasks(store, conference, state, &recipient, papers, &mut Loaded::new()).await?;
        if let Some(task) = tasks.into_iter().next() {
            let id = conference.clone();
            let drawn = tokio::task::spawn_blocking(move || file::draw(&id, &task)).await;
            return Ok(Some(drawn.context("the copy could not be drawn")??));
        }
    }
    Ok(None)
}

/// Pictures that were read already, by the papers they stand in.
type Loaded = BTreeMap<Vec<PictureId>, Pictures>;

/// What is to be drawn for one recipient.
async fn tasks(
    store: &dyn Store,
    conference: &ConferenceId,
    state: &State,
    recipient: &Recipient,
    papers: Vec<(Contents, CopyFormat)>,
    loaded: &mut Loaded,
) -> anyhow::Result<Vec<Task>> {
    let audience = recipients::audience(recipient);
    let banned = audience.as_ref().map_or_else(Vec::new, |audience| banned_for(state, audience));
    let missing = audience.as_ref().map_or_else(Vec::new, |audience| left_out(state, audience));
    let mut tasks = Vec::new();
    for (contents, format) in papers {
        let pictures = match contents.document() {
            Some(document) => pictures_of(store, conference, document, loaded).await?,
            None => Pictures::default(),
        };
        tasks.push(Task {
            recipient: recipient.clone(),
            to: recipients::name(&state.record, recipient),
            contents,
            format,
            print: recipient.print,
            pictures,
            banned: banned.clone(),
            left_out: missing.clone(),
        });
    }
    Ok(tasks)
}

/// The pictures of a paper, read once for all papers that have the same ones.
async fn pictures_of(
    store: &dyn Store,
    conference: &ConferenceId,
    document: &Document,
    loaded: &mut Loaded,
) -> anyhow::Result<Pictures> {
    let ids: Vec<PictureId> = document.pictures().cloned().collect();
    if let Some(known) = loaded.get(&ids) {
        return Ok(known.clone());
    }
    let pictures = on_paper(store, conference, document).await?;
    loaded.insert(ids, pictures.clone());
    Ok(pictures)
}
