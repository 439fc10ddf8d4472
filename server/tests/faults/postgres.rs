//! The PostgreSQL server is killed under two nodes, with a chair writing at one conference through each: nothing that was
//! called saved is lost, the log has one end, and both nodes go on by themselves when the server is back.
//!
//! Deliberately no proof against a power cut: that is the server's own affair, and it is asked at the start whether it
//! waits for its disk. Nodes that die are in `nodes`.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use store::MasterKey;
use tempfile::TempDir;
use tokio::sync::Semaphore;

use crate::cluster::Database;
use crate::common::{CONFERENCE, Client, Server};
use crate::desk::Desk;
use crate::dice::{Dice, times};
use crate::kept::Kept;
use crate::postmaster::{Struck, strike};

const DEATHS: (&str, u64) = ("HEARTH_POSTGRES_DEATHS", 2);

/// So many of a hundred deaths come while the boards are being opened; the others after so many lines at most.
const EARLY: u64 = 20;
const LATEST_LINE: u64 = 20;
/// And then within so many milliseconds.
const LATEST: u64 = 60;

/// How many lines each chair writes once the server is back, and how long that may take.
const AFTERWARDS: usize = 3;
const DEADLINE: Duration = Duration::from_mins(1);

/// Two nodes on one database, and a chair at each.
struct Nodes {
    both: [Server; 2],
    desks: Vec<Desk>,
    told: Arc<Semaphore>,
    /// It has the log, which is read when the nodes end.
    folder: TempDir,
    database: Database,
}

impl Nodes {
    async fn start() -> Self {
        let (database, folder) = (Database::empty(), tempfile::tempdir().unwrap());
        let environment = [("DATABASE_URL", OsString::from(database.address()))];
        let data = folder.path().to_str().unwrap();
        let node = |verb| {
            let log = folder.path().join("log");
            Server::under(&[verb, "--data", data, "--listen", "127.0.0.1:0"], &environment, &log)
        };
        let (both, told) = ([node("demo"), node("serve")], Arc::new(Semaphore::new(0)));
        let (cookie, mut desks) = (both[0].chair().await, Vec::new());
        for (server, name) in both.iter().zip(["one", "two"]) {
            desks.push(Desk::open(server, CONFERENCE, &cookie, &told).await.called(name));
        }
        Self { both, desks, told, folder, database }
    }

    /// Both chairs write until the server is killed, at a moment of the dice, and their nodes have told them.
    async fn write_until_struck(&mut self, dice: &mut Dice) -> Struck {
        let lines = if dice.in_a_hundred(EARLY) { 0 } else { u32::try_from(1 + dice.below(LATEST_LINE)).unwrap() };
        let moment = Duration::from_millis(dice.below(LATEST));
        self.told.forget_permits(usize::MAX);
        let (told, gone) = (Arc::clone(&self.told), AtomicBool::new(false));
        let struck = async {
            told.acquire_many(lines).await.unwrap().forget();
            // The one wait for time and not for something: the moment is the fault.
            tokio::time::sleep(moment).await;
            let struck = strike();
            gone.store(true, Ordering::Relaxed);
            struck
        };
        // A connection may end for another reason before, and is made again.
        let writing = self.desks.iter_mut().zip(&self.both).map(async |(desk, node)| {
            loop {
                desk.write(&node.address, usize::MAX).await;
                if gone.load(Ordering::Relaxed) {
                    break;
                }
            }
        });
        tokio::join!(struck, join_all(writing)).0
    }

    /// The server comes back, while both chairs try to go on; each does through their own node.
    async fn write_on(&mut self, struck: Struck) {
        let begun = Instant::now();
        let back = tokio::task::spawn_blocking(|| struck.start_again());
        let writing = self.desks.iter_mut().zip(&self.both).map(async |(desk, node)| {
            let until = desk.saved.len() + AFTERWARDS;
            while !desk.write(&node.address, until).await {
                assert!(begun.elapsed() < DEADLINE, "the node takes lines again");
            }
        });
        let (back, _) = tokio::join!(back, join_all(writing));
        back.unwrap();
    }

    fn waiting(&self) -> usize {
        self.desks.iter().map(Desk::waiting).sum()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whenever_postgres_is_killed_what_was_called_saved_is_there_once_and_both_nodes_go_on() {
    let mut dice = Dice::thrown("postgres");
    let (deaths, mut busy) = (times(DEATHS.0, DEATHS.1), 0);
    let (mut nodes, mut kept) = (Nodes::start().await, Kept::default());
    let key = MasterKey::load(&nodes.folder.path().join("hearth.key")).unwrap();
    let store = store::connect(&nodes.database.address().parse().unwrap(), key).await.unwrap();
    for death in 0..deaths {
        let struck = nodes.write_until_struck(&mut dice).await;
        busy += u64::from(nodes.waiting() > 0);
        nodes.write_on(struck).await;
        kept.holds_in(store.as_ref(), &nodes.desks).await.unwrap_or_else(|what| panic!("death {death}: {what}"));
    }
    assert_eq!(nodes.waiting(), 0, "in the end everything is saved");
    let saved: BTreeSet<_> = nodes.desks.iter().flat_map(|desk| &desk.saved).map(ToString::to_string).collect();
    for node in &nodes.both {
        let client = Client::console(node, nodes.desks[0].cookie()).await;
        let shown: BTreeSet<_> = client.view.cards.keys().map(ToString::to_string).collect();
        assert!(saved.is_subset(&shown), "both nodes show what both have saved");
    }
    let log = std::fs::read_to_string(nodes.folder.path().join("log")).unwrap();
    assert!(!log.contains("a part of the program failed"), "{log}");
    store.close().await.unwrap();
    println!(
        "{deaths} deaths of PostgreSQL, {busy} while lines were on their way; {} were saved, none is lost",
        saved.len()
    );
    // A few may all have come early; of many, most have not.
    assert!(deaths < 10 || busy * 2 > deaths, "the server mostly died while people wrote");
}
