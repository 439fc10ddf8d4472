//! What can still be done with a record that the chair has approved.
//!
//! Deliberately not here: what the approval asks for first.

use crate::command::Command;
use crate::keeping::Keeping;
use crate::matter::Matter;
use crate::outcome::Answer;
use crate::rejection::Rejection;
use crate::state::State;

/// After the approval nothing of the record is changed. What goes on is the room itself, the giving out of copies, and telling the
/// children: when they were told and what they said to it.
pub(super) fn is_open(state: &State, command: &Command) -> Result<(), Rejection> {
    let open = state.record.signed.is_empty() || goes_on(state, command);
    if open { Ok(()) } else { Err(Rejection::Closed) }
}

/// A correction is added beside the record, notes and recipients are outside it, and the chair approves again.
pub(super) fn keeping_is_open(state: &State, keeping: &Keeping) -> Result<(), Rejection> {
    let goes_on = match keeping {
        Keeping::Anyway { keeping, .. } => return keeping_is_open(state, keeping),
        Keeping::Record(matter) => adds(state, matter),
        Keeping::Sign => true,
        Keeping::Drop(id) => state.record.matters.get(id).is_some_and(is_outside),
        Keeping::Follow(_) | Keeping::Head(_) | Keeping::Child(_) | Keeping::Person(_) | Keeping::Plan(_) => false,
    };
    if state.record.signed.is_empty() || goes_on { Ok(()) } else { Err(Rejection::Closed) }
}

/// A new correction, or something that is outside the record.
fn adds(state: &State, matter: &Matter) -> bool {
    match matter {
        Matter::Correction(of) => !state.record.matters.has(&of.id),
        Matter::Involvement(of) => {
            // Only when the child was told may still come in.
            let known = state.record.all::<crate::matter::Involvement>().find(|known| known.id == of.id);
            known.is_some_and(|known| crate::matter::Involvement { told_on: of.told_on, ..known.clone() } == *of)
        }
        Matter::DissentRoute(_) | Matter::Note(_) | Matter::Recipient(_) => true,
        Matter::Report(_)
        | Matter::Exclusion(_)
        | Matter::Sitting(_)
        | Matter::RestrictedPart(_)
        | Matter::QuorumDecision(_)
        | Matter::FamilyShape(_)
        | Matter::SetAside(_)
        | Matter::Threshold(_)
        | Matter::Statement(_)
        | Matter::GreyEnd(_)
        | Matter::Walked(_)
        | Matter::Fate(_)
        | Matter::TheirView(_)
        | Matter::CoreGroup(_)
        | Matter::DutyDates(_) => false,
    }
}

/// A private note and the list of those who get a copy are not the record.
fn is_outside(matter: &Matter) -> bool {
    match matter {
        Matter::Note(_) | Matter::Recipient(_) => true,
        Matter::Report(_)
        | Matter::Exclusion(_)
        | Matter::Involvement(_)
        | Matter::Sitting(_)
        | Matter::RestrictedPart(_)
        | Matter::QuorumDecision(_)
        | Matter::FamilyShape(_)
        | Matter::SetAside(_)
        | Matter::Correction(_)
        | Matter::Threshold(_)
        | Matter::DissentRoute(_)
        | Matter::Statement(_)
        | Matter::GreyEnd(_)
        | Matter::Walked(_)
        | Matter::Fate(_)
        | Matter::TheirView(_)
        | Matter::CoreGroup(_)
        | Matter::DutyDates(_) => false,
    }
}

fn goes_on(state: &State, command: &Command) -> bool {
    match command {
        Command::ShowOnWall { .. }
        | Command::TurnPage { .. }
        | Command::Blank { .. }
        | Command::Point { .. }
        | Command::Light { .. }
        | Command::Speak { .. }
        | Command::OpenPlace { .. }
        | Command::Reveal { .. }
        | Command::NotNow { .. }
        | Command::SendSign { .. }
        | Command::SayHere { .. }
        | Command::TakeUpSign { .. }
        | Command::StepOut { .. }
        | Command::DrawCurtain { .. }
        | Command::BeginSitting { .. }
        | Command::HideNumbers { .. }
        | Command::Guard { .. }
        | Command::GiveCopy { .. }
        | Command::GiveSeat { .. }
        | Command::CloseSeat { .. }
        | Command::OpenDoor { .. }
        | Command::ChooseSharing { .. }
        | Command::AnswerOverride { .. }
        | Command::PrepareLetter { .. } => true,
        Command::OpenCurtain { shared, things, .. } => shared.is_empty() && things.is_empty(),
        Command::AnswerEntry { answer } => {
            state.record.answers.get(&answer.entry).is_some_and(|known| only_tells(known, answer))
        }
        Command::Anyway { command, .. } => goes_on(state, command),
        Command::AddCard { .. }
        | Command::RewordCard { .. }
        | Command::DescribeCard { .. }
        | Command::MoveCard { .. }
        | Command::GroupCard { .. }
        | Command::RemoveCard { .. }
        | Command::RestoreCard { .. }
        | Command::TellFate { .. }
        | Command::PullEntry { .. }
        | Command::NameDisagreement { .. }
        | Command::Undo
        | Command::Redo
        | Command::Rate { .. }
        | Command::WithdrawRating { .. }
        | Command::Plan { .. }
        | Command::DropAction { .. }
        | Command::WriteContingency { .. }
        | Command::Decide { .. }
        | Command::GiveAgencyView { .. }
        | Command::WithdrawAgencyView { .. }
        | Command::GiveFamilyView { .. }
        | Command::EnterPhase { .. }
        | Command::ChangeHeader { .. }
        | Command::RecordChild { .. }
        | Command::RecordPerson { .. }
        | Command::RecordTool { .. }
        | Command::GiveEntry { .. }
        | Command::DescribePicture { .. }
        | Command::OverrideSharing { .. }
        | Command::HoldOwnConference { .. }
        | Command::AgreeSharing { .. }
        | Command::FitForChild { .. }
        | Command::Unguard { .. }
        | Command::ShareBehind { .. }
        | Command::TakeBackEntry { .. }
        | Command::OfferLine { .. }
        | Command::TakeOffer { .. }
        | Command::DeclineOffer { .. } => false,
    }
}

/// Whether an answer says no more than how a child was told.
fn only_tells(known: &Answer, answer: &Answer) -> bool {
    let told = Answer { told_on: answer.told_on, reaction: answer.reaction.clone(), ..known.clone() };
    told == *answer
}
