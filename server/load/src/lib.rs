//! The load driver: boards, those who watch them, and edits, against a real `hearth serve`; and beside it, in the same run,
//! the barest server that keeps the same promise. What is measured are ratios between the two.
//!
//! Nothing is shown before it is on disk, so an edit counts when the last viewer has it. Whether anything was lost, doubled
//! or out of order is counted too, and that alone is ever asserted: how fast something was is printed and judged by people.
//!
//! Deliberately not here: Hearth's own code. The driver knows the rules' crate and what goes over the wire, as a browser
//! does, and starts the program as an operator does.

pub mod drive;
pub mod floor;
mod frames;
mod hearth;
mod join;
pub mod knee;
mod line;
pub mod measures;
mod plan;
mod process;
mod records;
pub mod rows;
pub mod soak;
mod stage;
mod storm;
pub mod tally;
pub mod wide;

pub use plan::{Plan, Side};
pub use stage::run;
