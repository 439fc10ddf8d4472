//! The programs without a desk predict nothing: what their device asks for is shown once the server has taken it in.
//!
//! Deliberately not here: what a console shows at once. That is `predict`, whose place this file takes.

use crate::command::Command;
use crate::id::CardId;
use crate::view::View;

/// Shows nothing yet.
pub(super) fn predict(_: &mut View, _: &Command) {}

/// No command of such a device makes a card.
pub(super) fn touches(_: &Command, _: &CardId) -> bool {
    false
}
