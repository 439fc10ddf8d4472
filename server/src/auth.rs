//! Who somebody is: accounts with passwords, seats without, and the sessions that stand for either.
//!
//! Deliberately not here: what they may see or do. That is the board's.

pub(crate) mod away;
pub(crate) mod codes;
pub(crate) mod device;
pub(crate) mod ends;
pub(crate) mod invitation;
pub(crate) mod lasting;
pub(crate) mod limit;
pub(crate) mod pace;
pub(crate) mod pass;
pub(crate) mod password;
pub(crate) mod reach;
pub(crate) mod recovery;
pub(crate) mod rights;
pub(crate) mod role;
pub(crate) mod second;
pub(crate) mod session;
pub(crate) mod totp;
pub(crate) mod tries;
