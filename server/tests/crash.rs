//! The server is killed in the middle of bursts: what anybody was told is saved is there afterwards, once.
//!
//! Deliberately not here: browsers going on without a reload (that is in `end2end`).

mod common;

use std::collections::BTreeSet;

use board::wire::FromServer;
use common::{CONFERENCE, Client, Server, hearth, line};

/// How many times the server dies.
const DEATHS: usize = 50;
/// How many lines are on their way when it does.
const BURST: usize = 12;

#[tokio::test(flavor = "multi_thread")]
async fn fifty_deaths_in_the_middle_of_bursts_lose_nothing_that_was_called_saved() {
    let folder = tempfile::tempdir().unwrap();
    let mut server = Server::demo(folder.path());
    let cookie = server.chair().await;
    let address = server.address.clone();
    let mut saved = BTreeSet::new();
    for death in 0..DEATHS {
        let mut chair = Client::console(&server, &cookie).await;
        for at in 0..BURST {
            let id = format!("burst-{death}-{at}");
            chair.send(&id, &line(&id, &format!("Line {at} before death {death}."))).await;
        }
        // Each death comes a little later in its burst than the one before.
        for _ in 0..death % BURST {
            while !matches!(chair.hear().await, Some(FromServer::Done { .. })) {}
        }
        saved.extend(chair.done.iter().map(ToString::to_string));
        server.kill();
        server = Server::again(folder.path(), &address);
    }
    server.kill();

    let data = folder.path().to_str().unwrap();
    assert!(hearth(&["verify", "--data", data]).status.success());
    let out = hearth(&["export", CONFERENCE, "--data", data]);
    let record: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let ids: Vec<&str> = record["cards"].as_array().unwrap().iter().map(|card| card["id"].as_str().unwrap()).collect();
    assert!(saved.len() > DEATHS, "bursts were under way when the server died");
    for id in &saved {
        assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{id} was saved and is there once");
    }
}
