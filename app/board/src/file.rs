//! The record's pages as data: which parts there are, which forms each has, and what every form asks.
//!
//! Twenty kinds of matter are put down by one form, because each says here what it is made of. A page draws the fields, the
//! server reads what was typed by the same fields, and the matter's own type is what decides whether it can be kept.
//!
//! Deliberately not here: how a field looks, and who may put what down ([`crate::decide`]).

mod field;
mod fill;
mod part;
mod read;
mod sheet;
mod sheets;
mod typed;

pub use field::{Answer, Ask, Field};
pub use fill::fill;
pub use part::Part;
pub use read::{Wrong, read};
pub use sheet::Sheet;
pub use typed::Typed;
