//! Backups as older Hearths made them, without the tables and columns that came later: each is restored, and what came later
//! is empty.
//!
//! Made from a backup of today by leaving out what its version did not have. Deliberately not here: the very first form, of
//! which a file is kept and restored in the crate's own tests.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use sqlx::migrate::Migrator;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions as _, Connection as _};

use super::frames::Opener;
use super::{Row, Sealer, Since};
use crate::{Account, Batch, Looked, MasterKey, NewEvent, Seq, Store};

/// The version at which backups began.
const FIRST: i64 = 4;

const COLUMNS: &str = "\
select t.name, c.name from sqlite_schema t join pragma_table_info(t.name) c where t.type = 'table'";

/// The columns that tables had at some time.
type Columns = BTreeSet<(String, String)>;

fn master() -> MasterKey {
    MasterKey::from_hex(&"07".repeat(32)).unwrap()
}

/// The columns that a Hearth of this version knew.
async fn known(version: i64, all: &Migrator, folder: &Path) -> Columns {
    let file = folder.join(format!("version-{version}.db"));
    let mut connection = SqliteConnectOptions::new().filename(file).create_if_missing(true).connect().await.unwrap();
    let then = all.iter().filter(|migration| migration.version <= version).cloned().collect();
    Migrator::with_migrations(then).run(&mut connection).await.unwrap();
    let columns: Vec<(String, String)> = sqlx::query_as(COLUMNS).fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    columns.into_iter().collect()
}

/// A conference, an account, and a line about it.
async fn fill(store: &dyn Store) {
    let id: board::id::ConferenceId = "one".parse().unwrap();
    let event = NewEvent { kind: "kind".to_owned(), version: 1, body: "{}".into() };
    let first = Batch {
        conference: id.clone(),
        expected: Seq::ZERO,
        command: "open".parse().unwrap(),
        actor: "seat".to_owned(),
        at_ms: 1,
        intent: "do".into(),
        events: vec![event],
    };
    store.create_conference(&id, first).await.unwrap();
    let account = Account {
        id: "0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e77".parse().unwrap(),
        name: "name".to_owned(),
        display_name: "Name".to_owned(),
        role: "chair".to_owned(),
        password_hash: "hash".to_owned(),
        created_ms: 1,
        disabled: false,
    };
    store.create_account(account.clone()).await.unwrap();
    store.looked(line(Some(account.id))).await.unwrap();
}

fn line(about: Option<crate::AccountId>) -> Looked {
    let (account, seat, conference, reason) = (None, None, None, None);
    Looked { id: "line".to_owned(), at_ms: 1, account, seat, conference, what: "role".to_owned(), reason, about }
}

/// The rows of a backup.
fn rows(backup: &[u8]) -> Vec<Row> {
    let mut frames = Opener::begin(backup, &master()).unwrap();
    let mut rows = Vec::new();
    while let Some(frame) = frames.next().unwrap() {
        let mut at = 0;
        while at < frame.len() {
            let (row, length) = Row::read(&frame[at..]).unwrap();
            rows.push(row);
            at += length;
        }
    }
    rows
}

/// A backup of today without what was not known then.
fn as_it_was(today: &[u8], known: &Columns) -> Vec<u8> {
    let mut older = Vec::new();
    let mut sealer = Sealer::begin(&mut older, &master(), None, 7).unwrap();
    let (mut kept, mut manifest) = (Vec::new(), None);
    for row in rows(today) {
        match row {
            Row::Table(table, columns) => {
                let was = |column: &String| known.contains(&(table.clone(), column.clone()));
                kept = columns.iter().map(was).collect();
                let columns: Vec<String> = columns.into_iter().filter(was).collect();
                if !columns.is_empty() {
                    sealer.row(&Row::Table(table, columns)).unwrap();
                }
            }
            Row::Plain(values) => {
                let values: Vec<_> = values.into_iter().zip(&kept).filter(|(_, kept)| **kept).collect();
                if !values.is_empty() {
                    sealer.row(&Row::Plain(values.into_iter().map(|(value, _)| value).collect())).unwrap();
                }
            }
            Row::Manifest(mut was) => {
                was.tables.retain(|(table, _)| known.iter().any(|(name, _)| name == table));
                manifest = Some(was);
            }
            row => sealer.row(&row).unwrap(),
        }
    }
    sealer.finish(&Row::Manifest(manifest.unwrap())).unwrap();
    older
}

#[tokio::test]
async fn a_backup_of_every_version_is_restored_and_what_came_later_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    let all = sqlx::migrate!("migrations/sqlite");
    let store = crate::open(&folder.path().join("today.db"), master()).await.unwrap();
    fill(&*store).await;
    let mut today = Vec::new();
    store.back_up(&mut today, None, &[], 7, Arc::new(|_, _| {})).await.unwrap();
    let newest = all.iter().map(|migration| migration.version).max().unwrap();
    for version in FIRST..=newest {
        let known = known(version, &all, folder.path()).await;
        let older = as_it_was(&today, &known);
        let restored = crate::open(&folder.path().join(format!("from-{version}.db")), master()).await.unwrap();
        let manifest = crate::check_backup(&mut Cursor::new(&older), &master()).unwrap();
        restored.restore(Box::new(Cursor::new(older)), &manifest, Since::default()).await.unwrap();
        assert_eq!(restored.accounts().await.unwrap(), store.accounts().await.unwrap(), "version {version}");
        let conferences = restored.conferences().await.unwrap();
        assert_eq!(conferences, store.conferences().await.unwrap(), "version {version}");
        restored.verify(&conferences[0].id).await.unwrap();
        let knew = |column: &str| known.contains(&("looked".to_owned(), column.to_owned()));
        let about = store.accounts().await.unwrap()[0].id.clone();
        let expected = knew("looked").then(|| line(knew("about").then_some(about)));
        assert_eq!(restored.who_looked(None, 9).await.unwrap(), Vec::from_iter(expected), "version {version}");
        restored.close().await.unwrap();
    }
    store.close().await.unwrap();
}
