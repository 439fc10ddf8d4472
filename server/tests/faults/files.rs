//! So many connections that the system gives the server no more: whoever is at the board writes on, and when some have gone,
//! others come in again.
//!
//! Deliberately not here: how many connections a server can have. It asks for as many as the system allows.

use rustix::process::{Pid, Resource, Rlimit, prlimit};
use tokio::net::TcpStream;

use crate::common::{CONFERENCE, Client, Heard, dial, fresh, line};

/// What the server may have open.
const FILES: u64 = 64;
/// More than that.
const CROWD: usize = 120;

#[tokio::test(flavor = "multi_thread")]
async fn a_crowd_that_takes_every_connection_takes_nothing_from_those_who_are_there() {
    let (_folder, server) = fresh();
    let cookie = server.chair().await;
    let mut chair = Client::console(&server, &cookie).await;
    let pid = Pid::from_raw(i32::try_from(server.id()).unwrap());
    prlimit(pid, Resource::Nofile, Rlimit { current: Some(FILES), maximum: Some(FILES) }).unwrap();

    let mut crowd = Vec::new();
    for _ in 0..CROWD {
        crowd.push(TcpStream::connect(&server.address).await.unwrap());
    }
    for at in 0..20 {
        let id = format!("crowded-{at}");
        assert_eq!(chair.ask(&id, &line(&id, "Said in a crowd.")).await, Heard::Done);
    }
    drop(crowd);
    let console = format!("/socket/conference/{CONFERENCE}");
    while dial(&server, &console, &cookie, None).await.is_err() {}
    assert_eq!(chair.ask("after", &line("after", "Said when it is calm again.")).await, Heard::Done);
    let another = Client::console(&server, &cookie).await;
    let said = another.view.cards.values().filter(|card| card.words.starts_with("Said")).count();
    assert_eq!(said, 21, "everything that was said is there, once");
}
