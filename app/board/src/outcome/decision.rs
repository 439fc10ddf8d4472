//! What was decided for a child, and who does not agree with it.
//!
//! Deliberately never counted from what agencies say: the chair decides.

use serde::{Deserialize, Serialize};

use crate::id::{ChildId, EntryId};
use crate::keyed::Identified;

/// What was decided for one child (source: the outcomes of a child protection conference in England).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is an outcome by its own name; `words` spells it out")]
pub enum Outcome {
    CpPlanMade,
    CpPlanContinues,
    CpPlanEnds,
    NotRequiredChildInNeed,
    NotRequiredEarlyHelp,
    NotRequiredNfa,
    DeferredAdjourned,
    TransferAccepted,
    TransferDeclined,
    PreBirthPlanFromBirth,
}

impl Outcome {
    /// Every outcome, in the order a chair is offered them.
    pub const ALL: [Self; 10] = [
        Self::CpPlanMade,
        Self::CpPlanContinues,
        Self::CpPlanEnds,
        Self::NotRequiredChildInNeed,
        Self::NotRequiredEarlyHelp,
        Self::NotRequiredNfa,
        Self::DeferredAdjourned,
        Self::TransferAccepted,
        Self::TransferDeclined,
        Self::PreBirthPlanFromBirth,
    ];

    /// The outcome in words a family can read.
    pub fn words(self) -> &'static str {
        match self {
            Self::CpPlanMade => "Child protection plan",
            Self::CpPlanContinues => "Child protection plan goes on",
            Self::CpPlanEnds => "Child protection plan ends",
            Self::NotRequiredChildInNeed => "Child in need plan instead",
            Self::NotRequiredEarlyHelp => "Early help instead",
            Self::NotRequiredNfa => "No plan is needed",
            Self::DeferredAdjourned => "Not decided today; we will meet again",
            Self::TransferAccepted => "Plan taken over from the other area",
            Self::TransferDeclined => "Plan not taken over from the other area",
            Self::PreBirthPlanFromBirth => "Child protection plan from birth",
        }
    }

    /// Whether a child protection plan stands after it, which then needs a category.
    pub fn has_plan(self) -> bool {
        match self {
            Self::CpPlanMade | Self::CpPlanContinues | Self::TransferAccepted | Self::PreBirthPlanFromBirth => true,
            Self::CpPlanEnds
            | Self::NotRequiredChildInNeed
            | Self::NotRequiredEarlyHelp
            | Self::NotRequiredNfa
            | Self::DeferredAdjourned
            | Self::TransferDeclined => false,
        }
    }
}

/// The category of harm of a plan (source: the four categories used in England).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is a category by its own name; `words` spells it out")]
pub enum Category {
    Neglect,
    Physical,
    Emotional,
    Sexual,
}

impl Category {
    /// Every category.
    pub const ALL: [Self; 4] = [Self::Neglect, Self::Physical, Self::Emotional, Self::Sexual];

    /// The category in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Neglect => "Neglect",
            Self::Physical => "Physical abuse",
            Self::Emotional => "Emotional abuse",
            Self::Sexual => "Sexual abuse",
        }
    }
}

/// The chair's decision for one child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Decision {
    /// The child; there is one decision for each.
    pub child: ChildId,
    /// What was decided.
    pub outcome: Outcome,
    /// The category, when there is a plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// Why.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 20_000)))]
    pub reasons: String,
    /// What the child says about it, in the child's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub childs_view: Option<String>,
    /// What was decided and why, in words for the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_child: Option<String>,
}

/// The words with which a child disagrees with the decision: a field of its own, beside the professionals' dissent and
/// the family's views. They are words of the child like all others, so they are shared and answered like all others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Disagreement {
    /// The child; there is one disagreement for each.
    pub child: ChildId,
    /// The child's words.
    pub entry: EntryId,
}

impl Identified for Decision {
    type Id = ChildId;
    fn id(&self) -> &ChildId {
        &self.child
    }
}

impl Identified for Disagreement {
    type Id = ChildId;
    fn id(&self) -> &ChildId {
        &self.child
    }
}
