//! The program `load`: runs the floor and Hearth one after another, and prints what came of it.
//!
//! Deliberately not part of `make test`: what it prints is for people.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, Parser, Subcommand};
use load::measures::Measures;
use load::rows::{HEAD, Row, rows};
use load::tally::Faults;
use load::{Plan, Side, knee, run};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Drives a real Hearth, and beside it the barest server that keeps the same promise.
#[derive(Debug, Parser)]
#[command(name = "load", args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    shape: Shape,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Be the floor.
    Floor {
        /// What it appends to.
        #[arg(long)]
        file: PathBuf,
    },
    /// Drive a Hearth on boards that do not grow, and look at what it holds. Half an hour: --seconds 1800.
    Soak(Shape),
    /// Drive both faster and faster, and see what each bears: --boards 20 --viewers 30 --seconds 5.
    Knee(Shape),
}

/// The shape of the load. A full day: --boards 200 --viewers 30 --rate 1 --seconds 120.
#[derive(Debug, Args)]
struct Shape {
    /// The program to drive; better a release build.
    #[arg(long, default_value = "target/release/hearth")]
    hearth: PathBuf,
    /// Conferences at once.
    #[arg(long, default_value_t = 20)]
    boards: usize,
    /// Devices at each, the chair's console among them.
    #[arg(long, default_value_t = 10)]
    viewers: usize,
    /// Edits a second at each.
    #[arg(long, default_value_t = 1)]
    rate: u32,
    /// For how long.
    #[arg(long, default_value_t = 10)]
    seconds: u32,
    /// How many cards the boards have that are joined late.
    #[arg(long, value_delimiter = ',', default_value = "100,500,10000")]
    joins: Vec<usize>,
    /// How many edits are missed by the one who comes back.
    #[arg(long, default_value_t = 1000)]
    missed: usize,
    /// How often all is repeated, the sides taking turns in going first.
    #[arg(long, default_value_t = 1)]
    rounds: usize,
    /// Keep the servers on processor 0; start this with 'taskset -c 1'.
    #[arg(long)]
    pin: bool,
}

fn main() -> anyhow::Result<()> {
    let cli = Cli::parse();
    let files = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: files.maximum, maximum: files.maximum })?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    match cli.command {
        Some(Command::Floor { file }) => runtime.block_on(load::floor::serve(&file)),
        Some(Command::Soak(shape)) => runtime.block_on(soak(&shape)),
        Some(Command::Knee(shape)) => runtime.block_on(bears(&shape)),
        None => runtime.block_on(compare(&cli.shape)),
    }
}

impl Shape {
    fn plan(&self) -> anyhow::Result<Plan> {
        Ok(Plan {
            hearth: self.hearth.canonicalize().with_context(|| format!("there is no {}", self.hearth.display()))?,
            floor: std::env::current_exe()?,
            boards: self.boards,
            viewers: self.viewers,
            rate: self.rate,
            seconds: self.seconds,
            joins: self.joins.clone(),
            steady: false,
            missed: self.missed,
            pin: self.pin,
        })
    }
}

async fn soak(shape: &Shape) -> anyhow::Result<()> {
    let plan = shape.plan()?;
    let soaked = load::soak::soak(&plan).await?;
    let mut out = std::io::stdout();
    let (boards, viewers, faults) = (plan.boards, plan.viewers, soaked.faults);
    writeln!(out, "{boards} boards x {viewers} devices x {} edits/s x {} s", plan.rate, plan.seconds)?;
    let Faults { lost, doubled, out_of_order } = faults;
    writeln!(out, "{} deliveries: {lost} lost, {doubled} doubled, {out_of_order} out of order", soaked.deliveries)?;
    let ((first, last), (fewest, most)) = (soaked.memory(), soaked.files());
    writeln!(out, "memory: {first} KiB after warming up, {last} KiB at the end, {:.2} % an hour", soaked.growth())?;
    writeln!(out, "files and connections: {fewest} to {most}")?;
    writeln!(out, "write-ahead log: {} KiB at most", soaked.longest_log() / 1024)?;
    Ok(())
}

async fn bears(shape: &Shape) -> anyhow::Result<()> {
    let plan = shape.plan()?;
    let mut out = std::io::stdout();
    writeln!(out, "{} boards x {} devices, {} s at each step", plan.boards, plan.viewers, plan.seconds)?;
    let mut knees = Vec::new();
    for side in [Side::Floor, Side::Hearth] {
        let steps = knee::steps(&plan, side).await?;
        for step in &steps {
            let p99 = step.latency.p99.as_secs_f64() * 1e3;
            let (rate, deliveries) = (step.rate, step.deliveries);
            let borne = if step.is_borne { "" } else { ", not borne" };
            writeln!(
                out,
                "{:<7} {rate:>4} edits/s: {deliveries:>7.0} deliveries/s, p99 {p99:.1} ms{borne}",
                name(side)
            )?;
        }
        knees.push(knee::knee(&steps));
    }
    match knees.as_slice() {
        [Some(floor), Some(ours)] => writeln!(out, "\n{HEAD}\n{}", load::rows::knee(*floor, *ours).line())?,
        _ => writeln!(out, "\nthe fastest step was borne, so there is no knee to compare; ask for more --boards")?,
    }
    Ok(())
}

async fn compare(shape: &Shape) -> anyhow::Result<()> {
    let plan = shape.plan()?;
    let mut out = std::io::stdout();
    let load =
        format!("{} boards x {} devices x {} edits/s x {} s", plan.boards, plan.viewers, plan.rate, plan.seconds);
    writeln!(out, "{load}, {} rounds, servers {}", shape.rounds, if plan.pin { "on processor 0" } else { "anywhere" })?;
    let mut all: Vec<Vec<Row>> = Vec::new();
    for round in 0..shape.rounds {
        let sides = if round % 2 == 0 { [Side::Floor, Side::Hearth] } else { [Side::Hearth, Side::Floor] };
        let mut measured = Vec::new();
        for side in sides {
            let of_side = run(&plan, side).await?;
            writeln!(out, "{}", summary(side, &of_side))?;
            measured.push(of_side);
        }
        if round % 2 == 1 {
            measured.reverse();
        }
        if let [floor, ours] = measured.as_slice() {
            all.push(rows(&plan, floor, ours));
        }
    }
    writeln!(out, "\n{HEAD}")?;
    for row in middle(&all) {
        writeln!(out, "{}", row.line())?;
    }
    Ok(())
}

fn name(side: Side) -> &'static str {
    match side {
        Side::Floor => "floor",
        Side::Hearth => "hearth",
    }
}

fn summary(side: Side, measures: &Measures) -> String {
    let (name, faults) = (name(side), measures.faults);
    format!(
        "{name:<7} {} edits, {} deliveries: {} lost, {} doubled, {} out of order",
        measures.edits, measures.deliveries, faults.lost, faults.doubled, faults.out_of_order
    )
}

/// Of each row the round with the middle ratio.
fn middle(rounds: &[Vec<Row>]) -> Vec<Row> {
    let count = rounds.first().map_or(0, Vec::len);
    (0..count)
        .filter_map(|at| {
            let mut row: Vec<&Row> = rounds.iter().filter_map(|round| round.get(at)).collect();
            row.sort_by(|a, b| a.ratio().total_cmp(&b.ratio()));
            row.get(row.len() / 2).map(|row| (*row).clone())
        })
        .collect()
}
