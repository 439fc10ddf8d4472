//! Everybody speaks, listens, lags, leaves and comes back while the log fails and nodes go away, in an order that the dice
//! throw: every acknowledged command is in the log once, and everybody sees the log's order, without a gap and nothing
//! twice.
//!
//! Deliberately no model checker of threads and locks. A snapshot and the differences after it are handed over inside one
//! task: to listen is an ask like any other, and the same task decides, stores, folds and shows. What is left to go wrong is
//! the order in which asks, answers and hints arrive, so that is thrown, on a runtime with one thread and the real rooms.
//! A checker would need every channel of the room and of the runtime to be its own. A seed has the same schedule again but
//! for one throw, which is the runtime's: which of two things that are ready a `select!` takes.

#[path = "../../tests/faults/dice.rs"]
mod dice;
mod guest;
mod shelf;

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use board::audience::{Audience, Onlooker};
use board::decide::{Actor, Who};
use board::event::{Batch, Intent};
use board::id::ConferenceId;
use board::record::Record;
use board::state::State;
use board::view::project_to;
use store::Seq;
use tokio::time::timeout;
use tokio_util::sync::CancellationToken;

use self::dice::{Dice, times};
use self::guest::Guest;
use self::shelf::Shelf;
use crate::journal;
use crate::rooms::Rooms;

const SCHEDULES: (&str, u64) = ("HEARTH_SCHEDULES", 100);

/// How many come for each node, and how many lines each of them writes.
const AT_A_NODE: usize = 3;
const GUESTS: [(Actor, Audience); AT_A_NODE] =
    [(Actor::Chair, Audience::Chair), (Actor::Clerk, Audience::Clerk), (Actor::Chair, Audience::Wall)];
const NODES: usize = 2;
const LINES: usize = 2;
const ALL: usize = AT_A_NODE * NODES * LINES;

/// How many times a node goes away and is there again.
const GOES_AWAY: u64 = 3;

/// No schedule takes so long, unless somebody waits for what never comes.
const DEADLINE: Duration = Duration::from_secs(20);

/// What a conference is before anybody has said anything.
const INVENTED: &str = include_str!("../../demo/1-initial.json");

fn id() -> ConferenceId {
    "one".parse().unwrap()
}

/// The first events of the conference.
fn opening() -> store::Batch {
    let whole: serde_json::Value = serde_json::from_str(INVENTED).unwrap();
    let bare = ["format", "conference", "framework", "children"].map(|part| (part.to_owned(), whole[part].clone()));
    let mut bare: serde_json::Map<String, serde_json::Value> = bare.into_iter().collect();
    bare.insert("people".to_owned(), serde_json::json!([]));
    let record: Record = serde_json::from_value(bare.into()).unwrap();
    let (command, actor) = ("opening".parse().unwrap(), "server".to_owned());
    let batch =
        Batch { command, actor, at: jiff::Timestamp::UNIX_EPOCH, intent: Intent::Do, events: record.to_events() };
    journal::written(&id(), Seq::ZERO, &batch).unwrap()
}

/// A node: its rooms, and word that it goes away.
struct Node(Mutex<(Arc<Rooms>, CancellationToken)>);

impl Node {
    fn on(shelf: &Arc<Shelf>) -> Self {
        Self(Mutex::new(Self::fresh(shelf)))
    }

    fn fresh(shelf: &Arc<Shelf>) -> (Arc<Rooms>, CancellationToken) {
        (Arc::new(Rooms::new(shelf.clone(), shelf.clone())), CancellationToken::new())
    }

    fn now(&self) -> (Arc<Rooms>, CancellationToken) {
        self.0.lock().unwrap().clone()
    }

    /// It ends, and is there again with nothing in its memory.
    fn starts_again(&self, on: &Arc<Shelf>) {
        let (_, stopping) = std::mem::replace(&mut *self.0.lock().unwrap(), Self::fresh(on));
        stopping.cancel();
    }
}

/// Waits a while, as the dice say: others come first meanwhile.
async fn pause(turns: u64) {
    for _ in 0..turns {
        tokio::task::yield_now().await;
    }
}

/// What happened in all schedules together: a story in which something never happens tells nothing of it.
#[derive(Debug, Default)]
struct Tally {
    differences: usize,
    wholes: usize,
    conflicts: usize,
    repeats: usize,
    failures: usize,
}

#[test]
fn in_whichever_order_things_come_all_that_is_saved_is_seen_once_and_in_order() {
    let mut dice = Dice::thrown("schedules");
    let (schedules, opening) = (times(SCHEDULES.0, SCHEDULES.1), opening());
    let mut tally = Tally::default();
    for _ in 0..schedules {
        let seed = dice.below(u64::MAX);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let told = runtime.block_on(async { timeout(DEADLINE, one(seed, &opening, &mut tally)).await });
        told.unwrap_or_else(|_| panic!("schedule {seed}: somebody waits for what never comes"));
    }
    println!("{schedules} schedules: {tally:?}");
    let Tally { differences, wholes, conflicts, repeats, failures } = tally;
    assert!([differences, wholes, conflicts, failures].iter().all(|times| *times > 0), "all of it happens");
    // Seldom enough that few schedules may have none.
    assert!(schedules < 1_000 || repeats > 0, "and things come that are in the log already");
}

/// One schedule.
async fn one(seed: u64, opening: &store::Batch, tally: &mut Tally) {
    let mut dice = Dice::loaded(seed);
    let shelf = Shelf::with(opening.clone(), Dice::loaded(dice.below(u64::MAX)));
    let nodes: Vec<_> = (0..NODES).map(|_| Arc::new(Node::on(&shelf))).collect();
    let mut guests = Vec::new();
    for at in 0..NODES {
        // The chairs of two nodes are two people, and each of their consoles says what that one can take back.
        let account = Some(format!("0b54f1c2-7b1e-4c58-9a3d-2f6a1c0d9e7{at}").parse().unwrap());
        for (actor, audience) in GUESTS {
            let name = format!("{at}-{audience:?}");
            let who = Who { actor, account: account.clone() };
            let onlooker = Onlooker { audience, account: account.clone() };
            let dice = Dice::loaded(dice.below(u64::MAX));
            let guest = Guest::new(&name, who, onlooker, nodes.clone(), &shelf, dice);
            guests.push(tokio::spawn(guest.stay()));
        }
    }
    let mut saved = BTreeSet::new();
    let all = async {
        for guest in guests {
            let left = guest.await.unwrap_or_else(|what| panic!("schedule {seed}: {what}"));
            tally.differences += left.differences;
            tally.wholes += left.wholes;
            assert_eq!(left.view, Some(project_to(&state(&shelf).await, &left.onlooker)), "schedule {seed}");
            saved.extend(left.saved);
        }
    };
    tokio::select! {
        () = all => {}
        never = meanwhile(&nodes, &shelf, dice) => match never {},
    }
    assert_eq!(saved.len(), ALL, "schedule {seed}: everybody was told of everything");
    let mut kept = shelf.commands();
    assert_eq!(kept.remove(0).as_str(), "opening");
    let once: BTreeSet<_> = kept.iter().cloned().collect();
    assert_eq!((once, kept.len()), (saved, ALL), "schedule {seed}: each is in the log, once");
    tally.conflicts += shelf.conflicts();
    tally.repeats += shelf.repeats();
    tally.failures += shelf.failures();
}

/// Nodes go away and are there again; and what was said to nobody is found by looking.
async fn meanwhile(nodes: &[Arc<Node>], shelf: &Arc<Shelf>, mut dice: Dice) -> Infallible {
    for _ in 0..GOES_AWAY {
        pause(dice.below(60)).await;
        dice.one_of(nodes).starts_again(shelf);
    }
    loop {
        pause(20).await;
        shelf.look();
    }
}

/// The conference as the log has it.
async fn state(shelf: &Arc<Shelf>) -> State {
    loop {
        // The shelf fails now and then; the log is still the log.
        if let Ok(opened) = journal::open(shelf.as_ref(), &id()).await {
            return opened.state;
        }
    }
}
