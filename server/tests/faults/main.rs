//! What must never happen to a record, made to happen to everything around it: deaths, power cuts, full and failing disks,
//! database servers that die, clocks that jump, memory that runs out, frames that make no sense, networks that come and go, devices
//! that hang, and two who speak at once.
//!
//! Each story is short here; the README says how to ask for the full count. Deliberately not here: what a healthy Hearth
//! does.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod certificates;
#[path = "../../store/tests/support/cluster.rs"]
mod cluster;
#[path = "../common/mod.rs"]
mod common;
mod crowd;
mod deaths;
mod desk;
mod dice;
mod disk;
mod failing;
mod files;
mod flaps;
mod forgotten;
mod frames;
mod house;
mod kept;
mod memory;
mod pairs;
mod poisoned;
mod postgres;
mod postmaster;
mod power;
mod proxy;
mod raw;
mod restarts;
mod silent;
mod stuck;
mod system;
