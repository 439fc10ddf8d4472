//! One server on the stage: started, filled, driven, measured, ended. The same steps for both sides.
//!
//! Deliberately one side at a time: two servers on one machine would measure each other.

use std::net::SocketAddr;

use anyhow::Context as _;
use tempfile::TempDir;

use crate::hearth::Hearth;
use crate::line::Ticket;
use crate::measures::{Latency, Measures};
use crate::plan::{Plan, Side, site};
use crate::process::Process;
use crate::{drive, floor, frames, join, storm, wide};

/// A running server of either side.
pub(crate) enum Stage {
    /// The floor, at its address.
    Floor(Box<Process>, SocketAddr),
    /// Hearth.
    Hearth(Box<Hearth>),
}

/// Runs the whole plan against one side.
///
/// # Errors
/// When a server cannot be started or ends a connection.
pub async fn run(plan: &Plan, side: Side) -> anyhow::Result<Measures> {
    let folder = TempDir::new()?;
    let stage = Stage::start(plan, side, &folder).await?;
    let boards = stage.boards(plan);
    let empty = stage.process().memory()?;
    let lines = drive::open(&boards).await?;
    let sockets = boards.iter().map(Vec::len).sum::<usize>();
    let filled = stage.process().memory()?;
    let syncs = stage.syncs().await?;
    let used = stage.process().processor()?;
    let driven = drive::drive(plan, lines).await?;
    let used = stage.process().processor()?.saturating_sub(used);
    let syncs = stage.syncs().await? - syncs;
    let (mut joins, mut wide) = (Vec::new(), Vec::new());
    for (ticket, cards) in stage.joins(plan).await?.iter().zip(&plan.joins) {
        joins.push((*cards, join::join(ticket).await?));
        if let Stage::Hearth(_) = stage {
            wide.push((*cards, wide::edit(ticket, *cards).await?));
        }
    }
    let storm = storm::storm(&boards).await?;
    let catch_up = join::catch_up(plan, boards.first().context("no board")?, side).await?;
    stage.end().await?;
    Ok(Measures {
        latency: Latency::of(driven.slowest),
        deliveries: driven.deliveries,
        seconds: driven.took.as_secs_f64(),
        bytes: driven.bytes,
        processor: used,
        memory: filled.saturating_sub(empty),
        sockets,
        edits: plan.edits() * plan.boards,
        syncs,
        joins,
        wide,
        catch_up,
        storm,
        faults: driven.faults,
    })
}

impl Stage {
    pub(crate) async fn start(plan: &Plan, side: Side, folder: &TempDir) -> anyhow::Result<Self> {
        match side {
            Side::Floor => {
                let file = folder.path().join("log");
                let args = ["floor".as_ref(), "--file".as_ref(), file.as_os_str()];
                let mut process = Process::start(&plan.floor, &args, plan.pin)?;
                let server = process.says(floor::GREETING).await?.parse()?;
                Ok(Self::Floor(Box::new(process), server))
            }
            Side::Hearth => Ok(Self::Hearth(Box::new(Hearth::start(plan, folder.path()).await?))),
        }
    }

    pub(crate) fn process(&self) -> &Process {
        match self {
            Self::Floor(process, _) => process,
            Self::Hearth(hearth) => &hearth.process,
        }
    }

    pub(crate) fn boards(&self, plan: &Plan) -> Vec<Vec<Ticket>> {
        match self {
            Self::Floor(_, server) => {
                let seat = |board: usize| bare(*server, board, format!("/board-{board}"));
                (0..plan.boards).map(|board| vec![seat(board); plan.viewers]).collect()
            }
            Self::Hearth(hearth) => hearth.boards.clone(),
        }
    }

    /// Tickets to boards with as many cards as the plan's joins ask for.
    async fn joins(&self, plan: &Plan) -> anyhow::Result<Vec<Ticket>> {
        match self {
            Self::Floor(_, server) => {
                let mut tickets = Vec::new();
                for cards in &plan.joins {
                    let ticket = bare(*server, 0, format!("/join-{cards}"));
                    join::fill(&ticket, *cards).await?;
                    tickets.push(ticket);
                }
                Ok(tickets)
            }
            Self::Hearth(hearth) => Ok(hearth.joins.clone()),
        }
    }

    /// How often the disk was waited for until now.
    async fn syncs(&self) -> anyhow::Result<usize> {
        match self {
            Self::Floor(_, server) => {
                let mut line = bare(*server, 0, floor::SYNCS.to_owned()).dial().await?;
                Ok(line.hear().await?.parse()?)
            }
            Self::Hearth(hearth) => hearth.syncs().await,
        }
    }

    pub(crate) async fn end(self) -> anyhow::Result<()> {
        match self {
            Self::Floor(process, _) => process.end().await,
            Self::Hearth(hearth) => hearth.process.end().await,
        }
    }
}

/// A ticket to the floor, where nobody is asked who they are.
fn bare(server: SocketAddr, board: usize, path: String) -> Ticket {
    Ticket { server, from: site(board), path, cookie: String::new(), hello: String::new() }
}

/// An edit that is not one of the plan's, so that both sides can be filled with it.
pub(crate) fn further(plan: &Plan, number: usize) -> anyhow::Result<String> {
    frames::edit(plan.edits() + number)
}
