//! Who may ask for what, before anything is looked at.
//!
//! Deliberately not here: rules about the thing asked for, such as a child's words, which bind the chair too.

use super::Actor;
use crate::command::Command;
use crate::keeping::Keeping;
use crate::matter::Matter;
use crate::rejection::Rejection;
use crate::seat::Holder;

/// What is asked, as far as rights go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Right {
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
/// can knock, and a wall can do nothing. Who prepares from an office prepares at the record's pages and takes no part in what is
/// done while people sit together.
pub(super) fn check(actor: &Actor, command: &Command) -> Result<(), Rejection> {
    let right = right(command);
    let allowed = match actor {
        Actor::Chair => match right {
            Right::Writing | Right::Directing | Right::Preparing | Right::ChildsTool => true,
            Right::Offering | Right::Signing | Right::Knocking => false,
        },
        Actor::Clerk => match right {
            Right::Writing | Right::Preparing => true,
            Right::Directing | Right::ChildsTool | Right::Offering | Right::Signing | Right::Knocking => false,
        },
        Actor::Person(_) => right == Right::Offering,
        Actor::Tablet(_) => right == Right::ChildsTool,
        Actor::SideRoom(_) => right == Right::Signing,
        Actor::Lobby(_) => right == Right::Knocking,
        Actor::SocialWorker(_) | Actor::Support | Actor::Wall => false,
    };
    if allowed { Ok(()) } else { Err(Rejection::NotYours) }
}

/// The chair keeps the whole record; the minute taker keeps all of it but what is the chair's own: private notes, what is set aside,
/// what is done without a quorum, who is left out, and the approval. The children's social worker prepares the reports, the family, the
/// people and the plan. Business support prepares who is asked and who gets which copy. Nobody else has the record's pages.
pub(super) fn check_keeping(actor: &Actor, keeping: &Keeping) -> Result<(), Rejection> {
    let allowed = match actor {
        Actor::Chair => true,
        Actor::Clerk => match keeping {
            Keeping::Record(matter) => !is_the_chairs(matter),
            Keeping::Drop(_)
            | Keeping::Follow(_)
            | Keeping::Head(_)
            | Keeping::Child(_)
            | Keeping::Person(_)
            | Keeping::Plan(_) => true,
            Keeping::Sign => false,
            Keeping::Anyway { keeping, .. } => check_keeping(actor, keeping).is_ok(),
        },
        Actor::SocialWorker(_) => match keeping {
            Keeping::Record(matter) => prepared_by_the_social_worker(matter),
            // What is taken out is looked at first: see `drop_matter`.
            Keeping::Drop(_) | Keeping::Child(_) | Keeping::Person(_) | Keeping::Plan(_) => true,
            Keeping::Follow(_) | Keeping::Head(_) | Keeping::Sign => false,
            Keeping::Anyway { keeping, .. } => check_keeping(actor, keeping).is_ok(),
        },
        Actor::Support => match keeping {
            Keeping::Record(matter) => prepared_by_support(matter),
            Keeping::Drop(_) | Keeping::Person(_) => true,
            Keeping::Child(_) | Keeping::Plan(_) | Keeping::Follow(_) | Keeping::Head(_) | Keeping::Sign => false,
            Keeping::Anyway { keeping, .. } => check_keeping(actor, keeping).is_ok(),
        },
        Actor::Person(_) | Actor::Tablet(_) | Actor::SideRoom(_) | Actor::Lobby(_) | Actor::Wall => false,
    };
    if allowed { Ok(()) } else { Err(Rejection::NotYours) }
}

/// Whether somebody who prepares from an office may take a matter out: what they may put down, and nothing else.
pub(super) fn may_drop(actor: &Actor, matter: &Matter) -> bool {
    match actor {
        Actor::Chair => true,
        Actor::Clerk => !is_the_chairs(matter),
        Actor::SocialWorker(_) => prepared_by_the_social_worker(matter),
        Actor::Support => prepared_by_support(matter),
        Actor::Person(_) | Actor::Tablet(_) | Actor::SideRoom(_) | Actor::Lobby(_) | Actor::Wall => false,
    }
}

/// Reports, and the family in its own words, are prepared by the children's social worker.
pub(crate) fn prepared_by_the_social_worker(matter: &Matter) -> bool {
    match matter {
        Matter::Report(_) | Matter::FamilyShape(_) => true,
        Matter::Note(_)
        | Matter::SetAside(_)
        | Matter::QuorumDecision(_)
        | Matter::Exclusion(_)
        | Matter::Involvement(_)
        | Matter::Sitting(_)
        | Matter::RestrictedPart(_)
        | Matter::Correction(_)
        | Matter::Threshold(_)
        | Matter::DissentRoute(_)
        | Matter::Statement(_)
        | Matter::GreyEnd(_)
        | Matter::Walked(_)
        | Matter::Fate(_)
        | Matter::TheirView(_)
        | Matter::CoreGroup(_)
        | Matter::Recipient(_)
        | Matter::DutyDates(_) => false,
    }
}

/// Who gets which copy is prepared by business support.
pub(crate) fn prepared_by_support(matter: &Matter) -> bool {
    match matter {
        Matter::Recipient(_) => true,
        Matter::Report(_)
        | Matter::FamilyShape(_)
        | Matter::Note(_)
        | Matter::SetAside(_)
        | Matter::QuorumDecision(_)
        | Matter::Exclusion(_)
        | Matter::Involvement(_)
        | Matter::Sitting(_)
        | Matter::RestrictedPart(_)
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

/// Whether a matter is the chair's own to put down and to take out.
pub(super) fn is_the_chairs(matter: &Matter) -> bool {
    match matter {
        Matter::Note(_) | Matter::SetAside(_) | Matter::QuorumDecision(_) | Matter::Exclusion(_) => true,
        Matter::Report(_)
        | Matter::Involvement(_)
        | Matter::Sitting(_)
        | Matter::RestrictedPart(_)
        | Matter::FamilyShape(_)
        | Matter::Correction(_)
        | Matter::Threshold(_)
        | Matter::DissentRoute(_)
        | Matter::Statement(_)
        | Matter::GreyEnd(_)
        | Matter::Walked(_)
        | Matter::Fate(_)
        | Matter::TheirView(_)
        | Matter::CoreGroup(_)
        | Matter::Recipient(_)
        | Matter::DutyDates(_) => false,
    }
}

fn right(command: &Command) -> Right {
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
        | Command::TellFate { .. }
        | Command::Guard { .. } => Right::Writing,
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
        | Command::DrawCurtain { .. }
        | Command::OpenCurtain { .. }
        | Command::ShareBehind { .. }
        | Command::BeginSitting { .. }
        | Command::HideNumbers { .. }
        | Command::OpenDoor { .. } => Right::Directing,
        // What is done although there was a warning needs the right to do it.
        Command::Anyway { command, .. } => self::right(command),
        Command::GiveSeat { holder, .. } => match holder {
            Holder::Waiting(_) => Right::Knocking,
            Holder::Person(_) | Holder::Tablet(_) | Holder::SideRoom(_) | Holder::Wall => Right::Directing,
        },
        Command::ChangeHeader { .. } | Command::RecordChild { .. } | Command::RecordPerson { .. } => Right::Preparing,
        Command::RecordTool { .. }
        | Command::GiveEntry { .. }
        | Command::DescribePicture { .. }
        | Command::ChooseSharing { .. }
        | Command::TakeBackEntry { .. }
        | Command::AnswerOverride { .. }
        | Command::HoldOwnConference { .. }
        | Command::AgreeSharing { .. } => Right::ChildsTool,
        Command::SendSign { .. } | Command::SayHere { .. } => Right::Signing,
        Command::OfferLine { .. } => Right::Offering,
    }
}
