//! The command line: what can be asked of `hearth`, and the exit codes it answers with.
//!
//! Deliberately not here: the work. Each command has a file of its own.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use board::document::Print;
use board::id::{ChildId, ConferenceId};
use board::letter::Band;
use clap::{ArgMatches, Args, Parser, Subcommand, ValueEnum};
use store::{Recipient, Sensitive};

use crate::auth::role::Role;
use crate::data::Data;
use crate::look_again::Anyway;

mod access;
mod account;
mod backup;
mod checks;
mod config;
mod copies;
mod demo;
mod erase;
mod export;
mod hold;
mod import;
mod key;
mod letter;
mod limits;
mod list;
mod logs;
mod looked;
mod minutes;
mod progress;
mod purge;
mod restore;
mod serve;
mod settings;
mod verify;

use logs::Logs;
use settings::Settings;

/// A live board for child protection conferences.
#[derive(Debug, Parser)]
#[command(name = "hearth", version, about, after_help = EXIT_CODES)]
struct Cli {
    #[command(flatten)]
    logs: Logs,
    /// A file with settings, as TOML: each is named as on the command line, which wins, as the environment does.
    #[arg(long, global = true, value_name = "FILE", env = "HEARTH_CONFIG")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str =
    "Exit codes: 0 done, 1 not done (the message says why, and what is safe), 2 the command line could not be read.";

/// Where things are kept.
#[derive(Debug, Args)]
struct DataArg {
    /// The data folder.
    #[arg(long, value_name = "DIR", env = "HEARTH_DATA", default_value = "./data")]
    data: PathBuf,
    /// The address of a PostgreSQL database to use instead of the folder's own file. The key stays in the folder. Better
    /// given in the environment: others on this machine can read a command line.
    #[arg(long, value_name = "URL", env = "DATABASE_URL", hide_env_values = true)]
    database: Option<Sensitive<String>>,
    /// The file with the key that wraps the key of every conference; 'hearth.key' in the data folder when not given.
    #[arg(long, value_name = "FILE", env = "HEARTH_KEY_FILE")]
    key_file: Option<PathBuf>,
}

impl DataArg {
    fn data(&self) -> Data {
        Data::at(&self.data, self.database.clone(), self.key_file.clone())
    }
}

/// A format of the minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A PDF.
    Pdf,
    /// A Word file.
    Docx,
    /// A page that stands alone.
    Html,
}

/// What can be asked for.
#[derive(Debug, Subcommand)]
enum Command {
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
enum KeyAction {
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

/// What can be done with accounts. Passwords are read from standard input, never from the command line.
#[derive(Debug, Subcommand)]
enum AccountAction {
    /// Make an account; its password is read from standard input.
    Add {
        /// The name to sign in with.
        name: String,
        /// The name people know them by.
        #[arg(long)]
        display_name: String,
        /// What it is for: `administrator`, `chair`, `minute_taker`, `social_worker`, `business_support`, `auditor` or `observer`.
        #[arg(long)]
        role: Role,
        /// The team it belongs to.
        #[arg(long)]
        team: Option<String>,
        /// It manages the team, and is told when somebody from elsewhere lets themselves in.
        #[arg(long, requires = "team")]
        manager: bool,
        #[command(flatten)]
        data: DataArg,
    },
    /// Change what an account is for; all its sessions end.
    Role {
        /// The name to sign in with.
        name: String,
        /// What it is for from now on.
        role: Role,
        #[command(flatten)]
        data: DataArg,
    },
    /// Put an account into a team, or out of all when none is given.
    Team {
        /// The name to sign in with.
        name: String,
        /// The team's name.
        team: Option<String>,
        /// It manages the team, and is told when somebody from elsewhere lets themselves in.
        #[arg(long, requires = "team")]
        manager: bool,
        #[command(flatten)]
        data: DataArg,
    },
    /// List the accounts.
    List {
        #[command(flatten)]
        data: DataArg,
    },
    /// Give an account another password, read from standard input; all its sessions end.
    Password {
        /// The name to sign in with.
        name: String,
        #[command(flatten)]
        data: DataArg,
    },
    /// What somebody signs in with besides the password.
    SecondFactor {
        #[command(subcommand)]
        action: SecondFactorAction,
    },
    /// Print a link with which somebody makes their own account, once, within seven days.
    Invite {
        /// A name to sign in with; they may choose another.
        name: String,
        /// The name people know them by.
        #[arg(long)]
        display: String,
        /// What it is for, as for `add`.
        #[arg(long)]
        role: Role,
        /// The address under which they reach Hearth.
        #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:3000")]
        at: String,
        #[command(flatten)]
        data: DataArg,
    },
    /// Close an account; all its sessions end.
    Disable {
        /// The name to sign in with.
        name: String,
        #[command(flatten)]
        data: DataArg,
    },
    /// Open a closed account again.
    Enable {
        /// The name to sign in with.
        name: String,
        #[command(flatten)]
        data: DataArg,
    },
}

/// What can be done with somebody's second step.
#[derive(Debug, Subcommand)]
enum SecondFactorAction {
    /// Take it away, for whoever has lost both the telephone and the recovery codes; all sessions end.
    Reset {
        /// The name to sign in with.
        name: String,
        #[command(flatten)]
        data: DataArg,
    },
}

/// Reads the command line, does one thing, and says how it went.
pub fn run() -> ExitCode {
    let (cli, matches) = match settings::read() {
        Ok(read) => read,
        Err(error) => return report(&error),
    };
    cli.logs.begin();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return report(&error.into()),
    };
    match runtime.block_on(obey(cli.command, matches)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => report(&error),
    }
}

async fn obey(command: Command, matches: ArgMatches) -> anyhow::Result<()> {
    match command {
        Command::Serve { settings } => serve::run(&settings).await,
        Command::Config { settings } => config::run(&settings, &matches),
        Command::Demo { data, listen } => demo::run(&data.data(), listen).await,
        Command::List { data, json } => list::run(&data.data(), json).await,
        Command::Checks { conference, data, json } => checks::run(&data.data(), &conference, json).await,
        Command::Import { file, data } => import::run(&data.data(), &file).await,
        Command::Export { conference, data, out } => export::run(&data.data(), &conference, out.as_deref()).await,
        Command::Minutes { conference, audience, size, format, out, anyway, data } => {
            minutes::run(&data.data(), &minutes::Asked { conference, audience, print: size, format, anyway }, &out)
                .await
        }
        Command::Letter { conference, child, band, size, format, out, data } => {
            letter::run(&data.data(), &letter::Asked { conference, child, band, print: size, format }, &out).await
        }
        Command::Schema { data: _ } => export::schema(),
        Command::Copies { conference, out, data } => copies::run(&data.data(), &conference, &out).await,
        Command::Verify { conference: _, paper: Some(paper), data } => verify::paper(&data.data(), &paper).await,
        Command::Verify { conference, paper: None, data } => verify::run(&data.data(), conference.as_ref()).await,
        Command::Backup { out, recipient, without, data } => {
            backup::run(&data.data(), &out, recipient.as_ref(), &without).await
        }
        Command::Restore { file, identity, check, certificates, data } => {
            restore::run(&data.data(), &restore::Asked { file, identity, check, certificates }).await
        }
        Command::Purge { retention, confirm, dry_run, certificates, data } => {
            let (retention, certificates) = (retention.as_deref(), certificates.as_deref());
            let asked = purge::Asked { retention, confirmed: &confirm, dry_run, certificates };
            purge::run(&data.data(), &asked).await
        }
        Command::Hold { conference, because, data } => hold::run(&data.data(), conference, because.into()).await,
        Command::Release { conference, data } => hold::release(&data.data(), &conference).await,
        Command::Holds { data } => hold::list(&data.data()).await,
        Command::Erase { conference, because, certificates, data } => {
            erase::run(&data.data(), &conference, &because, certificates.as_deref()).await
        }
        Command::Key { action: KeyAction::Rotate { undo, data } } => key::rotate(&data.data(), undo).await,
        Command::Account { action } => account::run(action).await,
        Command::Team { action } => access::team(action).await,
        Command::Access { conference, data, action } => access::run(&data.data(), &conference, action).await,
        Command::Looked { conference, data, json } => looked::run(&data.data(), conference.as_ref(), json).await,
    }
}

fn band(code: &str) -> Result<Band, String> {
    Band::coded(code).ok_or_else(|| format!("give one of: {}", Band::ALL.map(Band::code).join(", ")))
}

fn print(points: &str) -> Result<Print, String> {
    points.parse().ok().and_then(Print::of_points).ok_or_else(|| "give 14, 18 or 24".to_owned())
}

fn anyway(code: &str) -> Result<Anyway, String> {
    Anyway::coded(code).ok_or_else(|| format!("give one of: {}", Anyway::ALL.map(Anyway::code).join(", ")))
}

fn reason(text: &str) -> Result<String, String> {
    let text = text.trim();
    let fits = (1..=200).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    if fits { Ok(text.to_owned()) } else { Err("give one line of 1 to 200 characters".to_owned()) }
}

/// Tells a person what happened, with every cause on a line of its own.
fn report(error: &anyhow::Error) -> ExitCode {
    let mut words = format!("hearth: {error}\n");
    for cause in error.chain().skip(1) {
        words = format!("{words}  because: {cause}\n");
    }
    say_error(&words);
    ExitCode::FAILURE
}

/// Prints a line for people or programs. A reader that has gone away is no reason to fail.
fn say(words: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stdout(), "{words}");
}

fn say_error(words: &str) {
    use std::io::Write as _;
    let _ = write!(std::io::stderr(), "{words}");
}
