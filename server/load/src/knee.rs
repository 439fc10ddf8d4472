//! The knee: how many deliveries a second a server bears before those who watch wait ten times as long as while little happens.
//!
//! Deliberately on a fresh server at each step: what one step has left waiting is not the next one's.

use tempfile::TempDir;

use crate::drive;
use crate::measures::Latency;
use crate::plan::{Plan, Side};
use crate::stage::Stage;
use crate::tally::Faults;

/// Edits a second on each board, step by step; the first is where little happens. With more, or for longer than a few seconds, one
/// who edits alone would be slowed down, as one device that has gone wild is.
const RATES: [u32; 11] = [1, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128];

/// By how many times the slow end may grow.
const BORNE: u32 = 10;

/// One step up to the knee, or the first beyond it.
#[derive(Debug, Clone)]
pub struct Step {
    /// Edits a second on each board.
    pub rate: u32,
    /// How many edits reached how many viewers, in a second.
    pub deliveries: f64,
    /// How long the last viewer waited.
    pub latency: Latency,
    /// Whether it was borne.
    pub is_borne: bool,
}

/// Drives a server faster and faster, until the first step that it does not bear.
///
/// # Errors
/// When a server cannot be started or ends a connection.
pub async fn steps(plan: &Plan, side: Side) -> anyhow::Result<Vec<Step>> {
    let mut steps: Vec<Step> = Vec::new();
    for rate in RATES {
        let idle = steps.first().map(|step| step.latency.p99);
        let mut step = step(plan, side, rate).await?;
        step.is_borne &= idle.is_none_or(|idle| step.latency.p99 <= idle * BORNE);
        let is_last = !step.is_borne;
        steps.push(step);
        if is_last {
            break;
        }
    }
    Ok(steps)
}

async fn step(plan: &Plan, side: Side, rate: u32) -> anyhow::Result<Step> {
    let folder = TempDir::new()?;
    let plan = Plan { rate, joins: Vec::new(), ..plan.clone() };
    let stage = Stage::start(&plan, side, &folder).await?;
    let lines = drive::open(&stage.boards(&plan)).await?;
    let driven = drive::drive(&plan, lines).await?;
    stage.end().await?;
    let deliveries = f64::from(u32::try_from(driven.deliveries)?) / driven.took.as_secs_f64();
    let is_borne = driven.faults == Faults::default();
    Ok(Step { rate, deliveries, latency: Latency::of(driven.slowest), is_borne })
}

/// What a server bears: the most of all steps that it bore. Nothing where it bore all of them, because then nobody knows.
pub fn knee(steps: &[Step]) -> Option<f64> {
    let is_found = steps.last().is_some_and(|last| !last.is_borne);
    is_found.then(|| steps.iter().filter(|step| step.is_borne).map(|step| step.deliveries).fold(0.0, f64::max))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_knee_is_the_most_that_was_borne_where_something_was_not() {
        let step = |deliveries, is_borne| Step { rate: 1, deliveries, latency: Latency::default(), is_borne };
        let knee = |steps: &[Step]| knee(steps).map(|deliveries| deliveries.to_string());
        let borne = || vec![step(600.0, true), step(2400.0, true)];
        assert_eq!(knee(&[borne(), vec![step(9000.0, false)]].concat()).as_deref(), Some("2400"));
        assert_eq!(knee(&borne()), None, "nobody knows how much more it would have borne");
        assert_eq!(knee(&[]), None);
    }
}
