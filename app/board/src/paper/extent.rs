//! How much of the minutes a copy holds, for those who get a part of them.
//!
//! Deliberately not here: what a reader may know. That was decided in the view, and no extent adds to it.

/// A part of the minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of them.
    Whole,
    /// The decisions, the plan and the days that follow.
    PlanAndDecisions,
    /// The decisions and the days that follow.
    Decisions,
    /// The plan and the days that follow.
    Plan,
}

impl Extent {
    /// Whether it has the decisions.
    pub(super) fn has_decisions(self) -> bool {
        match self {
            Self::Whole | Self::PlanAndDecisions | Self::Decisions => true,
            Self::Plan => false,
        }
    }

    /// Whether it has the plan.
    pub(super) fn has_plan(self) -> bool {
        match self {
            Self::Whole | Self::PlanAndDecisions | Self::Plan => true,
            Self::Decisions => false,
        }
    }

    /// Whether it has everything else: who was there, the children's words, the board, everybody's view.
    pub(super) fn has_the_rest(self) -> bool {
        self == Self::Whole
    }
}
