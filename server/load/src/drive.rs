//! The load itself: on each board one edits at a steady pace, and everybody watches.
//!
//! Deliberately not waiting for an answer between edits: a slow server must not slow down what it is measured by.

use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::stream::FuturesUnordered;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use tokio::task::JoinSet;
use tokio::time::{interval_at, sleep_until, timeout_at};

use crate::frames;
use crate::line::{Line, Ticket};
use crate::plan::Plan;
use crate::tally::{Faults, Tally, Times};

/// How many sockets are opened at the same time.
const AT_ONCE: usize = 64;

/// How long viewers wait for what has not come, after the last edit. What is not there then is lost.
const GRACE: Duration = Duration::from_secs(20);

/// What came of a load.
#[derive(Debug)]
pub(crate) struct Driven {
    /// How long the slowest viewer of each edit waited.
    pub(crate) slowest: Vec<Duration>,
    /// How many edits reached how many viewers.
    pub(crate) deliveries: usize,
    /// How many bytes of frames came.
    pub(crate) bytes: usize,
    /// From the first edit until the last viewer had the last.
    pub(crate) took: Duration,
    /// What went wrong.
    pub(crate) faults: Faults,
}

/// Opens every connection, and waits until each has its first view.
pub(crate) async fn open(boards: &[Vec<Ticket>]) -> anyhow::Result<Vec<Vec<Line>>> {
    stream::iter(boards)
        .then(|tickets| async move {
            let seats = tickets.iter().map(async |ticket| {
                let mut line = ticket.dial().await?;
                line.hear().await?;
                anyhow::Ok(line)
            });
            stream::iter(seats).buffered(AT_ONCE).try_collect().await
        })
        .try_collect()
        .await
}

/// Drives all boards at once.
pub(crate) async fn drive(plan: &Plan, boards: Vec<Vec<Line>>) -> anyhow::Result<Driven> {
    let begin = tokio::time::Instant::now() + Duration::from_millis(200);
    let mut tasks = JoinSet::new();
    let count = u32::try_from(boards.len().max(1))?;
    for (board, lines) in (0_u32..).zip(boards) {
        // Boards do not edit in step.
        let begin = begin + plan.pause() * board / count;
        tasks.spawn(one(plan.clone(), begin, lines));
    }
    let mut all =
        Driven { slowest: Vec::new(), deliveries: 0, bytes: 0, took: Duration::ZERO, faults: Faults::default() };
    while let Some(driven) = tasks.join_next().await {
        let driven = driven??;
        all.slowest.extend(driven.slowest);
        all.deliveries += driven.deliveries;
        all.bytes += driven.bytes;
        all.took = all.took.max(driven.took);
        all.faults += driven.faults;
    }
    Ok(all)
}

/// What one viewer has had.
struct Watched {
    had: usize,
    bytes: usize,
    faults: Faults,
}

async fn one(plan: Plan, begin: tokio::time::Instant, lines: Vec<Line>) -> anyhow::Result<Driven> {
    let edits = plan.edits();
    let times = Arc::new(Times::new(edits));
    let until = begin + plan.pause() * u32::try_from(edits)? + GRACE;
    let mut lines = lines.into_iter();
    let editor = lines.next();
    let watching: FuturesUnordered<_> =
        lines.map(|line| tokio::spawn(watch(line, Arc::clone(&times), edits, until))).collect();
    let mut watched = Vec::new();
    if let Some(line) = editor {
        watched.push(edit(&plan, line, &times, begin, until).await?);
    }
    let others: Vec<anyhow::Result<Watched>> = watching.try_collect().await?;
    watched.extend(others.into_iter().collect::<Result<Vec<_>, _>>()?);
    let mut driven = Driven {
        slowest: times.slowest(),
        deliveries: watched.iter().map(|one| one.had).sum(),
        bytes: watched.iter().map(|one| one.bytes).sum(),
        took: begin.elapsed(),
        faults: Faults::default(),
    };
    for one in watched {
        driven.faults += one.faults;
    }
    Ok(driven)
}

/// Watches until every edit has come, or time is up.
async fn watch(
    mut line: Line,
    times: Arc<Times>,
    edits: usize,
    until: tokio::time::Instant,
) -> anyhow::Result<Watched> {
    let mut tally = Tally::new(&times, edits);
    let mut bytes = 0;
    while !tally.has_all() {
        let Ok(frame) = timeout_at(until, line.hear()).await else { break };
        let frame = frame?;
        bytes += frame.len();
        tally.take_in(frames::edits(&frame), Instant::now());
    }
    Ok(Watched { had: tally.had(), bytes, faults: tally.faults() })
}

/// Edits at a steady pace, and watches as everybody does.
async fn edit(
    plan: &Plan,
    mut line: Line,
    times: &Times,
    begin: tokio::time::Instant,
    until: tokio::time::Instant,
) -> anyhow::Result<Watched> {
    let edits = plan.edits();
    let mut tally = Tally::new(times, edits);
    let mut bytes = 0;
    let mut next = 0;
    let mut ticks = interval_at(begin, plan.pause());
    while !tally.has_all() {
        tokio::select! {
            _ = ticks.tick(), if next < edits => {
                let text = if plan.steady { frames::steady(next) } else { frames::edit(next) }?;
                times.sent(next);
                line.say(text).await?;
                next += 1;
            }
            frame = line.hear() => {
                let frame = frame?;
                bytes += frame.len();
                tally.take_in(frames::edits(&frame), Instant::now());
            }
            () = sleep_until(until) => break,
        }
    }
    Ok(Watched { had: tally.had(), bytes, faults: tally.faults() })
}
