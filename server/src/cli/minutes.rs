//! `hearth minutes`: one conference's minutes for one audience, as a file that appears whole or not at all.
//!
//! Deliberately not here: what they hold, and what is looked for on them before they leave.

use std::path::Path;

use anyhow::Context as _;
use board::document::Print;
use board::id::ConferenceId;
use minutes::{DocxOptions, HtmlOptions, PdfOptions};
use store::Store;

use super::values::Format;
use crate::data::Data;
use crate::draft::Draft;
use crate::journal;
use crate::look_again::{self, Anyway, Read, Wanted, why};
use crate::looked::{self, What, Who};
use crate::pictures::on_paper;

/// What is asked for.
pub(super) struct Asked {
    pub(super) conference: ConferenceId,
    pub(super) audience: String,
    pub(super) print: Print,
    pub(super) format: Format,
    pub(super) anyway: Option<Anyway>,
}

pub(super) async fn run(data: &Data, asked: &Asked, out: &Path) -> anyhow::Result<()> {
    let Asked { conference, audience, print, format, anyway } = asked;
    let store = data.open_existing().await?;
    let opened = journal::open(store.as_ref(), conference)
        .await
        .with_context(|| format!("the minutes of '{conference}' were not written"))?;
    let wanted = Wanted::of(&opened.state, audience).with_context(|| {
        format!("'{audience}' is no audience. Give 'professionals', 'family', or the id of a person of this conference")
    })?;
    let draft = Draft::beside(out)?;
    let read = wanted.read(store.as_ref(), conference).await?;
    write_down(store.as_ref(), conference, &read, *anyway)
        .await
        .with_context(|| format!("the minutes of '{conference}' were not written"))?;
    let document = read.document;
    let pictures = on_paper(store.as_ref(), conference, &document).await?;
    let print = *print;
    let bytes = match format {
        Format::Pdf => ::minutes::pdf(&document, &PdfOptions { pictures, ..PdfOptions::from(print) })?,
        Format::Docx => ::minutes::docx(&document, &DocxOptions { pictures, ..DocxOptions::from(print) })?,
        Format::Html => {
            ::minutes::html(&document, &HtmlOptions { print, pictures, ..HtmlOptions::default() }).into_bytes()
        }
    };
    draft.keep_as(&bytes)?;
    Ok(store.close().await?)
}

/// Writes down who takes the minutes. What holds something that its reader may not know is refused, unless somebody says why it leaves
/// all the same.
async fn write_down(
    store: &dyn Store,
    conference: &ConferenceId,
    read: &Read,
    anyway: Option<Anyway>,
) -> anyhow::Result<()> {
    if read.found.is_empty() {
        return Ok(looked::write(store, Who::CommandLine, conference, What::Taken).await?);
    }
    let reason = anyway.with_context(|| {
        format!(
            "look again before anybody gets this copy. {} It is shown under the minutes of this conference in Hearth, and the \
             board is where the words stand. If it is right as it is, say why with --anyway",
            why(&read.found)
        )
    })?;
    Ok(look_again::taken_anyway(store, Who::CommandLine, conference, reason).await?)
}
