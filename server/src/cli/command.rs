//! What can be asked of `hearth`: its commands with what each takes, in the words that `--help` prints.
//!
//! Deliberately not here: what a value may be (that is in `values`), and what is done.

use std::net::SocketAddr;
use std::path::PathBuf;

use board::document::Print;
use board::id::{ChildId, ConferenceId};
use board::letter::Band;
use clap::Subcommand;
use store::Recipient;

use super::DataArg;
use super::access;
use super::account::AccountAction;
use super::settings::Settings;
use super::values::{Format, anyway, band, print, reason};
use crate::look_again::Anyway;

/// What can be asked for.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Serve Hearth; on an empty data folder it walks the first person through making the first account.
    Serve {
        #[command(flatten)]
        settings: Settings,
    },
    /// Print every setting of 'serve' with what it means, its value and where that came from. Secrets stay hidden.
    Config {
        #[command(flatten)]
        settings: Settings,
    },
    /// Load two invented conferences and print who can sign in. Goes on to serve them when --listen is given.
    Demo {
        #[command(flatten)]
        data: DataArg,
        /// Serve them on this address.
        #[arg(long, value_name = "ADDR")]
        listen: Option<SocketAddr>,
    },
    /// List the conferences, one a line: id, type, date, framework.
    List {
        #[command(flatten)]
        data: DataArg,
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
    },
    /// Say what is asked of a conference's record before the chair approves it: id, outcome, title, and what was found.
    Checks {
        /// The conference's id.
        conference: ConferenceId,
        #[command(flatten)]
        data: DataArg,
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
    },
    /// Import a conference from a file. Everything is checked first; a bad file changes nothing.
    Import {
        /// The file, or '-' for standard input.
        file: PathBuf,
        #[command(flatten)]
        data: DataArg,
    },
    /// Export a conference as JSON.
    Export {
        /// The conference's id.
        conference: ConferenceId,
        #[command(flatten)]
        data: DataArg,
        /// Where to: a file that must not be there yet; standard output when not given.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Write the minutes of a conference for one audience.
    Minutes {
        /// The conference's id.
        conference: ConferenceId,
        /// Who it is for: 'professionals', 'family', or the id of one person of the conference.
        #[arg(long)]
        audience: String,
        /// The size of its words in points: 14, 18 or 24.
        #[arg(long, value_parser = print, default_value = "14")]
        size: Print,
        /// The format.
        #[arg(long, value_enum)]
        format: Format,
        /// Where to: a file that must not be there yet.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Why it is written although something on it is not for its reader: `known` (it goes only to somebody who may know it),
        /// `not_it` (I have looked, and what was found is something else) or `ordered` (a court or the law asks for it). It is
        /// kept in the list of who looked.
        #[arg(long, value_name = "REASON", value_parser = anyway)]
        anyway: Option<Anyway>,
        #[command(flatten)]
        data: DataArg,
    },
    /// Write the letter to a child of a conference. What the chair should know about it is printed on standard error.
    Letter {
        /// The conference's id.
        conference: ConferenceId,
        /// The child's id.
        child: ChildId,
        /// The age it is written for; the child's own when not given.
        #[arg(long, value_parser = band)]
        band: Option<Band>,
        /// The size of its words in points: 14, 18 or 24; the band's own when not given.
        #[arg(long, value_parser = print)]
        size: Option<Print>,
        /// The format.
        #[arg(long, value_enum)]
        format: Format,
        /// Where to: a file that must not be there yet.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        data: DataArg,
    },
    /// Write a copy for every recipient of a conference, and a manifest for the file only.
    Copies {
        /// The conference's id.
        conference: ConferenceId,
        /// A new or empty folder.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        #[command(flatten)]
        data: DataArg,
    },
    /// Print the JSON Schema of the form in which conferences go in and out.
    Schema {
        #[command(flatten)]
        data: DataArg,
    },
    /// Check every sealed event and every chain, of one conference or of all.
    Verify {
        /// The conference's id; all when not given.
        conference: Option<ConferenceId>,
        /// A signed PDF: its fingerprint is looked for in the chains, and the record it was made from is checked.
        #[arg(long, value_name = "FILE", conflicts_with = "conference")]
        paper: Option<PathBuf>,
        #[command(flatten)]
        data: DataArg,
    },
    /// Write everything that is kept into one sealed file, as it is at this moment. Hearth may go on serving.
    Backup {
        /// The file, which must not be there yet.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        /// Send the master key along for whoever holds this age identity ('age1...'). Without it, keep the key elsewhere.
        #[arg(long, value_name = "RECIPIENT")]
        recipient: Option<Recipient>,
        /// Leave this conference out whole, because it is damaged and all others wait for it; may be given several times. The backup
        /// says that it is not complete.
        #[arg(long, value_name = "CONFERENCE")]
        without: Vec<ConferenceId>,
        #[command(flatten)]
        data: DataArg,
    },
    /// Restore a backup into an empty place. Everything is checked first; a bad backup changes nothing.
    Restore {
        /// The backup.
        file: PathBuf,
        /// The age identity that opens the key in the backup. Without it, the key must be in its place already.
        #[arg(long, value_name = "FILE")]
        identity: Option<PathBuf>,
        /// Only check the backup.
        #[arg(long)]
        check: bool,
        /// Where the certificates of erasures are: what they name is erased again in what is restored. The data folder's
        /// 'certificates' when not given.
        #[arg(long, value_name = "DIR")]
        certificates: Option<PathBuf>,
        #[command(flatten)]
        data: DataArg,
    },
    /// List what is due for review by the retention schedule. Nothing is erased but what is confirmed by its id.
    Purge {
        /// The authority's own schedule; the one that comes with Hearth when not given.
        #[arg(long, value_name = "FILE")]
        retention: Option<PathBuf>,
        /// Erase these, once a person has looked. All of them must be due, and none on hold. What was erased before and not finished is
        /// finished.
        #[arg(long, value_name = "CONFERENCE", value_delimiter = ',')]
        confirm: Vec<ConferenceId>,
        /// Erase nothing; say what would be.
        #[arg(long)]
        dry_run: bool,
        /// Where certificates go; the data folder's 'certificates' when not given.
        #[arg(long, value_name = "DIR")]
        certificates: Option<PathBuf>,
        #[command(flatten)]
        data: DataArg,
    },
    /// Put a conference on hold: it is not erased until it is released.
    Hold {
        /// The conference's id.
        conference: ConferenceId,
        /// Why; it is stored sealed.
        #[arg(long, value_name = "TEXT", value_parser = reason)]
        because: String,
        #[command(flatten)]
        data: DataArg,
    },
    /// Release a conference that is on hold.
    Release {
        /// The conference's id.
        conference: ConferenceId,
        #[command(flatten)]
        data: DataArg,
    },
    /// List the conferences on hold, with the reasons.
    Holds {
        #[command(flatten)]
        data: DataArg,
    },
    /// Erase one conference by destroying its key, and write a certificate. Nothing brings it back.
    Erase {
        /// The conference's id.
        conference: ConferenceId,
        /// A reference for the certificate, such as the number of a decision. It is stored readable: name nobody.
        #[arg(long, value_name = "TEXT", value_parser = reason)]
        because: String,
        /// Where the certificate goes; the data folder's 'certificates' when not given.
        #[arg(long, value_name = "DIR")]
        certificates: Option<PathBuf>,
        #[command(flatten)]
        data: DataArg,
    },
    /// Change the master key.
    Key {
        #[command(subcommand)]
        action: KeyAction,
    },
    /// Make and change the accounts of staff.
    Account {
        #[command(subcommand)]
        action: AccountAction,
    },
    /// Make and list the teams of colleagues.
    Team {
        #[command(subcommand)]
        action: access::TeamAction,
    },
    /// Say who may come to a conference.
    Access {
        /// The conference's id.
        conference: ConferenceId,
        #[command(flatten)]
        data: DataArg,
        #[command(subcommand)]
        action: access::AccessAction,
    },
    /// Say who looked at a conference, or at anything, the newest first.
    Looked {
        /// The conference's id; all when not given.
        conference: Option<ConferenceId>,
        #[command(flatten)]
        data: DataArg,
        /// As JSON, for programs.
        #[arg(long)]
        json: bool,
    },
}

/// What can be done with the master key.
#[derive(Debug, Subcommand)]
pub(super) enum KeyAction {
    /// Put a new key in the old one's place, and wrap every conference's key under it. Stop Hearth first, on every node.
    /// Whatever stops this, doing it again finishes it.
    Rotate {
        /// Undo a change that was begun and not finished.
        #[arg(long)]
        undo: bool,
        #[command(flatten)]
        data: DataArg,
    },
}
