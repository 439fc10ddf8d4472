//! The connection over which a node hears of the others breaks, again and again: what is said meanwhile is said to nobody,
//! and still everybody at that node has it, once and in its order.
//!
//! Deliberately only that one connection: a node without a database is another story, and `faults` tells it.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use crate::cluster::Cluster;
use crate::common::{Client, Heard, line};
use crate::pair::{Nodes, times};

const LISTENERS: (&str, usize) = ("HEARTH_LISTENERS", 5);

/// How many lines are written behind the back of a node that hears nothing.
const LINES: usize = 3;

/// How long a node may take to listen again.
const DEADLINE: Duration = Duration::from_mins(1);

impl Nodes {
    /// The connections that listen, of all nodes.
    fn listeners(&self) -> BTreeSet<String> {
        let listening = format!(
            "select pid from pg_stat_activity where datname = '{}' and query ilike 'listen%'",
            self.database.name
        );
        self.psql(&listening).lines().map(str::to_owned).collect()
    }

    /// Waits until a node listens again whose connection was broken, and finds that connection among the others'.
    fn listener_beside(&self, others: &BTreeSet<String>) -> String {
        let begun = Instant::now();
        loop {
            if let Some(listener) = self.listeners().difference(others).next() {
                return listener.clone();
            }
            assert!(begun.elapsed() < DEADLINE, "the node listens again");
        }
    }

    fn psql(&self, sql: &str) -> String {
        Cluster::get().run("psql", &["-qAtX", "-d", &self.database.name, "-c", sql]).unwrap()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_whose_listening_connection_breaks_shows_everything_once_and_in_order() {
    let mut nodes = Nodes::start();
    // The second node alone is cut off: whichever listens while it is away is the first.
    nodes.both[1].kill();
    let gone = Instant::now();
    while nodes.listeners().len() != 1 {
        assert!(gone.elapsed() < DEADLINE, "the second node's connection ends with it");
    }
    let firsts = nodes.listeners();
    nodes.starts_again(1);
    let cookie = nodes.both[0].chair().await;
    let mut writes = Client::console(&nodes.both[0], &cookie).await;
    let mut reads = Client::console(&nodes.both[1], &cookie).await;
    let (breaks, mut sent) = (times(LISTENERS), Vec::new());
    for turn in 0..breaks {
        let listener = nodes.listener_beside(&firsts);
        assert_eq!(nodes.psql(&format!("select pg_terminate_backend({listener})")), "t");
        for at in 0..LINES {
            let id = format!("unheard-{turn}-{at}");
            assert_eq!(writes.ask(&id, &line(&id, &format!("Line {at} after break {turn}."))).await, Heard::Done);
            sent.push(id);
        }
        while !reads.view.cards.keys().any(|card| card.as_str() == sent[sent.len() - 1]) {
            reads.hear().await.expect("the other node shows it in time");
            let shown = sent.iter().take_while(|id| reads.view.cards.keys().any(|card| card.as_str() == **id)).count();
            let later = sent.iter().skip(shown).filter(|id| reads.view.cards.keys().any(|card| card.as_str() == **id));
            assert_eq!(later.count(), 0, "nothing is shown before what was written before it");
        }
    }
    let stored = nodes.stored();
    let ours: Vec<_> = stored.iter().filter(|id| id.starts_with("unheard-")).collect();
    assert_eq!(ours, sent.iter().collect::<Vec<_>>(), "each once, in the order in which they were written");
    println!("{breaks} times nobody listened; {} lines came all the same", sent.len());
}
