//! The rows of the table: what was measured of each side, their ratio, what it should be, and what limits a row that is not.
//!
//! Deliberately without a verdict in an exit code: on a shared machine a slow minute is no mistake in the program.

use std::time::Duration;

use crate::measures::Measures;
use crate::plan::Plan;
use crate::wide::Edit;

/// One row.
#[derive(Debug, Clone)]
pub struct Row {
    /// What was measured, with its unit.
    pub what: String,
    /// The floor's number; none where the floor has no such thing.
    pub floor: Option<f64>,
    /// Hearth's number.
    pub ours: f64,
    /// What the ratio should be; or the number itself, where the floor has none.
    pub target: Option<Target>,
    /// What limits it.
    pub limit: &'static str,
}

/// What a ratio should be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    /// At most so much.
    Most(f64),
    /// At least so much.
    Least(f64),
}

impl Target {
    fn is_met_by(self, ratio: f64) -> bool {
        match self {
            Self::Most(most) => ratio <= most,
            Self::Least(least) => ratio >= least,
        }
    }

    fn words(self) -> String {
        match self {
            Self::Most(most) => format!("<= {most}"),
            Self::Least(least) => format!(">= {least}"),
        }
    }
}

impl Row {
    /// What is compared with the target.
    pub fn ratio(&self) -> f64 {
        match self.floor {
            Some(floor) if floor > 0.0 => self.ours / floor,
            Some(_) | None => self.ours,
        }
    }

    /// Whether the target is met; nothing where there is none.
    pub fn is_met(&self) -> Option<bool> {
        self.target.map(|target| target.is_met_by(self.ratio()))
    }

    /// The row as a line of the table.
    pub fn line(&self) -> String {
        let floor = self.floor.map_or_else(|| "-".to_owned(), short);
        let target = self.target.map_or_else(|| "-".to_owned(), Target::words);
        let met = match self.is_met() {
            None => "",
            Some(true) => "met",
            Some(false) => "missed",
        };
        let limit = if met == "missed" { self.limit } else { "" };
        format!("{:<44}{floor:>11}{:>11}{:>8.2}  {target:<8}{met:<8}{limit}", self.what, short(self.ours), self.ratio())
            .trim_end()
            .to_owned()
    }
}

/// What stands above the table.
pub const HEAD: &str = "\
what                                              floor       ours   ratio  target  ";

/// All rows of one round.
pub fn rows(plan: &Plan, floor: &Measures, ours: &Measures) -> Vec<Row> {
    let many = plan.boards > 20;
    let mut rows = vec![
        row(
            "last viewer has an edit, p50, ms",
            floor,
            ours,
            |side| milliseconds(side.latency.p50),
            Some(Target::Most(1.5)),
            "SQLite's statements, the chain and the seal before the sync; then views instead of one buffer",
        ),
        row(
            "last viewer has an edit, p99, ms",
            floor,
            ours,
            |side| milliseconds(side.latency.p99),
            Some(Target::Most(if many { 2.5 } else { 2.0 })),
            "SQLite's statements and the seal before the sync; the rules are asked for each person",
        ),
        row("deliveries a second, at this load", floor, ours, |side| number(side.deliveries) / side.seconds, None, ""),
        row(
            "processor time a delivery, microseconds",
            floor,
            ours,
            |side| side.processor.as_secs_f64() * 1e6 / number(side.deliveries),
            Some(Target::Most(2.0)),
            "the rules are asked for each person; SQLite, seals, the release check; the floor has none",
        ),
        row("bytes a delivery", floor, ours, |side| number(side.bytes) / number(side.deliveries), None, ""),
        row(
            "memory a socket, KiB",
            floor,
            ours,
            |side| kib(side.memory) / number(side.sockets),
            Some(Target::Most(1.5)),
            "a view and its text for each group who see the same; the floor keeps none",
        ),
        waits(plan, floor, ours),
        row("all devices back at once, ms", floor, ours, |side| milliseconds(side.storm), None, ""),
    ];
    for ((cards, floor), (_, ours)) in floor.joins.iter().zip(&ours.joins) {
        rows.push(Row {
            what: format!("late join of {cards} cards, ms"),
            floor: Some(milliseconds(floor.took)),
            ours: milliseconds(ours.took),
            target: Some(Target::Most(1.5)),
            limit: "who joins is looked up, and that they looked is on the disk before they see anything",
        });
        rows.push(Row {
            what: format!("late join of {cards} cards, bytes"),
            floor: Some(number(floor.bytes)),
            ours: number(ours.bytes),
            target: Some(Target::Most(1.3)),
            limit: "a view holds more than the lines: columns, sections, people, order",
        });
    }
    if let [(few, usual), .., (many, large)] = ours.wide.as_slice() {
        let rows_of = |what, of: fn(&Edit) -> Duration, most, limit| Row {
            what: format!("{what}, {many} cards beside {few}, ms"),
            floor: Some(milliseconds(of(usual))),
            ours: milliseconds(of(large)),
            target: Some(Target::Most(most)),
            limit,
        };
        rows.push(rows_of(
            "an edit reaches 30",
            |edit| edit.reached,
            1.2,
            "the text of a card is looked for in all of them",
        ));
        rows.push(rows_of(
            "a device takes it in",
            |edit| edit.applied,
            1.5,
            "the order of its section travels with it",
        ));
    }
    if let (Some(floor), Some(ours)) = (&floor.catch_up, &ours.catch_up) {
        rows.push(Row {
            what: format!("coming back after {} edits, ms", plan.missed),
            floor: Some(milliseconds(floor.took)),
            ours: milliseconds(ours.took),
            target: None,
            limit: "",
        });
        rows.push(Row {
            what: format!("coming back after {} edits, bytes", plan.missed),
            floor: Some(number(floor.bytes)),
            ours: number(ours.bytes),
            target: Some(Target::Most(1.2)),
            limit: "who comes back is sent the whole view",
        });
    }
    rows
}

fn row(
    what: &str,
    floor: &Measures,
    ours: &Measures,
    of: impl Fn(&Measures) -> f64,
    target: Option<Target>,
    limit: &'static str,
) -> Row {
    Row { what: what.to_owned(), floor: Some(of(floor)), ours: of(ours), target, limit }
}

/// From so many edits a second on, those that come together must share a wait.
const BUSY: usize = 500;

/// How often the disk is waited for: once for each edit while they come one by one, and far less often when they come together.
fn waits(plan: &Plan, floor: &Measures, ours: &Measures) -> Row {
    let an_edit = |side: &Measures| number(side.syncs) / number(side.edits);
    let what = "waits for the disk an edit";
    if number(plan.boards) * f64::from(plan.rate) < number(BUSY) {
        let limit = "that somebody still sits at a console is noted too, now and then";
        return row(what, floor, ours, an_edit, Some(Target::Most(1.0)), limit);
    }
    let limit = "a wait is over before a fifth of the edits of a second can come together";
    Row { what: what.to_owned(), floor: None, ours: an_edit(ours), target: Some(Target::Most(0.2)), limit }
}

/// The row of the knee.
pub fn knee(floor: f64, ours: f64) -> Row {
    Row {
        what: "deliveries a second at the knee".to_owned(),
        floor: Some(floor),
        ours,
        target: Some(Target::Least(0.5)),
        limit: "processor time a delivery: on two processors the driver takes what the server needs",
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

fn kib(count: u64) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

/// A number with as many digits as mean something.
fn short(number: f64) -> String {
    if number >= 100.0 { format!("{number:.0}") } else { format!("{number:.2}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_met_by_its_ratio_or_without_a_floor_by_itself() {
        let target = Some(Target::Most(2.0));
        let row = Row { what: "x".to_owned(), floor: Some(2.0), ours: 5.0, target, limit: "y" };
        assert_eq!(row.is_met(), Some(false));
        assert!(row.line().ends_with("missed  y"));
        assert_eq!(Row { floor: None, ours: 1.0, ..row }.is_met(), Some(true));
        assert_eq!([0.6, 0.4].map(|ours| knee(1.0, ours).is_met()), [Some(true), Some(false)], "more is better");
    }
}
