//! The real program on a free port with the demonstration loaded, and what is asked of it by forms and pages.
//!
//! Deliberately not here: its sockets (those are in `client`), and sleeping. Whoever waits, waits for a condition, with a deadline.
#![allow(
    dead_code,
    unused_imports,
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    clippy::zombie_processes,
    reason = "each test file uses its own part of this, and a test that cannot go on has failed"
)]

mod client;
pub mod house;
pub mod overheard;

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command as Process, Output, Stdio};
use std::time::{Duration, Instant};

use board::command::Command;
pub use client::{Client, Heard, dial, dial_at, is_turned_away};
use overheard::Overheard;
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use tempfile::TempDir;

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

    /// A screen that waits to be a wall: its cookie, and the code it shows.
    pub async fn screen(&self) -> (String, String) {
        let answer = reqwest::Client::new().get(format!("http://{}/wall", self.address)).send().await.unwrap();
        let cookie = answer.headers()[SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        let page = answer.text().await.unwrap();
        let (_, from_code) = page.split_once("class=\"code\">").unwrap();
        let (code, _) = from_code.split_once('<').unwrap();
        (cookie, code.to_owned())
    }

    /// A screen waits, and whoever has this cookie pairs it as the conference's wall; gives the screen's own cookie.
    pub async fn pair_wall(&self, console: &str) -> String {
        let (cookie, code) = self.screen().await;
        self.post(&format!("/conferences/{CONFERENCE}/wall"), console, &format!("code={code}")).await;
        cookie
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

/// The code for a child's device, in the cookie that brings it along.
pub fn code_in(brought: &str) -> String {
    brought.split(':').nth(1).expect("a code").to_owned()
}

/// A line by the police, ready to be put on the board.
pub fn line(id: &str, words: &str) -> Command {
    let card = serde_json::json!({
        "id": id, "section": "harm", "words": words, "line": "reported", "source": { "agency": "Police" },
        "may_know": { "who": "everyone" },
    });
    Command::AddCard { card: serde_json::from_value(card).unwrap() }
}
