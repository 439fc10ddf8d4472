//! Every setting of a server: one typed struct, filled from the command line, the environment and a file, in this order.
//!
//! A file only moves the defaults, so there is one way to read a value and one rule of who wins. Deliberately not here:
//! what a setting does.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use clap::builder::BoolishValueParser;
use clap::{Arg, ArgMatches, Args, Command, CommandFactory as _, FromArgMatches as _, value_parser};
use toml::Value;

use super::{Cli, DataArg};
use crate::auth::second::Policy;
use crate::web::{Certificate, Rules};

/// The verbs that a file says nothing to: what is invented must not end up where the real work is.
const APART: &str = "demo";

/// Everything that can be set.
#[derive(Debug, Args)]
pub(super) struct Settings {
    #[command(flatten)]
    pub(super) data: DataArg,
    #[command(flatten)]
    pub(super) reach: Reach,
    #[command(flatten)]
    pub(super) sign_in: SignIn,
    /// An address of its own for what Prometheus reads: counts, never content. Nothing is counted when not given.
    #[arg(long, value_name = "ADDR", env = "HEARTH_METRICS")]
    pub(super) metrics: Option<SocketAddr>,
    /// For how many seconds a server that was told to stop says at /ready that it is not, and still does everything.
    #[arg(long, value_name = "SECONDS", env = "HEARTH_DRAIN", default_value_t = 0)]
    pub(super) drain: u16,
}

/// How staff sign in.
#[derive(Debug, Args)]
pub(super) struct SignIn {
    /// Who needs a code from a telephone besides the password: 'offered' to whoever wants it, or 'required' of everybody.
    #[arg(long, value_name = "WHO", env = "HEARTH_SECOND_FACTOR", value_enum, default_value = "offered")]
    second_factor: Policy,
    /// After how many minutes in which somebody did nothing they are signed out. After 12 hours everybody is.
    #[arg(long, value_name = "MINUTES", env = "HEARTH_IDLE", default_value_t = 30, value_parser = value_parser!(u16).range(3..=720))]
    idle: u16,
}

impl SignIn {
    pub(super) fn rules(&self) -> Rules {
        Rules { second_factor: self.second_factor, idle: Duration::from_mins(self.idle.into()) }
    }
}

/// How the server is reached.
#[derive(Debug, Args)]
pub(super) struct Reach {
    /// The address to listen on.
    #[arg(long, value_name = "ADDR", env = "HEARTH_LISTEN", default_value = "127.0.0.1:3000")]
    pub(super) listen: SocketAddr,
    /// TLS is done by a proxy in front of Hearth.
    #[arg(long, env = "HEARTH_BEHIND_TLS", value_parser = BoolishValueParser::new())]
    pub(super) behind_tls: bool,
    /// Serve plain HTTP on a network. Anybody on it can read along: only for a closed network without other devices.
    #[arg(long, env = "HEARTH_PLAIN_HTTP", value_parser = BoolishValueParser::new())]
    pub(super) plain_http: bool,
    /// A certificate, with those that lead to its authority, as PEM: Hearth does TLS itself. It needs --tls-key.
    #[arg(long, value_name = "FILE", env = "HEARTH_TLS_CERT")]
    tls_cert: Option<PathBuf>,
    /// The private key of the certificate, as PEM.
    #[arg(long, value_name = "FILE", env = "HEARTH_TLS_KEY")]
    tls_key: Option<PathBuf>,
}

impl Reach {
    /// The certificate to serve with, when there is one. At most one way of being reached may be asked for, whichever way
    /// each was asked.
    pub(super) fn certificate(&self) -> anyhow::Result<Option<Certificate>> {
        let certificate = match (&self.tls_cert, &self.tls_key) {
            (None, None) => None,
            (Some(chain), Some(key)) => Some(Certificate { chain: chain.clone(), key: key.clone() }),
            (Some(_), None) | (None, Some(_)) => {
                anyhow::bail!("--tls-cert and --tls-key belong together. Nothing was started. Give both or none")
            }
        };
        let ways = [certificate.is_some(), self.behind_tls, self.plain_http];
        anyhow::ensure!(
            ways.into_iter().filter(|asked| *asked).count() <= 1,
            "--tls-cert, --behind-tls and --plain-http exclude each other. Nothing was started. Give one of them"
        );
        Ok(certificate)
    }
}

/// Reads the command line, and the file that it or the environment names.
///
/// # Errors
/// When the file cannot be used. What is wrong with the command line ends the program at once, as clap does it.
pub(super) fn read() -> anyhow::Result<(Cli, ArgMatches)> {
    let command = Cli::command();
    let mut matches = command.clone().get_matches();
    if let Some(file) = matches.get_one::<PathBuf>("config") {
        let values = values(file)?;
        known(&command, &values).with_context(|| format!("the settings in {} cannot be used", file.display()))?;
        matches = moved(command, &values).get_matches();
    }
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    Ok((cli, matches))
}

/// The settings in a file, by the names they have on the command line.
pub(super) fn values(file: &Path) -> anyhow::Result<BTreeMap<String, String>> {
    let unused = || format!("the settings in {} cannot be used; nothing was changed", file.display());
    let text = std::fs::read_to_string(file).with_context(unused)?;
    let table: toml::Table = text.parse().map_err(|error: toml::de::Error| {
        // The line it quotes may hold a password.
        let line = error.span().map_or(1, |span| 1 + text.get(..span.start).unwrap_or_default().matches('\n').count());
        anyhow::anyhow!("line {line} is not TOML").context(unused())
    })?;
    table.into_iter().map(|(name, value)| Ok((name.clone(), plain(&name, value).with_context(unused)?))).collect()
}

/// A value as it would stand on the command line.
fn plain(name: &str, value: Value) -> anyhow::Result<String> {
    match value {
        Value::String(text) => Ok(text),
        Value::Integer(number) => Ok(number.to_string()),
        Value::Boolean(yes) => Ok(yes.to_string()),
        Value::Float(_) | Value::Datetime(_) | Value::Array(_) | Value::Table(_) => {
            anyhow::bail!("'{name}' must be a text, a whole number, true or false")
        }
    }
}

/// A name that no setting has is a mistake: what it should have set would quietly not be so.
fn known(command: &Command, values: &BTreeMap<String, String>) -> anyhow::Result<()> {
    let settings: Vec<&str> = all(command).filter_map(Arg::get_long).collect();
    match values.keys().find(|name| !settings.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => anyhow::bail!("'{name}' is no setting; nothing was changed. 'hearth config' lists them all"),
    }
}

/// Every setting: those of a server, and those that every verb has.
pub(super) fn all(command: &Command) -> impl Iterator<Item = &Arg> {
    let server = command.find_subcommand("config").into_iter().flat_map(Command::get_arguments);
    let every = server.chain(command.get_arguments());
    every.filter(|arg| !matches!(arg.get_id().as_str(), "help" | "version" | "config"))
}

/// The command line with the file's values as its defaults, on every verb that has the setting.
fn moved(command: Command, values: &BTreeMap<String, String>) -> Command {
    let settings: Vec<String> = all(&command).map(|arg| arg.get_id().to_string()).collect();
    move_in(command, &settings, values)
}

fn move_in(command: Command, settings: &[String], values: &BTreeMap<String, String>) -> Command {
    let apart = command.get_name() == APART;
    let command = command.mut_args(|arg| {
        let setting = !apart && settings.iter().any(|id| arg.get_id() == id.as_str());
        let value = arg.get_long().and_then(|long| values.get(long)).filter(|_| setting).cloned();
        match value {
            Some(value) => arg.default_value(value),
            None => arg,
        }
    });
    command.mut_subcommands(|below| move_in(below, settings, values))
}
