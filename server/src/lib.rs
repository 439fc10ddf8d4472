//! Hearth's server and command line: it owns the accounts, the rooms and the sockets, and puts the other crates together.
//!
//! One room owns one live conference; the store keeps what a room decides; a view is all that ever leaves. Read [`cli`]
//! to see what can be asked for, `room` for the heart, and `web` for what listens on the network.
//!
//! Deliberately not here: rules (they are in `board`), SQL (in `store`), paper (in `minutes`) and pages (in `app`).
#![recursion_limit = "256"]

pub mod cli;

mod auth;
mod certificate;
mod code;
mod copies;
mod counts;
mod data;
mod desk;
mod draft;
mod edition;
mod exchange;
mod journal;
mod look_again;
mod looked;
mod pictures;
mod room;
mod rooms;
mod web;
