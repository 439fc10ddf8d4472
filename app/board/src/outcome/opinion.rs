//! What agencies and the family say of a decision, each in their own name.
//!
//! Deliberately not votes.

use serde::{Deserialize, Serialize};

use super::decision::Category;
use crate::id::{ChildId, OpinionId, PersonId};
use crate::keyed::Identified;
use crate::sharing::{MayKnow, everyone, is_everyone};

/// What one agency would decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is a view by its own name; `words` spells it out")]
pub enum Opinion {
    CpPlan,
    ChildInNeed,
    EarlyHelp,
    NoPlan,
    NoView,
}

impl Opinion {
    /// Every opinion, in the order a chair is offered them.
    pub const ALL: [Self; 5] = [Self::CpPlan, Self::ChildInNeed, Self::EarlyHelp, Self::NoPlan, Self::NoView];

    /// The opinion in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::CpPlan => "Child protection plan",
            Self::ChildInNeed => "Child in need plan",
            Self::EarlyHelp => "Early help",
            Self::NoPlan => "No plan",
            Self::NoView => "No view",
        }
    }
}

/// How firmly an agency disagrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Dissent {
    /// Disagrees, and can live with the decision.
    Reservation,
    /// Dissociates from the decision; an escalation follows.
    Formal,
}

/// One agency's view for one child. Views are kept, never counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AgencyView {
    /// The view's id.
    pub id: OpinionId,
    /// The child.
    pub child: ChildId,
    /// The person who gave it.
    pub by: PersonId,
    /// What they would decide.
    pub opinion: Opinion,
    /// The category they would choose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<Category>,
    /// Why, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Disagreement with the chair's decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dissent: Option<Dissent>,
}

/// What somebody of the family says about the decision; never mixed with a professional's dissent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FamilyView {
    /// The view's id.
    pub id: OpinionId,
    /// Who says it.
    pub by: PersonId,
    /// Which child's decision it is about; nothing for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<ChildId>,
    /// What they say, in their words.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub words: String,
    /// Who may know it.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
}

impl Identified for AgencyView {
    type Id = OpinionId;
    fn id(&self) -> &OpinionId {
        &self.id
    }
}

impl Identified for FamilyView {
    type Id = OpinionId;
    fn id(&self) -> &OpinionId {
        &self.id
    }
}
