//! `hearth config`: every setting, what it means, its value, and where that came from.
//!
//! Deliberately not here: reading them (see `settings`). A secret is never printed, only whether there is one.

use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, CommandFactory as _};

use super::settings::{self, Settings};
use super::{Cli, say};

/// Prints the settings as a file that could be given to `--config`. What cannot be served is said as `serve` would say it.
pub(super) fn run(settings: &Settings, matches: &ArgMatches) -> anyhow::Result<()> {
    let command = Cli::command();
    let file = matches.get_one::<PathBuf>("config").cloned();
    let in_file = file.as_deref().map(settings::values).transpose()?.unwrap_or_default();
    let here = matches.subcommand().map_or(matches, |(_, below)| below);
    for arg in settings::all(&command) {
        let Some(long) = arg.get_long() else { continue };
        let explained = arg.get_help().map(ToString::to_string).unwrap_or_default();
        let from = match (here.value_source(arg.get_id().as_str()), &file) {
            (Some(ValueSource::CommandLine), _) => "the command line".to_owned(),
            (Some(ValueSource::EnvVariable), _) => format!("the environment, {}", variable(arg)),
            (Some(_), Some(file)) if in_file.contains_key(long) => file.display().to_string(),
            (Some(_), _) => "the default".to_owned(),
            (None, _) => "nowhere".to_owned(),
        };
        say(&format!("# {explained}\n# From {from}. Also: --{long}, {}", variable(arg)));
        say(&match value(arg, here) {
            None => format!("# {long} is not set\n"),
            Some(_) if arg.is_hide_env_values_set() => format!("# {long} is set, and hidden\n"),
            Some(value) => format!("{long} = {}\n", toml::Value::String(value)),
        });
    }
    settings.reach.certificate().map(drop)
}

fn variable(arg: &Arg) -> String {
    arg.get_env().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A value as it was written.
fn value(arg: &Arg, matches: &ArgMatches) -> Option<String> {
    let mut raw = matches.get_raw(arg.get_id().as_str())?;
    raw.next_back().map(|value| value.to_string_lossy().into_owned())
}
