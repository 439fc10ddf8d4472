//! A board with very many cards: what an edit in the middle of it costs, for those who wait and for each of their devices,
//! beside the same edit on a board of usual length.
//!
//! Deliberately here, unlike everywhere else, what is heard is folded: that is what is measured.

use std::time::{Duration, Instant};

use anyhow::Context as _;
use board::replica::Replica;
use board::wire::FromServer;

use crate::frames;
use crate::line::Ticket;
use crate::measures::median;

/// How many devices watch it.
const WATCHING: usize = 30;

/// How many edits.
const EDITS: usize = 60;

/// One edit on a board.
#[derive(Debug, Clone, Copy)]
pub struct Edit {
    /// From asking for it until the last device has heard of it.
    pub reached: Duration,
    /// How long a device then takes until it has the new view.
    pub applied: Duration,
}

/// Edits the card in the middle of a board that has so many.
pub(crate) async fn edit(ticket: &Ticket, cards: usize) -> anyhow::Result<Edit> {
    let mut lines = Vec::new();
    for _ in 0..WATCHING {
        lines.push(ticket.dial().await?);
    }
    let mut replica = None;
    for line in &mut lines {
        let FromServer::Snapshot { rev, view } = serde_json::from_str(&line.hear().await?)? else {
            anyhow::bail!("a console begins with something else than a view")
        };
        replica.get_or_insert_with(|| {
            let mut replica = Replica::new((*view).clone());
            replica.take_in(FromServer::Snapshot { rev, view });
            replica
        });
    }
    let mut replica = replica.context("nobody watches")?;
    let shown = replica.shown();
    // Among those that were added: every one of them can be reworded.
    let added: Vec<_> = shown.cards.iter().filter(|(id, _)| id.as_str().starts_with("more-")).collect();
    let (card, in_the_middle) = added.get(added.len() / 2).context("a board has no card in its middle")?;
    let (card, mut was) = (card.to_string(), in_the_middle.words.clone());
    let (mut reached, mut applied) = (Vec::new(), Vec::new());
    for number in 0..EDITS {
        let words = frames::words(number);
        let asked = frames::reword(&format!("wide-{cards}-{number}"), &card, was, words.clone())?;
        was = words;
        let begun = Instant::now();
        for (at, line) in lines.iter_mut().enumerate() {
            if at == 0 {
                line.say(asked.clone()).await?;
            }
            loop {
                let frame = line.hear().await?;
                let told = frames::edits(&frame).any(|edit| edit == number);
                if at == 1 {
                    let begun = Instant::now();
                    replica.take_in(board::lean::read(&frame)?);
                    if told {
                        applied.push(begun.elapsed());
                    }
                }
                if told {
                    break;
                }
            }
        }
        reached.push(begun.elapsed());
    }
    Ok(Edit { reached: median(&mut reached), applied: median(&mut applied) })
}
