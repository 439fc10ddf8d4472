//! The command line: how `hearth` reads it, to which file each command goes, and the exit codes it answers with.
//!
//! Deliberately not here: what can be asked (that is in `command`), and the work. Each command has a file of its own.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{ArgMatches, Args, Parser};
use store::Sensitive;

use crate::data::Data;

mod access;
mod account;
mod backup;
mod checks;
mod command;
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
mod values;
mod verify;

use command::{Command, KeyAction};
use logs::Logs;

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
