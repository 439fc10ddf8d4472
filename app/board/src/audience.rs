//! Who is looking: the audience of a view, and what the rules need to know about it.
//!
//! Deliberately not here: what they may see. That is one rule a thing, in [`crate::sharing`] and [`crate::view`].

use serde::{Deserialize, Serialize};

use crate::id::{AccountId, ChildId, PersonId};
use crate::people::Role;
use crate::state::State;

/// The class of seats, or the paper, that sees exactly the same thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Audience {
    /// The chair's console.
    Chair,
    /// The minute taker's console.
    Clerk,
    /// The projected screen.
    Wall,
    /// One person's own device.
    Person(PersonId),
    /// A tablet on which one child, with an adult beside them, fills in that child's tools.
    Tablet(ChildId),
    /// What comes back to one child: the letter, and nothing of any adult's business.
    Child(ChildId),
    /// One child's device in another room: their own words, and the lines that are fit for a child.
    SideRoom(ChildId),
    /// Business support, who write the invitations and the list of copies: whose conference it is and who is asked, never a
    /// line of the board and never a child's word.
    Support,
    /// Paper for any professional of the conference.
    Professionals,
    /// Paper for the family in the room, and only what everybody in the family may know. Somebody who is not there, or
    /// must not find out something, gets a paper of their own.
    Family,
}

/// Somebody who looks at a screen. What they may see hangs on their audience alone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Onlooker {
    /// Their audience.
    pub audience: Audience,
    /// The account with which they signed in; a console tells each what they themselves can take back.
    pub account: Option<AccountId>,
}

/// Where nobody has signed in.
impl From<Audience> for Onlooker {
    fn from(audience: Audience) -> Self {
        Self { audience, account: None }
    }
}

/// What the rule about sharing needs to know of an audience.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Knower {
    /// The chair.
    Chair,
    /// The children's lead social worker.
    SocialWorker {
        /// Who it is.
        person: PersonId,
    },
    /// The minute taker.
    Clerk,
    /// One professional.
    Professional {
        /// Who it is.
        person: PersonId,
    },
    /// Any professional, the social worker included.
    Professionals {
        /// Who they are.
        all: Vec<PersonId>,
    },
    /// One person of the family, or somebody who came with them.
    Family {
        /// Who it is.
        person: PersonId,
    },
    /// Anybody in the family, and whoever came with them.
    AllFamily {
        /// Who they are.
        all: Vec<PersonId>,
    },
    /// The child it is all about.
    Child {
        /// Who it is.
        child: ChildId,
    },
    /// Everybody who can see the wall.
    Room {
        /// The grown-ups who are there now.
        present: Vec<PersonId>,
    },
}

/// On which side of the table somebody sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Leads the conference.
    Chair,
    /// The children's own social worker.
    SocialWorker,
    /// Writes the minutes.
    Clerk,
    /// Another professional.
    Professional,
    /// The family, and whoever came with them.
    Family,
}

impl Role {
    /// The family itself, without those who came with them.
    pub fn is_of_the_family(self) -> bool {
        match self {
            Self::Parent | Self::Carer | Self::Sibling | Self::FamilyNetwork => true,
            Self::Chair
            | Self::MinuteTaker
            | Self::LeadSocialWorker
            | Self::TeamManager
            | Self::Professional
            | Self::Advocate
            | Self::Supporter
            | Self::Interpreter
            | Self::Solicitor
            | Self::Observer
            | Self::LegalAdviser => false,
        }
    }

    /// A person is treated as family unless their work puts them on the professionals' side. Advocates, supporters,
    /// interpreters, solicitors and observers are not: what professionals keep among themselves is not for them.
    pub fn standing(self) -> Standing {
        match self {
            Self::Chair => Standing::Chair,
            Self::LeadSocialWorker => Standing::SocialWorker,
            Self::MinuteTaker => Standing::Clerk,
            Self::TeamManager | Self::Professional | Self::LegalAdviser => Standing::Professional,
            Self::Parent
            | Self::Carer
            | Self::Sibling
            | Self::FamilyNetwork
            | Self::Advocate
            | Self::Supporter
            | Self::Interpreter
            | Self::Solicitor
            | Self::Observer => Standing::Family,
        }
    }
}

impl Audience {
    /// The audience by its name in an address: `wall`, `professionals`, `family`, `tablet:` or `side-room:` or `letter:` with
    /// a child's id, or a person's id. A console has no such name.
    pub fn named(name: &str) -> Option<Self> {
        let child = |id: &str| id.parse().ok();
        match name.split_once(':') {
            Some(("tablet", id)) => child(id).map(Self::Tablet),
            Some(("side-room", id)) => child(id).map(Self::SideRoom),
            Some(("letter", id)) => child(id).map(Self::Child),
            Some(_) => None,
            None => match name {
                "wall" => Some(Self::Wall),
                "professionals" => Some(Self::Professionals),
                "family" => Some(Self::Family),
                person => person.parse().ok().map(Self::Person),
            },
        }
    }

    /// Its name in an address.
    pub fn name(&self) -> String {
        match self {
            Self::Chair => "chair".to_owned(),
            Self::Clerk => "clerk".to_owned(),
            Self::Wall => "wall".to_owned(),
            Self::Support => "support".to_owned(),
            Self::Professionals => "professionals".to_owned(),
            Self::Family => "family".to_owned(),
            Self::Person(person) => person.to_string(),
            Self::Tablet(child) => format!("tablet:{child}"),
            Self::SideRoom(child) => format!("side-room:{child}"),
            Self::Child(child) => format!("letter:{child}"),
        }
    }

    /// What the rule about sharing needs to know of this audience. A tablet is nobody: it sees its own child's tools
    /// and nothing of the board. Business support is nobody either: nothing that was shared with anybody is for them.
    pub fn knower(&self, state: &State) -> Option<Knower> {
        match self {
            Self::Chair => Some(Knower::Chair),
            Self::Clerk => Some(Knower::Clerk),
            Self::Wall => Some(Knower::Room { present: state.present() }),
            Self::Professionals => Some(Knower::Professionals {
                all: of_standing(state, |standing| matches!(standing, Standing::Professional | Standing::SocialWorker)),
            }),
            Self::Family => {
                Some(Knower::AllFamily { all: of_standing(state, |standing| standing == Standing::Family) })
            }
            Self::Tablet(_) | Self::Support => None,
            Self::Child(child) | Self::SideRoom(child) => Some(Knower::Child { child: child.clone() }),
            Self::Person(id) => {
                let person = id.clone();
                Some(match state.record.people.get(id)?.role.standing() {
                    Standing::Chair => Knower::Chair,
                    Standing::Clerk => Knower::Clerk,
                    Standing::SocialWorker => Knower::SocialWorker { person },
                    Standing::Professional => Knower::Professional { person },
                    Standing::Family => Knower::Family { person },
                })
            }
        }
    }
}

/// The people of the conference who sit on a side of the table.
fn of_standing(state: &State, side: impl Fn(Standing) -> bool) -> Vec<PersonId> {
    let people = state.record.people.iter().filter(|person| side(person.role.standing()));
    people.map(|person| person.id.clone()).collect()
}
