//! The quorum: whether enough agencies who know the child are there to decide.
//!
//! Deliberately not here: what the chair does about it ([`crate::matter::QuorumDecision`]). A report is not a person in the room.

use serde::{Deserialize, Serialize};

use crate::audience::Standing;
use crate::people::{Agency, Attendance, Person};
use crate::record::Record;

/// The local rule (source: Sussex, Swindon; Guernsey counts otherwise, so the number can be changed).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuorumRule {
    /// How many agencies beside children's social care have to be there.
    pub other_agencies: usize,
}

impl Default for QuorumRule {
    fn default() -> Self {
        Self { other_agencies: 2 }
    }
}

/// Who counts towards the quorum now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quorum {
    /// Whether children's social care is there.
    pub social_care: bool,
    /// The other agencies that are there, each once, as they introduce themselves.
    pub others: Vec<String>,
    /// How many of them the local rule asks for.
    pub needed: usize,
}

impl Quorum {
    /// A conference can decide when children's social care is there and at least two other agencies that know the child. Two schools
    /// are two agencies; two people of one service are one. Being there by video or telephone counts, a report does not.
    pub fn of(record: &Record, rule: QuorumRule) -> Self {
        let there = || record.people.iter().filter(|person| takes_part(person) && counts(person));
        let mut others: Vec<(Agency, String)> = there()
            .filter_map(|person| Some((person.agency?, person.organisation.clone().unwrap_or_default())))
            .filter(|(agency, _)| *agency != Agency::ChildrensSocialCare)
            .collect();
        others.sort();
        others.dedup();
        let name = |(agency, organisation): (Agency, String)| {
            if organisation.is_empty() { agency.words().to_owned() } else { organisation }
        };
        Self {
            social_care: there().any(|person| person.agency == Some(Agency::ChildrensSocialCare)),
            others: others.into_iter().map(name).collect(),
            needed: rule.other_agencies,
        }
    }

    /// Whether there are enough.
    pub fn is_met(&self) -> bool {
        self.social_care && self.others.len() >= self.needed
    }
}

/// Whether somebody takes part themselves, for all of it or some, in the room or from afar.
pub fn takes_part(person: &Person) -> bool {
    match person.attendance {
        Attendance::Present | Attendance::PresentPart | Attendance::RemoteVideo | Attendance::RemotePhone => true,
        Attendance::Invited
        | Attendance::Apologies
        | Attendance::NoShow
        | Attendance::NotInvited
        | Attendance::Excluded
        | Attendance::ReportOnly => false,
    }
}

/// Somebody counts for their agency when their work is with the child: not a lawyer, an advocate, an interpreter or an observer.
pub fn counts(person: &Person) -> bool {
    let works_with_the_child = match person.role.standing() {
        Standing::SocialWorker | Standing::Professional => true,
        Standing::Chair | Standing::Clerk | Standing::Family => false,
    };
    works_with_the_child && person.agency.is_some_and(Agency::decides)
}
