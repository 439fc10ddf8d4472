//! A node stands still while the other goes on, and wakes up believing that it is where it was: what it decides then counts
//! for nothing until it has taken in what it missed.
//!
//! Deliberately no owner, no lease and no token: a place in the log is taken once, and that is the fence. Two who want the
//! very same place at the very same moment are in the store's own story.

use board::command::Command;
use board::rejection::Rejection;

use crate::common::{Client, Heard, line};
use crate::pair::{Nodes, has, times};

const FENCED: (&str, usize) = ("HEARTH_FENCED", 10);

fn reworded(was: &str, words: &str) -> Command {
    Command::RewordCard { card: "L".parse().unwrap(), was: was.to_owned(), words: words.to_owned() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_that_stood_still_overwrites_nothing_and_tells_its_chair() {
    let nodes = Nodes::start();
    let cookie = nodes.both[0].chair().await;
    let mut clients = [Client::console(&nodes.both[0], &cookie).await, Client::console(&nodes.both[1], &cookie).await];
    let (turns, mut stands) = (times(FENCED), "As it was put down".to_owned());
    assert_eq!(clients[0].ask("line", &line("L", &stands)).await, Heard::Done);
    for turn in 0..turns {
        for client in &mut clients {
            client.until(has(&stands)).await;
        }
        let (still, words) = (turn % 2, [format!("Said in time {turn}"), format!("Said on waking {turn}")]);
        let [first, second] = &mut clients;
        let (asleep, awake) = if still == 0 { (first, second) } else { (second, first) };
        nodes.both[still].freeze();
        asleep.send(&format!("asleep-{turn}"), &reworded(&stands, &words[1])).await;
        assert_eq!(awake.ask(&format!("awake-{turn}"), &reworded(&stands, &words[0])).await, Heard::Done);
        nodes.both[still].thaw();
        let told = asleep.told(&format!("asleep-{turn}")).await;
        stands.clone_from(&words[0]);
        assert_eq!(told, Heard::Rejected(Rejection::ChangedMeanwhile { now: stands.clone() }), "turn {turn}");
    }
    for client in &mut clients {
        client.until(has(&stands)).await;
    }
    nodes.hearth(&["verify"]);
    println!("{turns} times a node woke up behind the other; nothing was overwritten");
}
