//! The milestones of a conference: the things that time limits are counted from, and the things they ask for.
//!
//! Deliberately not here: how far one lies from another. That is a [`super::Rule`], which is data.

use serde::{Deserialize, Serialize};

/// Something that happens on a day and starts, or meets, a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is a milestone by its own name; `words` spells it out")]
pub enum Milestone {
    Referral,
    Assessment,
    StrategyDiscussion,
    TransferNotified,
    ExclusionRequest,
    ReportToFamily,
    ReportToChair,
    Conference,
    Inquorate,
    Reconvened,
    DecisionLetter,
    DissentRaised,
    DissentAnswered,
    MinutesSent,
    MinutesReceived,
    Comments,
    Challenge,
    CoreGroup,
    NextCoreGroup,
    Visit,
    NextVisit,
    Birth,
    Review,
}

impl Milestone {
    /// The milestone as it stands in a sentence: "10 working days after the conference".
    pub fn words(self) -> &'static str {
        match self {
            Self::Referral => "the referral",
            Self::Assessment => "the assessment",
            Self::StrategyDiscussion => "the strategy discussion",
            Self::TransferNotified => "the other area's papers were accepted",
            Self::ExclusionRequest => "the request to leave somebody out",
            Self::ReportToFamily => "the report to the family",
            Self::ReportToChair => "the report to the chair",
            Self::Conference => "the conference",
            Self::Inquorate => "the conference that could not decide",
            Self::Reconvened => "the conference that meets again",
            Self::DecisionLetter => "the decision letter",
            Self::DissentRaised => "the formal dissent",
            Self::DissentAnswered => "the answer to the dissent",
            Self::MinutesSent => "the minutes were sent",
            Self::MinutesReceived => "the minutes came",
            Self::Comments => "comments on the minutes",
            Self::Challenge => "the challenge",
            Self::CoreGroup => "the core group",
            Self::NextCoreGroup => "the next core group",
            Self::Visit => "the visit",
            Self::NextVisit => "the next visit",
            Self::Birth => "the birth",
            Self::Review => "the review",
        }
    }
}
