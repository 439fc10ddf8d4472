//! Nodes die while people write through both: what was called saved is there, and whoever was at the one that died is back
//! soon, at the other or at the same.
//!
//! Deliberately without a proxy and a browser's patience: a client goes at once where a proxy would lead it.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use board::command::Command;
use board::wire::FromServer;
use futures_util::future::join_all;

use crate::common::{Client, Heard, Server, line};
use crate::pair::{Nodes, times};

/// How many times a node dies in `make test`. The README says how to ask for more.
const DEATHS: (&str, usize) = ("HEARTH_NODE_DEATHS", 4);
/// How many lines are on their way through each node when one of them dies.
const BURST: usize = 10;
/// How many more watch through the node that dies.
const WATCHING: usize = 20;
/// Whoever was at a node that died is back within this, with all that was called saved.
const BACK: Duration = Duration::from_secs(5);

/// What was sent, and what of it was called saved.
#[derive(Default)]
struct Lines {
    sent: BTreeMap<String, Command>,
    saved: BTreeSet<String>,
}

impl Lines {
    async fn burst(&mut self, client: &mut Client, through: &str) {
        for at in 0..BURST {
            let id = format!("{through}-{at}");
            let added = line(&id, &format!("Line {at}, {through}."));
            client.send(&id, &added).await;
            self.sent.insert(id, added);
        }
    }

    fn told(&mut self, client: &Client) {
        self.saved.extend(client.done.iter().map(ToString::to_string));
    }

    /// Sends again what nobody was told is saved.
    async fn again(&mut self, client: &mut Client) {
        for (id, added) in &self.sent {
            if !self.saved.contains(id) {
                assert_eq!(client.ask(id, added).await, Heard::Done);
                self.saved.insert(id.clone());
            }
        }
    }

    fn are_shown_to(&self, client: &Client) -> bool {
        let shown: BTreeSet<String> = client.view.cards.keys().map(ToString::to_string).collect();
        self.saved.is_subset(&shown)
    }

    /// So many open the console at this node, all at once, and each sees everything.
    async fn are_seen(&self, node: &Server, cookie: &str, watching: usize) {
        let back = join_all((0..watching).map(|_| Client::console(node, cookie))).await;
        assert!(back.iter().all(|client| self.are_shown_to(client)), "whoever is back sees everything");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nodes_that_die_again_and_again_lose_nothing_that_was_called_saved() {
    let deaths = times(DEATHS);
    let mut nodes = Nodes::start();
    let cookie = nodes.both[0].chair().await;
    let (mut lines, mut over, mut again) = (Lines::default(), Duration::ZERO, Duration::ZERO);
    for death in 0..deaths {
        let (dying, staying) = (death % 2, (death + 1) % 2);
        let watching = join_all((0..WATCHING).map(|_| Client::console(&nodes.both[dying], &cookie))).await;
        let mut doomed = Client::console(&nodes.both[dying], &cookie).await;
        let mut safe = Client::console(&nodes.both[staying], &cookie).await;
        lines.burst(&mut doomed, &format!("doomed-{death}")).await;
        let mut safely = Lines::default();
        safely.burst(&mut safe, &format!("safe-{death}")).await;
        // Each death comes a little later in its burst than the one before.
        for _ in 0..=death % BURST {
            while !matches!(doomed.hear().await, Some(FromServer::Done { .. })) {}
        }
        nodes.both[dying].kill();
        let died = Instant::now();
        lines.told(&doomed);
        let ended = join_all(watching.into_iter().map(async |mut client| client.ended().await)).await;
        assert_eq!(ended, [None; WATCHING], "the dead say no goodbye");

        // Whoever was at the node that died goes to the other one and sends again what they were not told is saved.
        let mut moved = Client::console(&nodes.both[staying], &cookie).await;
        lines.again(&mut moved).await;
        lines.are_seen(&nodes.both[staying], &cookie, WATCHING).await;
        over = over.max(died.elapsed());
        let started = Instant::now();
        nodes.starts_again(dying);
        lines.are_seen(&nodes.both[dying], &cookie, WATCHING).await;
        again = again.max(started.elapsed());

        while safe.done.len() < BURST {
            safe.hear().await.expect("the other node goes on as if nothing had happened");
        }
        safely.told(&safe);
        lines.sent.extend(safely.sent);
        lines.saved.extend(safely.saved);
    }

    assert_eq!(lines.saved, lines.sent.keys().cloned().collect(), "in the end everything is saved");
    let stored = nodes.stored();
    for id in &lines.saved {
        assert_eq!(stored.iter().filter(|other| *other == id).count(), 1, "{id} is there once");
    }
    nodes.hearth(&["verify"]);
    for node in &nodes.both {
        lines.are_seen(node, &cookie, 1).await;
    }
    println!("{deaths} deaths, {} lines called saved, none lost", lines.saved.len());
    println!("after a death the slowest were back at the other node in {} ms", over.as_millis());
    println!("and at the same node, from when it was started again, in {} ms", again.as_millis());
    assert!(over < BACK && again < BACK, "everybody is back soon");
}
