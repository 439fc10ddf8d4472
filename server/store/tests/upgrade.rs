//! A database as an older Hearth left it is opened by this one, which is killed while it brings the tables up to date,
//! again and again: in the end every row is there as it was, and the tables are those of a new database.
//!
//! "As it was left" is: the tables made by the migrations of that time, with today's rows in the columns they had then. A
//! migration that one day changes rows has to say here what becomes of them. Deliberately no proof against a power cut:
//! the server's own tests have a disk for that.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/child.rs"]
mod child;
#[path = "support/cluster.rs"]
mod cluster;
#[path = "upgrade/file.rs"]
mod file;
#[path = "support/full.rs"]
mod full;
#[path = "support/hold.rs"]
mod hold;
#[path = "upgrade/home.rs"]
mod home;
#[path = "support/line.rs"]
mod line;
#[path = "support/sample.rs"]
mod sample;
#[path = "upgrade/server.rs"]
mod server;

use std::io::Cursor;
use std::process::Child;
use std::sync::Arc;
use std::time::{Duration, Instant};

use board::id::ConferenceId;
use child::{PLACE, Said, open, start};
use cluster::Database;
use file::Folder;
use home::Home;
use sample::{batch, conference};
use store::{Seq, Since, Store, Verified};

/// How many times an upgrade from each version is killed, unless the environment asks for another number.
const KILLS: &str = "HEARTH_UPGRADES";
const ON_A_FILE: u32 = 6;
const ON_A_SERVER: u32 = 3;

/// How many events the large database has.
const EVENTS: (&str, u32) = ("HEARTH_UPGRADE_EVENTS", 5_000);
/// So many conferences share them, and so many of them come with one command.
const CONFERENCES: u32 = 10;
const TOGETHER: u32 = 250;

/// How many upgrades in a row are killed, at most, before one is let be.
const IN_A_ROW: u32 = 3;

/// After so many kills one must have met the moment between two versions; a few may miss it.
const ENOUGH: u32 = 100;

fn times(variable: &str, usual: u32) -> u32 {
    std::env::var(variable).map_or(usual, |number| number.parse().unwrap())
}

/// The test that the process runs which is killed; otherwise it has nothing to do.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn opening() {
    if let Some(place) = std::env::var_os(PLACE) {
        println!("begins.");
        let store = open(place.to_str().unwrap()).await;
        println!("opened.");
        store.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upgrade_that_is_killed_again_and_again_keeps_every_row_on_sqlite() {
    from_every_version::<Folder>(times(KILLS, ON_A_FILE)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upgrade_that_is_killed_again_and_again_keeps_every_row_on_postgres() {
    from_every_version::<Database>(times(KILLS, ON_A_SERVER)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_of_very_many_events_is_there_after_a_killed_upgrade() {
    let events = times(EVENTS.0, EVENTS.1) / CONFERENCES / TOGETHER * TOGETHER;
    let new = Folder::empty();
    let store = open(&new.place()).await;
    for id in (0..CONFERENCES).map(conference) {
        store.create_conference(&id, batch(&id, 0, "open", TOGETHER)).await.unwrap();
        for turn in 1..events / TOGETHER {
            store.append(batch(&id, turn * TOGETHER, &format!("turn-{turn}"), TOGETHER)).await.unwrap();
        }
    }
    let ends = checked(&*store).await;
    store.close().await.unwrap();
    let old = Folder::left_by(1, &new).await;
    let (longest, mut tally) = (undisturbed(&old).await, Tally::default());
    for _ in 0..IN_A_ROW {
        kill_while_it_opens(&old, longest, &mut tally);
    }
    let begun = Instant::now();
    let store = open(&old.place()).await;
    let all = events * CONFERENCES;
    println!("{all} events: an upgrade takes {longest:?}; after {IN_A_ROW} kills it took {:?}", begun.elapsed());
    assert_eq!(checked(&*store).await, ends);
    assert!(ends.iter().all(|(_, verified)| verified.events == events));
    store.is_sound().await.unwrap();
    store.close().await.unwrap();
}

/// What became of the kills.
#[derive(Default)]
struct Tally {
    kills: u32,
    /// So many came before the program said that it had opened the database.
    in_time: u32,
    /// So many left tables between two versions.
    between: u32,
}

async fn from_every_version<H: Home>(kills: u32) {
    let new = H::empty();
    let store = open(&new.place()).await;
    full::fill(&*store).await;
    let ends = checked(&*store).await;
    store.close().await.unwrap();
    let (newest, shape) = (new.reached().await, new.shape().await);
    let mut tally = Tally::default();
    for version in 1..newest {
        let old = H::left_by(version, &new).await;
        let columns = old.columns().await;
        let rows = old.rows(&columns).await;
        assert!(
            columns.iter().all(|(table, _)| rows.iter().any(|row| row.starts_with(&format!("{table} ")))),
            "{rows:?}"
        );
        let longest = undisturbed(&old).await;
        let until = tally.kills + kills;
        while tally.kills < until {
            let home = old.copy().await;
            for _ in 0..=getrandom::u32().unwrap() % IN_A_ROW.min(until - tally.kills) {
                kill_while_it_opens(&home, longest, &mut tally);
                let reached = home.reached().await;
                tally.between += u32::from(version < reached && reached < newest);
            }
            let store = open(&home.place()).await;
            assert_eq!(checked(&*store).await, ends, "from version {version}");
            store.is_sound().await.unwrap();
            store.close().await.unwrap();
            assert_eq!(home.rows(&columns).await, rows, "from version {version}");
            assert_eq!((home.reached().await, home.shape().await), (newest, shape.clone()), "from version {version}");
            home.remove();
        }
        goes_on(&old).await;
    }
    let Tally { kills, in_time, between } = tally;
    println!("{kills} kills, {in_time} before the database was open; {between} times it was between two versions");
    assert!(in_time > 0, "it never died before the database was open");
    assert!(between > 0 || kills < ENOUGH, "it never died while it brought the tables up to date");
}

/// Where each log ends, once every row and every seal of it was checked.
async fn checked(store: &dyn Store) -> Vec<(ConferenceId, Verified)> {
    let mut ends = Vec::new();
    for row in store.conferences().await.unwrap() {
        let verified = store.verify(&row.id).await.unwrap();
        store.verify_pictures(&row.id).await.unwrap();
        ends.push((row.id, verified));
    }
    ends
}

/// A process that is about to open a store.
fn begins(place: &str) -> (Child, Said) {
    let (child, mut said) = start("opening", place);
    assert!(said.any(|line| line.unwrap().ends_with("begins.")));
    (child, said)
}

/// How long opening takes at most when nothing is killed, and nothing else keeps the machine busy.
async fn undisturbed(old: &impl Home) -> Duration {
    let mut longest = Duration::MAX;
    for _ in 0..3 {
        let home = old.copy().await;
        let (mut child, mut said) = begins(&home.place());
        let begun = Instant::now();
        assert!(said.any(|line| line.unwrap().ends_with("opened.")), "it opens");
        longest = longest.min(begun.elapsed());
        assert!(child.wait().unwrap().success());
        home.remove();
    }
    longest
}

/// Opens a store in a process that is killed meanwhile.
fn kill_while_it_opens(home: &impl Home, longest: Duration, tally: &mut Tally) {
    let (mut child, said) = begins(&home.place());
    // The one wait for time and not for something: the moment is the fault.
    std::thread::sleep(longest.mul_f64(f64::from(getrandom::u32().unwrap()) / f64::from(u32::MAX)));
    child.kill().unwrap();
    child.wait().unwrap();
    tally.kills += 1;
    tally.in_time += u32::from(!said.map_while(Result::ok).any(|line| line.ends_with("opened.")));
}

/// What came from an older version is a store like any other: it takes more, and its backup comes back elsewhere.
async fn goes_on(old: &impl Home) {
    let home = old.copy().await;
    let store = open(&home.place()).await;
    let id = conference(1);
    store.append(batch(&id, 302, "after", 1)).await.unwrap();
    let mut backup = Vec::new();
    let manifest = store.back_up(&mut backup, None, &[], 1, Arc::new(|_, _| {})).await.unwrap();
    let elsewhere = Folder::empty();
    let other = open(&elsewhere.place()).await;
    other.restore(Box::new(Cursor::new(backup)), &manifest, Since::default()).await.unwrap();
    assert_eq!(checked(&*other).await, checked(&*store).await);
    assert_eq!(other.end(&id).await.unwrap(), Seq::from(303));
    store.close().await.unwrap();
    other.close().await.unwrap();
}
