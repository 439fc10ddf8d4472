//! Who may know a thing: the child's choice for an entry, the chair's for any other line.
//!
//! Deliberately not here: who somebody is (that is [`crate::audience`]). This file holds the choices and the one
//! rule that reads them; how a child's entry is told is in `telling`, and what overrides a choice in `safety`.

use serde::{Deserialize, Serialize};

use crate::audience::Knower;
use crate::id::PersonId;

mod safety;
mod telling;

pub use safety::{Ground, Override};
pub use telling::{Surface, Telling, When, Wording};

/// Who may know, from widest to narrowest (source: Essex young-person-only conference; `sharing.audience`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MayKnow {
    /// Everybody at the conference, and the wall.
    Everyone,
    /// Everybody but the people named.
    EveryoneExcept {
        /// Those who may not know.
        people: Vec<PersonId>,
    },
    /// Only the people named and, if so chosen, the professionals.
    Only {
        /// Those who may know, beside the chair and the lead social worker.
        people: Vec<PersonId>,
        /// Whether all professionals may know too.
        #[serde(default)]
        professionals: bool,
    },
    /// The professionals, not the family and not the wall.
    Professionals,
    /// The chair and the lead social worker.
    ChairAndSocialWorker,
    /// Held by the chair alone.
    ChairOnly,
    /// Not decided yet: shown nowhere but in the tool itself.
    #[default]
    NotDecided,
}

/// What is said and written down is for the room unless somebody says otherwise.
pub(crate) fn everyone() -> MayKnow {
    MayKnow::Everyone
}

/// Whether it is for the room; then it need not be said.
pub(crate) fn is_everyone(may_know: &MayKnow) -> bool {
    *may_know == MayKnow::Everyone
}

impl MayKnow {
    /// A thing reaches a person only if the one who shared it said that this person may know; whoever was not
    /// thought of may not. The wall and papers for a whole group know a thing only if everybody who may look at
    /// them does.
    pub fn allows(&self, knower: &Knower) -> bool {
        match self {
            Self::Everyone => true,
            Self::EveryoneExcept { people } => match knower {
                Knower::Chair | Knower::Clerk | Knower::Child { .. } => true,
                Knower::SocialWorker { person } | Knower::Professional { person } | Knower::Family { person } => {
                    !people.contains(person)
                }
                Knower::Professionals { all } | Knower::AllFamily { all } | Knower::Room { present: all } => {
                    people.iter().all(|person| !all.contains(person))
                }
            },
            Self::Only { people, professionals } => match knower {
                Knower::Chair | Knower::SocialWorker { .. } => true,
                Knower::Clerk | Knower::Professionals { .. } => *professionals,
                Knower::Professional { person } => *professionals || people.contains(person),
                Knower::Family { person } => people.contains(person),
                Knower::AllFamily { .. } | Knower::Child { .. } | Knower::Room { .. } => false,
            },
            Self::Professionals => match knower {
                Knower::Chair
                | Knower::SocialWorker { .. }
                | Knower::Clerk
                | Knower::Professionals { .. }
                | Knower::Professional { .. } => true,
                Knower::Family { .. } | Knower::AllFamily { .. } | Knower::Child { .. } | Knower::Room { .. } => false,
            },
            Self::ChairAndSocialWorker => match knower {
                Knower::Chair | Knower::SocialWorker { .. } => true,
                Knower::Clerk
                | Knower::Professionals { .. }
                | Knower::Professional { .. }
                | Knower::Family { .. }
                | Knower::AllFamily { .. }
                | Knower::Child { .. }
                | Knower::Room { .. } => false,
            },
            Self::ChairOnly => match knower {
                Knower::Chair => true,
                Knower::SocialWorker { .. }
                | Knower::Clerk
                | Knower::Professionals { .. }
                | Knower::Professional { .. }
                | Knower::Family { .. }
                | Knower::AllFamily { .. }
                | Knower::Child { .. }
                | Knower::Room { .. } => false,
            },
            Self::NotDecided => false,
        }
    }

    /// Those named in the choice; a record may only name people of its own conference.
    pub fn named(&self) -> &[PersonId] {
        match self {
            Self::EveryoneExcept { people } | Self::Only { people, .. } => people,
            Self::Everyone | Self::Professionals | Self::ChairAndSocialWorker | Self::ChairOnly | Self::NotDecided => {
                &[]
            }
        }
    }
}
