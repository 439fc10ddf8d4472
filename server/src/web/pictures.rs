//! Pictures over the network: handed in by a chair or on a child's tablet, given out to those whose view holds them.
//!
//! Deliberately not here: a list, a folder or an address that can be guessed. A picture is reached through a line or an
//! entry that this visitor sees, and in no other way.

mod give;
mod take;

pub(crate) use give::{of_conference, of_seat};
pub(crate) use take::{for_child, for_conference};
