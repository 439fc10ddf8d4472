//! Coming late, and coming back: how long until somebody sees the whole board, and how many bytes that takes.
//!
//! Deliberately from the first packet of the connection: a person who joins waits for all of it.

use std::time::{Duration, Instant};

use crate::line::Ticket;
use crate::measures::median;
use crate::plan::{Plan, Side};
use crate::stage::further;

/// How often each join is tried; the middle one is reported.
const TRIES: usize = 21;

/// How many cards may be on their way at once.
const AHEAD: usize = 1_000;

/// One way of getting the whole board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Join {
    /// From dialling until the view was there.
    pub took: Duration,
    /// The size of the view on the wire.
    pub bytes: usize,
}

/// Joins a board again and again.
pub(crate) async fn join(ticket: &Ticket) -> anyhow::Result<Join> {
    let mut times = Vec::new();
    let mut bytes = 0;
    // Once before it counts: a late joiner is not the one who opens the room.
    let _first = ticket.dial().await?.hear().await?;
    for _ in 0..TRIES {
        let begun = Instant::now();
        let mut line = ticket.dial().await?;
        bytes = line.hear().await?.len();
        times.push(begun.elapsed());
    }
    Ok(Join { took: median(&mut times), bytes })
}

/// Puts so many cards on a board of the floor.
pub(crate) async fn fill(ticket: &Ticket, cards: usize) -> anyhow::Result<()> {
    let mut line = ticket.dial().await?;
    line.hear().await?;
    for number in 0..cards {
        line.say(crate::frames::edit(number)?).await?;
        // The floor cuts off whoever does not take in what comes back.
        if number >= AHEAD {
            line.hear().await?;
        }
    }
    for _ in 0..cards.min(AHEAD) {
        line.hear().await?;
    }
    Ok(())
}

/// One viewer misses edits and comes back.
pub(crate) async fn catch_up(plan: &Plan, tickets: &[Ticket], side: Side) -> anyhow::Result<Option<Join>> {
    let (Some(editor), Some(viewer)) = (tickets.first(), tickets.last()) else { return Ok(None) };
    if plan.missed == 0 {
        return Ok(None);
    }
    let mut desk = editor.dial().await?;
    desk.hear().await?;
    for number in 0..plan.missed {
        desk.say(further(plan, number)?).await?;
        // One after another, as people do: so that the room is never asked for more than it takes.
        let own = plan.edits() + number;
        while !crate::frames::edits(&desk.hear().await?).any(|edit| edit == own) {}
    }
    let back = match side {
        // The floor is told how far the viewer was.
        Side::Floor => Ticket { path: format!("{}?had={}", viewer.path, plan.edits()), ..viewer.clone() },
        Side::Hearth => viewer.clone(),
    };
    let begun = Instant::now();
    let mut line = back.dial().await?;
    let bytes = line.hear().await?.len();
    Ok(Some(Join { took: begun.elapsed(), bytes }))
}
