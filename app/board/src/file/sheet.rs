//! One form of the record's pages, for one kind of thing that is put down.
//!
//! Deliberately not here: its fields. They are in [`super::sheets`], by the part of a conference they belong to.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Field, Part, sheets};
use crate::keeping::Keeping;
use crate::matter::Matter;

/// One form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is named for the kind of thing it puts down")]
pub enum Sheet {
    FamilyShape,
    Child,
    Person,
    Report,
    Exclusion,
    Sitting,
    Involvement,
    DutyDates,
    QuorumDecision,
    Walked,
    Fate,
    Statement,
    GreyEnd,
    Action,
    Threshold,
    DissentRoute,
    TheirView,
    CoreGroup,
    Note,
    Correction,
    SetAside,
    Recipient,
}

impl Sheet {
    /// Every form, in the order in which they stand on their parts.
    pub const ALL: [Self; 22] = [
        Self::FamilyShape,
        Self::Child,
        Self::Person,
        Self::Report,
        Self::Exclusion,
        Self::Sitting,
        Self::Involvement,
        Self::DutyDates,
        Self::QuorumDecision,
        Self::Walked,
        Self::Fate,
        Self::Statement,
        Self::GreyEnd,
        Self::Action,
        Self::Threshold,
        Self::DissentRoute,
        Self::TheirView,
        Self::CoreGroup,
        Self::Note,
        Self::Correction,
        Self::SetAside,
        Self::Recipient,
    ];

    /// Its name in a form; for a matter it is the matter's own name in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::FamilyShape => "family_shape",
            Self::Child => "child",
            Self::Person => "person",
            Self::Report => "report",
            Self::Exclusion => "exclusion",
            Self::Sitting => "sitting",
            Self::Involvement => "involvement",
            Self::DutyDates => "duty_dates",
            Self::QuorumDecision => "quorum_decision",
            Self::Walked => "walked",
            Self::Fate => "fate",
            Self::Statement => "statement",
            Self::GreyEnd => "grey_end",
            Self::Action => "action",
            Self::Threshold => "threshold",
            Self::DissentRoute => "dissent_route",
            Self::TheirView => "their_view",
            Self::CoreGroup => "core_group",
            Self::Note => "note",
            Self::Correction => "correction",
            Self::SetAside => "set_aside",
            Self::Recipient => "recipient",
        }
    }

    /// The form with this name.
    pub fn coded(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sheet| sheet.code() == code)
    }

    /// The form that puts a matter down; a restricted part is put down by the curtain alone.
    pub fn of(matter: &Matter) -> Option<Self> {
        match matter {
            Matter::Report(_) => Some(Self::Report),
            Matter::Exclusion(_) => Some(Self::Exclusion),
            Matter::Involvement(_) => Some(Self::Involvement),
            Matter::Sitting(_) => Some(Self::Sitting),
            Matter::RestrictedPart(_) => None,
            Matter::Note(_) => Some(Self::Note),
            Matter::QuorumDecision(_) => Some(Self::QuorumDecision),
            Matter::FamilyShape(_) => Some(Self::FamilyShape),
            Matter::SetAside(_) => Some(Self::SetAside),
            Matter::Correction(_) => Some(Self::Correction),
            Matter::Threshold(_) => Some(Self::Threshold),
            Matter::DissentRoute(_) => Some(Self::DissentRoute),
            Matter::Statement(_) => Some(Self::Statement),
            Matter::GreyEnd(_) => Some(Self::GreyEnd),
            Matter::Walked(_) => Some(Self::Walked),
            Matter::Fate(_) => Some(Self::Fate),
            Matter::TheirView(_) => Some(Self::TheirView),
            Matter::CoreGroup(_) => Some(Self::CoreGroup),
            Matter::Recipient(_) => Some(Self::Recipient),
            Matter::DutyDates(_) => Some(Self::DutyDates),
        }
    }

    /// The part it stands on; warnings are set aside beside their checks, and copies have a page of their own.
    pub fn part(self) -> Option<Part> {
        match self {
            Self::FamilyShape | Self::Child | Self::Person => Some(Part::Family),
            Self::Report => Some(Part::Reports),
            Self::Exclusion | Self::Sitting => Some(Part::Exclusions),
            Self::Involvement => Some(Part::Involvement),
            Self::DutyDates => Some(Part::Duties),
            Self::QuorumDecision => Some(Part::Attendance),
            Self::Walked | Self::Fate => Some(Part::Earlier),
            Self::Statement => Some(Part::Statements),
            Self::GreyEnd => Some(Part::Grey),
            Self::Action => Some(Part::Plan),
            Self::Threshold | Self::DissentRoute => Some(Part::Decisions),
            Self::TheirView => Some(Part::TheirView),
            Self::CoreGroup => Some(Part::CoreGroup),
            Self::Note => Some(Part::Notes),
            Self::Correction => Some(Part::Corrections),
            Self::SetAside | Self::Recipient => None,
        }
    }

    /// What its things are called together.
    pub fn title(self) -> &'static str {
        match self {
            Self::FamilyShape => "The family in its own words",
            Self::Child => "Children",
            Self::Person => "Everybody who is asked",
            Self::Report => "Reports",
            Self::Exclusion => "Left out",
            Self::Sitting => "Parts of a split conference",
            Self::Involvement => "Taking part",
            Self::DutyDates => "What happened when",
            Self::QuorumDecision => "Without enough agencies",
            Self::Walked => "Last time’s plan",
            Self::Fate => "Last time’s board",
            Self::Statement => "Statements",
            Self::GreyEnd => "Open questions",
            Self::Action => "Lines of the plan",
            Self::Threshold => "The test for a plan",
            Self::DissentRoute => "Formal dissent",
            Self::TheirView => "Other wordings",
            Self::CoreGroup => "Who works with the family",
            Self::Note => "Notes",
            Self::Correction => "Put right after the approval",
            Self::SetAside => "Set aside",
            Self::Recipient => "Copies",
        }
    }

    /// What one more of them is called: "a report".
    pub fn one(self) -> &'static str {
        match self {
            Self::FamilyShape => "the family",
            Self::Child => "a child",
            Self::Person => "somebody",
            Self::Report => "a report",
            Self::Exclusion => "a decision to leave somebody out",
            Self::Sitting => "a part",
            Self::Involvement => "how the child takes part",
            Self::DutyDates => "the days",
            Self::QuorumDecision => "what we do",
            Self::Walked | Self::Fate => "what became of it",
            Self::Statement => "the three parts",
            Self::GreyEnd => "who finds out",
            Self::Action => "a line of the plan",
            Self::Threshold => "the test",
            Self::DissentRoute => "the way of the dissent",
            Self::TheirView => "another wording",
            Self::CoreGroup => "the core group",
            Self::Note => "a note",
            Self::Correction => "a correction",
            Self::SetAside => "the reason",
            Self::Recipient => "the copy",
        }
    }

    /// The field that says what there can be one of only; such a thing has its form beside it, and none is added freely.
    pub fn subject(self) -> Option<&'static str> {
        match self {
            Self::Involvement | Self::Threshold => Some("child"),
            Self::Walked => Some("action"),
            Self::Fate | Self::Statement | Self::GreyEnd => Some("card"),
            Self::DissentRoute => Some("view"),
            Self::SetAside => Some("check"),
            Self::Recipient => Some("to"),
            Self::FamilyShape
            | Self::Child
            | Self::Person
            | Self::Report
            | Self::Exclusion
            | Self::Sitting
            | Self::DutyDates
            | Self::QuorumDecision
            | Self::Action
            | Self::TheirView
            | Self::CoreGroup
            | Self::Note
            | Self::Correction => None,
        }
    }

    /// Whether there is one for the whole conference.
    pub fn is_single(self) -> bool {
        match self {
            Self::FamilyShape | Self::DutyDates | Self::QuorumDecision | Self::CoreGroup => true,
            Self::Child
            | Self::Person
            | Self::Report
            | Self::Exclusion
            | Self::Sitting
            | Self::Involvement
            | Self::Walked
            | Self::Fate
            | Self::Statement
            | Self::GreyEnd
            | Self::Action
            | Self::Threshold
            | Self::DissentRoute
            | Self::TheirView
            | Self::Note
            | Self::Correction
            | Self::SetAside
            | Self::Recipient => false,
        }
    }

    /// Whether a thing of it can be taken out again from these pages.
    pub fn can_be_taken_out(self) -> bool {
        match self {
            Self::Child | Self::Person | Self::Action | Self::Correction => false,
            Self::FamilyShape
            | Self::Report
            | Self::Exclusion
            | Self::Sitting
            | Self::Involvement
            | Self::DutyDates
            | Self::QuorumDecision
            | Self::Walked
            | Self::Fate
            | Self::Statement
            | Self::GreyEnd
            | Self::Threshold
            | Self::DissentRoute
            | Self::TheirView
            | Self::CoreGroup
            | Self::Note
            | Self::SetAside
            | Self::Recipient => true,
        }
    }

    /// Whether something of it can still be put down when the record is approved: what is beside the record, and nothing of the record.
    pub fn stays_open(self) -> bool {
        match self {
            Self::Correction | Self::Note | Self::Recipient | Self::DissentRoute | Self::Involvement => true,
            Self::Child
            | Self::Person
            | Self::Action
            | Self::FamilyShape
            | Self::Report
            | Self::Exclusion
            | Self::Sitting
            | Self::DutyDates
            | Self::QuorumDecision
            | Self::Walked
            | Self::Fate
            | Self::Statement
            | Self::GreyEnd
            | Self::Threshold
            | Self::TheirView
            | Self::CoreGroup
            | Self::SetAside => false,
        }
    }

    /// What it asks, in order.
    pub fn fields(self) -> Vec<Field> {
        sheets::fields(self)
    }

    /// What was read from a form, as what is asked of the conference.
    ///
    /// # Errors
    /// When the thing's own type does not take it.
    pub fn keeping(self, mut value: Value) -> Result<Keeping, serde_json::Error> {
        match self {
            Self::Child => serde_json::from_value(value).map(Keeping::Child),
            Self::Person => serde_json::from_value(value).map(Keeping::Person),
            Self::Action => serde_json::from_value(value).map(Keeping::Plan),
            Self::FamilyShape
            | Self::Report
            | Self::Exclusion
            | Self::Sitting
            | Self::Involvement
            | Self::DutyDates
            | Self::QuorumDecision
            | Self::Walked
            | Self::Fate
            | Self::Statement
            | Self::GreyEnd
            | Self::Threshold
            | Self::DissentRoute
            | Self::TheirView
            | Self::CoreGroup
            | Self::Note
            | Self::Correction
            | Self::SetAside
            | Self::Recipient => {
                if let Some(object) = value.as_object_mut() {
                    object.insert("matter".to_owned(), self.code().into());
                }
                serde_json::from_value(value).map(Keeping::Record)
            }
        }
    }
}
