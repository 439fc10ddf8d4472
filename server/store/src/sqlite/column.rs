//! Columns of a row as the types they stand for.
//!
//! Deliberately lenient about nothing: a value that does not fit is an error of the row, never bent into shape.

use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use crate::seal::Sealed;

/// A text column that is an id.
pub(super) fn id<T>(row: &SqliteRow, name: &str) -> Result<T, sqlx::Error>
where
    T: TryFrom<String>,
{
    T::try_from(row.try_get(name)?).map_err(|_| unfit(name))
}

/// A text column that is an id or null.
pub(super) fn optional_id<T>(row: &SqliteRow, name: &str) -> Result<Option<T>, sqlx::Error>
where
    T: TryFrom<String>,
{
    let text: Option<String> = row.try_get(name)?;
    text.map(T::try_from).transpose().map_err(|_| unfit(name))
}

/// A number column that is smaller than the database's own numbers.
pub(super) fn number<T>(row: &SqliteRow, name: &str) -> Result<T, sqlx::Error>
where
    T: TryFrom<i64>,
{
    T::try_from(row.try_get::<i64, _>(name)?).map_err(|_| unfit(name))
}

/// A blob column of a fixed length.
pub(super) fn fixed<const N: usize>(row: &SqliteRow, name: &str) -> Result<[u8; N], sqlx::Error> {
    row.try_get::<&[u8], _>(name)?.try_into().map_err(|_| unfit(name))
}

/// The two blob columns of a seal.
pub(super) fn sealed(row: &SqliteRow) -> Result<Sealed, sqlx::Error> {
    Ok(Sealed { nonce: fixed(row, "nonce")?, sealed: row.try_get("sealed")? })
}

/// Names the column and never the value.
fn unfit(name: &str) -> sqlx::Error {
    sqlx::Error::Decode(format!("the value in column {name} is not what belongs there").into())
}
