//! `hearth minutes`: one conference's minutes for one audience, as a file.
//!
//! Deliberately not here: what they hold.

use std::path::Path;

use anyhow::Context as _;
use board::audience::Audience;
use board::document::Print;
use board::id::ConferenceId;
use board::paper;
use board::view::minutes::MinutesView;
use minutes::{DocxOptions, HtmlOptions, PdfOptions};

use super::Format;
use crate::data::Data;
use crate::edition::Standing;
use crate::looked::{self, What, Who};
use crate::pictures::on_paper;
use crate::{journal, web};

pub(super) async fn run(
    data: &Data,
    conference: &ConferenceId,
    audience: &str,
    print: Print,
    format: Format,
    out: &Path,
) -> anyhow::Result<()> {
    let store = data.open_existing().await?;
    let opened = journal::open(store.as_ref(), conference)
        .await
        .with_context(|| format!("the minutes of '{conference}' were not written"))?;
    let found = web::audience(audience).filter(|found| match found {
        Audience::Person(person) => opened.state.record.people.has(person),
        Audience::Professionals | Audience::Family => true,
        Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::Support
        | Audience::SideRoom(_) => false,
    });
    let found = found.with_context(|| {
        format!("'{audience}' is no audience. Give 'professionals', 'family', or the id of a person of this conference")
    })?;
    looked::write(store.as_ref(), Who::CommandLine, conference, What::Taken).await?;
    let edition = Standing::of(&opened.state.record).edition(store.as_ref(), conference).await?;
    let document = paper::minutes(&MinutesView::of(&opened.state, &found), &edition);
    let pictures = on_paper(store.as_ref(), conference, &document).await?;
    let bytes = match format {
        Format::Pdf => ::minutes::pdf(&document, &PdfOptions { pictures, ..PdfOptions::from(print) })?,
        Format::Docx => ::minutes::docx(&document, &DocxOptions { pictures, ..DocxOptions::from(print) })?,
        Format::Html => {
            ::minutes::html(&document, &HtmlOptions { print, pictures, ..HtmlOptions::default() }).into_bytes()
        }
    };
    std::fs::write(out, bytes).with_context(|| {
        format!("{} cannot be written. The record is as it was: give a place that you may write in", out.display())
    })?;
    Ok(store.close().await?)
}
