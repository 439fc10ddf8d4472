//! The program, or the database server under it, is killed in the middle of a burst, again and again: what was
//! acknowledged is there, once, and in its place.
//!
//! Deliberately no proof against a power cut: the system's memory outlives the process. That commits wait for the disk is
//! checked when the store opens.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/child.rs"]
mod child;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "support/sample.rs"]
mod sample;
#[path = "crash/server.rs"]
mod server;

use std::collections::BTreeMap;
use std::sync::Arc;

use board::id::ConferenceId;
use store::{Seq, Store, StoreError};

use child::{PLACE, Said, open, start};
use cluster::Database;
use sample::{batch, command, conference};

/// So many databases, each with so many kills: a recovered one must survive the next kill too.
const FILES: u32 = 5;
const DATABASES: u32 = 2;
const KILLS: u32 = 4;
const CONFERENCES: u32 = 8;

/// What was acknowledged: conference and command, and the place of the command's last event.
type Acknowledged = BTreeMap<(String, String), u32>;

/// The test that the binary runs when it is the one to burst; otherwise it has nothing to do.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn burst() {
    if let Some(place) = std::env::var_os(PLACE) {
        let store = open(place.to_str().unwrap()).await;
        let rooms = (0..CONFERENCES).map(|number| tokio::spawn(room(store.clone(), conference(number))));
        for room in rooms.collect::<Vec<_>>() {
            room.await.unwrap();
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_a_kill_of_the_program_on_sqlite() {
    let mut seen = 0;
    for _ in 0..FILES {
        let folder = tempfile::tempdir().unwrap();
        seen += again_and_again(folder.path().to_str().unwrap(), End::Program).await;
    }
    assert!(seen > 100, "the burst hardly ran: {seen}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_survives_a_kill_of_the_program_or_of_the_server_on_postgres() {
    let mut seen = 0;
    for _ in 0..DATABASES {
        seen += again_and_again(&Database::empty().address(), End::Program).await;
        seen += again_and_again(&Database::empty().address(), End::Server).await;
    }
    assert!(seen > 100, "the burst hardly ran: {seen}");
}

/// What is killed.
#[derive(Clone, Copy)]
enum End {
    /// The program that writes.
    Program,
    /// The server that it writes to, and then the program.
    Server,
}

/// Kills the burst at one place, checks the place after every kill, and says how much had been acknowledged.
async fn again_and_again(place: &str, end: End) -> usize {
    let mut acknowledged = Acknowledged::new();
    for kill in 1..=KILLS {
        let (mut child, mut lines) = start("burst", place);
        // The last one is killed while it opens; the others after a number of answers that nobody chose.
        let patience = if kill == KILLS { 0 } else { getrandom::u32().unwrap() % 150 };
        note(&mut lines, patience, &mut acknowledged);
        match end {
            End::Program => {}
            End::Server => server::kill(),
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it had said before it died counts too.
        note(&mut lines, u32::MAX, &mut acknowledged);
        check(place, &acknowledged).await;
    }
    acknowledged.len()
}

/// Takes so many acknowledgements, or as many as there are.
fn note(lines: &mut Said, most: u32, acknowledged: &mut Acknowledged) {
    let mut taken = 0;
    while taken < most
        && let Some(Ok(line)) = lines.next()
    {
        // A line that was being said when the program died has no full stop. The test's own name may stand before the first.
        let Some((_, words)) = line.strip_suffix('.').and_then(|line| line.split_once("saved ")) else {
            continue;
        };
        let [conference, name, seq] = words.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let before = acknowledged.insert((conference.to_owned(), name.to_owned()), seq.parse().unwrap());
        assert_eq!(before, None, "{line} was acknowledged twice");
        taken += 1;
    }
}

async fn check(place: &str, acknowledged: &Acknowledged) {
    let store = open(place).await;
    for number in 0..CONFERENCES {
        let id = conference(number);
        let events = match store.events_since(&id, Seq::ZERO).await {
            Err(StoreError::NotFound) => Vec::new(),
            events => events.unwrap(),
        };
        if !events.is_empty() {
            store.verify(&id).await.unwrap();
        }
        // Every command is whole: as many events as were sent, one after the other.
        for pair in events.chunks(2) {
            assert!(pair.len() == 2 && pair[0].command == pair[1].command, "half a command in {id}");
        }
        for ((_, name), seq) in acknowledged.iter().filter(|((conference, _), _)| *conference == id.as_str()) {
            let found: Vec<u32> =
                events.iter().filter(|event| event.command == command(name)).map(|event| event.seq.into()).collect();
            assert_eq!(found, [seq - 1, *seq], "{name} of {id}");
        }
    }
    store.close().await.unwrap();
}

async fn room(store: Arc<dyn Store>, id: ConferenceId) {
    let rows = store.conferences().await.unwrap();
    let mut last = rows.iter().find(|row| row.id == id).map_or(0, |row| row.last_seq.into());
    loop {
        let name = format!("command-{last}");
        let next = batch(&id, last, &name, 2);
        let appended = if last == 0 { store.create_conference(&id, next).await } else { store.append(next).await };
        last = appended.unwrap().last_seq.into();
        println!("saved {id} {name} {last}.");
    }
}
