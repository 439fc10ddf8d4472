//! The pages at which the chair and the minute taker put down what belongs to a record beside the board, before, during and after a
//! conference.
//!
//! They are forms, drawn whole by the server, and bring no program: they work the same with JavaScript off. Deliberately not here: the
//! live board, and any form of its own for one kind of thing. What a form asks is data ([`board::file`]).

mod attendance;
mod checks;
mod control;
mod copies;
mod earlier;
mod family;
mod frame;
mod overview;
mod part;
mod pick;
mod saying;
mod several;
mod sheet;

pub use checks::ChecksPage;
pub use copies::CopiesPage;
pub use overview::RecordPage;
pub use part::RecordPartPage;
