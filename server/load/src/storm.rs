//! Every device of every board comes back at the same moment, as after a cut of the network.
//!
//! Deliberately without the jitter that browsers have: the worst case.

use std::time::{Duration, Instant};

use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::line::{Line, Ticket};

/// How long a device waits before it tries again.
const AGAIN: Duration = Duration::from_millis(500);

/// After how long without a view the storm has failed.
const TOO_LONG: Duration = Duration::from_mins(2);

/// How long until the last device had its view again.
pub(crate) async fn storm(boards: &[Vec<Ticket>]) -> anyhow::Result<Duration> {
    let mut devices = JoinSet::new();
    let begun = Instant::now();
    for ticket in boards.iter().flatten() {
        let ticket = ticket.clone();
        // Held until everybody is back.
        devices.spawn(async move { back(&ticket, begun).await });
    }
    let mut back = Vec::new();
    while let Some(line) = devices.join_next().await {
        back.push(line??);
    }
    Ok(begun.elapsed())
}

/// Connects until there is a view, as every device does: a network that has just come back loses some connections.
async fn back(ticket: &Ticket, begun: Instant) -> anyhow::Result<Line> {
    loop {
        match once(ticket).await {
            Err(why) if begun.elapsed() > TOO_LONG => return Err(why),
            Err(_) => sleep(AGAIN).await,
            Ok(line) => return Ok(line),
        }
    }
}

async fn once(ticket: &Ticket) -> anyhow::Result<Line> {
    let mut line = ticket.dial().await?;
    line.hear().await?;
    Ok(line)
}
