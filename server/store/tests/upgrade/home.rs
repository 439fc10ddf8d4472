//! Where a database is that an older Hearth left, on either kind: how it is made, and what can be seen of it from outside.
//!
//! Deliberately looked at without the store: what the store says of itself is asked elsewhere.

use sqlx::migrate::Migrator;

/// A table, and the columns it has.
pub(crate) type Columns = Vec<(String, Vec<String>)>;

/// A database that is closed, unless somebody opens it at its place.
pub(crate) trait Home: Sized {
    /// Nothing was ever stored there.
    fn empty() -> Self;

    /// The same once more, to be spoilt.
    async fn copy(&self) -> Self;

    /// Takes it away.
    fn remove(self);

    /// Where it is, in the words of a process that opens it.
    fn place(&self) -> String;

    /// Makes the tables that a Hearth of this version made.
    async fn migrate(&self, version: i64);

    /// Takes the rows of another one, as far as there are columns for them here.
    async fn take_rows(&self, from: &Self, columns: &Columns);

    /// Its tables, but for what says how they were made.
    async fn columns(&self) -> Columns;

    /// Every row, as a text that begins with its table.
    async fn rows(&self, columns: &Columns) -> Vec<String>;

    /// How its tables were made, in words.
    async fn shape(&self) -> Vec<String>;

    /// The version of its tables. What a killed process left is not touched by looking.
    async fn reached(&self) -> i64;

    /// What a Hearth of this version would have left, had it had the same rows.
    async fn left_by(version: i64, new: &Self) -> Self {
        let old = Self::empty();
        old.migrate(version).await;
        old.take_rows(new, &old.columns().await).await;
        old
    }
}

/// The migrations up to this version.
pub(crate) fn up_to(version: i64, all: &Migrator) -> Migrator {
    Migrator::with_migrations(all.iter().filter(|migration| migration.version <= version).cloned().collect())
}

/// Columns by table, from a list that is sorted by table.
pub(crate) fn by_table(list: Vec<(String, String)>) -> Columns {
    let mut tables = Columns::new();
    for (table, column) in list {
        match tables.last_mut() {
            Some((same, columns)) if *same == table => columns.push(column),
            Some(_) | None => tables.push((table, vec![column])),
        }
    }
    tables
}
