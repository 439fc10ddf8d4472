//! A statement, what is bound to it, and the rows that come back, on either of the two databases.
//!
//! Deliberately a closed pair and not a driver that guesses at run time: what one of them cannot do does not compile.

use std::ops::DerefMut;

use futures_util::stream::BoxStream;
use futures_util::{StreamExt as _, TryStreamExt as _};
use sqlx::postgres::{PgConnection, PgRow};
use sqlx::query::Query;
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{Database, Decode, Encode, Postgres, Row as _, Sqlite, Type};

use crate::seal::Sealed;

/// Something as it is on the database that is used.
pub(crate) enum On<S, P> {
    /// On SQLite.
    Sqlite(S),
    /// On PostgreSQL.
    Postgres(P),
}

/// A connection, or a transaction on one.
pub(crate) type Connection<'c> = On<&'c mut SqliteConnection, &'c mut PgConnection>;

/// A statement on its way, with what is bound to it.
pub(crate) type Statement<'c> = On<Bound<'c, Sqlite>, Bound<'c, Postgres>>;

/// A row that came back.
pub(crate) type Row = On<SqliteRow, PgRow>;

/// A driver's statement and the connection that it will run on.
pub(crate) struct Bound<'c, DB: Database> {
    /// The statement.
    query: Query<'static, DB, DB::Arguments>,
    /// Where it will run.
    connection: &'c mut DB::Connection,
}

/// A type that both databases can keep.
pub(crate) trait Kept: Type<Sqlite> + Type<Postgres> {}

impl<T: Type<Sqlite> + Type<Postgres>> Kept for T {}

impl<S, P> On<S, P>
where
    S: DerefMut<Target = SqliteConnection>,
    P: DerefMut<Target = PgConnection>,
{
    /// The connection inside a transaction or a pool's loan.
    pub(crate) fn connection(&mut self) -> Connection<'_> {
        match self {
            Self::Sqlite(connection) => On::Sqlite(connection),
            Self::Postgres(connection) => On::Postgres(connection),
        }
    }

    /// Begins a statement. Both databases count what is bound as `$1`, `$2` and so on.
    pub(crate) fn query(&mut self, sql: &'static str) -> Statement<'_> {
        match self {
            Self::Sqlite(connection) => On::Sqlite(Bound { query: sqlx::query(sql), connection }),
            Self::Postgres(connection) => On::Postgres(Bound { query: sqlx::query(sql), connection }),
        }
    }
}

impl<'c> Statement<'c> {
    /// Binds the next value.
    pub(crate) fn bind<'t, T>(self, value: T) -> Self
    where
        T: Kept + Encode<'t, Sqlite> + Encode<'t, Postgres>,
    {
        match self {
            Self::Sqlite(Bound { query, connection }) => Self::Sqlite(Bound { query: query.bind(value), connection }),
            Self::Postgres(Bound { query, connection }) => {
                Self::Postgres(Bound { query: query.bind(value), connection })
            }
        }
    }

    /// Runs it, and says how many rows it touched.
    pub(crate) async fn execute(self) -> Result<u64, sqlx::Error> {
        match self {
            Self::Sqlite(Bound { query, connection }) => Ok(query.execute(connection).await?.rows_affected()),
            Self::Postgres(Bound { query, connection }) => Ok(query.execute(connection).await?.rows_affected()),
        }
    }

    /// Its row, if there is one.
    pub(crate) async fn fetch_optional(self) -> Result<Option<Row>, sqlx::Error> {
        match self {
            Self::Sqlite(Bound { query, connection }) => Ok(query.fetch_optional(connection).await?.map(On::Sqlite)),
            Self::Postgres(Bound { query, connection }) => {
                Ok(query.fetch_optional(connection).await?.map(On::Postgres))
            }
        }
    }

    /// Its only row.
    pub(crate) async fn fetch_one(self) -> Result<Row, sqlx::Error> {
        self.fetch_optional().await?.ok_or(sqlx::Error::RowNotFound)
    }

    /// All its rows.
    pub(crate) async fn fetch_all(self) -> Result<Vec<Row>, sqlx::Error> {
        self.fetch().try_collect().await
    }

    /// Its rows one at a time.
    pub(crate) fn fetch(self) -> BoxStream<'c, Result<Row, sqlx::Error>> {
        match self {
            Self::Sqlite(Bound { query, connection }) => query.fetch(connection).map_ok(On::Sqlite).boxed(),
            Self::Postgres(Bound { query, connection }) => query.fetch(connection).map_ok(On::Postgres).boxed(),
        }
    }
}

/// Columns as the types they stand for. A value that does not fit is an error of the row, never bent into shape.
impl Row {
    /// A column whose type both databases know.
    pub(crate) fn get<T>(&self, name: &str) -> Result<T, sqlx::Error>
    where
        T: Kept + for<'r> Decode<'r, Sqlite> + for<'r> Decode<'r, Postgres>,
    {
        match self {
            Self::Sqlite(row) => row.try_get(name),
            Self::Postgres(row) => row.try_get(name),
        }
    }

    /// A blob column.
    pub(crate) fn bytes(&self, name: &str) -> Result<&[u8], sqlx::Error> {
        match self {
            Self::Sqlite(row) => row.try_get(name),
            Self::Postgres(row) => row.try_get(name),
        }
    }

    /// A text column that is an id.
    pub(crate) fn id<T: TryFrom<String>>(&self, name: &str) -> Result<T, sqlx::Error> {
        T::try_from(self.get(name)?).map_err(|_| unfit(name))
    }

    /// A text column that is an id or null.
    pub(crate) fn optional_id<T: TryFrom<String>>(&self, name: &str) -> Result<Option<T>, sqlx::Error> {
        let text: Option<String> = self.get(name)?;
        text.map(T::try_from).transpose().map_err(|_| unfit(name))
    }

    /// A number column that is smaller than the database's own numbers.
    pub(crate) fn number<T: TryFrom<i64>>(&self, name: &str) -> Result<T, sqlx::Error> {
        T::try_from(self.get::<i64>(name)?).map_err(|_| unfit(name))
    }

    /// A blob column of a fixed length.
    pub(crate) fn fixed<const N: usize>(&self, name: &str) -> Result<[u8; N], sqlx::Error> {
        self.bytes(name)?.try_into().map_err(|_| unfit(name))
    }

    /// The two blob columns of a seal.
    pub(crate) fn sealed(&self) -> Result<Sealed, sqlx::Error> {
        Ok(Sealed { nonce: self.fixed("nonce")?, sealed: self.get("sealed")? })
    }
}

/// Names the column and never the value.
fn unfit(name: &str) -> sqlx::Error {
    sqlx::Error::Decode(format!("the value in column {name} is not what belongs there").into())
}
