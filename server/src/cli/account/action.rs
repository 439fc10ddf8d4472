//! What can be done with accounts, as it is asked for on the command line.
//!
//! Deliberately without any password: those are read from standard input.

use clap::Subcommand;

use crate::auth::role::Role;
use crate::cli::DataArg;

/// What can be done with accounts. Passwords are read from standard input, never from the command line.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum AccountAction {
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
pub(in crate::cli) enum SecondFactorAction {
    /// Take it away, for whoever has lost both the telephone and the recovery codes; all sessions end.
    Reset {
        /// The name to sign in with.
        name: String,
        #[command(flatten)]
        data: DataArg,
    },
}
