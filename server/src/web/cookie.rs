//! The cookies: one for somebody who signed in, one for a device with a seat, one by which a browser is known again, and one with
//! a code that was just made. None can be read by a script.
//!
//! Deliberately not here: what they stand for.

use std::time::Duration;

use axum::http::header::{COOKIE, InvalidHeaderValue};
use axum::http::{HeaderMap, HeaderValue};

use super::Served;
use crate::auth::session::{KNOWN, SEAT, STAFF};

/// Which cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cookie {
    /// Somebody who signed in.
    Staff,
    /// A device with a seat, or a screen that wants one.
    Seat,
    /// A browser in which somebody has signed in before. It opens nothing.
    Known,
    /// A code for a child's device, on its way to the page that shows it.
    Handed,
}

/// How long a code that was just made is shown.
const SHOWN: Duration = Duration::from_mins(10);

impl Cookie {
    /// The `__Host-` prefix binds a cookie to this host and to secure pages; browsers refuse it anywhere else.
    fn name(self, served: Served) -> &'static str {
        match (self, served) {
            (Self::Staff, Served::Securely) => "__Host-hearth",
            (Self::Seat, Served::Securely) => "__Host-hearth-seat",
            (Self::Known, Served::Securely) => "__Host-hearth-known",
            (Self::Handed, Served::Securely) => "__Host-hearth-handed",
            (Self::Staff, Served::Plainly) => "hearth",
            (Self::Seat, Served::Plainly) => "hearth-seat",
            (Self::Known, Served::Plainly) => "hearth-known",
            (Self::Handed, Served::Plainly) => "hearth-handed",
        }
    }

    /// The token in a request's cookie.
    pub(crate) fn read(self, served: Served, headers: &HeaderMap) -> Option<String> {
        let name = self.name(served);
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(key, _)| *key == name).map(|(_, token)| token.to_owned())
    }

    /// The header that gives the browser a token.
    pub(crate) fn set(self, served: Served, token: &str) -> Result<HeaderValue, InvalidHeaderValue> {
        let seconds = match self {
            Self::Staff => STAFF.as_secs(),
            Self::Seat => SEAT.as_secs(),
            Self::Known => KNOWN.as_secs(),
            Self::Handed => SHOWN.as_secs(),
        };
        self.header(served, token, seconds)
    }

    /// The header that takes it away.
    pub(crate) fn clear(self, served: Served) -> Result<HeaderValue, InvalidHeaderValue> {
        self.header(served, "", 0)
    }

    fn header(self, served: Served, token: &str, seconds: u64) -> Result<HeaderValue, InvalidHeaderValue> {
        let secure = match served {
            Served::Securely => "; Secure",
            Served::Plainly => "",
        };
        let name = self.name(served);
        format!("{name}={token}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}").parse()
    }
}
