//! The place that is a PostgreSQL database of its own.
//!
//! Deliberately with the tables' rules dropped: only the primary keys stand.

use std::sync::Arc;

use sqlx::ConnectOptions;
use sqlx::postgres::{PgConnectOptions, PgConnection};
use store::{MasterKey, Store, StoreError};

use crate::cluster::{Cluster, Database};
use crate::place::{FromBoth, Place, read, run};

/// Drops every check and reference, and brings two functions that SQLite has.
const LAY_OPEN: &str = "\
do $$
declare rule record;
begin
    for rule in select conrelid::regclass as place, conname from pg_constraint
        where contype in ('c', 'f') and connamespace = 'public'::regnamespace
    loop
        execute format('alter table %s drop constraint %I', rule.place, rule.conname);
    end loop;
end
$$;
create function unhex(digits text) returns bytea language sql as $$ select decode(digits, 'hex') $$;
create function zeroblob(length integer) returns bytea language sql as $$ select unhex(repeat('00', length)) $$";

const COLUMNS: &str =
    "select column_name::text, data_type::text from information_schema.columns where table_name = 'event'";

async fn raw(database: &Database) -> PgConnection {
    let options: PgConnectOptions = database.address().parse().unwrap();
    options.connect().await.unwrap()
}

impl Place for Database {
    fn empty() -> Self {
        Self::empty()
    }

    async fn lay_open(&self) {
        self.spoil(LAY_OPEN).await;
    }

    fn copy(&self) -> Self {
        Cluster::get().database(&self.name)
    }

    async fn open_with(&self, master: MasterKey) -> Result<Arc<dyn Store>, StoreError> {
        store::connect(&self.address().parse().unwrap(), master).await
    }

    async fn spoil(&self, statements: &str) {
        run(raw(self).await, statements).await;
    }

    async fn read<T: FromBoth>(&self, sql: &'static str) -> Vec<T> {
        read(raw(self).await, sql).await
    }

    async fn changed_columns(&self) -> Vec<(String, String)> {
        let columns = self.read::<(String, String)>(COLUMNS).await;
        let changed = |(column, kind): (String, String)| {
            let value = match kind.as_str() {
                "bigint" => format!("{column} + 256"),
                "text" => format!("substr({column}, 1, length({column}) - 1) || '~'"),
                _ => format!("set_byte({column}, length({column}) - 1, get_byte({column}, length({column}) - 1) # 1)"),
            };
            (column, value)
        };
        columns.into_iter().map(changed).collect()
    }
}
