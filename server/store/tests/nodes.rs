//! What is true only where several nodes share a database: each hears of what the others do, or finds it by looking.
//!
//! Deliberately not here: rooms, and nodes that die. They are in the server's own tests.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/sample.rs"]
mod sample;

use std::sync::Arc;
use std::time::Duration;

use cluster::{Cluster, Database};
use sample::{batch, conference};
use store::{Growth, MasterKey, Seq, Store, StoreError};

/// How long is waited for what must come.
const DEADLINE: Duration = Duration::from_secs(20);

/// Ends the connections that listen, as a broken cable would.
const CUT: &str = "\
select count(pg_terminate_backend(pid)) from pg_stat_activity
where datname = current_database() and query ilike 'listen%'";

const LISTENING: &str =
    "select count(*) from pg_stat_activity where datname = current_database() and query ilike 'listen%'";

async fn node(database: &Database) -> Arc<dyn Store> {
    let master = MasterKey::from_hex(&"07".repeat(32)).unwrap();
    store::connect(&database.address().parse().unwrap(), master).await.unwrap()
}

fn psql(database: &Database, sql: &str) -> String {
    let args = ["-qAtX", "-v", "ON_ERROR_STOP=1", "-d", &database.name, "-c", sql];
    Cluster::get().run("psql", &args).unwrap()
}

/// Waits until a log is known to reach so far.
async fn until(growth: &mut Growth, seq: u32) {
    let reached = async { while growth.next().await < Seq::from(seq) {} };
    tokio::time::timeout(DEADLINE, reached).await.expect("the other node hears of it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_node_appends_the_other_hears() {
    let database = Database::empty();
    let (one, two) = (node(&database).await, node(&database).await);
    let (id, other) = (conference(1), conference(2));
    for id in [&id, &other] {
        one.create_conference(id, batch(id, 0, "open", 1)).await.unwrap();
    }
    let mut growth = two.growth(&id);
    assert!(growth.is_possible());
    let told = async {
        for turn in 0..20 {
            one.append(batch(&id, 1 + turn, &format!("turn-{turn}"), 1)).await.unwrap();
            one.append(batch(&other, 1 + turn, &format!("turn-{turn}"), 1)).await.unwrap();
            until(&mut growth, 2 + turn).await;
        }
    };
    // Looking finds everything too, but twice as late: it looks every two seconds.
    tokio::time::timeout(DEADLINE, told).await.expect("it is told, and need not look");
    assert_eq!(two.events_since(&id, Seq::from(1)).await.unwrap().len(), 20);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_said_to_nobody_is_found_by_looking() {
    let database = Database::empty();
    let (one, two) = (node(&database).await, node(&database).await);
    let id = conference(1);
    one.create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
    let mut growth = two.growth(&id);
    let mut cut = 0;
    for turn in 0..20 {
        cut += psql(&database, CUT).parse::<u32>().unwrap();
        one.append(batch(&id, 1 + turn, &format!("turn-{turn}"), 1)).await.unwrap();
        until(&mut growth, 2 + turn).await;
    }
    assert!(cut > 0, "nobody was ever listening: the test is blind");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_that_nobody_tells_anything_looks_for_itself() {
    let database = Database::empty();
    let two = node(&database).await;
    let id = conference(1);
    two.create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
    let mut growth = two.growth(&id);
    // Somebody moves the end without a word.
    psql(&database, "update conference set head_seq = 9");
    until(&mut growth, 9).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_has_one_connection_that_listens_and_none_after_it_was_closed() {
    let database = Database::empty();
    let id = conference(1);
    let (one, two) = (node(&database).await, node(&database).await);
    one.create_conference(&id, batch(&id, 0, "open", 1)).await.unwrap();
    let mut growth = two.growth(&id);
    let others: Vec<Growth> = (2..20).map(|number| two.growth(&conference(number))).collect();
    one.append(batch(&id, 1, "add", 1)).await.unwrap();
    until(&mut growth, 2).await;
    assert_eq!(psql(&database, LISTENING), "2");
    drop(others);
    one.close().await.unwrap();
    two.close().await.unwrap();
    assert_eq!(psql(&database, LISTENING), "0");
}

/// The primary key decides who has a place, whatever a writer believed before.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_place_that_is_taken_is_a_conflict_and_reading_on_tells_why() {
    let database = Database::empty();
    let store = node(&database).await;
    let id = conference(1);
    store.create_conference(&id, batch(&id, 0, "open", 2)).await.unwrap();
    psql(
        &database,
        "insert into event select conference, 3, 'forged', ordinal, actor, at_ms, kind, version, nonce, sealed, hash
         from event where seq = 2",
    );
    assert!(matches!(store.append(batch(&id, 2, "add", 1)).await, Err(StoreError::Conflict)));
    match store.events_since(&id, Seq::from(2)).await {
        Err(StoreError::Corrupt { seq, .. }) => assert_eq!(seq, Seq::from(3)),
        answer => panic!("{answer:?}"),
    }
}

/// A node that froze in the middle of a write.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_somebody_holds_for_too_long_is_busy_and_then_works_again() {
    let database = Database::empty();
    let store = node(&database).await;
    let (id, other) = (conference(1), conference(2));
    for id in [&id, &other] {
        store.create_conference(id, batch(id, 0, "open", 1)).await.unwrap();
    }
    let options: sqlx::postgres::PgConnectOptions = database.address().parse().unwrap();
    let mut frozen = sqlx::ConnectOptions::connect(&options).await.unwrap();
    let held = "begin; update conference set head_seq = head_seq where conference = 'conference-1'";
    sqlx::raw_sql(held).execute(&mut frozen).await.unwrap();
    let (busy, fine) = tokio::join!(store.append(batch(&id, 1, "add", 1)), store.append(batch(&other, 1, "add", 1)));
    assert!(matches!(busy, Err(StoreError::Busy)), "{busy:?}");
    assert!(fine.is_ok(), "other logs are not touched");
    sqlx::raw_sql("rollback").execute(&mut frozen).await.unwrap();
    store.append(batch(&id, 1, "add", 1)).await.unwrap();
    assert_eq!(store.verify(&id).await.unwrap().events, 2);
}
