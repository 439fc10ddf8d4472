//! What the conference arrives at: numbers on scales, lines of the plan, decisions, and answers to a child's words.
//!
//! Deliberately not here: any sum over them. Numbers are never averaged and a decision is never counted from votes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::card::Source;
use crate::id::{ActionId, CardId, ChildId, EntryId, OpinionId, PersonId, RatingId, ScaleKey};
use crate::keyed::Identified;
use crate::sharing::MayKnow;

/// One number that one person gave, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Rating {
    /// The rating's id.
    pub id: RatingId,
    /// The scale of the framework.
    pub scale: ScaleKey,
    /// The card it is about, for a scale that is asked of single cards; nothing for the whole map.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub card: Option<CardId>,
    /// Who gave it.
    pub by: Source,
    /// The number, 0 to 10.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 10)))]
    pub value: u8,
    /// What the number is about, where one person gives two: "at Gran's".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What makes it that number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What would make it one higher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_higher: Option<String>,
    /// Who may know it.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
}

/// One line of the plan: who does what by when, and how we will know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Action {
    /// The action's id.
    pub id: ActionId,
    /// The children it is for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<ChildId>,
    /// The cards it answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<CardId>,
    /// The need or worry it is about, in words, where no line says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub need: Option<String>,
    /// What will be different for the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// What is done.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub what: String,
    /// Who does it.
    pub owner: Owner,
    /// Others who help, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supporting: Option<String>,
    /// From when on, where it does not begin at once.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub start: Option<Date>,
    /// By when.
    pub due: Due,
    /// Why it is due after the review, where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_because: Option<String>,
    /// It is done at once, before anything else.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub immediate: bool,
    /// How we will know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Where the proof comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// What happens if it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contingency: Option<String>,
    /// What the family says to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family_says: Option<String>,
    /// The line in words for a child; only with them does it stand in a child's letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub for_child: Option<String>,
    /// Who may know it.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
}

impl Action {
    /// A line of the plan that says no more than who does what by when.
    pub fn begun(id: ActionId, what: String, owner: Owner, due: Due) -> Self {
        Self {
            id,
            children: Vec::new(),
            answers: Vec::new(),
            need: None,
            outcome: None,
            what,
            owner,
            supporting: None,
            start: None,
            due,
            late_because: None,
            immediate: false,
            measure: None,
            evidence: None,
            contingency: None,
            family_says: None,
            for_child: None,
            may_know: MayKnow::Everyone,
        }
    }
}

/// What happens if the plan does not work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contingency {
    /// What happens, in words.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub words: String,
    /// Who may know it; it can say what somebody must not find out.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
}

/// What is said and planned is for the room unless the chair says otherwise.
fn everyone() -> MayKnow {
    MayKnow::Everyone
}

fn is_everyone(may_know: &MayKnow) -> bool {
    *may_know == MayKnow::Everyone
}

/// Who does a line of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Owner {
    /// A person of the conference.
    Person(PersonId),
    /// Somebody else, or several, in words.
    Named(String),
}

/// By when a line of the plan is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Due {
    /// A day.
    On(
        #[serde(with = "crate::iso")]
        #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
        Date,
    ),
    /// Words that are not a day, kept as they were said: "ongoing".
    Said(String),
}

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

/// What was done about a child's words ("you said, so we ...").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is a kind of answer by its own name; `words` spells it out")]
pub enum AnswerKind {
    BecameAction,
    ChangedDecision,
    ChangedPlan,
    AnsweredInRoom,
    AgreedNotNow,
    NotPossibleBecause,
    PassedOn,
    Noted,
}

impl AnswerKind {
    /// Every kind of answer, in the order a chair is offered them.
    pub const ALL: [Self; 8] = [
        Self::BecameAction,
        Self::ChangedPlan,
        Self::ChangedDecision,
        Self::AnsweredInRoom,
        Self::AgreedNotNow,
        Self::NotPossibleBecause,
        Self::PassedOn,
        Self::Noted,
    ];

    /// The kind in words that finish "you said, so we ...".
    pub fn words(self) -> &'static str {
        match self {
            Self::BecameAction => "It is in the plan",
            Self::ChangedDecision => "It changed the decision",
            Self::ChangedPlan => "It changed the plan",
            Self::AnsweredInRoom => "We answered it in the room",
            Self::AgreedNotNow => "Agreed, but not now",
            Self::NotPossibleBecause => "We cannot, and this is why",
            Self::PassedOn => "We passed it on",
            Self::Noted => "We heard it",
        }
    }
}

/// The answer to one entry, from what was decided to how the child took it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answer {
    /// The child's words that are answered.
    pub entry: EntryId,
    /// The kind of answer.
    pub kind: AnswerKind,
    /// The answer in plain words, for the child.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub words: String,
    /// Why not, in words for the child. A no always has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The lines of the plan it became.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<ActionId>,
    /// Who tells the child, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_by: Option<String>,
    /// By when the child is told.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub tell_by: Option<Date>,
    /// The day the child was told.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub told_on: Option<Date>,
    /// What the child said to it, word for word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reaction: Option<String>,
}

impl Identified for Rating {
    type Id = RatingId;
    fn id(&self) -> &RatingId {
        &self.id
    }
}

impl Identified for Action {
    type Id = ActionId;
    fn id(&self) -> &ActionId {
        &self.id
    }
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

impl Identified for Disagreement {
    type Id = ChildId;
    fn id(&self) -> &ChildId {
        &self.child
    }
}

impl Identified for Decision {
    type Id = ChildId;
    fn id(&self) -> &ChildId {
        &self.child
    }
}

impl Identified for Answer {
    type Id = EntryId;
    fn id(&self) -> &EntryId {
        &self.entry
    }
}
