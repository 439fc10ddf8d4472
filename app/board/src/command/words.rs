//! The words somebody wrote into a command, so that none of them is lost when it is not carried out.
//!
//! Deliberately not here: a child's words. They can be said again, and nobody else may change them.

use super::Command;
use crate::sharing::MayKnow;

/// Those of some texts that are there.
fn some<'a>(texts: Vec<(&'static str, Option<&'a mut String>)>) -> Vec<(&'static str, &'a mut String)> {
    texts.into_iter().filter_map(|(what, text)| text.map(|text| (what, text))).collect()
}

impl Command {
    /// The words a grown-up wrote into it, each with what it is; they can be written otherwise and asked for again.
    pub fn texts_mut(&mut self) -> Vec<(&'static str, &mut String)> {
        match self {
            Self::AddCard { card } if !card.line.is_childs() => vec![("The line", &mut card.words)],
            Self::RewordCard { words, .. } | Self::OfferLine { words, .. } => vec![("The line", words)],
            Self::AnswerEntry { answer } => {
                some(vec![("The answer", Some(&mut answer.words)), ("Why not", answer.reason.as_mut())])
            }
            Self::Rate { rating } => {
                some(vec![("Why", rating.reason.as_mut()), ("One higher would be", rating.one_higher.as_mut())])
            }
            Self::Plan { action } => some(vec![
                ("What is done", Some(&mut action.what)),
                ("So that", action.outcome.as_mut()),
                ("How we know", action.measure.as_mut()),
                ("If it does not work", action.contingency.as_mut()),
                ("In words for the child", action.for_child.as_mut()),
            ]),
            Self::WriteContingency { words } => some(vec![("If the plan does not work", words.as_mut())]),
            Self::Decide { decision } => {
                some(vec![("Reasons", Some(&mut decision.reasons)), ("For the child", decision.for_child.as_mut())])
            }
            Self::GiveAgencyView { view } => some(vec![("Why", view.reason.as_mut())]),
            Self::GiveFamilyView { view } => vec![("What they say", &mut view.words)],
            Self::EnterPhase { reason, .. } => some(vec![("Why", reason.as_mut())]),
            Self::OverrideSharing { overridden, .. } => overridden.as_mut().map_or_else(Vec::new, |it| {
                vec![("The least they have to know", &mut it.least), ("What was explained", &mut it.explained)]
            }),
            Self::GiveCopy { how, .. } => vec![("How", how)],
            Self::Anyway { command, .. } => command.texts_mut(),
            Self::AddCard { .. }
            | Self::DescribeCard { .. }
            | Self::MoveCard { .. }
            | Self::GroupCard { .. }
            | Self::RemoveCard { .. }
            | Self::RestoreCard { .. }
            | Self::PullEntry { .. }
            | Self::NameDisagreement { .. }
            | Self::PrepareLetter { .. }
            | Self::Undo
            | Self::Redo
            | Self::WithdrawRating { .. }
            | Self::DropAction { .. }
            | Self::WithdrawAgencyView { .. }
            | Self::ShowOnWall { .. }
            | Self::TurnPage { .. }
            | Self::Blank { .. }
            | Self::Point { .. }
            | Self::Light { .. }
            | Self::Speak { .. }
            | Self::ChangeHeader { .. }
            | Self::RecordChild { .. }
            | Self::RecordPerson { .. }
            | Self::StepOut { .. }
            | Self::RecordTool { .. }
            | Self::GiveEntry { .. }
            | Self::DescribePicture { .. }
            | Self::ChooseSharing { .. }
            | Self::AnswerOverride { .. }
            | Self::HoldOwnConference { .. }
            | Self::AgreeSharing { .. }
            | Self::FitForChild { .. }
            | Self::SendSign { .. }
            | Self::TakeUpSign { .. }
            | Self::SayHere { .. }
            | Self::Guard { .. }
            | Self::Unguard { .. }
            | Self::OpenPlace { .. }
            | Self::Reveal { .. }
            | Self::NotNow { .. }
            | Self::TakeBackEntry { .. }
            | Self::TakeOffer { .. }
            | Self::DeclineOffer { .. }
            | Self::GiveSeat { .. }
            | Self::CloseSeat { .. }
            | Self::DrawCurtain { .. }
            | Self::OpenCurtain { .. }
            | Self::ShareBehind { .. }
            | Self::BeginSitting { .. }
            | Self::HideNumbers { .. }
            | Self::TellFate { .. }
            | Self::OpenDoor { .. } => Vec::new(),
        }
    }

    /// Whom it would release its words to, where the one who asks chooses that.
    pub fn reach_mut(&mut self) -> Option<&mut MayKnow> {
        match self {
            Self::AddCard { card } | Self::TakeOffer { card, .. } => Some(&mut card.may_know),
            Self::DescribeCard { may_know, .. } => Some(may_know),
            Self::Rate { rating } => Some(&mut rating.may_know),
            Self::Plan { action } => Some(&mut action.may_know),
            Self::GiveFamilyView { view } => Some(&mut view.may_know),
            Self::Anyway { command, .. } => command.reach_mut(),
            Self::RewordCard { .. }
            | Self::MoveCard { .. }
            | Self::GroupCard { .. }
            | Self::RemoveCard { .. }
            | Self::RestoreCard { .. }
            | Self::PullEntry { .. }
            | Self::AnswerEntry { .. }
            | Self::NameDisagreement { .. }
            | Self::PrepareLetter { .. }
            | Self::Undo
            | Self::Redo
            | Self::WithdrawRating { .. }
            | Self::DropAction { .. }
            | Self::WriteContingency { .. }
            | Self::Decide { .. }
            | Self::GiveAgencyView { .. }
            | Self::WithdrawAgencyView { .. }
            | Self::EnterPhase { .. }
            | Self::ShowOnWall { .. }
            | Self::TurnPage { .. }
            | Self::Blank { .. }
            | Self::Point { .. }
            | Self::Light { .. }
            | Self::Speak { .. }
            | Self::ChangeHeader { .. }
            | Self::RecordChild { .. }
            | Self::RecordPerson { .. }
            | Self::StepOut { .. }
            | Self::RecordTool { .. }
            | Self::GiveEntry { .. }
            | Self::DescribePicture { .. }
            | Self::ChooseSharing { .. }
            | Self::OverrideSharing { .. }
            | Self::AnswerOverride { .. }
            | Self::HoldOwnConference { .. }
            | Self::AgreeSharing { .. }
            | Self::FitForChild { .. }
            | Self::SendSign { .. }
            | Self::TakeUpSign { .. }
            | Self::SayHere { .. }
            | Self::Guard { .. }
            | Self::Unguard { .. }
            | Self::GiveCopy { .. }
            | Self::OpenPlace { .. }
            | Self::Reveal { .. }
            | Self::NotNow { .. }
            | Self::TakeBackEntry { .. }
            | Self::OfferLine { .. }
            | Self::DeclineOffer { .. }
            | Self::GiveSeat { .. }
            | Self::CloseSeat { .. }
            | Self::DrawCurtain { .. }
            | Self::OpenCurtain { .. }
            | Self::ShareBehind { .. }
            | Self::BeginSitting { .. }
            | Self::HideNumbers { .. }
            | Self::TellFate { .. }
            | Self::OpenDoor { .. } => None,
        }
    }
}
