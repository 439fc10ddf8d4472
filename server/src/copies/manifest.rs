//! The manifest: what was made for whom, and what each copy leaves out under which rule. It is for the file only, and never goes with a
//! copy.
//!
//! Deliberately without any words of the record: things are named by their ids.

use board::copies::GivenCopy;
use board::document::Edition;
use board::left_out::{LeftOut, Rule};
use board::matter::{CopyFormat, CopyType, Recipient};
use board::state::State;
use board::view::recipient;
use serde::Serialize;

/// Everything that was made for one conference, as JSON.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Manifest {
    /// What this file is.
    for_the_file_only: bool,
    /// The conference.
    conference: String,
    /// "DRAFT as at 13:52" or "FINAL".
    status: String,
    /// The version.
    version: u32,
    /// The fingerprint of a signed record.
    fingerprint: Option<String>,
    /// The files.
    pub(crate) copies: Vec<Written>,
    /// Those who get nothing on paper.
    pub(crate) without: Vec<Without>,
    /// Those who were given a copy of an earlier version: they have to be given a new one.
    had_an_earlier_one: Vec<Earlier>,
    /// Files that were not written, because the scan found something.
    pub(crate) held_back: Vec<HeldBack>,
}

/// One file.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Written {
    /// Its name in the folder.
    pub(crate) file: String,
    /// Who it is for.
    pub(crate) recipient: String,
    /// How much of the record it holds.
    #[serde(rename = "type")]
    pub(crate) copy: CopyType,
    /// What it is: the minutes, a letter, the days.
    pub(crate) paper: &'static str,
    /// Its form.
    pub(crate) format: &'static str,
    /// The language the recipient reads best.
    pub(crate) language: Option<String>,
    /// How it is to be given.
    pub(crate) method: Option<String>,
    /// Its SHA-256, so that a file can be told from another.
    pub(crate) sha256: String,
    /// What of the record is not in it, and under which rule.
    pub(crate) left_out: Vec<LeftOut>,
}

/// Somebody who gets nothing on paper.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Without {
    recipient: String,
    #[serde(rename = "type")]
    copy: CopyType,
    method: Option<String>,
}

/// A copy of an earlier version that somebody has.
#[derive(Debug, Clone, Serialize)]
struct Earlier {
    recipient: String,
    given_at: String,
    how: String,
}

/// A file that was not written.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct HeldBack {
    /// Who it was for.
    pub(crate) recipient: String,
    /// What it was.
    pub(crate) paper: &'static str,
    /// Its form.
    pub(crate) format: &'static str,
    /// Under which rules something was found.
    pub(crate) rules: Vec<Rule>,
}

impl Manifest {
    pub(super) fn begun(state: &State, edition: &Edition) -> Self {
        Self {
            for_the_file_only: true,
            conference: state.record.conference.id.to_string(),
            status: edition.status.words(),
            version: edition.version,
            fingerprint: edition.fingerprint.map(|fingerprint| fingerprint.to_string()),
            copies: Vec::new(),
            without: Vec::new(),
            had_an_earlier_one: earlier(state),
            held_back: Vec::new(),
        }
    }
}

/// Copies given out before the last approval, or, after a correction, any that are out.
fn earlier(state: &State) -> Vec<Earlier> {
    let record = &state.record;
    let changed = record.has_unsigned_corrections();
    let last = record.signed.last().filter(|last| last.version > 1).map(|last| last.at);
    let is_earlier = |copy: &&GivenCopy| changed || last.is_some_and(|last| copy.at < last);
    let copies = record.copies.iter().filter(is_earlier);
    copies
        .map(|copy| Earlier {
            recipient: recipient(record, &copy.to),
            given_at: copy.at.to_string(),
            how: copy.how.clone(),
        })
        .collect()
}

impl Without {
    pub(super) fn of(to: &str, recipient: &Recipient) -> Self {
        Self { recipient: to.to_owned(), copy: recipient.copy, method: recipient.method.clone() }
    }
}

/// A form's name in the manifest; a calendar file has one of its own.
pub(super) fn form(paper: &'static str, format: CopyFormat) -> &'static str {
    match (paper, format) {
        ("calendar", _) => "ics",
        (_, CopyFormat::AccessibleHtml) => "accessible_html",
        (_, CopyFormat::Pdf) => "pdf",
        (_, CopyFormat::Docx) => "docx",
        (_, CopyFormat::Json) => "json",
    }
}
