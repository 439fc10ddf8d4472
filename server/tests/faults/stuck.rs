//! A device that takes nothing in any more, like a projector whose computer hangs: nobody else waits for it, the server keeps
//! next to nothing for it, and when it is there again it has everything.
//!
//! How long the others wait is printed beside how long they waited before; asserted is only that none of their lines waits for
//! the device that hangs, which would be for a minute and a half. A device that takes in
//! nothing for a minute and a half is given up (`server/src/web/socket`): for that, ask for more seconds. Deliberately here is
//! no code that it is told: what takes nothing in hears nothing either.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use tokio::net::TcpSocket;
use tokio::time::{MissedTickBehavior, interval};
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::{MaybeTlsStream, client_async};

use crate::common::Server;
use crate::desk::{Desk, Socket, resync};
use crate::dice::times;
use crate::house::House;
use crate::system::memory;

/// How many devices of the room hang, and for how many seconds somebody writes meanwhile.
const STUCK: (&str, u64) = ("HEARTH_STUCK", 1);
const SECONDS: (&str, u64) = ("HEARTH_STUCK_SECONDS", 0);
/// How many devices there are, those that hang among them.
const ROOM: u64 = 30;
/// So many lines at least are written before and meanwhile.
const LINES: u64 = 150;
/// So often a device that hangs has asked for the whole board before: more than the system keeps for it, so that the server
/// stands in the middle of a frame.
const WHOLES: usize = 100;
const A_SECOND: u32 = 5;
/// So little does the system keep for a device that hangs, in bytes, so that it shows early.
const NARROW: u32 = 4 * 1024;
/// Longer than anybody is waited for.
const GIVEN_UP: u64 = 95;
/// What the server may hold more for each device that hangs, and for all that was written, in KiB.
const MOST_KEPT: u64 = 512;
const MOST_GROWN: u64 = 4 * 1024;
/// The longest that a line may take; whoever waited for a device that hangs would wait for longer.
const LONGEST: Duration = Duration::from_secs(30);

/// A device whose system keeps little for it.
async fn narrow(desk: &mut Desk, address: &str) -> Socket {
    let server: SocketAddr = address.parse().unwrap();
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(NARROW).unwrap();
    let stream = MaybeTlsStream::Plain(socket.connect(server).await.unwrap());
    let mut request = format!("ws://{address}{}", desk.path()).into_client_request().unwrap();
    request.headers_mut().insert("cookie", desk.cookie().parse().unwrap());
    request.headers_mut().insert("origin", format!("http://{address}").parse().unwrap());
    let (socket, _) = client_async(request, stream).await.unwrap();
    let mut socket = desk.greet(socket).await.unwrap();
    for _ in 0..WHOLES {
        assert!(resync(&mut socket).await);
    }
    socket
}

/// A desk with a connection of its own.
async fn connected(mut desk: Desk, server: &Server) -> (Desk, Socket) {
    let socket = desk.connect(&server.address).await.unwrap();
    (desk, socket)
}

/// One writes so many lines, each once everybody who is awake has the one before; gives how long each took, sorted.
async fn write(writer: &mut (Desk, Socket), awake: &mut [(Desk, Socket)], lines: u64) -> Vec<Duration> {
    let mut took = Vec::new();
    let mut beat = interval(Duration::from_secs(1) / A_SECOND);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for _ in 0..lines {
        if lines > LINES {
            beat.tick().await;
        }
        let begun = Instant::now();
        let (desk, socket) = &mut *writer;
        let until = desk.saved.len() + 1;
        assert!(desk.write_over(socket, until).await, "whoever is awake stays connected");
        let line = desk.saved.last().cloned();
        join_all(awake.iter_mut().map(async |(desk, socket)| {
            assert!(desk.watch_over(socket, line.as_slice()).await, "whoever is awake stays connected");
        }))
        .await;
        took.push(begun.elapsed());
    }
    took.sort_unstable();
    took
}

/// What 99 of 100 waited at most.
fn p99(took: &[Duration]) -> Duration {
    took[took.len() * 99 / 100]
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_waits_for_a_device_that_takes_nothing_in_and_it_has_everything_when_it_is_back() {
    let (stuck, seconds) = (times(STUCK.0, STUCK.1), times(SECONDS.0, SECONDS.1));
    let mut house = House::new(1, None).await;
    let server = house.serve();
    let desk = house.desks.remove(0);
    let (board, cookie) = (desk.conference.to_string(), desk.cookie().to_owned());
    let mut awake = Vec::new();
    for _ in stuck + 1..ROOM {
        awake.push(connected(Desk::open(&server, &board, &cookie, &house.told()).await, &server).await);
    }
    let mut writer = connected(desk, &server).await;
    let before = write(&mut writer, &mut awake, LINES).await;

    let mut hanging = Vec::new();
    for _ in 0..stuck {
        let mut desk = Desk::open(&server, &board, &cookie, &house.told()).await;
        let socket = narrow(&mut desk, &server.address).await;
        hanging.push((desk, socket));
    }
    let held = memory(&server);
    let meanwhile = write(&mut writer, &mut awake, LINES.max(u64::from(A_SECOND) * seconds)).await;
    let held = memory(&server).saturating_sub(held);
    let mut given_up = 0;
    for (desk, socket) in &mut hanging {
        if !desk.watch_over(socket, &writer.0.saved).await {
            given_up += 1;
            desk.watch(&server.address, &writer.0.saved).await;
        }
    }
    println!("{stuck} of {ROOM} devices hung for {} lines, {given_up} of them were given up", meanwhile.len());
    println!("the server held {held} KiB more at the end of it");
    let longest = meanwhile.last().copied().unwrap_or_default();
    let (before, meanwhile) = (p99(&before), p99(&meanwhile));
    println!("the others had a line after {before:?} before and {meanwhile:?} meanwhile, in 99 of 100 cases");
    assert!(longest < LONGEST, "nobody waits: the longest was {longest:?}");
    assert!(held < MOST_GROWN + MOST_KEPT * stuck, "what is kept for whoever hangs does not grow with what they miss");
    assert_eq!(given_up, if seconds > GIVEN_UP { stuck } else { 0 }, "they are given up after so long, and not before");
    assert!(house.says_no_panic());
}
