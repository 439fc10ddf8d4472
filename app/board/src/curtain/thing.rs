//! What can be said behind the curtain beside the lines of the board, and who may know what has no choice of its own.
//!
//! Deliberately not here: the lines themselves. They are cards, and the curtain names them apart.

use serde::{Deserialize, Serialize};

use crate::id::{ActionId, ChildId, EntryId, MatterId, OpinionId, PhaseKey, RatingId};
use crate::keyed::Identified;
use crate::sharing::MayKnow;

/// One thing that was said behind the curtain: the chair is asked about each when it opens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Thing {
    /// A number.
    Rating(RatingId),
    /// A line of the plan.
    Action(ActionId),
    /// What happens if the plan does not work.
    Contingency,
    /// The decision for a child.
    Decision(ChildId),
    /// An agency's view of a decision.
    AgencyView(OpinionId),
    /// What somebody of the family says of a decision.
    FamilyView(OpinionId),
    /// What was done about something a child said.
    Answer(EntryId),
    /// Why a part of the conference was begun as it was.
    Phase(PhaseKey),
    /// A matter of record.
    Matter(MatterId),
}

impl Thing {
    /// Its name in a form: what it is, and which.
    pub fn name(&self) -> String {
        match self {
            Self::Rating(id) => format!("rating:{id}"),
            Self::Action(id) => format!("action:{id}"),
            Self::Contingency => "contingency:".to_owned(),
            Self::Decision(child) => format!("decision:{child}"),
            Self::AgencyView(id) => format!("agency-view:{id}"),
            Self::FamilyView(id) => format!("family-view:{id}"),
            Self::Answer(entry) => format!("answer:{entry}"),
            Self::Phase(phase) => format!("phase:{phase}"),
            Self::Matter(id) => format!("matter:{id}"),
        }
    }

    /// The thing with this name.
    pub fn named(name: &str) -> Option<Self> {
        let (what, which) = name.split_once(':')?;
        Some(match what {
            "rating" => Self::Rating(which.parse().ok()?),
            "action" => Self::Action(which.parse().ok()?),
            "contingency" => Self::Contingency,
            "decision" => Self::Decision(which.parse().ok()?),
            "agency-view" => Self::AgencyView(which.parse().ok()?),
            "family-view" => Self::FamilyView(which.parse().ok()?),
            "answer" => Self::Answer(which.parse().ok()?),
            "phase" => Self::Phase(which.parse().ok()?),
            "matter" => Self::Matter(which.parse().ok()?),
            _ => return None,
        })
    }
}

/// Who may know something that has no choice of its own, since it was said behind the curtain. What is not among these is for whoever may
/// know such things at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptBehind {
    /// What.
    pub thing: Thing,
    /// Who may know it.
    pub may_know: MayKnow,
}

impl Identified for KeptBehind {
    type Id = Thing;
    fn id(&self) -> &Thing {
        &self.thing
    }
}
