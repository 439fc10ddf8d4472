//! What people are to a conference, in plain words, and what there is to choose from.
//!
//! Deliberately not here: what a role may see. That is decided on the server.

use board::people::{Agency, Attendance, Role};
use board::toolkit::AgeBand;

use crate::pages::spoken::SPOKEN;

/// Every role of the family and those beside them, in the order a chair is offered them.
pub(super) const FAMILY: [Role; 4] = [Role::Parent, Role::Carer, Role::Sibling, Role::FamilyNetwork];

/// Every other role.
pub(super) const OTHERS: [Role; 11] = [
    Role::Professional,
    Role::LeadSocialWorker,
    Role::TeamManager,
    Role::Chair,
    Role::MinuteTaker,
    Role::Advocate,
    Role::Supporter,
    Role::Interpreter,
    Role::Solicitor,
    Role::LegalAdviser,
    Role::Observer,
];

/// A role in words.
pub(super) fn role(role: Role) -> &'static str {
    role.words()
}

/// Every service, in the order a chair is offered them.
pub(super) const AGENCIES: [Agency; 23] = [
    Agency::ChildrensSocialCare,
    Agency::Police,
    Agency::School,
    Agency::EarlyYears,
    Agency::HealthVisiting,
    Agency::SchoolNursing,
    Agency::Midwifery,
    Agency::Gp,
    Agency::Paediatrics,
    Agency::Camhs,
    Agency::AdultMentalHealth,
    Agency::SubstanceMisuse,
    Agency::Probation,
    Agency::YouthJustice,
    Agency::Housing,
    Agency::Idva,
    Agency::EarlyHelp,
    Agency::Fostering,
    Agency::Legal,
    Agency::Advocacy,
    Agency::Voluntary,
    Agency::Interpreter,
    Agency::Other,
];

/// A service in words.
pub(super) fn agency(agency: Agency) -> &'static str {
    match agency {
        Agency::ChildrensSocialCare => "Children’s social care",
        Agency::Police => "Police",
        Agency::School => "School",
        Agency::EarlyYears => "Nursery or early years",
        Agency::HealthVisiting => "Health visiting",
        Agency::SchoolNursing => "School nursing",
        Agency::Midwifery => "Midwifery",
        Agency::Gp => "GP",
        Agency::Paediatrics => "Children’s doctors",
        Agency::Camhs => "Children’s mental health (CAMHS)",
        Agency::AdultMentalHealth => "Adult mental health",
        Agency::SubstanceMisuse => "Drug and alcohol service",
        Agency::Probation => "Probation",
        Agency::YouthJustice => "Youth justice",
        Agency::Housing => "Housing",
        Agency::Idva => "Domestic abuse adviser (IDVA)",
        Agency::EarlyHelp => "Early help",
        Agency::Fostering => "Fostering",
        Agency::Legal => "Legal",
        Agency::Advocacy => "Advocacy",
        Agency::Voluntary => "Charity or community group",
        Agency::Interpreter => "Interpreting",
        Agency::Other => "Another service",
    }
}

/// Every way of taking part, in the order a chair is offered them.
pub(super) const ATTENDANCES: [Attendance; 10] = Attendance::ALL;

/// A way of taking part in words.
pub(super) fn attendance(attendance: Attendance) -> &'static str {
    attendance.words()
}

/// For children of which age.
pub(super) fn age(band: AgeBand) -> &'static str {
    match band {
        AgeBand::Baby => "babies",
        AgeBand::UnderEight => "under 8",
        AgeBand::EightToEleven => "8 to 11",
        AgeBand::TwelveAndOver => "12 and over",
    }
}

/// A language by its tag, as people here call it.
pub(super) fn spoken(tag: &str) -> String {
    SPOKEN.iter().find(|(known, _)| *known == tag).map_or_else(|| tag.to_owned(), |(_, name)| (*name).to_owned())
}

/// A text that begins a line.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Things to choose from, each with its words.
pub(super) fn options<T: Copy>(all: &[T], words: fn(T) -> &'static str) -> Vec<(T, String)> {
    all.iter().map(|one| (*one, words(*one).to_owned())).collect()
}
