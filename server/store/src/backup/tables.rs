//! The tables that are no logs, as a backup takes them: which they are, and which columns they have.
//!
//! Deliberately a list by hand: whoever makes a table decides whether it belongs into a backup, and a test asks for it.

use super::row::Value;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A whole number.
    Number,
    /// A text.
    Text,
    /// Bytes.
    Bytes,
    /// Yes or no.
    Flag,
}

impl Kind {
    /// Whether a value can stand in such a column. Whether nothing may is for the table to say.
    pub(super) fn holds(self, value: &Value) -> bool {
        match value {
            Value::Null => true,
            Value::Number(_) => self == Self::Number,
            Value::Text(_) => self == Self::Text,
            Value::Bytes(_) => self == Self::Bytes,
            Value::Flag(_) => self == Self::Flag,
        }
    }
}

/// A table.
pub(crate) struct Table {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its columns.
    pub(crate) columns: &'static [(&'static str, Kind)],
    /// Reads its rows, always in the same order: where the order in which rows came is a secret, it is not told.
    pub(crate) read: &'static str,
    /// Keeps a row.
    pub(crate) keep: &'static str,
}

impl Table {
    /// The conference that a row belongs to, and is left out with. That somebody looked belongs to nobody: it stays, as after an
    /// erasure.
    pub(crate) fn conference<'v>(&self, row: &'v [Value]) -> Option<&'v str> {
        let at =
            self.columns.iter().position(|(column, _)| *column == "conference").filter(|_| self.name != "looked")?;
        match row.get(at)? {
            Value::Text(id) => Some(id.as_str()),
            Value::Null | Value::Number(_) | Value::Bytes(_) | Value::Flag(_) => None,
        }
    }
}

/// A table with its columns, numbered as they are bound, and what its rows are sorted by.
macro_rules! table {
    ($name:ident by $key:literal: $one:literal $first:ident $kind:ident $(, $number:literal $column:ident $type:ident)*) => {
        Table {
            name: stringify!($name),
            columns: &[(stringify!($first), Kind::$kind) $(, (stringify!($column), Kind::$type))*],
            read: concat!(
                "select ", stringify!($first) $(, ", ", stringify!($column))*,
                " from ", stringify!($name), " order by ", $key
            ),
            keep: concat!(
                "insert into ", stringify!($name), " (", stringify!($first) $(, ", ", stringify!($column))*,
                ") values ($", $one $(, ", $", $number)*, ")"
            ),
        }
    };
}

/// The tables of a backup. What refers to another table comes after it.
pub(crate) static TABLES: &[Table] = &[
    table!(team by "team": 1 team Text, 2 name Text),
    table!(account by "account": 1 account Text, 2 name Text, 3 name_key Text, 4 display_name Text, 5 role Text,
        6 password_hash Text, 7 created_ms Number, 8 disabled Flag),
    table!(team_member by "account": 1 account Text, 2 team Text, 3 manages Flag),
    table!(conference_access by "conference": 1 conference Text, 2 team Text, 3 restricted Flag),
    table!(conference_named by "conference, account": 1 conference Text, 2 account Text),
    table!(pass by "pass": 1 pass Text, 2 conference Text, 3 account Text, 4 team Text, 5 at_ms Number, 6 until_ms Number,
        7 reason Text, 8 nonce Bytes, 9 sealed Bytes, 10 seen_ms Number),
    table!(looked by "looked": 1 looked Text, 2 at_ms Number, 3 account Text, 4 seat Text, 5 conference Text, 6 what Text,
        7 reason Text, 8 about Text),
    table!(second_factor by "account": 1 account Text, 2 nonce Bytes, 3 sealed Bytes, 4 confirmed Flag, 5 last_step Number),
    table!(recovery_code by "account, code_hash": 1 account Text, 2 code_hash Bytes),
    table!(join_code by "code_hash": 1 code_hash Bytes, 2 conference Text, 3 purpose Text, 4 payload Text,
        5 expires_ms Number),
    table!(legal_hold by "conference": 1 conference Text, 2 at_ms Number, 3 nonce Bytes, 4 sealed Bytes),
    table!(erasure by "conference": 1 conference Text, 2 at_ms Number, 3 rule Text, 4 because Text),
    table!(feedback_code by "code_hash": 1 code_hash Bytes, 2 form Text, 3 until Text),
    table!(feedback_tally by "form, quarter, question, answer": 1 form Text, 2 quarter Text, 3 question Text, 4 answer Text, 5 given Number,
        6 shown Number),
    table!(feedback_words by "id": 1 id Bytes, 2 form Text, 3 quarter Text, 4 theme Text, 5 nonce Bytes, 6 sealed Bytes,
        7 shown Number),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sqlx::ConnectOptions as _;
    use sqlx::sqlite::SqliteConnectOptions;

    use super::*;
    use crate::MasterKey;

    /// What a backup holds in rows of its own form.
    const LOGS: [&str; 4] = ["conference", "conference_key", "event", "picture"];

    /// What does not belong into a backup: whoever was signed in or tried to, links that work once, and what says how the
    /// database itself was made.
    const LEFT_OUT: [&str; 6] =
        ["session", "sign_in_try", "setup_token", "invitation", "key_check", "_sqlx_migrations"];

    const COLUMNS: &str = "\
select t.name, c.name from sqlite_schema t join pragma_table_info(t.name) c
where t.type = 'table' and t.name not like 'sqlite_%'";

    /// Whoever makes a table or a column meets this test, and decides.
    #[tokio::test]
    async fn every_table_and_column_is_in_a_backup_or_left_out_on_purpose() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("hearth.db");
        let master = MasterKey::from_hex(&"07".repeat(32)).unwrap();
        crate::open(&file, master).await.unwrap().close().await.unwrap();
        let mut reader = SqliteConnectOptions::new().filename(&file).connect().await.unwrap();
        let there: Vec<(String, String)> = sqlx::query_as(COLUMNS).fetch_all(&mut reader).await.unwrap();
        let named: BTreeSet<&str> = there.iter().map(|(table, _)| table.as_str()).collect();
        let known = TABLES.iter().map(|table| table.name).chain(LOGS).chain(LEFT_OUT);
        assert_eq!(named, known.collect());
        for table in TABLES {
            let columns = there.iter().filter(|(name, _)| name == table.name).map(|(_, column)| column.as_str());
            let ours: BTreeSet<&str> = table.columns.iter().map(|(column, _)| *column).collect();
            assert_eq!(columns.collect::<BTreeSet<_>>(), ours, "{}", table.name);
        }
    }
}
