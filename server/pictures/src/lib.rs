//! Bytes that somebody handed in, into a clean picture in two sizes, or a plain refusal.
//!
//! A picture is never trusted. What it is is told by its first bytes alone; its header is read before anything else; it
//! is decoded in a process of its own that has little memory and little time; and what is kept is drawn anew from its
//! pixels, so that no place, no name and no second file that was hidden in it can come along.
//!
//! Deliberately not here: where pictures are kept (that is `store`) and who may see one (that is `board`). This is the
//! only crate that decodes pictures.

mod apart;
mod clean;
mod draw;
mod edit;
mod kind;
mod refusal;
mod tidy;
mod wire;
mod worker;

pub use apart::clean;
pub use edit::{Crop, Edit};
pub use kind::{Kind, LARGEST_DOCUMENT, LARGEST_FILE, kind};
pub use refusal::{NotClean, Other, Refusal};
pub use wire::{Clean, Scaled};
pub use worker::{VERB, work};
