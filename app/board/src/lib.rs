//! The rules of a conference, and nothing else: no I/O, no clock, no randomness, no web, no SQL.
//!
//! Data flows one way. A [`command`] is [`decide`]d into [`event`]s; events fold into the [`state`]; of the state an
//! [`audience`] gets its [`view`], and of a view a [`paper`] is made. Read the modules in that order, after the nouns
//! they are made of: [`record`], [`framework`], [`people`], [`card`], [`toolkit`], [`tool`], [`picture`], [`outcome`] and
//! [`sharing`]. The words of a child's screens come from [`language`].
//!
//! Beside them stand the [`duties`]: what is due by when, counted so that a person can check it.
//!
//! Deliberately not here: anything that waits, stores or draws.

pub mod audience;
pub mod card;
pub mod checks;
pub mod command;
pub mod copies;
pub mod curtain;
pub mod decide;
pub mod document;
pub mod duties;
pub mod earlier;
pub mod event;
pub mod feedback;
pub mod file;
pub mod framework;
pub mod guard;
pub mod id;
pub mod iso;
pub mod keeping;
pub mod keyed;
pub mod language;
pub mod lean;
pub mod ledger;
pub mod left_out;
pub mod letter;
pub mod matter;
pub mod outcome;
pub mod own;
pub mod paper;
pub mod participation;
pub mod people;
pub mod picture;
pub mod quorum;
pub mod record;
pub mod rejection;
pub mod replica;
pub mod retention;
pub mod scan;
pub mod seat;
pub mod sharing;
pub mod shipped;
pub mod side_room;
pub mod sign_off;
pub mod state;
pub mod tool;
pub mod toolkit;
pub mod view;
pub mod wire;
