//! Who somebody is: accounts with passwords, seats without, and the sessions that stand for either.
//!
//! Deliberately not here: what they may see or do. That is the board's.

pub(crate) mod away;
pub(crate) mod codes;
pub(crate) mod limit;
pub(crate) mod pass;
pub(crate) mod password;
pub(crate) mod reach;
pub(crate) mod rights;
pub(crate) mod role;
pub(crate) mod session;
