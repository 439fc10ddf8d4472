//! Tries to get in, counted for each account on its own: the pause grows with each, and a restart forgets none.
//!
//! Deliberately never by address: a whole building shares one.

use std::time::Duration;

use store::{AccountId, Store, StoreError};

use super::lasting::ms;
use super::limit::pause;
use super::session::now_ms;
use crate::code;

/// How long a try is remembered.
const REMEMBERED: Duration = Duration::from_hours(24);

/// What is tried.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Tried<'a> {
    /// A password, for this name, whether anybody has it or not.
    Name(&'a str),
    /// A code, or the password once more, by somebody who is in so far.
    Account(&'a AccountId),
}

impl Tried<'_> {
    /// What is kept of it.
    fn hash(self) -> [u8; 32] {
        match self {
            Self::Name(name) => code::hash(&format!("name {}", name.trim().to_lowercase())),
            Self::Account(id) => code::hash(&format!("account {id}")),
        }
    }
}

/// Whether it may be tried now. It counts as failed until it is known to be right: so many tries at once do not slip
/// through before the first is counted.
pub(crate) async fn begin(store: &dyn Store, tried: Tried<'_>) -> Result<bool, StoreError> {
    store.begin_try(&tried.hash(), now_ms(), milliseconds, ms(REMEMBERED)).await
}

/// It was right.
pub(crate) async fn succeeded(store: &dyn Store, tried: Tried<'_>) -> Result<(), StoreError> {
    store.forget_tries(&tried.hash()).await
}

/// The pause begins with the try, and comparing a password takes its time: so the first one is four seconds and not one.
fn milliseconds(count: u32) -> i64 {
    ms(match pause(count) {
        Duration::ZERO => Duration::ZERO,
        _ => pause(count.saturating_add(2)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_it_is_written_and_is_not_kept_itself() {
        assert_eq!(Tried::Name(" Siân").hash(), Tried::Name("siân ").hash());
        assert_ne!(Tried::Name("siân").hash(), Tried::Name("tobias").hash());
        assert_eq!((milliseconds(4), milliseconds(5), milliseconds(6), milliseconds(60)), (0, 4000, 8000, 300_000));
    }
}
