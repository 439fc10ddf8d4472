//! What the record's pages are given. They have no program of the browser, so only the server ever reads this.
//!
//! Deliberately not here: anything that the visitor's console may not read. It all comes from [`FileView`].

use board::file::{Part, Typed, Wrong};
use board::view::LastTime;
use board::view::file::{ChecksView, CopyLine, DutyLine, FileView, Followable};
use serde::{Deserialize, Serialize};

use super::Staff;

/// A form that was sent and could not be kept: everything that stood in it, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posted {
    /// Which form.
    pub sheet: String,
    /// The id of the thing it was for.
    pub id: String,
    /// Everything that stood in it.
    pub typed: Typed,
    /// What cannot be taken, field by field.
    pub wrong: Vec<Wrong>,
    /// What was refused, in plain words; nothing where it was only looked at.
    pub refused: Option<String>,
    /// Whether it is kept once somebody has written why its words can stay.
    pub look_again: bool,
}

/// How the forms of a page stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormNow {
    /// The beginning of the ids of whatever is put down anew from this page.
    pub fresh: String,
    /// Whether something has just been kept.
    pub kept: bool,
    /// What was sent and could not be kept.
    pub posted: Option<Posted>,
    /// The line that another wording is to be set beside.
    pub card: Option<String>,
}

/// The overview of the record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordPage {
    /// Who is signed in.
    pub staff: Staff,
    /// The record.
    pub file: FileView,
    /// What is due.
    pub duties: Vec<DutyLine>,
    /// The checks.
    pub checks: ChecksView,
}

/// One part of the record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartPage {
    /// Who is signed in.
    pub staff: Staff,
    /// The record.
    pub file: FileView,
    /// Which part.
    pub part: Part,
    /// What is due.
    pub duties: Vec<DutyLine>,
    /// Conferences that can be looked back on.
    pub followable: Vec<Followable>,
    /// Last time beside today, on its part's page.
    pub last_time: Option<LastTime>,
    /// How its forms stand.
    pub form: FormNow,
}

/// A file that is made when it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyFile {
    /// Who it is for, as a form names them: "person:gosia".
    pub to: String,
    /// Its name.
    pub name: String,
    /// "Minutes: PDF".
    pub words: String,
}

/// Before the chair approves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChecksPage {
    /// Who is signed in.
    pub staff: Staff,
    /// The record.
    pub file: FileView,
    /// The checks.
    pub checks: ChecksView,
    /// How its forms stand.
    pub form: FormNow,
}

/// Who gets which copy.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CopiesPage {
    /// Who is signed in.
    pub staff: Staff,
    /// The record.
    pub file: FileView,
    /// The copies.
    pub copies: Vec<CopyLine>,
    /// The files that can be made now.
    pub files: Vec<CopyFile>,
    /// How its forms stand.
    pub form: FormNow,
}
