//! The second step of signing in: when it is asked for, and whether what was typed is right.
//!
//! Deliberately not here: pages and cookies.

use clap::ValueEnum;
use store::{AccountId, Store, StoreError};

use super::session::now_ms;
use super::{recovery, totp};

/// Who needs a second step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Policy {
    /// Whoever set it up.
    Offered,
    /// Everybody who signs in.
    Required,
}

/// What follows a right password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Nothing: they are in.
    In,
    /// The code.
    Code,
    /// Setting it up, and nothing else.
    SetUp,
}

/// Whoever has set a second step up is asked for it. Where everybody needs one, whoever has none sets it up first.
pub(crate) fn next(policy: Policy, has_one: bool) -> Next {
    match (policy, has_one) {
        (_, true) => Next::Code,
        (Policy::Offered, false) => Next::In,
        (Policy::Required, false) => Next::SetUp,
    }
}

/// Whether an account has set it up.
pub(crate) async fn has_one(store: &dyn Store, account: &AccountId) -> Result<bool, StoreError> {
    Ok(store.second_factor(account).await?.is_some_and(|factor| factor.confirmed))
}

/// Whether this is the code of now, or a recovery code. It is used up by that.
pub(crate) async fn is_right(store: &dyn Store, account: &AccountId, typed: &str) -> Result<bool, StoreError> {
    let Some(factor) = store.second_factor(account).await?.filter(|factor| factor.confirmed) else {
        return Ok(false);
    };
    if let Some(step) = totp::step_of(factor.key.expose(), typed, now_ms()) {
        return store.take_step(account, step).await;
    }
    match recovery::typed(typed) {
        Some(hash) => store.take_recovery_code(account, &hash).await,
        None => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_has_one_is_asked_and_where_it_is_required_nobody_gets_in_without() {
        assert_eq!(next(Policy::Offered, false), Next::In);
        assert_eq!(next(Policy::Offered, true), Next::Code);
        assert_eq!(next(Policy::Required, true), Next::Code);
        assert_eq!(next(Policy::Required, false), Next::SetUp);
    }
}
