//! Where a PostgreSQL database is: its URL, which may hold a password.
//!
//! Deliberately never printed, not even in part: an address that is wrong is described, not repeated.

use std::fmt;
use std::str::FromStr;

use sqlx::ConnectOptions as _;
use sqlx::postgres::{PgConnectOptions, PgSslMode};

/// What may stand after the question mark. The driver would print what it does not know.
const SETTINGS: [&str; 11] = [
    "host",
    "hostaddr",
    "port",
    "dbname",
    "user",
    "password",
    "application_name",
    "sslmode",
    "sslrootcert",
    "sslcert",
    "sslkey",
];

/// What each connection asks of the server, whatever the server's own settings are.
const ASKED: [(&str, &str); 7] = [
    // A commit is answered when it is on disk.
    ("synchronous_commit", "on"),
    // Whoever waits too long for a lock is told that the database is busy.
    ("lock_timeout", "5s"),
    // A node that froze or whose cable was pulled lets go of its locks.
    ("idle_in_transaction_session_timeout", "10s"),
    ("tcp_keepalives_idle", "10"),
    ("tcp_keepalives_interval", "5"),
    ("tcp_keepalives_count", "3"),
    ("tcp_user_timeout", "30s"),
];

/// The address of a database. Printing it prints `[redacted]`.
#[derive(Clone)]
pub struct Address(PgConnectOptions);

/// Why a text is no address. It does not say what the text was: it may hold a password.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// It is not PostgreSQL's.
    #[error("the address of the database must begin with postgres://")]
    NotPostgres,
    /// A setting that is not known, by its name alone.
    #[error("the address of the database has a setting that Hearth does not know: '{0}'")]
    Setting(String),
    /// It cannot be read.
    #[error("the address of the database cannot be read; it looks like postgres://NAME:PASSWORD@HOST/DATABASE")]
    Unreadable,
}

impl Address {
    /// How to connect.
    pub(super) fn options(&self) -> &PgConnectOptions {
        &self.0
    }
}

impl FromStr for Address {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, BadAddress> {
        if !["postgres://", "postgresql://"].iter().any(|scheme| text.starts_with(scheme)) {
            return Err(BadAddress::NotPostgres);
        }
        let settings = text.split_once('?').map_or("", |(_, settings)| settings);
        for setting in settings.split('&').filter(|setting| !setting.is_empty()) {
            let name = setting.split_once('=').map_or(setting, |(name, _)| name);
            if !SETTINGS.contains(&name) {
                return Err(BadAddress::Setting(name.to_owned()));
            }
        }
        let options: PgConnectOptions = text.parse().map_err(|_| BadAddress::Unreadable)?;
        let mode = trusted(&options);
        Ok(Self(options.ssl_mode(mode).options(ASKED).disable_statement_logging()))
    }
}

/// Over a network the server must prove who it is, unless the address says in so many words that it need not. The
/// driver's own default would fall back to plain text without a word.
fn trusted(options: &PgConnectOptions) -> PgSslMode {
    let host = options.get_host();
    let is_here =
        options.get_socket().is_some() || host.starts_with('/') || ["localhost", "127.0.0.1", "::1"].contains(&host);
    match options.get_ssl_mode() {
        PgSslMode::Prefer | PgSslMode::Allow if !is_here => PgSslMode::VerifyFull,
        said => said,
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address([redacted])")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(text: &str) -> String {
        format!("{:?}", text.parse::<Address>().unwrap().options().get_ssl_mode())
    }

    #[test]
    fn over_a_network_the_server_proves_who_it_is() {
        for network in
            ["postgres://hearth:secret@db.example/hearth", "postgresql://10.0.0.1:5433/hearth?sslmode=prefer"]
        {
            assert_eq!(mode(network), "VerifyFull", "{network}");
        }
        assert_eq!(mode("postgres://db.example/hearth?sslmode=require"), "Require", "unless somebody says otherwise");
        for here in
            ["postgres://127.0.0.1/hearth", "postgres://localhost/hearth", "postgres:///hearth?host=/run/postgresql"]
        {
            assert_eq!(mode(here), "Prefer", "{here}");
        }
    }

    #[test]
    fn a_wrong_address_is_described_and_never_repeated() {
        for (text, wrong) in [
            ("", BadAddress::NotPostgres),
            ("mysql://hearth:ZQX-CANARY@db/hearth", BadAddress::NotPostgres),
            ("postgres://hearth:ZQX-CANARY@db:port/hearth", BadAddress::Unreadable),
            ("postgres://db/hearth?pasword=ZQX-CANARY", BadAddress::Setting("pasword".to_owned())),
            ("postgres://db/hearth?options=-csynchronous_commit=off", BadAddress::Setting("options".to_owned())),
        ] {
            let error = text.parse::<Address>().unwrap_err();
            assert_eq!(error, wrong);
            assert!(!format!("{error} {error:?}").contains("CANARY"));
        }
        let right: Address = "postgres://hearth:ZQX-CANARY@db/hearth".parse().unwrap();
        assert_eq!(format!("{right:?}"), "Address([redacted])");
    }
}
