//! Who may do what: one table, a rule for each role, and what a role is at a conference.
//!
//! Deliberately not here: which conferences somebody reaches (that is [`super::reach`]), and what they may see or do within one. For
//! that a role leads to an actor and an audience, and the board does the rest.

use board::audience::Audience;
use board::decide::Actor;
use board::id::PersonId;

use super::role::Role;

/// Something that is not for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Right {
    /// Keeping accounts and teams.
    KeepAccounts,
    /// Reading who looked at what: at one's own conferences, or with the next at all.
    ReadLooked,
    /// Seeing to it that everything is as it was: every line of who looked, every chain.
    Verify,
    /// Printing cards with codes for feedback.
    HandOutCards,
    /// Reading what people said of meetings.
    ReadFeedback,
    /// Finding the conferences listed.
    ListConferences,
    /// Opening a conference.
    OpenConference,
    /// Coming to a conference at all, to wherever one's own place is.
    Visit,
    /// Looking at it through one's own eyes, held still.
    Look,
    /// Sitting at its console.
    SitAtConsole,
    /// Giving seats, codes and walls, and taking in pictures: what only the chair directs.
    Direct,
    /// Reading and filling in the pages of its record, as far as the board says.
    KeepRecord,
    /// What is asked before its record is approved.
    ReadChecks,
    /// Who gets which copy.
    ListCopies,
    /// Its minutes, for whichever reader.
    ReadMinutes,
    /// A child's letter.
    ReadLetter,
    /// Its pictures, as far as one's own view holds them.
    SeePictures,
    /// Saying who may come to it beyond the team.
    GuardAccess,
    /// Coming, with a reason and for a while, to one that is not one's own.
    LetIn,
}

impl Right {
    /// Every right.
    #[cfg(test)]
    pub(crate) const ALL: [Self; 19] = [
        Self::KeepAccounts,
        Self::ReadLooked,
        Self::Verify,
        Self::HandOutCards,
        Self::ReadFeedback,
        Self::ListConferences,
        Self::OpenConference,
        Self::Visit,
        Self::Look,
        Self::SitAtConsole,
        Self::Direct,
        Self::KeepRecord,
        Self::ReadChecks,
        Self::ListCopies,
        Self::ReadMinutes,
        Self::ReadLetter,
        Self::SeePictures,
        Self::GuardAccess,
        Self::LetIn,
    ];
}

/// Whether a role has a right.
pub(crate) fn may(role: Role, right: Right) -> bool {
    match role {
        Role::Administrator => administrator(right),
        Role::Chair => chair(right),
        Role::MinuteTaker => minute_taker(right),
        Role::SocialWorker => social_worker(right),
        Role::BusinessSupport => business_support(right),
        Role::Auditor => auditor(right),
        Role::Observer => observer(right),
    }
}

/// The administrator keeps accounts, teams and invitations, and opens no conference.
fn administrator(right: Right) -> bool {
    matches!(right, Right::KeepAccounts)
}

/// The chair does everything in their conferences, and reads who looked at them.
fn chair(right: Right) -> bool {
    match right {
        Right::KeepAccounts | Right::Verify => false,
        Right::ReadLooked
        | Right::HandOutCards
        | Right::ReadFeedback
        | Right::ListConferences
        | Right::OpenConference
        | Right::Visit
        | Right::Look
        | Right::SitAtConsole
        | Right::Direct
        | Right::KeepRecord
        | Right::ReadChecks
        | Right::ListCopies
        | Right::ReadMinutes
        | Right::ReadLetter
        | Right::SeePictures
        | Right::GuardAccess
        | Right::LetIn => true,
    }
}

/// The minute taker sits at the console, writes and keeps the record, and directs nothing.
fn minute_taker(right: Right) -> bool {
    match right {
        Right::HandOutCards
        | Right::ReadFeedback
        | Right::ListConferences
        | Right::Visit
        | Right::SitAtConsole
        | Right::KeepRecord
        | Right::ReadChecks
        | Right::ListCopies
        | Right::ReadMinutes
        | Right::ReadLetter
        | Right::SeePictures
        | Right::LetIn => true,
        Right::KeepAccounts
        | Right::ReadLooked
        | Right::Verify
        | Right::OpenConference
        | Right::Look
        | Right::Direct
        | Right::GuardAccess => false,
    }
}

/// The social worker sees what the lead social worker may see, prepares the reports, the people, the family and the plan, and neither
/// decides nor directs.
fn social_worker(right: Right) -> bool {
    match right {
        Right::ListConferences | Right::Visit | Right::Look | Right::KeepRecord | Right::SeePictures | Right::LetIn => {
            true
        }
        Right::KeepAccounts
        | Right::ReadLooked
        | Right::Verify
        | Right::HandOutCards
        | Right::ReadFeedback
        | Right::OpenConference
        | Right::SitAtConsole
        | Right::Direct
        | Right::ReadChecks
        | Right::ListCopies
        | Right::ReadMinutes
        | Right::ReadLetter
        | Right::GuardAccess => false,
    }
}

/// Business support prepares who is asked and who gets a copy, and never reads a child's words or a line of the board.
fn business_support(right: Right) -> bool {
    match right {
        Right::HandOutCards | Right::ListConferences | Right::Visit | Right::KeepRecord | Right::ListCopies => true,
        Right::KeepAccounts
        | Right::ReadLooked
        | Right::Verify
        | Right::ReadFeedback
        | Right::OpenConference
        | Right::Look
        | Right::SitAtConsole
        | Right::Direct
        | Right::ReadChecks
        | Right::ReadMinutes
        | Right::ReadLetter
        | Right::SeePictures
        | Right::GuardAccess
        | Right::LetIn => false,
    }
}

/// The auditor reads who looked at what and has the chains checked, and sees no content.
fn auditor(right: Right) -> bool {
    matches!(right, Right::ReadLooked | Right::Verify)
}

/// The observer sees what the wall shows, and nothing else.
fn observer(right: Right) -> bool {
    match right {
        Right::ListConferences | Right::Visit | Right::Look | Right::SeePictures => true,
        Right::KeepAccounts
        | Right::ReadLooked
        | Right::Verify
        | Right::HandOutCards
        | Right::ReadFeedback
        | Right::OpenConference
        | Right::SitAtConsole
        | Right::Direct
        | Right::KeepRecord
        | Right::ReadChecks
        | Right::ListCopies
        | Right::ReadMinutes
        | Right::ReadLetter
        | Right::GuardAccess
        | Right::LetIn => false,
    }
}

/// Who somebody is at a conference, and what they see of it. A social worker is the lead social worker of that conference; where none is
/// named yet there is nothing that they may see, and they prepare as business support does.
pub(crate) fn place(role: Role, lead: Option<PersonId>) -> Option<(Actor, Audience)> {
    match role {
        Role::Chair => Some((Actor::Chair, Audience::Chair)),
        Role::MinuteTaker => Some((Actor::Clerk, Audience::Clerk)),
        Role::SocialWorker => Some(match lead {
            Some(lead) => (Actor::SocialWorker(lead.clone()), Audience::Person(lead)),
            None => (Actor::Support, Audience::Support),
        }),
        Role::BusinessSupport => Some((Actor::Support, Audience::Support)),
        Role::Observer => Some((Actor::Wall, Audience::Wall)),
        Role::Administrator | Role::Auditor => None,
    }
}
