//! The real program on a free port with the demonstration loaded, and clients that fold what they hear.
//!
//! Deliberately not here: sleeping. Clients wait for a condition, with a deadline.
#![allow(
    dead_code,
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    clippy::zombie_processes,
    reason = "each test file uses its own part of this, and a test that cannot go on has failed"
)]

pub mod house;
pub mod overheard;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command as Process, Output, Stdio};
use std::time::{Duration, Instant};

use board::command::Command;
use board::id::CommandId;
use board::rejection::Rejection;
use board::view::View;
use board::wire::{Close, FromClient, FromServer, PROTOCOL};
use futures_util::{SinkExt as _, StreamExt as _};
use overheard::Overheard;
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// The conference of scenario 1.
pub const CONFERENCE: &str = "fmc-2026-0924";
/// How long a client waits for what must come.
const DEADLINE: Duration = Duration::from_secs(20);

/// A `hearth` that knows of no database but the one it is given here.
fn program(database: Option<&str>, args: &[&str]) -> Process {
    let mut process = Process::new(env!("CARGO_BIN_EXE_hearth"));
    process.args(args).stdin(Stdio::null()).env_remove("DATABASE_URL");
    process.envs(database.map(|address| ("DATABASE_URL", address)));
    process
}

/// Runs `hearth` once and gives what it said.
pub fn hearth(args: &[&str]) -> Output {
    program(None, args).output().unwrap()
}

/// Runs `hearth` once, types this line, and gives what it said.
pub fn hearth_told(args: &[&str], line: &str) -> Output {
    let mut process = program(None, args);
    let mut child = process.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{line}").unwrap();
    child.wait_with_output().unwrap()
}

/// Runs `hearth` once on a PostgreSQL database and gives what it said.
pub fn hearth_on(database: &str, args: &[&str]) -> Output {
    program(Some(database), args).output().unwrap()
}

/// A running Hearth, killed when the test ends; then its log has nothing of what anybody wrote.
pub struct Server {
    process: Child,
    log: Overheard,
    pub address: String,
    /// What it printed before it listened.
    pub greeting: Vec<String>,
}

impl Server {
    /// Starts `hearth` with these arguments and waits until it listens.
    pub fn start(args: &[&str]) -> Self {
        Self::spawn(program(None, args), Overheard::fresh())
    }

    /// Starts a node on a PostgreSQL database and waits until it listens.
    pub fn node(database: &str, args: &[&str]) -> Self {
        Self::spawn(program(Some(database), args), Overheard::fresh())
    }

    /// Starts `hearth` with these arguments and something more in its environment; what it logs goes into this file.
    pub fn under(args: &[&str], environment: &[(&str, OsString)], log: &Path) -> Self {
        let mut program = program(None, args);
        program.envs(environment.iter().cloned());
        Self::spawn(program, Overheard::after(log))
    }

    fn spawn(mut program: Process, log: Overheard) -> Self {
        log.listens_to(&mut program);
        let mut process = program.stdout(Stdio::piped()).spawn().unwrap();
        let mut greeting = Vec::new();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        loop {
            let line = lines.next().expect("hearth ended before it listened").unwrap();
            if let Some((_, address)) = line.strip_prefix("Hearth is at ").and_then(|at| at.split_once("://")) {
                return Self { process, log, address: address.to_owned(), greeting };
            }
            greeting.push(line);
        }
    }

    /// The demonstration, freshly loaded into a folder.
    pub fn demo(data: &Path) -> Self {
        Self::start(&["demo", "--data", data.to_str().unwrap(), "--listen", "127.0.0.1:0"])
    }

    /// Serves a folder again at the same address.
    pub fn again(data: &Path, address: &str) -> Self {
        Self::start(&["serve", "--data", data.to_str().unwrap(), "--listen", address])
    }

    /// Ends it as a power cut would.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// Its number among the system's processes.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Asks it to stop, as a service manager does.
    pub fn ask_to_stop(&self) {
        self.signal("-TERM");
    }

    /// Ends it as a power cut would, while others still talk to it.
    pub fn strike(&self) {
        self.signal("-KILL");
    }

    /// Makes it stand still, as a machine does that is out of breath.
    pub fn freeze(&self) {
        self.signal("-STOP");
        let begun = Instant::now();
        while !self.stands_still() {
            assert!(begun.elapsed() < DEADLINE, "every thread of it stands still");
        }
    }

    /// A signal is sent before it has arrived: what a thread is doing meanwhile would still be done.
    fn stands_still(&self) -> bool {
        let threads = std::fs::read_dir(format!("/proc/{}/task", self.process.id())).unwrap();
        threads.map(|thread| std::fs::read_to_string(thread.unwrap().path().join("stat")).unwrap()).all(|stat| {
            let (_, after_its_name) = stat.rsplit_once(')').unwrap();
            after_its_name.trim_start().starts_with('T')
        })
    }

    /// Lets it go on.
    pub fn thaw(&self) {
        self.signal("-CONT");
    }

    fn signal(&self, signal: &str) {
        let told = Process::new("kill").args([signal, &self.process.id().to_string()]).status().unwrap();
        assert!(told.success());
    }

    /// Waits until it has ended by itself; gives whether it ended well.
    pub fn ended_well(&mut self) -> bool {
        self.process.wait().unwrap().success()
    }

    /// The code in the greeting's line with these words.
    pub fn code(&self, words: &str) -> String {
        let line = self.greeting.iter().find(|line| line.contains(words)).expect("the greeting has this code");
        line.split_whitespace().next().unwrap().to_owned()
    }

    /// Sends a form; gives where it leads and the cookie it sets.
    pub async fn post(&self, path: &str, cookie: &str, form: &str) -> (u16, String, Option<String>) {
        overheard::somebody_sends(form);
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        let answer = client
            .post(format!("http://{}{path}", self.address))
            .header("content-type", "application/x-www-form-urlencoded")
            .header(COOKIE, cookie)
            .body(form.to_owned())
            .send()
            .await
            .unwrap();
        let text = |name| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let cookie = text(SET_COOKIE).map(|cookie| cookie.split(';').next().unwrap().to_owned());
        cookie.iter().filter_map(|cookie| cookie.split_once('=')).for_each(|(_, secret)| overheard::is_secret(secret));
        (answer.status().as_u16(), text(LOCATION).unwrap_or_default(), cookie)
    }

    /// The code for a child's device that a form asks for: its browser brings it to the page that shows it.
    pub async fn hand_over(&self, path: &str, cookie: &str, form: &str) -> String {
        let (_, to, brought) = self.post(path, cookie, form).await;
        let code = code_in(&brought.expect("a code"));
        assert!(!to.contains(&code), "no address has it");
        overheard::is_secret(&code);
        code
    }

    /// A page, as text.
    pub async fn get(&self, path: &str, cookie: &str) -> (u16, String) {
        let url = format!("http://{}{path}", self.address);
        let answer = reqwest::Client::new().get(url).header(COOKIE, cookie).send().await.unwrap();
        (answer.status().as_u16(), answer.text().await.unwrap())
    }

    /// Signs the demonstration's chair in.
    pub async fn chair(&self) -> String {
        self.sign_in("sian", "kettle lantern orchard").await
    }

    /// Signs the demonstration's minute taker in.
    pub async fn clerk(&self) -> String {
        self.sign_in("oluwaseun", "pencil harbour violet").await
    }

    /// Signs somebody of the demonstration in, with the password that its greeting prints.
    pub async fn as_(&self, name: &str) -> String {
        let line = self.greeting.iter().find(|line| line.trim_start().starts_with(&format!("{name} "))).unwrap();
        let (_, rest) = line.split_once("password: ").unwrap();
        let (password, _) = rest.split_once('(').unwrap();
        self.sign_in(name, password.trim()).await
    }

    /// Signs somebody in.
    pub async fn sign_in(&self, name: &str, password: &str) -> String {
        let (_, to, cookie) = self.post("/sign-in", "", &format!("name={name}&password={password}")).await;
        assert_eq!(to, "/conferences", "{name} signs in");
        cookie.unwrap()
    }

    /// A device joins with a code; gives its cookie.
    pub async fn join(&self, code: &str, name: &str) -> String {
        let (_, to, cookie) = self.post("/join", "", &format!("code={code}&name={name}")).await;
        assert_eq!(to, "/seat", "{name} joins");
        cookie.unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have been killed already.
        let _ = self.process.kill();
        let _ = self.process.wait();
        self.log.is_silent();
    }
}

/// A fresh folder with the demonstration, served.
pub fn fresh() -> (TempDir, Server) {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::demo(folder.path());
    (folder, server)
}

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

/// The code for a child's device, in the cookie that brings it along.
pub fn code_in(brought: &str) -> String {
    brought.split(':').nth(1).expect("a code").to_owned()
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

/// A line by the police, ready to be put on the board.
pub fn line(id: &str, words: &str) -> Command {
    let card = serde_json::json!({
        "id": id, "section": "harm", "words": words, "line": "reported", "source": { "agency": "Police" },
        "may_know": { "who": "everyone" },
    });
    Command::AddCard { card: serde_json::from_value(card).unwrap() }
}
