//! Who may ask for what, before anything is looked at.
//!
//! Deliberately not here: rules about the thing asked for, such as a child's words, which bind the chair too.

use super::Actor;
use crate::command::Command;
use crate::rejection::Rejection;
use crate::seat::Holder;

/// What a command is about, as far as rights go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Matter {
    /// Lines, numbers, the plan, answers: what is written down.
    Writing,
    /// Decisions, seats, the wall, phases: what only the chair directs.
    Directing,
    /// Who is here and what meeting this is: what is prepared.
    Preparing,
    /// A child's own tool.
    ChildsTool,
    /// A line offered from one's own device.
    Offering,
    /// Sending a sign from a side room.
    Signing,
    /// Asking to be let in.
    Knocking,
}

/// The chair may do everything but speak for a child in a side room or offer lines to themselves. The minute taker writes
/// and prepares. A person offers lines. A child's tablet fills in tools, and a side room sends signs. Somebody in the lobby
/// can knock, and a wall can do nothing.
pub(super) fn check(actor: &Actor, command: &Command) -> Result<(), Rejection> {
    let matter = matter(command);
    let allowed = match actor {
        Actor::Chair => match matter {
            Matter::Writing | Matter::Directing | Matter::Preparing | Matter::ChildsTool => true,
            Matter::Offering | Matter::Signing | Matter::Knocking => false,
        },
        Actor::Clerk => match matter {
            Matter::Writing | Matter::Preparing => true,
            Matter::Directing | Matter::ChildsTool | Matter::Offering | Matter::Signing | Matter::Knocking => false,
        },
        Actor::Person(_) => matter == Matter::Offering,
        Actor::Tablet(_) => matter == Matter::ChildsTool,
        Actor::SideRoom(_) => matter == Matter::Signing,
        Actor::Lobby(_) => matter == Matter::Knocking,
        Actor::Wall => false,
    };
    if allowed { Ok(()) } else { Err(Rejection::NotYours) }
}

fn matter(command: &Command) -> Matter {
    match command {
        Command::AddCard { .. }
        | Command::RewordCard { .. }
        | Command::DescribeCard { .. }
        | Command::MoveCard { .. }
        | Command::GroupCard { .. }
        | Command::RemoveCard { .. }
        | Command::RestoreCard { .. }
        | Command::AnswerEntry { .. }
        | Command::NameDisagreement { .. }
        | Command::Undo
        | Command::Redo
        | Command::Rate { .. }
        | Command::WithdrawRating { .. }
        | Command::Plan { .. }
        | Command::DropAction { .. }
        | Command::WriteContingency { .. }
        | Command::GiveAgencyView { .. }
        | Command::WithdrawAgencyView { .. }
        | Command::GiveFamilyView { .. }
        | Command::Guard { .. } => Matter::Writing,
        Command::PullEntry { .. }
        | Command::Decide { .. }
        | Command::PrepareLetter { .. }
        | Command::EnterPhase { .. }
        | Command::ShowOnWall { .. }
        | Command::TurnPage { .. }
        | Command::Blank { .. }
        | Command::Point { .. }
        | Command::Light { .. }
        | Command::Speak { .. }
        | Command::TakeOffer { .. }
        | Command::DeclineOffer { .. }
        | Command::CloseSeat { .. }
        | Command::StepOut { .. }
        | Command::OverrideSharing { .. }
        | Command::FitForChild { .. }
        | Command::TakeUpSign { .. }
        | Command::Unguard { .. }
        | Command::GiveCopy { .. }
        | Command::OpenPlace { .. }
        | Command::Reveal { .. }
        | Command::NotNow { .. }
        | Command::OpenDoor { .. } => Matter::Directing,
        // What is done although there was a warning needs the right to do it.
        Command::Anyway { command, .. } => self::matter(command),
        Command::GiveSeat { holder, .. } => match holder {
            Holder::Waiting(_) => Matter::Knocking,
            Holder::Person(_) | Holder::Tablet(_) | Holder::SideRoom(_) | Holder::Wall => Matter::Directing,
        },
        Command::ChangeHeader { .. } | Command::RecordChild { .. } | Command::RecordPerson { .. } => Matter::Preparing,
        Command::RecordTool { .. }
        | Command::GiveEntry { .. }
        | Command::DescribePicture { .. }
        | Command::ChooseSharing { .. }
        | Command::TakeBackEntry { .. }
        | Command::AnswerOverride { .. }
        | Command::HoldOwnConference { .. }
        | Command::AgreeSharing { .. } => Matter::ChildsTool,
        Command::SendSign { .. } | Command::SayHere { .. } => Matter::Signing,
        Command::OfferLine { .. } => Matter::Offering,
    }
}
