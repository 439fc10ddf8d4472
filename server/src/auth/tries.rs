//! Tries to get in, counted each on its own: the pause grows with each, and a restart forgets none.
//!
//! Deliberately never by address: a whole building shares one. And deliberately apart where somebody has shown before who they are: a
//! stranger who tries a name keeps nobody out in whose browser that person has signed in, or who is in already.

use std::time::Duration;

use store::{AccountId, Store, StoreError};

use super::lasting::ms;
use super::limit::pause;
use super::session::now_ms;
use crate::code;

/// How long a try is remembered.
const REMEMBERED: Duration = Duration::from_hours(24);

/// The longest pause after wrong passwords.
const PASSWORDS: Duration = Duration::from_mins(5);

/// The longest pause after wrong codes. There are a million, of which three are right: with five minutes, whoever has the password would
/// come to one within a few years.
const CODES: Duration = Duration::from_hours(1);

/// What is tried.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tried<'a> {
    /// A password, for this name, whether anybody has it or not, by somebody who may be anybody.
    Name(&'a str),
    /// A password, by somebody who is known so far. It never counts together with codes: a right password must not forget wrong codes.
    Password(By<'a>),
    /// A code of a telephone, or a recovery code.
    Code(By<'a>),
}

/// Who tries.
#[derive(Debug, Clone, Copy)]
pub(crate) enum By<'a> {
    /// Whoever has the password of this account.
    Account(&'a AccountId),
    /// A browser in which they have signed in before.
    Browser(&'a [u8; 32]),
    /// Somebody who is in.
    Session(&'a [u8; 32]),
}

impl By<'_> {
    fn named(self) -> String {
        match self {
            Self::Account(id) => format!("account {id}"),
            Self::Browser(hash) => format!("browser {}", code::hex(hash)),
            Self::Session(hash) => format!("session {}", code::hex(hash)),
        }
    }
}

impl Tried<'_> {
    /// What is kept of it.
    fn hash(self) -> [u8; 32] {
        code::hash(&match self {
            Self::Name(name) => format!("name {}", name.trim().to_lowercase()),
            Self::Password(by) => format!("password {}", by.named()),
            Self::Code(by) => format!("code {}", by.named()),
        })
    }

    fn pause(self) -> fn(u32) -> i64 {
        match self {
            Self::Name(_) | Self::Password(_) => |count| milliseconds(count, PASSWORDS),
            Self::Code(_) => |count| milliseconds(count, CODES),
        }
    }
}

/// Whether it may be tried now. It counts as failed until it is known to be right: so many tries at once do not slip
/// through before the first is counted.
pub(crate) async fn begin(store: &dyn Store, tried: Tried<'_>) -> Result<bool, StoreError> {
    store.begin_try(&tried.hash(), now_ms(), tried.pause(), ms(REMEMBERED)).await
}

/// It was right.
pub(crate) async fn succeeded(store: &dyn Store, tried: Tried<'_>) -> Result<(), StoreError> {
    store.forget_tries(&tried.hash()).await
}

/// The pause begins with the try, and comparing a password takes its time: so the first one is four seconds and not one.
fn milliseconds(count: u32, longest: Duration) -> i64 {
    ms(match pause(count, longest) {
        Duration::ZERO => Duration::ZERO,
        _ => pause(count.saturating_add(2), longest),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_written_and_is_not_kept_itself() {
        assert_eq!(Tried::Name(" Siân").hash(), Tried::Name("siân ").hash());
        assert_ne!(Tried::Name("siân").hash(), Tried::Name("tobias").hash());
    }

    #[test]
    fn pauses_grow_up_to_five_minutes_for_passwords_and_an_hour_for_codes() {
        let browser = By::Browser(&[1; 32]);
        let (passwords, codes) = (Tried::Password(browser).pause(), Tried::Code(browser).pause());
        assert_eq!([4, 5, 6, 60].map(passwords), [0, 4_000, 8_000, 300_000]);
        assert_eq!([4, 5, 6, 60].map(codes), [0, 4_000, 8_000, 3_600_000]);
        assert_eq!(Tried::Name("siân").pause()(60), 300_000);
    }

    #[test]
    fn nobodys_tries_count_for_another_and_a_password_forgets_no_code() {
        let (one, other) = ([1; 32], [2; 32]);
        let apart = [
            Tried::Password(By::Browser(&one)).hash(),
            Tried::Password(By::Browser(&other)).hash(),
            Tried::Password(By::Session(&one)).hash(),
            Tried::Code(By::Browser(&one)).hash(),
            Tried::Code(By::Session(&one)).hash(),
        ];
        assert!(apart.iter().enumerate().all(|(at, hash)| !apart[..at].contains(hash)));
    }
}
