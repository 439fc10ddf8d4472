//! Connections on which somebody begins to say what they want and never ends: each loses its place after a few seconds, and
//! whoever is at a board does not notice.
//!
//! Deliberately not here: connections that are sockets already (`stuck`), and more of them than the system gives (`files`).

use std::time::Duration;

use futures_util::future::join_all;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::common::{Client, Heard, Server, fresh, line};
use crate::dice::times;

const SILENT: (&str, u64) = ("HEARTH_SILENT", 200);
/// Longer than the head of a request may take (`server/src/web/accept.rs`).
const DEADLINE: Duration = Duration::from_secs(30);

/// Begins a request and waits until the server has had enough; whether it has.
async fn never_ends(server: &Server) -> bool {
    let mut stream = TcpStream::connect(&server.address).await.unwrap();
    stream.write_all(b"GET /conferences HTTP/1.1\r\nhost: hearth\r\nx-slow: ").await.unwrap();
    timeout(DEADLINE, stream.read_to_end(&mut Vec::new())).await.is_ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_never_says_what_they_want_keeps_no_place_from_others() {
    let (_folder, server) = fresh();
    let mut chair = Client::console(&server, &server.chair().await).await;
    let silent = (0..times(SILENT.0, SILENT.1)).map(|_| never_ends(&server));
    let written = async {
        for at in 0..20 {
            let id = format!("beside-{at}");
            assert_eq!(chair.ask(&id, &line(&id, "Said beside those who say nothing.")).await, Heard::Done);
        }
    };
    let (ended, ()) = tokio::join!(join_all(silent), written);
    assert!(ended.iter().all(|ended| *ended), "every one of them has lost its place");
    assert_eq!(chair.ask("after", &line("after", "And afterwards.")).await, Heard::Done, "nobody else has");
}
