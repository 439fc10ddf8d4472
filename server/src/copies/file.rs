//! One file: drawn, read again for what must not be in it, and named so that the name tells nothing.
//!
//! Deliberately not here: the disk.

use board::id::ConferenceId;
use board::matter::{CopyFormat, Recipient};
use jiff::Timestamp;
use minutes::{DocxOptions, HtmlOptions, IcsOptions, PdfOptions};
use sha2::{Digest as _, Sha256};

use super::contents::Contents;
use super::manifest::{HeldBack, Written, form};
use super::{Copy, Task, scan};
use crate::code;

/// So many letters of a hash are enough to tell the files of a folder apart.
const NAME: usize = 12;

/// Draws a file. One in which the scan finds something that its reader may not know is held back and never written.
pub(super) fn draw(conference: &ConferenceId, task: &Task) -> anyhow::Result<Result<Copy, HeldBack>> {
    let bytes = bytes(conference, task)?;
    let paper = task.contents.called();
    let format = form(paper, task.format);
    let name = name(conference, &task.recipient, &task.contents, task.format);
    let found = scan::found(&bytes, &name, task.format, &task.contents, &task.banned)?;
    if !found.is_empty() {
        return Ok(Err(HeldBack { recipient: task.to.clone(), paper, format, rules: found }));
    }
    let written = Written {
        file: name.clone(),
        recipient: task.to.clone(),
        copy: task.recipient.copy,
        paper,
        format,
        language: task.recipient.language.clone(),
        method: task.recipient.method.clone(),
        sha256: code::hex(&Sha256::digest(&bytes)),
        left_out: task.left_out.clone(),
    };
    Ok(Ok(Copy { name, bytes, written }))
}

fn bytes(conference: &ConferenceId, task: &Task) -> anyhow::Result<Vec<u8>> {
    let pictures = || task.pictures.clone();
    Ok(match &task.contents {
        Contents::Minutes(document) | Contents::Letter(document) => match task.format {
            CopyFormat::Pdf => {
                minutes::pdf(document, &PdfOptions { pictures: pictures(), ..PdfOptions::from(task.print) })?
            }
            CopyFormat::Docx => {
                minutes::docx(document, &DocxOptions { pictures: pictures(), ..DocxOptions::from(task.print) })?
            }
            CopyFormat::AccessibleHtml | CopyFormat::Json => {
                let options = HtmlOptions { pictures: pictures(), print: task.print, ..HtmlOptions::default() };
                minutes::html(document, &options).into_bytes()
            }
        },
        Contents::Data(copy) => serde_json::to_vec_pretty(copy)?,
        Contents::Decision(letter) => {
            minutes::pdf(letter, &PdfOptions { pictures: pictures(), ..PdfOptions::from(task.print) })?
        }
        Contents::Days(days) => {
            let options = IcsOptions { conference: conference.to_string(), now: Timestamp::now() };
            minutes::ics(days, &options).into_bytes()
        }
    })
}

/// The name follows from the conference, the recipient's line in the list and the form, and tells none of them. The same copy made again
/// has the same name.
pub(super) fn name(
    conference: &ConferenceId,
    recipient: &Recipient,
    contents: &Contents,
    format: CopyFormat,
) -> String {
    let paper = contents.called();
    let format = form(paper, format);
    let seed = format!("{conference} {} {paper} {format}", recipient.id);
    let hash = code::hex(&Sha256::digest(seed));
    let ending = if format == "accessible_html" { "html" } else { format };
    format!("copy-{}.{ending}", hash.chars().take(NAME).collect::<String>())
}
