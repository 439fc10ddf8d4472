//! `hearth letter`: one child's letter, as a file.
//!
//! Deliberately not here: what it holds, and any second way to it.

use std::path::Path;

use anyhow::Context as _;
use board::document::Print;
use board::id::{ChildId, ConferenceId};
use board::letter::{self, Band};
use minutes::{DocxOptions, HtmlOptions, PdfOptions};

use super::say_error;
use super::values::Format;
use crate::data::Data;
use crate::draft::Draft;
use crate::journal;
use crate::looked::{self, What, Who};
use crate::pictures::on_paper;

/// What is asked for.
pub(super) struct Asked {
    pub(super) conference: ConferenceId,
    pub(super) child: ChildId,
    pub(super) band: Option<Band>,
    pub(super) print: Option<Print>,
    pub(super) format: Format,
}

/// Writes the letter, and says on standard error what the chair should know about it.
pub(super) async fn run(data: &Data, asked: &Asked, out: &Path) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let conference = &asked.conference;
    let opened = journal::open(store.as_ref(), conference)
        .await
        .with_context(|| format!("no letter of '{conference}' was written"))?;
    let written = letter::write(&opened.state, &asked.child, asked.band, asked.print).with_context(|| {
        format!("'{}' is no child of this conference, or is not born yet; no letter was written", asked.child)
    })?;
    let draft = Draft::beside(out)?;
    looked::write(store.as_ref(), Who::CommandLine, conference, What::Taken).await?;
    let pictures = on_paper(store.as_ref(), conference, &written.document).await?;
    let bytes = match asked.format {
        Format::Pdf => minutes::pdf(&written.document, &PdfOptions { pictures, ..PdfOptions::from(written.print) })?,
        Format::Docx => {
            minutes::docx(&written.document, &DocxOptions { pictures, ..DocxOptions::from(written.print) })?
        }
        Format::Html => {
            let options = HtmlOptions { print: written.print, pictures, ..HtmlOptions::default() };
            minutes::html(&written.document, &options).into_bytes()
        }
    };
    draft.keep_as(&bytes)?;
    say_error(&format!("Written for: {}. {}\n", written.band.words(), written.reading.explained()));
    for concern in &written.concerns {
        say_error(&format!("  {}\n", concern.words()));
    }
    Ok(store.close().await?)
}
