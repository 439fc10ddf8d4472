//! Several nodes on one PostgreSQL: it does not matter through which of them somebody comes, nor which of them dies.
//!
//! Deliberately not here: one node alone, which is the same on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "../../store/tests/support/cluster.rs"]
mod cluster;
#[path = "../common/mod.rs"]
mod common;
mod deaths;
mod frozen;
mod pair;
mod unheard;

use board::command::Command;
use board::seat::Holder;
use common::{CONFERENCE, Client, Heard, Server, line};
use pair::{Nodes, has};

#[tokio::test(flavor = "multi_thread")]
async fn people_at_different_nodes_are_at_one_conference() {
    let nodes = Nodes::start();
    let [one, two] = &nodes.both;
    let mut chair = Client::console(one, &one.chair().await).await;
    let mut clerk = Client::console(two, &two.clerk().await).await;
    assert_eq!(chair.ask("c-1", &line("from-one", "Said through the first node.")).await, Heard::Done);
    assert_eq!(clerk.ask("c-2", &line("from-two", "Said through the second node.")).await, Heard::Done);
    chair.until(has("Said through the second node.")).await;
    clerk.until(has("Said through the first node.")).await;

    // A parent asks to come in at one node, is let in at the other, and opens the page at the first.
    let phone = two.join(&one.code(&format!("the lobby of {CONFERENCE}")), "Gosia").await;
    chair.until(|view| view.seats.values().any(|seat| seat.holder == Holder::Waiting("Gosia".to_owned()))).await;
    let seat = chair.view.seats.keys().next().unwrap().clone();
    let holder = Holder::Person("gosia".parse().unwrap());
    assert_eq!(chair.ask("c-3", &Command::GiveSeat { seat: seat.clone(), holder }).await, Heard::Done);
    let mut phone = Client::open(two, "/socket/seat", &phone).await;
    assert_eq!(chair.ask("c-4", &Command::CloseSeat { seat }).await, Heard::Done);
    assert_eq!(phone.ended().await, Some(4403), "a seat that is closed at one node is closed at all");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_out_at_one_node_or_is_disabled_by_hand_is_out_at_all() {
    let nodes = Nodes::start();
    let [one, two] = &nodes.both;
    let (chair, clerk) = (one.chair().await, one.clerk().await);
    let mut screens = [Client::console(two, &chair).await, Client::console(two, &clerk).await];
    one.post("/sign-out", &chair, "").await;
    nodes.hearth(&["account", "disable", "oluwaseun"]);
    for screen in &mut screens {
        assert_eq!(screen.ended().await, Some(4401));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tablet_that_is_put_away_through_one_node_is_put_away_at_all() {
    let nodes = Nodes::start();
    let [one, two] = &nodes.both;
    let tablet = one.join(&one.code("a tablet for Tomek"), "").await;
    let mut open = Client::open(one, "/socket/seat", &tablet).await;
    let shows = async |node: &Server| node.get("/seat", &tablet).await.1.contains("Maja still get to see");
    assert!(shows(one).await && shows(two).await);
    two.post("/given/away", &tablet, "4711").await;
    assert!(!shows(one).await && !shows(two).await);
    one.post("/given/back", &tablet, "0000").await;
    assert!(!shows(one).await && !shows(two).await);
    one.post("/given/back", &tablet, "4711").await;
    assert!(shows(one).await && shows(two).await);
    open.say(r#"{"frame":"ping"}"#).await;
    assert!(open.hear().await.is_some(), "what was being written under the cover is still connected");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_command_through_both_nodes_is_carried_out_once() {
    let nodes = Nodes::start();
    let [one, two] = &nodes.both;
    let cookie = one.chair().await;
    let mut chairs = [Client::console(one, &cookie).await, Client::console(two, &cookie).await];
    for turn in 0..20 {
        let id = format!("twice-{turn}");
        let added = line(&id, "Sent through both nodes at the same moment.");
        let [first, second] = &mut chairs;
        let answers = tokio::join!(first.ask(&id, &added), second.ask(&id, &added));
        assert_eq!(answers, (Heard::Done, Heard::Done));
        for chair in &chairs {
            assert!(chair.view.cards.keys().any(|card| card.as_str() == id), "whoever is told so also sees it");
        }
    }
    let stored = nodes.stored();
    assert_eq!(stored.iter().filter(|id| id.starts_with("twice-")).count(), 20);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_commands_through_two_nodes_at_the_same_moment_are_both_carried_out() {
    let nodes = Nodes::start();
    let [one, two] = &nodes.both;
    let cookie = one.chair().await;
    let mut chairs = [Client::console(one, &cookie).await, Client::console(two, &cookie).await];
    for turn in 0..20 {
        let ids = [format!("one-{turn}"), format!("two-{turn}")];
        let [left, right] = ids.each_ref().map(|id| line(id, "Somebody else speaks at the same moment."));
        let [first, second] = &mut chairs;
        let answers = tokio::join!(first.ask(&ids[0], &left), second.ask(&ids[1], &right));
        assert_eq!(answers, (Heard::Done, Heard::Done), "whoever comes second is decided anew");
    }
    let stored = nodes.stored();
    assert_eq!(stored.iter().filter(|id| id.starts_with("one-") || id.starts_with("two-")).count(), 40);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_through_one_node_is_found_at_once_through_the_other() {
    let nodes = Nodes::start();
    let [one, two] = &nodes.both;
    let cookie = one.chair().await;
    let page = format!("/conferences/{CONFERENCE}");
    assert_eq!(two.get(&page, &cookie).await.0, 200, "the other node has the conference open already");
    let mut chair = Client::console(one, &cookie).await;
    for turn in 0..20 {
        let words = format!("Line {turn} for the other node.");
        assert_eq!(chair.ask(&format!("found-{turn}"), &line(&format!("found-{turn}"), &words)).await, Heard::Done);
        assert!(two.get(&page, &cookie).await.1.contains(&words), "{words}");
    }
}
