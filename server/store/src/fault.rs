//! What the database drivers say, in the store's own words.
//!
//! Deliberately a function and not a `From`: a conversion would make a driver part of what callers see.

use sqlx::error::{DatabaseError, ErrorKind};
use sqlx::postgres::PgDatabaseError;

use crate::StoreError;

/// What a database's own code means to the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    /// Somebody else held what was needed for too long.
    Busy,
    /// The stored bytes themselves are wrong.
    Damage,
    /// A text holds what the database cannot keep.
    Unkeepable,
}

/// The general meaning of a driver's error. A broken unique rule is `AlreadyExists`, a broken reference `NotFound`.
pub(crate) fn fault(error: sqlx::Error) -> StoreError {
    match error.as_database_error().map(DatabaseError::kind) {
        Some(ErrorKind::UniqueViolation) => return StoreError::AlreadyExists,
        Some(ErrorKind::ForeignKeyViolation) => return StoreError::NotFound,
        _ => {}
    }
    match meaning(&error) {
        Some(Meaning::Busy) => StoreError::Busy,
        Some(Meaning::Unkeepable) => StoreError::Refused("a text holds a character that no database can keep"),
        Some(Meaning::Damage) | None => StoreError::unavailable(error),
    }
}

/// Whether something that should be kept is there already.
pub(crate) fn is_taken(error: &sqlx::Error) -> bool {
    error.as_database_error().is_some_and(DatabaseError::is_unique_violation)
}

/// Whether the stored bytes themselves are wrong, rather than the way to them.
pub(crate) fn is_damage(error: &sqlx::Error) -> bool {
    let undecodable = matches!(error, sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_));
    undecodable || meaning(error) == Some(Meaning::Damage)
}

fn meaning(error: &sqlx::Error) -> Option<Meaning> {
    if matches!(error, sqlx::Error::PoolTimedOut) {
        return Some(Meaning::Busy);
    }
    let database = error.as_database_error()?;
    match database.try_downcast_ref::<PgDatabaseError>() {
        Some(postgres) => of_postgres(postgres.code()),
        None => of_sqlite(database.code()?.parse().ok()?),
    }
}

/// By SQLite's primary result codes, which are the low byte of the extended ones.
fn of_sqlite(extended: i32) -> Option<Meaning> {
    const BUSY: i32 = 5;
    const LOCKED: i32 = 6;
    const CORRUPT: i32 = 11;
    const NOT_A_DATABASE: i32 = 26;
    match extended & 0xff {
        BUSY | LOCKED => Some(Meaning::Busy),
        CORRUPT | NOT_A_DATABASE => Some(Meaning::Damage),
        _ => None,
    }
}

/// By PostgreSQL's five-letter states.
fn of_postgres(state: &str) -> Option<Meaning> {
    const LOCK_NOT_AVAILABLE: &str = "55P03";
    const DEADLOCK: &str = "40P01";
    const TOO_MANY_CONNECTIONS: &str = "53300";
    const DATA_CORRUPTED: &str = "XX001";
    const INDEX_CORRUPTED: &str = "XX002";
    const NOT_IN_REPERTOIRE: &str = "22021";
    match state {
        LOCK_NOT_AVAILABLE | DEADLOCK | TOO_MANY_CONNECTIONS => Some(Meaning::Busy),
        DATA_CORRUPTED | INDEX_CORRUPTED => Some(Meaning::Damage),
        NOT_IN_REPERTOIRE => Some(Meaning::Unkeepable),
        _ => None,
    }
}
