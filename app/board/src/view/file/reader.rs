//! Which pages and forms of the record somebody finds.
//!
//! Deliberately not here: what stands in them ([`super::may_have`]), and whether a form is kept when it is sent (that is decided anew).

use serde::{Deserialize, Serialize};

use crate::audience::{Audience, Standing};
use crate::file::{Part, Sheet};
use crate::state::State;

/// Who reads the record's pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reader {
    /// The chair.
    Chair,
    /// The minute taker.
    Clerk,
    /// The children's social worker, who prepares.
    SocialWorker,
    /// Business support, who write the invitations and the list of copies.
    Support,
    /// Nobody who has these pages.
    Nobody,
}

impl Reader {
    /// Who an audience is at the record's pages: the consoles, the children's lead social worker, and business support.
    pub fn of(state: &State, audience: &Audience) -> Self {
        match audience {
            Audience::Chair => Self::Chair,
            Audience::Clerk => Self::Clerk,
            Audience::Support => Self::Support,
            Audience::Person(id) => {
                let standing = state.record.people.get(id).map(|person| person.role.standing());
                if standing == Some(Standing::SocialWorker) { Self::SocialWorker } else { Self::Nobody }
            }
            Audience::Wall
            | Audience::Tablet(_)
            | Audience::Child(_)
            | Audience::SideRoom(_)
            | Audience::Professionals
            | Audience::Family => Self::Nobody,
        }
    }

    /// Whether they sit at a console, with every page of the conference at hand.
    pub fn is_at_console(self) -> bool {
        match self {
            Self::Chair | Self::Clerk => true,
            Self::SocialWorker | Self::Support | Self::Nobody => false,
        }
    }

    /// The chair finds every form; the minute taker all but the chair's own notes; the social worker those for the family, the people,
    /// the reports and the plan; business support those for the people and for the copies.
    pub fn finds(self, sheet: Sheet) -> bool {
        match self {
            Self::Chair => true,
            Self::Clerk => sheet != Sheet::Note,
            Self::SocialWorker => match sheet {
                Sheet::FamilyShape | Sheet::Child | Sheet::Person | Sheet::Report | Sheet::Action => true,
                Sheet::Exclusion
                | Sheet::Sitting
                | Sheet::Involvement
                | Sheet::DutyDates
                | Sheet::QuorumDecision
                | Sheet::Walked
                | Sheet::Fate
                | Sheet::Statement
                | Sheet::GreyEnd
                | Sheet::Threshold
                | Sheet::DissentRoute
                | Sheet::TheirView
                | Sheet::CoreGroup
                | Sheet::Note
                | Sheet::Correction
                | Sheet::SetAside
                | Sheet::Recipient => false,
            },
            Self::Support => match sheet {
                Sheet::Person | Sheet::Recipient => true,
                Sheet::FamilyShape
                | Sheet::Child
                | Sheet::Report
                | Sheet::Exclusion
                | Sheet::Sitting
                | Sheet::Involvement
                | Sheet::DutyDates
                | Sheet::QuorumDecision
                | Sheet::Walked
                | Sheet::Fate
                | Sheet::Statement
                | Sheet::GreyEnd
                | Sheet::Action
                | Sheet::Threshold
                | Sheet::DissentRoute
                | Sheet::TheirView
                | Sheet::CoreGroup
                | Sheet::Note
                | Sheet::Correction
                | Sheet::SetAside => false,
            },
            Self::Nobody => false,
        }
    }

    /// A part is there for those who find one of its forms.
    pub fn has(self, part: Part) -> bool {
        part.sheets().into_iter().any(|sheet| self.finds(sheet))
    }

    /// Who gets which copy is a page of its own.
    pub fn has_copies(self) -> bool {
        self.finds(Sheet::Recipient)
    }
}
