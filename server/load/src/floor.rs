//! The bare floor: the least that can keep the same promise. Socket in, group-committed append with `fdatasync`, one shared
//! buffer out.
//!
//! Deliberately without anything a conference needs: no rules, no views, no seals. What Hearth takes beyond this is the
//! price of those.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context as _;
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::{broadcast, mpsc};
use tokio_tungstenite::accept_hdr_async_with_config;
use tokio_tungstenite::tungstenite::handshake::server::{Request, Response};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};

use crate::frames;

/// How many edits may wait for a viewer; one that is slower is cut off.
const WAITING: usize = 4_096;

/// How many connections may wait to be taken, as with Hearth.
const TAKEN_LATER: u32 = 4_096;

/// What the floor prints before its address.
pub(crate) const GREETING: &str = "The floor is at ";

/// The path that answers with the number of times the disk was waited for.
pub(crate) const SYNCS: &str = "/syncs";

/// One board: every edit it ever had, and those who watch.
struct Board {
    log: Vec<Utf8Bytes>,
    out: broadcast::Sender<Utf8Bytes>,
}

/// Everything the sockets share.
struct Floor {
    boards: Mutex<BTreeMap<String, Board>>,
    edits: mpsc::UnboundedSender<(String, Utf8Bytes)>,
    syncs: Arc<AtomicUsize>,
}

/// Serves until the process is ended.
///
/// # Errors
/// When it cannot listen or write.
pub async fn serve(file: &Path) -> anyhow::Result<()> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(SocketAddr::from(([127, 0, 0, 1], 0)))?;
    let listener = socket.listen(TAKEN_LATER)?;
    let (edits, inbox) = mpsc::unbounded_channel();
    let syncs = Arc::default();
    let floor = Arc::new(Floor { boards: Mutex::default(), edits, syncs: Arc::clone(&syncs) });
    let file = File::create(file).context("the floor has no file")?;
    let publisher = Arc::clone(&floor);
    std::thread::spawn(move || write(file, inbox, &publisher));
    writeln!(std::io::stdout(), "{GREETING}{}", listener.local_addr()?)?;
    loop {
        let (stream, _) = listener.accept().await?;
        let floor = Arc::clone(&floor);
        // A socket that ends is nobody's failure.
        tokio::spawn(async move { drop(floor.talk(stream).await) });
    }
}

/// Takes what is waiting, writes it with one wait for the disk, and passes each edit on.
fn write(mut file: File, mut inbox: mpsc::UnboundedReceiver<(String, Utf8Bytes)>, floor: &Floor) {
    let mut group = Vec::new();
    while inbox.blocking_recv_many(&mut group, WAITING) > 0 {
        let bytes: Vec<u8> = group.iter().flat_map(|(_, edit)| edit.bytes().chain([b'\n'])).collect();
        if file.write_all(&bytes).and_then(|()| file.sync_data()).is_err() {
            // Nothing that is not on the disk is passed on.
            return;
        }
        floor.syncs.fetch_add(1, Ordering::Relaxed);
        let mut boards = floor.boards.lock().unwrap_or_else(PoisonError::into_inner);
        for (path, edit) in group.drain(..) {
            let board = boards.entry(path).or_default();
            board.log.push(edit.clone());
            // Nobody may be watching.
            let _ = board.out.send(edit);
        }
    }
}

impl Default for Board {
    fn default() -> Self {
        Self { log: Vec::new(), out: broadcast::channel(WAITING).0 }
    }
}

impl Floor {
    async fn talk(&self, stream: TcpStream) -> anyhow::Result<()> {
        stream.set_nodelay(true)?;
        let mut path = String::new();
        let config = WebSocketConfig::default().read_buffer_size(4 * 1024).write_buffer_size(0);
        let mut socket = accept_hdr_async_with_config(stream, header(&mut path), Some(config)).await?;
        if path == SYNCS {
            let syncs = self.syncs.load(Ordering::Relaxed).to_string();
            return Ok(socket.send(Message::text(syncs)).await?);
        }
        let (path, had) = path.split_once("?had=").unwrap_or((&path, "0"));
        let had: usize = had.parse()?;
        let (snapshot, mut edits) = self.watch(path, had);
        socket.send(Message::text(snapshot)).await?;
        loop {
            tokio::select! {
                edit = edits.recv() => socket.send(Message::Text(edit?)).await?,
                message = socket.next() => match message.context("gone")?? {
                    Message::Text(edit) if frames::edits(&edit).next().is_some() => {
                        self.edits.send((path.to_owned(), edit))?;
                    }
                    Message::Close(_) => return Ok(()),
                    _ => {}
                },
            }
        }
    }

    /// What was there before, from what this viewer has had, and what comes after: nothing falls between the two.
    fn watch(&self, path: &str, had: usize) -> (String, broadcast::Receiver<Utf8Bytes>) {
        let mut boards = self.boards.lock().unwrap_or_else(PoisonError::into_inner);
        let board = boards.entry(path.to_owned()).or_default();
        let missed = board.log.get(had..).unwrap_or_default();
        let joined = missed.iter().map(Utf8Bytes::as_str).collect::<Vec<_>>().join(",");
        (format!("[{joined}]"), board.out.subscribe())
    }
}

/// Takes the path from the handshake.
#[expect(clippy::result_large_err, reason = "the library's own signature")]
fn header(
    path: &mut String,
) -> impl FnOnce(&Request, Response) -> Result<Response, tokio_tungstenite::tungstenite::handshake::server::ErrorResponse>
{
    move |request, response| {
        *path = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
        Ok(response)
    }
}
