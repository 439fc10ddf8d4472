//! A real Hearth on a fresh folder: conferences imported, staff signed in, everybody in their seats. All of it by the ways
//! that people have.
//!
//! Deliberately not here: the load.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;

use anyhow::Context as _;
use board::command::Command;
use board::id::SeatId;
use board::seat::Holder;
use board::view::View;
use board::wire::FromServer;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::redirect::Policy;
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command as Program;

use crate::line::{Line, Ticket};
use crate::plan::{Plan, site};
use crate::process::Process;
use crate::{frames, records};

const CHAIR: &str = "chair";
const PASSWORD: &str = "kettle lantern orchard";

/// How many boards are made ready at the same time.
const AT_ONCE: usize = 8;

/// A running Hearth, with a ticket for every seat of every board; each board's first is its chair's.
pub(crate) struct Hearth {
    pub(crate) process: Process,
    pub(crate) boards: Vec<Vec<Ticket>>,
    /// The chair's tickets of the boards on which joins are measured.
    pub(crate) joins: Vec<Ticket>,
    /// Where it says what it counts.
    counts: String,
    client: reqwest::Client,
}

impl Hearth {
    /// Fills a folder, starts the program, and gives everybody a seat.
    pub(crate) async fn start(plan: &Plan, folder: &Path) -> anyhow::Result<Self> {
        let data = folder.join("data");
        let data = data.to_str().context("the folder has an unreadable name")?;
        let people = plan.viewers.saturating_sub(1);
        let seats = import(plan, data, folder, people).await?;
        run(plan, &["account", "add", CHAIR, "--display-name", "A chair", "--role", "chair", "--data", data], PASSWORD)
            .await?;
        let serve = ["serve", "--data", data, "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:0"];
        let mut process = Process::start(&plan.hearth, &serve, plan.pin)?;
        let counts = process.says("What is counted is at ").await?;
        let server = process.says("Hearth is at http://").await?.parse()?;
        let client = reqwest::Client::builder().redirect(Policy::none()).build()?;
        let house = House { client: client.clone(), server, hello: frames::hello()? };
        let chair = house.form("/sign-in", &format!("name={CHAIR}&password={PASSWORD}")).await?;
        let house = Arc::new(house);
        let boards = stream::iter(0..plan.boards).map(|board| house.seated(board, &chair, &seats)).buffered(AT_ONCE);
        let boards = boards.try_collect().await?;
        let joins = plan.joins.iter().map(|cards| house.console(0, &format!("join-{cards}"), &chair)).collect();
        Ok(Self { process, boards, joins, counts, client })
    }

    /// How often the disk was waited for until now.
    pub(crate) async fn syncs(&self) -> anyhow::Result<usize> {
        let counts = self.client.get(&self.counts).send().await?.text().await?;
        let line = counts.lines().find_map(|line| line.strip_prefix("hearth_commit_writes_count "));
        Ok(line.context("the server does not count its commits")?.trim().parse()?)
    }
}

/// Makes every conference of the plan; gives the people who get a seat at each.
async fn import(plan: &Plan, data: &str, folder: &Path, people: usize) -> anyhow::Result<Vec<String>> {
    let file = folder.join("record.json");
    let path = file.to_str().context("the folder has an unreadable name")?;
    let mut seats = Vec::new();
    let boards = (0..plan.boards).map(|board| (name(board), 0));
    let joins = plan.joins.iter().map(|cards| (format!("join-{cards}"), *cards));
    for (id, cards) in boards.chain(joins) {
        let (record, people) = records::record(&id, people, cards)?;
        std::fs::write(&file, record)?;
        run(plan, &["import", path, "--data", data], "").await?;
        seats = people;
    }
    Ok(seats)
}

/// Runs `hearth` once.
async fn run(plan: &Plan, args: &[&str], input: &str) -> anyhow::Result<()> {
    let mut program = Program::new(&plan.hearth);
    program.args(args).env_remove("DATABASE_URL").stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = program.spawn().context("hearth cannot be started")?;
    let mut stdin = child.stdin.take().context("hearth has no input")?;
    stdin.write_all(input.as_bytes()).await?;
    drop(stdin);
    let status = child.wait().await?;
    anyhow::ensure!(status.success(), "hearth {} failed", args.first().unwrap_or(&""));
    Ok(())
}

fn name(board: usize) -> String {
    format!("board-{board}")
}

/// What getting seated needs.
struct House {
    client: reqwest::Client,
    server: std::net::SocketAddr,
    hello: String,
}

impl House {
    /// Sends a form; gives the cookie it sets.
    async fn form(&self, path: &str, form: &str) -> anyhow::Result<String> {
        let request = self.client.post(format!("http://{}{path}", self.server));
        let request = request.header("content-type", "application/x-www-form-urlencoded").header(COOKIE, "");
        let answer = request.body(form.to_owned()).send().await?;
        let cookie = answer.headers().get(SET_COOKIE).with_context(|| format!("{path} lets nobody in"))?;
        Ok(cookie.to_str()?.split(';').next().unwrap_or_default().to_owned())
    }

    fn ticket(&self, board: usize, path: String, cookie: &str) -> Ticket {
        let (cookie, hello) = (cookie.to_owned(), self.hello.clone());
        Ticket { server: self.server, from: site(board), path, cookie, hello }
    }

    fn console(&self, board: usize, conference: &str, chair: &str) -> Ticket {
        self.ticket(board, format!("/socket/conference/{conference}"), chair)
    }

    /// Everybody of a board comes in by the join code and is let in by the chair.
    async fn seated(&self, board: usize, chair: &str, people: &[String]) -> anyhow::Result<Vec<Ticket>> {
        let console = self.console(board, &name(board), chair);
        let mut desk = Desk::open(&console).await?;
        let door = desk.view.desk.as_ref().and_then(|desk| desk.door.clone()).context("a board has no join code")?;
        let mut tickets = vec![console];
        for person in people {
            let cookie = self.form("/join", &format!("code={door}&name={person}")).await?;
            desk.let_in(person).await?;
            tickets.push(self.ticket(board, "/socket/seat".to_owned(), &cookie));
        }
        Ok(tickets)
    }
}

/// A console that follows what it sees, to let people in.
struct Desk {
    line: Line,
    view: View,
}

impl Desk {
    async fn open(console: &Ticket) -> anyhow::Result<Self> {
        let mut line = console.dial().await?;
        let FromServer::Snapshot { view, .. } = serde_json::from_str(&line.hear().await?)? else {
            anyhow::bail!("a console begins with something else than a view")
        };
        Ok(Self { line, view: *view })
    }

    /// Gives the seat of whoever waits under this name to the person of that id.
    async fn let_in(&mut self, person: &str) -> anyhow::Result<()> {
        let seat = loop {
            if let Some(seat) = self.waiting(person) {
                break seat;
            }
            self.follow().await?;
        };
        let id = format!("let-in-{person}");
        let give = Command::GiveSeat { seat, holder: Holder::Person(person.parse()?) };
        self.line.say(frames::command(&id, give)?).await?;
        while self.follow().await?.is_none_or(|done| done != id) {}
        Ok(())
    }

    fn waiting(&self, name: &str) -> Option<SeatId> {
        let waits = |holder: &Holder| matches!(holder, Holder::Waiting(by) if by == name);
        self.view.seats.values().find(|seat| waits(&seat.holder)).map(|seat| seat.id.clone())
    }

    /// Takes in one frame; gives the command it says is done.
    async fn follow(&mut self) -> anyhow::Result<Option<String>> {
        match serde_json::from_str(&self.line.hear().await?)? {
            FromServer::Snapshot { view, .. } => self.view = *view,
            FromServer::Patch { patch, .. } => self.view.apply(*patch),
            FromServer::Done { id } => return Ok(Some(id.to_string())),
            FromServer::Rejected { message, .. } => anyhow::bail!("nobody can be let in: {message}"),
            FromServer::Later { .. } | FromServer::Key { .. } | FromServer::Pong | FromServer::Renewed => {}
        }
        Ok(None)
    }
}
