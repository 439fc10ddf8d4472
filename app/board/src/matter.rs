//! A matter of record: something that is put down about the conference beside the board, known by its id and replaced whole.
//!
//! Deliberately not here: what is decided (numbers, plan, decisions: [`crate::outcome`]) and who may see a matter. A matter that
//! there can be once only, for the conference or for a child or a line, says so in [`Matter::subject`].

use serde::{Deserialize, Serialize};

use crate::id::MatterId;
use crate::keyed::Identified;
use crate::record::Record;
use crate::sharing::MayKnow;

mod course;
mod duty_dates;
mod exclusion;
mod involvement;
mod judgement;
mod recipient;
mod record_keeping;
mod report;
mod sitting;

pub use course::{CoreGroup, Fate, GreyEnd, PlanStatus, ReviewState, TheirView, Walked};
pub use duty_dates::DutyDates;
pub use exclusion::{Exclusion, ExclusionGround};
pub use involvement::{
    AbsenceReason, Advocacy, Involvement, InvolvementOption, NoWordsReason, OfferResponse, Presence, Spoke,
};
pub use judgement::{DissentAbout, DissentRoute, Statement, Threshold};
pub use recipient::{CopyFor, CopyFormat, CopyType, Recipient};
pub use record_keeping::{Correction, FamilyShape, Note, ProceedReason, QuorumChoice, QuorumDecision, SetAside};
pub use report::{Reader, Report, Shared};
pub use sitting::{RestrictedPart, Sitting};

/// One matter of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "matter", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(
    target_pointer_width = "64",
    expect(
        clippy::large_enum_variant,
        reason = "a conference has a few dozen of them, and each is read far more often than moved"
    )
)]
pub enum Matter {
    /// A report for the conference.
    Report(Report),
    /// That somebody is left out.
    Exclusion(Exclusion),
    /// How a child took part.
    Involvement(Involvement),
    /// A part of a split conference.
    Sitting(Sitting),
    /// A part that was held behind the curtain.
    RestrictedPart(RestrictedPart),
    /// A note for the chair alone.
    Note(Note),
    /// What was done without a quorum.
    QuorumDecision(QuorumDecision),
    /// The family, as it says itself.
    FamilyShape(FamilyShape),
    /// A warning that was set aside.
    SetAside(SetAside),
    /// A correction after signing.
    Correction(Correction),
    /// The test for a plan.
    Threshold(Threshold),
    /// The way of a formal dissent.
    DissentRoute(DissentRoute),
    /// How a statement of danger is made.
    Statement(Statement),
    /// Who finds out what is not known.
    GreyEnd(GreyEnd),
    /// A line of the earlier plan, gone over.
    Walked(Walked),
    /// What became of an earlier line.
    Fate(Fate),
    /// How somebody sees a line otherwise.
    TheirView(TheirView),
    /// Who works with the family.
    CoreGroup(CoreGroup),
    /// Who gets a copy.
    Recipient(Recipient),
    /// The days that time limits ask about.
    DutyDates(DutyDates),
}

impl Identified for Matter {
    type Id = MatterId;
    fn id(&self) -> &MatterId {
        match self {
            Self::Report(matter) => &matter.id,
            Self::Exclusion(matter) => &matter.id,
            Self::Involvement(matter) => &matter.id,
            Self::Sitting(matter) => &matter.id,
            Self::RestrictedPart(matter) => &matter.id,
            Self::Note(matter) => &matter.id,
            Self::QuorumDecision(matter) => &matter.id,
            Self::FamilyShape(matter) => &matter.id,
            Self::SetAside(matter) => &matter.id,
            Self::Correction(matter) => &matter.id,
            Self::Threshold(matter) => &matter.id,
            Self::DissentRoute(matter) => &matter.id,
            Self::Statement(matter) => &matter.id,
            Self::GreyEnd(matter) => &matter.id,
            Self::Walked(matter) => &matter.id,
            Self::Fate(matter) => &matter.id,
            Self::TheirView(matter) => &matter.id,
            Self::CoreGroup(matter) => &matter.id,
            Self::Recipient(matter) => &matter.id,
            Self::DutyDates(matter) => &matter.id,
        }
    }
}

/// One kind of matter, so that a record can be asked for all of them.
pub trait Kind: Sized {
    /// The matter as this kind, when it is one.
    fn of(matter: &Matter) -> Option<&Self>;
}

macro_rules! kinds {
    ($($kind:ident),* $(,)?) => {$(
        impl Kind for $kind {
            fn of(matter: &Matter) -> Option<&Self> {
                if let Matter::$kind(found) = matter { Some(found) } else { None }
            }
        }

        impl From<$kind> for Matter {
            fn from(found: $kind) -> Self {
                Self::$kind(found)
            }
        }
    )*};
}

kinds!(
    Report,
    Exclusion,
    Involvement,
    Sitting,
    RestrictedPart,
    Note,
    QuorumDecision,
    FamilyShape,
    SetAside,
    Correction,
    Threshold,
    DissentRoute,
    Statement,
    GreyEnd,
    Walked,
    Fate,
    TheirView,
    CoreGroup,
    Recipient,
    DutyDates,
);

impl Record {
    /// Every matter of one kind, in the order they were put down.
    pub fn all<'a, T: Kind + 'a>(&'a self) -> impl Iterator<Item = &'a T> {
        self.matters.iter().filter_map(T::of)
    }
}

impl Matter {
    /// Whether it is something that is said, and can be kept from somebody. What only arranges the meeting, or the copies, is not; nor is what
    /// is the chair's alone.
    pub fn is_said(&self) -> bool {
        match self {
            Self::Report(_)
            | Self::Exclusion(_)
            | Self::Involvement(_)
            | Self::QuorumDecision(_)
            | Self::FamilyShape(_)
            | Self::Correction(_)
            | Self::Threshold(_)
            | Self::DissentRoute(_)
            | Self::Statement(_)
            | Self::GreyEnd(_)
            | Self::Walked(_)
            | Self::Fate(_)
            | Self::TheirView(_)
            | Self::CoreGroup(_) => true,
            Self::Sitting(_)
            | Self::RestrictedPart(_)
            | Self::Note(_)
            | Self::SetAside(_)
            | Self::Recipient(_)
            | Self::DutyDates(_) => false,
        }
    }

    /// Who may know it, where it says so itself.
    pub fn may_know(&self) -> Option<&MayKnow> {
        match self {
            Self::TheirView(of) => Some(&of.may_know),
            Self::CoreGroup(of) => Some(&of.may_know),
            Self::Correction(of) => Some(&of.may_know),
            Self::Report(_)
            | Self::Exclusion(_)
            | Self::Involvement(_)
            | Self::Sitting(_)
            | Self::RestrictedPart(_)
            | Self::Note(_)
            | Self::QuorumDecision(_)
            | Self::FamilyShape(_)
            | Self::SetAside(_)
            | Self::Threshold(_)
            | Self::DissentRoute(_)
            | Self::Statement(_)
            | Self::GreyEnd(_)
            | Self::Walked(_)
            | Self::Fate(_)
            | Self::Recipient(_)
            | Self::DutyDates(_) => None,
        }
    }

    /// The same for other people, where it says itself who may know it.
    #[must_use]
    pub(crate) fn known_by(&self, may_know: MayKnow) -> Self {
        match self.clone() {
            Self::TheirView(of) => Self::TheirView(TheirView { may_know, ..of }),
            Self::CoreGroup(of) => Self::CoreGroup(CoreGroup { may_know, ..of }),
            Self::Correction(of) => Self::Correction(Correction { may_know, ..of }),
            says_nothing @ (Self::Report(_)
            | Self::Exclusion(_)
            | Self::Involvement(_)
            | Self::Sitting(_)
            | Self::RestrictedPart(_)
            | Self::Note(_)
            | Self::QuorumDecision(_)
            | Self::FamilyShape(_)
            | Self::SetAside(_)
            | Self::Threshold(_)
            | Self::DissentRoute(_)
            | Self::Statement(_)
            | Self::GreyEnd(_)
            | Self::Walked(_)
            | Self::Fate(_)
            | Self::Recipient(_)
            | Self::DutyDates(_)) => says_nothing,
        }
    }

    /// What there can be one of only, as words that are the same for two matters of which one takes the other's place.
    pub fn subject(&self) -> Option<String> {
        match self {
            Self::Involvement(of) => Some(format!("involvement {}", of.child)),
            Self::QuorumDecision(_) => Some("quorum".to_owned()),
            Self::FamilyShape(_) => Some("family".to_owned()),
            Self::SetAside(of) => Some(format!("set aside {}", of.check)),
            Self::Threshold(of) => Some(format!("threshold {}", of.child)),
            Self::DissentRoute(of) => Some(format!("dissent {}", of.view)),
            Self::Statement(of) => Some(format!("statement {}", of.card)),
            Self::GreyEnd(of) => Some(format!("grey {}", of.card)),
            Self::Walked(of) => Some(format!("walked {}", of.action)),
            Self::Fate(of) => Some(format!("fate {}", of.card)),
            Self::CoreGroup(_) => Some("core group".to_owned()),
            Self::DutyDates(_) => Some("duty dates".to_owned()),
            Self::Report(_)
            | Self::Exclusion(_)
            | Self::Sitting(_)
            | Self::RestrictedPart(_)
            | Self::Note(_)
            | Self::Correction(_)
            | Self::TheirView(_)
            | Self::Recipient(_) => None,
        }
    }
}
