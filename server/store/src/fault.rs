//! What the database driver says, in the store's own words.
//!
//! Deliberately a function and not a `From`: a conversion would make the driver part of what callers see.

use sqlx::error::ErrorKind;

use crate::StoreError;

/// SQLite's primary result codes, which are the low byte of the extended ones.
const BUSY: i32 = 5;
const LOCKED: i32 = 6;
const CORRUPT: i32 = 11;
const NOT_A_DATABASE: i32 = 26;

/// The general meaning of a driver's error. A broken unique rule is `AlreadyExists`, a broken reference `NotFound`.
pub(crate) fn fault(error: sqlx::Error) -> StoreError {
    match error.as_database_error().map(sqlx::error::DatabaseError::kind) {
        Some(ErrorKind::UniqueViolation) => return StoreError::AlreadyExists,
        Some(ErrorKind::ForeignKeyViolation) => return StoreError::NotFound,
        _ => {}
    }
    if matches!(error, sqlx::Error::PoolTimedOut) || matches!(code(&error), Some(BUSY | LOCKED)) {
        return StoreError::Busy;
    }
    StoreError::unavailable(error)
}

/// Whether the stored bytes themselves are wrong, rather than the way to them.
pub(crate) fn is_damage(error: &sqlx::Error) -> bool {
    let undecodable = matches!(error, sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_));
    undecodable || matches!(code(error), Some(CORRUPT | NOT_A_DATABASE))
}

fn code(error: &sqlx::Error) -> Option<i32> {
    let extended: i32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(extended & 0xff)
}
