//! What a run is: how many boards, who watches them, how fast, for how long.
//!
//! Deliberately not here: numbers that would flatter. Every board has an edit of its own and every viewer a view of theirs.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::time::Duration;

/// The server that is driven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The bare floor: socket in, group-committed append with `fdatasync`, one shared buffer out.
    Floor,
    /// A real `hearth serve`.
    Hearth,
}

/// The shape of a load.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The program `hearth`.
    pub hearth: PathBuf,
    /// The program that is the floor when called with `floor`: this driver itself.
    pub floor: PathBuf,
    /// How many conferences go on at once.
    pub boards: usize,
    /// How many connections each has, the chair's console among them.
    pub viewers: usize,
    /// Edits a second on each board.
    pub rate: u32,
    /// For how long.
    pub seconds: u32,
    /// How many cards are there in a late join, each a case of its own.
    pub joins: Vec<usize>,
    /// Whether boards stay as long as they are: lines are reworded and not added.
    pub steady: bool,
    /// How many edits one viewer misses before they come back.
    pub missed: usize,
    /// Whether the servers run on processor 0 alone.
    pub pin: bool,
}

impl Plan {
    /// How many edits each board sees.
    pub fn edits(&self) -> usize {
        usize::try_from(u64::from(self.rate) * u64::from(self.seconds)).unwrap_or(usize::MAX)
    }

    /// The time between two edits of one board.
    pub(crate) fn pause(&self) -> Duration {
        Duration::from_secs(1) / self.rate.max(1)
    }
}

/// The address that a board's devices come from: a conference sits behind one of its own.
pub(crate) fn site(board: usize) -> IpAddr {
    let part = |number: usize| u8::try_from(number % 250 + 1).unwrap_or(1);
    IpAddr::V4(Ipv4Addr::new(127, 1, part(board / 250), part(board)))
}
