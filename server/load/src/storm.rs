//! Every device of every board comes back at the same moment, as after a cut of the network.
//!
//! Deliberately without the jitter that browsers have: the worst case.

use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use crate::line::Ticket;

/// How long until the last device had its view again.
pub(crate) async fn storm(boards: &[Vec<Ticket>]) -> anyhow::Result<Duration> {
    let mut devices = JoinSet::new();
    let begun = Instant::now();
    for ticket in boards.iter().flatten() {
        let ticket = ticket.clone();
        devices.spawn(async move {
            let mut line = ticket.dial().await?;
            line.hear().await?;
            // Held until everybody is back.
            anyhow::Ok(line)
        });
    }
    let mut back = Vec::new();
    while let Some(line) = devices.join_next().await {
        back.push(line??);
    }
    Ok(begun.elapsed())
}
