//! A chair at one board, who writes line after line as a page would: what was not said to be saved is kept, and sent again
//! after every reconnect.
//!
//! What is kept and what is let go of is the browser's own rule (`board::replica`). Deliberately not here: checking.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use board::id::{CardId, CommandId, ConferenceId};
use board::replica::{Outcome, Pending, Replica};
use board::view::View;
use board::wire::{FromClient, FromServer, PROTOCOL};
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::common::overheard::is_secret;
use crate::common::{Client, Server, dial_at, line};

pub(crate) type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// How many lines are on their way at the same time.
const ON_THEIR_WAY: usize = 3;

/// What every line ends with: no log has it.
const WRITTEN: &str = "of this board.";

/// How long an answer may take before something is wrong with this story: a node gives a database half a minute for a write, and
/// as long to say what is there after all.
const DEADLINE: Duration = Duration::from_mins(2);

pub(crate) struct Desk {
    pub(crate) conference: ConferenceId,
    /// What its lines are numbered under: no other desk at the conference has it.
    name: String,
    cookie: String,
    replica: Replica,
    written: usize,
    /// What was said to be saved, in the order in which it was said.
    pub(crate) saved: Vec<CommandId>,
    /// Counts what is said to be saved at all desks of a house.
    told: Arc<Semaphore>,
}

impl Desk {
    /// A desk with the page that its chair has opened.
    pub(crate) async fn open(server: &Server, conference: &str, cookie: &str, told: &Arc<Semaphore>) -> Self {
        is_secret(WRITTEN);
        let page = Client::open(server, &format!("/socket/conference/{conference}"), cookie).await;
        let (name, cookie) = (conference.to_owned(), cookie.to_owned());
        let (replica, told) = (Replica::new(page.view), Arc::clone(told));
        Self { conference: name.parse().unwrap(), name, cookie, replica, written: 0, saved: Vec::new(), told }
    }

    /// The same desk beside others at one conference.
    pub(crate) fn called(self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self }
    }

    /// Its chair has signed in again.
    pub(crate) fn come_back(&mut self, cookie: &str) {
        cookie.clone_into(&mut self.cookie);
    }

    pub(crate) fn cookie(&self) -> &str {
        &self.cookie
    }

    /// What was written and not said to be saved.
    pub(crate) fn waiting(&self) -> usize {
        self.replica.pending().len()
    }

    /// Everything that is saved is shown, once.
    pub(crate) fn shows_what_is_saved(&self) -> bool {
        shows(&self.replica.shown(), &self.saved)
    }

    /// Connects, and writes until so many lines are saved in all, or the connection ends; gives whether they are.
    pub(crate) async fn write(&mut self, address: &str, until: usize) -> bool {
        match self.connect(address).await {
            Some(mut socket) => self.write_over(&mut socket, until).await,
            None => false,
        }
    }

    /// The same over a connection that is there.
    pub(crate) async fn write_over(&mut self, socket: &mut Socket, until: usize) -> bool {
        loop {
            while self.waiting() < ON_THEIR_WAY && self.written < until {
                if !self.say_next(socket).await {
                    return false;
                }
            }
            if self.saved.len() >= until {
                return true;
            }
            let Some(frame) = hear(socket).await else { return false };
            self.take_in(frame);
        }
    }

    /// Only watches: connects as often as it takes, until everything that others were told is saved is shown here too.
    pub(crate) async fn watch(&mut self, address: &str, others: &[CommandId]) {
        loop {
            if let Some(mut socket) = self.connect(address).await
                && self.watch_over(&mut socket, others).await
            {
                return;
            }
        }
    }

    /// The same over a connection that is there; whether it was there for long enough.
    ///
    /// A room full of devices hears thousands of frames, so at each only that is looked for which was not there before. Whether
    /// everything is shown once is asked of the whole board, but not before nothing is missing any more.
    pub(crate) async fn watch_over(&mut self, socket: &mut Socket, others: &[CommandId]) -> bool {
        loop {
            let mut missing = missing(self.replica.confirmed(), others);
            if missing.is_empty() && shows(self.replica.confirmed(), others) {
                return true;
            }
            loop {
                let Some(frame) = hear(socket).await else { return false };
                self.take_in(frame);
                missing.retain(|card| !self.replica.confirmed().cards.contains_key(card));
                if missing.is_empty() {
                    break;
                }
            }
        }
    }

    /// Connects, and sends again what is waiting; nothing when it does not come so far.
    pub(crate) async fn connect(&mut self, address: &str) -> Option<Socket> {
        let socket = dial_at(address, &self.path(), &self.cookie, None).await.ok()?;
        self.greet(socket).await
    }

    /// Where its board is.
    pub(crate) fn path(&self) -> String {
        format!("/socket/conference/{}", self.conference)
    }

    /// Says hello over a connection, takes in what the server begins with, and sends again what is waiting.
    pub(crate) async fn greet(&mut self, mut socket: Socket) -> Option<Socket> {
        let hello = serde_json::to_string(&FromClient::Hello { protocol: PROTOCOL, build: None }).unwrap();
        socket.send(Message::text(hello)).await.ok()?;
        loop {
            let frame = hear(&mut socket).await?;
            let greeting = matches!(frame, FromServer::Snapshot { .. });
            self.take_in(frame);
            if greeting {
                break;
            }
        }
        let waiting: Vec<Pending> = self.replica.pending().cloned().collect();
        for pending in waiting {
            if !say(&mut socket, pending).await {
                return None;
            }
        }
        Some(socket)
    }

    /// Writes a line, which waits until there is a connection.
    pub(crate) fn write_down(&mut self) -> Pending {
        let id = format!("{}-{}", self.name, self.written);
        self.written += 1;
        let command = Arc::new(line(&id, &format!("Line {} {WRITTEN}", self.written)));
        let pending = Pending { id: id.parse().unwrap(), command };
        self.replica.push(pending.clone());
        pending
    }

    /// Writes a line and sends it; whether it could be sent.
    pub(crate) async fn say_next(&mut self, socket: &mut Socket) -> bool {
        let pending = self.write_down();
        say(socket, pending).await
    }

    /// Every line that was written is known to be saved, or known not to be.
    pub(crate) fn knows_of_everything(&self) -> bool {
        self.saved.len() + self.waiting() == self.written
    }

    pub(crate) fn take_in(&mut self, frame: FromServer) {
        let done = if let FromServer::Done { id } = &frame { Some(id.clone()) } else { None };
        match self.replica.take_in(frame) {
            Outcome::Fresh => {
                self.told.add_permits(usize::from(done.is_some()));
                self.saved.extend(done);
            }
            // The server has said that it ends the connection for now.
            Outcome::SendAgain | Outcome::Key { .. } | Outcome::Nothing => {}
            outcome @ (Outcome::Refused { .. }
            | Outcome::ReturnedRefused { .. }
            | Outcome::Resync
            | Outcome::Renewed) => panic!("{outcome:?}"),
        }
    }
}

/// Which of these a board does not show.
pub(crate) fn missing(board: &View, lines: &[CommandId]) -> Vec<CardId> {
    let cards = lines.iter().map(|id| id.as_str().parse().unwrap());
    cards.filter(|card| !board.cards.contains_key(card)).collect()
}

/// Whether a board shows these, each at one place.
pub(crate) fn shows(board: &View, lines: &[CommandId]) -> bool {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for card in board.order.values().flatten() {
        *places.entry(card.as_str()).or_default() += 1;
    }
    missing(board, lines).is_empty() && lines.iter().all(|id| places.get(id.as_str()) == Some(&1))
}

/// Whether it could be sent.
async fn say(socket: &mut Socket, pending: Pending) -> bool {
    let frame = FromClient::Command { id: pending.id, command: pending.command };
    socket.send(Message::text(serde_json::to_string(&frame).unwrap())).await.is_ok()
}

/// Asks whether the connection is there; whether that could be asked.
pub(crate) async fn ping(socket: &mut Socket) -> bool {
    socket.send(Message::text(serde_json::to_string(&FromClient::Ping).unwrap())).await.is_ok()
}

/// Asks for the whole board; whether that could be asked.
pub(crate) async fn resync(socket: &mut Socket) -> bool {
    socket.send(Message::text(serde_json::to_string(&FromClient::Resync).unwrap())).await.is_ok()
}

/// The next frame; nothing when the connection has ended.
pub(crate) async fn hear(socket: &mut Socket) -> Option<FromServer> {
    Some(serde_json::from_str(&hear_text(socket).await?).unwrap())
}

/// The same as it was sent.
pub(crate) async fn hear_text(socket: &mut Socket) -> Option<String> {
    loop {
        let message = tokio::time::timeout(DEADLINE, socket.next()).await.expect("an answer, or the end");
        match message?.ok()? {
            Message::Text(text) => return Some(text.as_str().to_owned()),
            Message::Close(_) => return None,
            _ => {}
        }
    }
}
