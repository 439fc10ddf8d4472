//! The people of a conference: the children it is about, their family, and the professionals.
//!
//! Deliberately not here: addresses and telephone numbers. The board has no field for them, so they cannot leak from it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{ChildId, PersonId};
use crate::keyed::Identified;
use crate::sharing::{MayKnow, everyone, is_everyone};

/// When a child was born, or is expected to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Birth {
    /// Date of birth.
    Born(
        #[serde(with = "crate::iso")]
        #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
        Date,
    ),
    /// Expected date of delivery of an unborn child.
    Expected(
        #[serde(with = "crate::iso")]
        #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
        Date,
    ),
}

impl Birth {
    /// The child's age in whole years on a day; nothing before birth.
    pub fn age_on(&self, day: Date) -> Option<i16> {
        match self {
            Self::Born(born) if *born <= day => {
                let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
                Some(day.year() - born.year() - i16::from(!had_birthday))
            }
            Self::Born(_) | Self::Expected(_) => None,
        }
    }
}

/// One child of the conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Child {
    /// The child's id.
    pub id: ChildId,
    /// The name in law.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub legal_name: String,
    /// The name the child goes by; the only one on a screen.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub known_as: String,
    /// Pronouns the child uses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pronouns: Option<String>,
    /// When born, or expected.
    pub birth: Birth,
    /// The authority's case number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_number: Option<String>,
    /// School or nursery, and year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<String>,
    /// Languages the child speaks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub languages: Option<String>,
    /// Disability and what helps the child to say and follow things.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub communication: Option<String>,
    /// Who the child lives with, never where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lives_with: Option<String>,
    /// How the child took part, and who spoke for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participation: Option<String>,
}

/// What somebody is to the conference; decides what they may see and do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Role {
    /// Leads the conference.
    Chair,
    /// Writes it down.
    MinuteTaker,
    /// The children's own social worker.
    LeadSocialWorker,
    /// The social worker's manager.
    TeamManager,
    /// From any other agency.
    Professional,
    /// Mother, father, or another with parental responsibility.
    Parent,
    /// Cares for the child without being a parent.
    Carer,
    /// A brother or sister who is not a subject of the conference.
    Sibling,
    /// Family and friends around the child.
    FamilyNetwork,
    /// Speaks for a child or parent.
    Advocate,
    /// Came to support somebody.
    Supporter,
    /// Carries words from one language to another.
    Interpreter,
    /// A parent's lawyer.
    Solicitor,
    /// Watches and says nothing.
    Observer,
    /// The authority's lawyer.
    LegalAdviser,
}

impl Role {
    /// Every role, the family's first.
    pub const ALL: [Self; 15] = [
        Self::Parent,
        Self::Carer,
        Self::Sibling,
        Self::FamilyNetwork,
        Self::Professional,
        Self::LeadSocialWorker,
        Self::TeamManager,
        Self::Chair,
        Self::MinuteTaker,
        Self::Advocate,
        Self::Supporter,
        Self::Interpreter,
        Self::Solicitor,
        Self::LegalAdviser,
        Self::Observer,
    ];

    /// The role in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Chair => "Chair",
            Self::MinuteTaker => "Minute taker",
            Self::LeadSocialWorker => "Children’s social worker",
            Self::TeamManager => "Social worker’s manager",
            Self::Professional => "Professional",
            Self::Parent => "Parent",
            Self::Carer => "Carer",
            Self::Sibling => "Brother or sister",
            Self::FamilyNetwork => "Family and friends",
            Self::Advocate => "Advocate",
            Self::Supporter => "Supporter",
            Self::Interpreter => "Interpreter",
            Self::Solicitor => "Parent’s solicitor",
            Self::Observer => "Observer",
            Self::LegalAdviser => "Authority’s legal adviser",
        }
    }
}

/// The service a professional comes from (source: Working Together's list of those invited).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is the name of a public service and says all there is to say")]
pub enum Agency {
    ChildrensSocialCare,
    Police,
    School,
    EarlyYears,
    HealthVisiting,
    SchoolNursing,
    Midwifery,
    Gp,
    Paediatrics,
    Camhs,
    AdultMentalHealth,
    SubstanceMisuse,
    Probation,
    YouthJustice,
    Housing,
    Idva,
    EarlyHelp,
    Fostering,
    Legal,
    Advocacy,
    Voluntary,
    Interpreter,
    Other,
}

impl Agency {
    /// Every agency, in the order they are offered.
    pub const ALL: [Self; 23] = [
        Self::ChildrensSocialCare,
        Self::Police,
        Self::School,
        Self::EarlyYears,
        Self::HealthVisiting,
        Self::SchoolNursing,
        Self::Midwifery,
        Self::Gp,
        Self::Paediatrics,
        Self::Camhs,
        Self::AdultMentalHealth,
        Self::SubstanceMisuse,
        Self::Probation,
        Self::YouthJustice,
        Self::Housing,
        Self::Idva,
        Self::EarlyHelp,
        Self::Fostering,
        Self::Legal,
        Self::Advocacy,
        Self::Voluntary,
        Self::Interpreter,
        Self::Other,
    ];

    /// The agency in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::ChildrensSocialCare => "Children’s social care",
            Self::Police => "Police",
            Self::School => "School",
            Self::EarlyYears => "Early years",
            Self::HealthVisiting => "Health visiting",
            Self::SchoolNursing => "School nursing",
            Self::Midwifery => "Midwifery",
            Self::Gp => "GP",
            Self::Paediatrics => "Children’s doctor",
            Self::Camhs => "Mental health service for young people",
            Self::AdultMentalHealth => "Adult mental health",
            Self::SubstanceMisuse => "Drug and alcohol service",
            Self::Probation => "Probation",
            Self::YouthJustice => "Youth justice",
            Self::Housing => "Housing",
            Self::Idva => "Domestic abuse adviser",
            Self::EarlyHelp => "Early help",
            Self::Fostering => "Fostering",
            Self::Legal => "Legal",
            Self::Advocacy => "Advocacy",
            Self::Voluntary => "Voluntary service",
            Self::Interpreter => "Interpreter",
            Self::Other => "Other",
        }
    }

    /// Whether the agency has a say in the decision: not those who advise, interpret or speak for somebody.
    pub fn decides(self) -> bool {
        match self {
            Self::Legal | Self::Advocacy | Self::Interpreter => false,
            Self::ChildrensSocialCare
            | Self::Police
            | Self::School
            | Self::EarlyYears
            | Self::HealthVisiting
            | Self::SchoolNursing
            | Self::Midwifery
            | Self::Gp
            | Self::Paediatrics
            | Self::Camhs
            | Self::AdultMentalHealth
            | Self::SubstanceMisuse
            | Self::Probation
            | Self::YouthJustice
            | Self::Housing
            | Self::Idva
            | Self::EarlyHelp
            | Self::Fostering
            | Self::Voluntary
            | Self::Other => true,
        }
    }
}

/// How somebody takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Attendance {
    /// Invited; nothing known yet.
    #[default]
    Invited,
    /// In the room.
    Present,
    /// In the room for a part of it.
    PresentPart,
    /// By video.
    RemoteVideo,
    /// By telephone.
    RemotePhone,
    /// Could not come and said so.
    Apologies,
    /// Did not come.
    NoShow,
    /// Was not asked to come.
    NotInvited,
    /// May not come.
    Excluded,
    /// Sent a report only.
    ReportOnly,
}

impl Attendance {
    /// Every way of taking part, in the order a chair is offered them.
    pub const ALL: [Self; 10] = [
        Self::Invited,
        Self::Present,
        Self::PresentPart,
        Self::RemoteVideo,
        Self::RemotePhone,
        Self::Apologies,
        Self::ReportOnly,
        Self::NoShow,
        Self::NotInvited,
        Self::Excluded,
    ];

    /// The way of taking part in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Invited => "Invited",
            Self::Present => "In the room",
            Self::PresentPart => "In the room for a part",
            Self::RemoteVideo => "By video",
            Self::RemotePhone => "By telephone",
            Self::Apologies => "Sent apologies",
            Self::NoShow => "Did not come",
            Self::NotInvited => "Not asked to come",
            Self::Excluded => "May not come",
            Self::ReportOnly => "Sent a report only",
        }
    }
}

/// One person's tie to one child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Relation {
    /// The child.
    pub child: ChildId,
    /// In words: "mother", "paternal grandmother".
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub relation: String,
    /// Parental responsibility, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parental_responsibility: Option<bool>,
}

/// One grown-up of the conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// The person's id.
    pub id: PersonId,
    /// Full name.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub name: String,
    /// What the board calls them: "Mum", "Beth-Ann". Their full name where nothing is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_as: Option<String>,
    /// What they are to the conference.
    pub role: Role,
    /// Their service, for a professional.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Agency>,
    /// Their place of work in words: "Larkfield Primary".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Their title: "school nurse".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Ties to the children, for family.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// How they take part.
    #[serde(default)]
    pub attendance: Attendance,
    /// From when to when, or which part, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attended: Option<String>,
    /// Out of the room just now, so that what they may not know can be said and shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub out: bool,
    /// Who may know that this person takes part; a support worker's name can give away where a family lives.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
}

impl Person {
    /// Somebody can see the wall and hear the room while they take part, in whatever way, and have not stepped out.
    pub fn is_in_the_room(&self) -> bool {
        match self.attendance {
            Attendance::Present | Attendance::PresentPart | Attendance::RemoteVideo | Attendance::RemotePhone => {
                !self.out
            }
            Attendance::Invited
            | Attendance::Apologies
            | Attendance::NoShow
            | Attendance::NotInvited
            | Attendance::Excluded
            | Attendance::ReportOnly => false,
        }
    }

    /// What the board calls them.
    pub fn called(&self) -> &str {
        self.known_as.as_deref().unwrap_or(&self.name)
    }

    /// Name and place of work or tie to the children, as a minute would put it.
    pub fn introduced(&self) -> String {
        let tie = self.organisation.as_deref().or(self.title.as_deref());
        match tie.or_else(|| self.relations.first().map(|tie| tie.relation.as_str())) {
            Some(tie) => format!("{}, {tie}", self.called()),
            None => self.called().to_owned(),
        }
    }
}

impl Identified for Child {
    type Id = ChildId;
    fn id(&self) -> &ChildId {
        &self.id
    }
}

impl Identified for Person {
    type Id = PersonId;
    fn id(&self) -> &PersonId {
        &self.id
    }
}
