//! Who may ask for what, before anything is looked at.
//!
//! Deliberately not here: rules about the thing asked for, such as a child's words, which bind the chair too.

use super::Actor;
use crate::command::Command;
use crate::rejection::Rejection;
use crate::seat::Holder;

/// What a command is about, as far as rights go.
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
    /// Asking to be let in.
    Knocking,
}

/// The chair may do everything but speak for a child's tablet or offer lines to themselves. The minute taker writes and
/// prepares. A person offers lines. A child's tablet fills in tools. Somebody in the lobby can knock, and a wall can do
/// nothing.
pub(super) fn check(actor: &Actor, command: &Command) -> Result<(), Rejection> {
    let allowed = match (actor, matter(command)) {
        (Actor::Chair, Matter::Writing | Matter::Directing | Matter::Preparing | Matter::ChildsTool)
        | (Actor::Clerk, Matter::Writing | Matter::Preparing)
        | (Actor::Person(_), Matter::Offering)
        | (Actor::Tablet(_), Matter::ChildsTool)
        | (Actor::Lobby(_), Matter::Knocking) => true,
        (Actor::Chair, Matter::Knocking | Matter::Offering)
        | (Actor::Clerk, Matter::Directing | Matter::ChildsTool | Matter::Offering | Matter::Knocking)
        | (
            Actor::Person(_),
            Matter::Writing | Matter::Directing | Matter::Preparing | Matter::ChildsTool | Matter::Knocking,
        )
        | (
            Actor::Tablet(_),
            Matter::Writing | Matter::Directing | Matter::Preparing | Matter::Offering | Matter::Knocking,
        )
        | (
            Actor::Lobby(_),
            Matter::Writing | Matter::Directing | Matter::Preparing | Matter::ChildsTool | Matter::Offering,
        )
        | (Actor::Wall, _) => false,
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
        | Command::Undo
        | Command::Redo
        | Command::Rate { .. }
        | Command::WithdrawRating { .. }
        | Command::Plan { .. }
        | Command::DropAction { .. }
        | Command::WriteContingency { .. }
        | Command::GiveAgencyView { .. }
        | Command::WithdrawAgencyView { .. }
        | Command::GiveFamilyView { .. } => Matter::Writing,
        Command::PullEntry { .. }
        | Command::Decide { .. }
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
        | Command::OpenDoor { .. } => Matter::Directing,
        Command::GiveSeat { holder, .. } => match holder {
            Holder::Waiting(_) => Matter::Knocking,
            Holder::Person(_) | Holder::Tablet(_) | Holder::Wall => Matter::Directing,
        },
        Command::ChangeHeader { .. } | Command::RecordChild { .. } | Command::RecordPerson { .. } => Matter::Preparing,
        Command::RecordTool { .. }
        | Command::GiveEntry { .. }
        | Command::DescribePicture { .. }
        | Command::ChooseSharing { .. }
        | Command::TakeBackEntry { .. } => Matter::ChildsTool,
        Command::OfferLine { .. } => Matter::Offering,
    }
}
