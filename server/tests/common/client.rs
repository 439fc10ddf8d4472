//! A device at its socket: it folds what it hears, as a page does, and keeps every byte of it.
//!
//! Deliberately not here: the program it talks to. No client sleeps: it waits for a condition, with a deadline.

use std::collections::BTreeSet;

use board::command::Command;
use board::id::CommandId;
use board::rejection::Rejection;
use board::view::View;
use board::wire::{Close, FromClient, FromServer, PROTOCOL};
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use super::{CONFERENCE, DEADLINE, Server, overheard};

/// What became of a command.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    Done,
    Rejected(Rejection),
}

/// A client that folds what it hears and keeps every byte of it.
pub struct Client {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    rev: u32,
    pub view: View,
    /// Every frame, as it came.
    pub heard: Vec<String>,
    pub done: BTreeSet<CommandId>,
}

impl Client {
    /// Opens a socket and waits for the first view.
    pub async fn open(server: &Server, path: &str, cookie: &str) -> Self {
        let mut socket = greeting(server, path, cookie, &FromClient::Hello { protocol: PROTOCOL, build: None }).await;
        let first = tokio::time::timeout(DEADLINE, text(&mut socket)).await.unwrap().unwrap();
        let FromServer::Snapshot { rev, view } = serde_json::from_str(&first).unwrap() else {
            panic!("a snapshot comes first");
        };
        Self { socket, rev, view: *view, heard: vec![first], done: BTreeSet::new() }
    }

    /// The chair's console of scenario 1 as a page that says this of itself; or the code with which it is sent away.
    pub async fn page(server: &Server, cookie: &str, protocol: u16, build: &str) -> Result<Self, Option<u16>> {
        let hello = FromClient::Hello { protocol, build: Some(build.to_owned()) };
        let mut socket = greeting(server, &format!("/socket/conference/{CONFERENCE}"), cookie, &hello).await;
        let mut heard = Vec::new();
        loop {
            match tokio::time::timeout(DEADLINE, socket.next()).await.unwrap() {
                Some(Ok(Message::Text(text))) => {
                    heard.push(text.as_str().to_owned());
                    if let FromServer::Snapshot { rev, view } = serde_json::from_str(&text).unwrap() {
                        return Ok(Self { socket, rev, view: *view, heard, done: BTreeSet::new() });
                    }
                }
                Some(Ok(Message::Close(frame))) => return Err(frame.map(|frame| frame.code.into())),
                Some(Ok(_)) => {}
                None | Some(Err(_)) => return Err(None),
            }
        }
    }

    /// The chair's console of scenario 1.
    pub async fn console(server: &Server, cookie: &str) -> Self {
        Self::open(server, &format!("/socket/conference/{CONFERENCE}"), cookie).await
    }

    /// Sends a command without waiting for it.
    pub async fn send(&mut self, id: &str, command: &Command) {
        overheard::somebody_writes(&serde_json::to_value(command).unwrap());
        let frame = FromClient::Command { id: id.parse().unwrap(), command: std::sync::Arc::new(command.clone()) };
        self.say(&serde_json::to_string(&frame).unwrap()).await;
    }

    /// Sends a text as it is.
    pub async fn say(&mut self, text: &str) {
        self.socket.send(Message::text(text.to_owned())).await.unwrap();
    }

    /// Sends a command and waits for what becomes of it.
    pub async fn ask(&mut self, id: &str, command: &Command) -> Heard {
        self.send(id, command).await;
        self.told(id).await
    }

    /// Waits for what becomes of a command that was sent.
    pub async fn told(&mut self, id: &str) -> Heard {
        loop {
            match self.hear().await.expect("the server answers") {
                FromServer::Done { id: done } if done.as_str() == id => return Heard::Done,
                FromServer::Rejected { id: refused, why: Some(why), .. } if refused.as_str() == id => {
                    return Heard::Rejected(why);
                }
                _ => {}
            }
        }
    }

    /// Takes in one frame; nothing when the socket has ended.
    pub async fn hear(&mut self) -> Option<FromServer> {
        let text = tokio::time::timeout(DEADLINE, text(&mut self.socket)).await.expect("something comes in time")?;
        let frame: FromServer = serde_json::from_str(&text).unwrap();
        self.heard.push(text);
        match &frame {
            FromServer::Snapshot { rev, view } => {
                self.rev = *rev;
                self.view = (**view).clone();
            }
            FromServer::Patch { base, rev, patch } => {
                assert_eq!(*base, self.rev, "a difference follows what was sent before");
                self.rev = *rev;
                self.view.apply((**patch).clone());
            }
            FromServer::Done { id } => {
                self.done.insert(id.clone());
            }
            FromServer::Rejected { .. }
            | FromServer::Later { .. }
            | FromServer::Key { .. }
            | FromServer::Pong
            | FromServer::Renewed => {}
        }
        Some(frame)
    }

    /// Waits until the view is as it should be.
    pub async fn until(&mut self, is_so: impl Fn(&View) -> bool) {
        while !is_so(&self.view) {
            self.hear().await.expect("the view becomes so before the socket ends");
        }
    }

    /// Waits for the server to end the socket; gives its code.
    pub async fn ended(&mut self) -> Option<u16> {
        loop {
            match tokio::time::timeout(DEADLINE, self.socket.next()).await.expect("the socket ends in time") {
                None | Some(Err(_)) => return None,
                Some(Ok(Message::Close(frame))) => return frame.map(|frame| frame.code.into()),
                Some(Ok(_)) => {}
            }
        }
    }
}

/// Opens a socket and says hello.
async fn greeting(
    server: &Server,
    path: &str,
    cookie: &str,
    hello: &FromClient,
) -> WebSocketStream<MaybeTlsStream<TcpStream>> {
    let mut socket = dial(server, path, cookie, None).await.unwrap();
    socket.send(Message::text(serde_json::to_string(hello).unwrap())).await.unwrap();
    socket
}

/// Opens a socket from a page of this server, or of another `Origin` when one is given.
pub async fn dial(
    server: &Server,
    path: &str,
    cookie: &str,
    origin: Option<&str>,
) -> Result<WebSocketStream<MaybeTlsStream<TcpStream>>, tokio_tungstenite::tungstenite::Error> {
    dial_at(&server.address, path, cookie, origin).await
}

/// Whether somebody gets nothing but a word by which their page lets go: their session or their seat has ended, or it is no
/// place of theirs.
pub async fn is_turned_away(server: &Server, path: &str, cookie: &str) -> bool {
    let mut socket = dial(server, path, cookie, None).await.unwrap();
    let first = tokio::time::timeout(DEADLINE, socket.next()).await.unwrap();
    let Some(Ok(Message::Close(Some(word)))) = first else {
        return false;
    };
    matches!(Close::from_code(word.code.into()), Some(Close::SignedOut | Close::SeatClosed))
}

/// Opens a socket at an address that need not be the server's own.
pub async fn dial_at(
    address: &str,
    path: &str,
    cookie: &str,
    origin: Option<&str>,
) -> Result<WebSocketStream<MaybeTlsStream<TcpStream>>, tokio_tungstenite::tungstenite::Error> {
    let mut request = format!("ws://{address}{path}").into_client_request().unwrap();
    request.headers_mut().insert("cookie", cookie.parse().unwrap());
    let own = format!("http://{address}");
    request.headers_mut().insert("origin", origin.unwrap_or(&own).parse().unwrap());
    connect_async(request).await.map(|(socket, _)| socket)
}

async fn text(socket: &mut WebSocketStream<MaybeTlsStream<TcpStream>>) -> Option<String> {
    loop {
        match socket.next().await? {
            Ok(Message::Text(text)) => return Some(text.as_str().to_owned()),
            Ok(Message::Close(_)) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}
