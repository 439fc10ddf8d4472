//! What every form asks, in the words of somebody who fills it in.
//!
//! Deliberately not here: whether an answer will do. Shapes are read in [`super::read`], rules are in [`crate::decide`].

use super::{Field, Sheet};

mod after;
mod analysis;
mod before;
mod child;
mod plan;

/// The fields of a form, in order.
pub(super) fn fields(sheet: Sheet) -> Vec<Field> {
    match sheet {
        Sheet::FamilyShape => before::family_shape(),
        Sheet::Child => before::child(),
        Sheet::Person => before::person(),
        Sheet::Report => before::report(),
        Sheet::Exclusion => before::exclusion(),
        Sheet::Sitting => before::sitting(),
        Sheet::Involvement => child::involvement(),
        Sheet::DutyDates => after::duty_dates(),
        Sheet::QuorumDecision => before::quorum_decision(),
        Sheet::Walked => analysis::walked(),
        Sheet::Fate => analysis::fate(),
        Sheet::Statement => analysis::statement(),
        Sheet::GreyEnd => analysis::grey_end(),
        Sheet::Action => plan::action(),
        Sheet::Threshold => analysis::threshold(),
        Sheet::DissentRoute => analysis::dissent_route(),
        Sheet::TheirView => analysis::their_view(),
        Sheet::CoreGroup => after::core_group(),
        Sheet::Note => after::note(),
        Sheet::Correction => after::correction(),
        Sheet::SetAside => after::set_aside(),
        Sheet::Recipient => after::recipient(),
    }
}
