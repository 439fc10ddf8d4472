//! What Hearth says about itself while it runs, and in which form.
//!
//! Deliberately not here: keeping what people said out of it. `Sensitive` does that by type, wherever something is said.

use std::io::stderr;
use std::panic;

use clap::{Args, ValueEnum};
use tracing_subscriber::EnvFilter;

/// The form of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A line for people.
    Plain,
    /// A line of JSON, for programs that collect logs.
    Json,
}

/// How much is said, and how.
#[derive(Debug, Args)]
pub(super) struct Logs {
    /// What is logged on standard error: error, warn, info, debug, or filters of the crate tracing-subscriber.
    #[arg(long = "log", global = true, value_name = "FILTER", env = "HEARTH_LOG", default_value = "warn")]
    filter: String,
    /// The form of the log.
    #[arg(long = "log-format", global = true, value_enum, env = "HEARTH_LOG_FORMAT", default_value = "plain")]
    form: Form,
}

impl Logs {
    /// Begins to log. A panic is logged by its place alone: its message may quote what somebody wrote.
    pub(super) fn begin(&self) {
        let filter = EnvFilter::try_new(&self.filter).unwrap_or_else(|_| EnvFilter::new("warn"));
        let lines = tracing_subscriber::fmt().with_env_filter(filter).with_writer(stderr);
        match self.form {
            Form::Plain => lines.init(),
            Form::Json => lines.json().init(),
        }
        panic::set_hook(Box::new(|panic| {
            let place = panic.location().map(ToString::to_string);
            tracing::error!(place, "a part of the program failed; what was saved is safe. It is a mistake: report it");
        }));
    }
}
