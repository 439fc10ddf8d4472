//! A database on the PostgreSQL server of these tests, looked at with the server's own programs.
//!
//! Deliberately moved from one database to another through files: no statement reaches from one into another.

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{ConnectOptions as _, Connection as _};

use crate::cluster::{Cluster, Database};
use crate::home::{Columns, Home, by_table, up_to};

const COLUMNS: &str = "\
select table_name, column_name from information_schema.columns
where table_schema = 'public' and table_name not like '\\_%' order by table_name, ordinal_position";

const REACHED: &str = "select max(version) from _sqlx_migrations where success";

/// References are not asked for while rows come table by table.
const WITHOUT_RULES: &str = "set session_replication_role = replica";

impl Database {
    /// Gives the server's own shell these commands, one after the other; what it says, line by line.
    fn psql(&self, commands: &[String]) -> Vec<String> {
        let commands = commands.iter().flat_map(|command| ["-c", command.as_str()]);
        let args: Vec<&str> =
            ["-qAtX", "-v", "ON_ERROR_STOP=1", "-d", &self.name].into_iter().chain(commands).collect();
        Cluster::get().run("psql", &args).unwrap().lines().map(str::to_owned).collect()
    }
}

impl Home for Database {
    fn empty() -> Self {
        Self::empty()
    }

    async fn copy(&self) -> Self {
        Cluster::get().database(&self.name)
    }

    fn remove(self) {
        Cluster::get().run("dropdb", &["--force", &self.name]).unwrap();
    }

    fn place(&self) -> String {
        self.address()
    }

    async fn migrate(&self, version: i64) {
        let options: PgConnectOptions = self.address().parse().unwrap();
        let mut connection: PgConnection = options.connect().await.unwrap();
        up_to(version, &sqlx::migrate!("migrations/postgres")).run(&mut connection).await.unwrap();
        connection.close().await.unwrap();
    }

    async fn take_rows(&self, from: &Self, columns: &Columns) {
        let folder = tempfile::tempdir().unwrap();
        let (mut out, mut back) = (Vec::new(), vec![WITHOUT_RULES.to_owned()]);
        for (table, columns) in columns {
            let (columns, file) = (columns.join(", "), folder.path().join(table));
            out.push(format!("\\copy (select {columns} from {table}) to '{}' (format binary)", file.display()));
            back.push(format!("\\copy {table} ({columns}) from '{}' (format binary)", file.display()));
        }
        from.psql(&out);
        self.psql(&back);
    }

    async fn columns(&self) -> Columns {
        let lines = self.psql(&[COLUMNS.to_owned()]);
        let pair = |line: String| line.split_once('|').map(|(table, column)| (table.to_owned(), column.to_owned()));
        by_table(lines.into_iter().filter_map(pair).collect())
    }

    async fn rows(&self, columns: &Columns) -> Vec<String> {
        let all = columns.iter().map(|(table, columns)| {
            format!("select '{table} ' || row({})::text as line from {table} order by line", columns.join(", "))
        });
        self.psql(&all.collect::<Vec<_>>())
    }

    async fn shape(&self) -> Vec<String> {
        let dump = Cluster::get().run("pg_dump", &["--schema-only", "-d", &self.name]).unwrap();
        // A word against injection that newer programs make anew each time.
        dump.lines().filter(|line| !line.contains("restrict ")).map(str::to_owned).collect()
    }

    async fn reached(&self) -> i64 {
        self.psql(&[REACHED.to_owned()])[0].parse().unwrap()
    }
}
