//! A long day on boards that do not grow: what the server holds in memory, how many files it has open, and how long its
//! write-ahead log gets, from beginning to end.
//!
//! Deliberately without the floor: a leak is compared with the hour before. The first third is warming up and is not looked
//! at.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use tokio::time::{MissedTickBehavior, interval};

use crate::drive;
use crate::hearth::Hearth;
use crate::plan::Plan;
use crate::tally::Faults;

/// How often the server is looked at during a soak.
const LOOKS: u32 = 60;

/// The server at one moment.
#[derive(Debug, Clone, Copy)]
struct Look {
    /// How long it has been driven, in hours.
    hours: f64,
    /// What it holds in memory, in KiB.
    memory: u32,
    /// How many files and connections it has open.
    files: usize,
    /// How long its write-ahead log is, in bytes.
    log: u64,
}

/// What a soak has shown.
#[derive(Debug)]
pub struct Soak {
    looks: Vec<Look>,
    /// How many edits reached how many viewers.
    pub deliveries: usize,
    /// What went wrong.
    pub faults: Faults,
}

/// Drives a Hearth as long as the plan says, and looks at it all the while.
///
/// # Errors
/// When a server cannot be started or ends a connection.
pub async fn soak(plan: &Plan) -> anyhow::Result<Soak> {
    let folder = TempDir::new()?;
    let plan = Plan { steady: true, joins: Vec::new(), ..plan.clone() };
    let hearth = Hearth::start(&plan, folder.path()).await?;
    let lines = drive::open(&hearth.boards).await?;
    let log = folder.path().join("data").join("hearth.db-wal");
    let mut looks = Vec::new();
    let driven = tokio::select! {
        driven = drive::drive(&plan, lines) => driven?,
        failed = watch(&plan, &hearth, log, &mut looks) => return Err(failed),
    };
    hearth.process.end().await?;
    Ok(Soak { looks, deliveries: driven.deliveries, faults: driven.faults })
}

/// Looks at the server again and again; ends only when it cannot.
async fn watch(plan: &Plan, hearth: &Hearth, log: PathBuf, looks: &mut Vec<Look>) -> anyhow::Error {
    let begun = Instant::now();
    let mut beat = interval(Duration::from_secs(u64::from(plan.seconds)) / LOOKS);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        beat.tick().await;
        match look(hearth, &log, begun) {
            Ok(look) => looks.push(look),
            Err(failed) => return failed,
        }
    }
}

fn look(hearth: &Hearth, log: &Path, begun: Instant) -> anyhow::Result<Look> {
    Ok(Look {
        hours: begun.elapsed().as_secs_f64() / 3600.0,
        memory: u32::try_from(hearth.process.memory()?)?,
        files: hearth.process.files()?,
        log: log.metadata().map_or(0, |file| file.len()),
    })
}

impl Soak {
    /// The looks after the warming up.
    fn settled(&self) -> &[Look] {
        self.looks.get(self.looks.len() / 3..).unwrap_or_default()
    }

    /// By how much of a hundred the memory grows in an hour: the slope of the straight line nearest to all looks.
    pub fn growth(&self) -> f64 {
        let looks = self.settled();
        let count: f64 = looks.iter().map(|_| 1.0).sum();
        let mean = |of: fn(&Look) -> f64| looks.iter().map(of).sum::<f64>() / count;
        let (hours, memory) = (mean(|look| look.hours), mean(|look| f64::from(look.memory)));
        let together: f64 = looks.iter().map(|look| (look.hours - hours) * (f64::from(look.memory) - memory)).sum();
        let alone: f64 = looks.iter().map(|look| (look.hours - hours).powi(2)).sum();
        100.0 * together / alone / memory
    }

    /// The fewest and the most files and connections that were open.
    pub fn files(&self) -> (usize, usize) {
        let files = || self.settled().iter().map(|look| look.files);
        (files().min().unwrap_or_default(), files().max().unwrap_or_default())
    }

    /// The longest that the write-ahead log was, in bytes.
    pub fn longest_log(&self) -> u64 {
        self.looks.iter().map(|look| look.log).max().unwrap_or_default()
    }

    /// What it held in memory at first and at last, in KiB.
    pub fn memory(&self) -> (u32, u32) {
        let at = |look: Option<&Look>| look.map_or(0, |look| look.memory);
        (at(self.settled().first()), at(self.settled().last()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_is_what_an_hour_adds_to_a_hundred() {
        let look = |minute: u32, memory: u32| Look { hours: f64::from(minute) / 60.0, memory, files: 7, log: 9 };
        let with = |memory: fn(u32) -> u32| Soak {
            looks: (0..30).map(|minute| look(minute, memory(minute))).collect(),
            deliveries: 0,
            faults: Faults::default(),
        };
        assert!(with(|_| 5_000).growth().abs() < 1e-9, "it stays");
        let grows = with(|minute| 10_000 + minute).growth();
        assert!((grows - 0.6).abs() < 0.01, "60 more in an hour, of ten thousand: {grows}");
        assert_eq!(with(|_| 5_000).files(), (7, 7));
    }
}
