//! How a child was asked to take part, what the child chose, what happened, and who stood beside them.
//!
//! Deliberately not here: the child's words. They are in the child's tools, word for word.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{ChildId, MatterId, PersonId};
use crate::participation::ParticipationCode;

/// A way in which a child can take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum InvolvementOption {
    AttendAll,
    AttendPart,
    AttendByVideo,
    MeetChairBefore,
    MeetChairAfter,
    YoungPersonOnlyConference,
    AdvocateAttendsWith,
    AdvocateSpeaksFor,
    TrustedAdultSpeaksFor,
    Letter,
    TextEmail,
    Drawing,
    Audio,
    Video,
    Slides,
    ToolOnly,
    AppStatement,
    TalkToSocialWorkerOnly,
    ObserveOnly,
    NotThisTime,
}

impl InvolvementOption {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 20] = [
        Self::AttendAll,
        Self::AttendPart,
        Self::AttendByVideo,
        Self::MeetChairBefore,
        Self::MeetChairAfter,
        Self::YoungPersonOnlyConference,
        Self::AdvocateAttendsWith,
        Self::AdvocateSpeaksFor,
        Self::TrustedAdultSpeaksFor,
        Self::Letter,
        Self::TextEmail,
        Self::Drawing,
        Self::Audio,
        Self::Video,
        Self::Slides,
        Self::ToolOnly,
        Self::AppStatement,
        Self::TalkToSocialWorkerOnly,
        Self::ObserveOnly,
        Self::NotThisTime,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::AttendAll => "Be there all the time",
            Self::AttendPart => "Be there for a part",
            Self::AttendByVideo => "Be there by video",
            Self::MeetChairBefore => "Meet the chair before",
            Self::MeetChairAfter => "Meet the chair after",
            Self::YoungPersonOnlyConference => "A conference of their own",
            Self::AdvocateAttendsWith => "Be there with an advocate",
            Self::AdvocateSpeaksFor => "An advocate speaks for them",
            Self::TrustedAdultSpeaksFor => "A grown-up they trust speaks for them",
            Self::Letter => "A letter",
            Self::TextEmail => "A text or an email",
            Self::Drawing => "A drawing",
            Self::Audio => "A recording",
            Self::Video => "A film",
            Self::Slides => "Slides",
            Self::ToolOnly => "A tool such as Three Houses, or a form",
            Self::AppStatement => "A statement from an app",
            Self::TalkToSocialWorkerOnly => "Talk to their social worker only",
            Self::ObserveOnly => "Watch and not speak",
            Self::NotThisTime => "Not this time",
        }
    }
}

/// Whether a child was there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum Presence {
    No,
    Part,
    All,
    LiveVideo,
}

impl Presence {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::No, Self::Part, Self::All, Self::LiveVideo];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::No => "Was not there",
            Self::Part => "Was there for a part",
            Self::All => "Was there all the time",
            Self::LiveVideo => "Was there by live video",
        }
    }
}

/// How a child who was there, or was not, was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum Spoke {
    #[serde(rename = "self")]
    Themselves,
    Advocate,
    Symbols,
    Medium,
    Nobody,
}

impl Spoke {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Themselves, Self::Advocate, Self::Symbols, Self::Medium, Self::Nobody];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Themselves => "Spoke themselves",
            Self::Advocate => "An advocate or another grown-up spoke for them",
            Self::Symbols => "Used signs, symbols or pictures",
            Self::Medium => "Their words came in writing, a drawing, a recording or a tool",
            Self::Nobody => "No view reached the conference",
        }
    }
}

/// What a child said to the offer of an advocate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum OfferResponse {
    Accepted,
    Declined,
    Undecided,
    NotOffered,
}

impl OfferResponse {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Accepted, Self::Declined, Self::Undecided, Self::NotOffered];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Accepted => "Accepted",
            Self::Declined => "Not now",
            Self::Undecided => "Not decided yet",
            Self::NotOffered => "Was not offered",
        }
    }
}

/// Why a child was not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum AbsenceReason {
    ChoseNot,
    NotAsked,
    TooYoung,
    NotInBestInterests,
    ContentUnsuitable,
    School,
    Transport,
    Unwell,
    AfraidOfSomebody,
    FeltNoPoint,
    AdvocateInstead,
    ParentRefused,
    LateNotice,
    OwnConferenceInstead,
    NotKnown,
}

impl AbsenceReason {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 15] = [
        Self::ChoseNot,
        Self::NotAsked,
        Self::TooYoung,
        Self::NotInBestInterests,
        Self::ContentUnsuitable,
        Self::School,
        Self::Transport,
        Self::Unwell,
        Self::AfraidOfSomebody,
        Self::FeltNoPoint,
        Self::AdvocateInstead,
        Self::ParentRefused,
        Self::LateNotice,
        Self::OwnConferenceInstead,
        Self::NotKnown,
    ];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::ChoseNot => "The child chose not to come",
            Self::NotAsked => "The child was not asked",
            Self::TooYoung => "The chair found the child too young",
            Self::NotInBestInterests => "It would not have been good for the child",
            Self::ContentUnsuitable => "What was spoken of was not fit for the child",
            Self::School => "School or an exam",
            Self::Transport => "No way to get there",
            Self::Unwell => "Unwell",
            Self::AfraidOfSomebody => "Afraid of somebody there",
            Self::FeltNoPoint => "Saw no point in it",
            Self::AdvocateInstead => "An advocate came instead",
            Self::ParentRefused => "A parent said no",
            Self::LateNotice => "Was told too late",
            Self::OwnConferenceInstead => "Had a conference of their own",
            Self::NotKnown => "Not known",
        }
    }
}

/// Why there are no words of a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is named for what it is; `words` spells it out")]
pub enum NoWordsReason {
    Unborn,
    TooYoung,
    ChoseSilence,
    NotReached,
    Unsafe,
}

impl NoWordsReason {
    /// Every one of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Unborn, Self::TooYoung, Self::ChoseSilence, Self::NotReached, Self::Unsafe];

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Unborn => "Not born yet",
            Self::TooYoung => "Too young to talk",
            Self::ChoseSilence => "Was asked, and chose to say nothing",
            Self::NotReached => "Could not be reached",
            Self::Unsafe => "Asking would not have been safe",
        }
    }
}

/// The offer of an advocate, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Advocacy {
    /// When it was offered.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub offered_on: Option<Date>,
    /// Who offered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offered_by: Option<PersonId>,
    /// What the child said to it.
    pub response: OfferResponse,
    /// Why not, where it is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who the advocate is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advocate: Option<PersonId>,
    /// When they met, in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub met: Vec<String>,
}

/// How one child took part; there is one for each child.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Involvement {
    /// Its id.
    pub id: MatterId,
    /// Whose.
    pub child: ChildId,
    /// The offer of an advocate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advocacy: Option<Advocacy>,
    /// What the child was offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offered: Vec<InvolvementOption>,
    /// What the child chose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<InvolvementOption>,
    /// What happened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub happened: Vec<InvolvementOption>,
    /// Why it was otherwise than the child chose, as it was told to the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub otherwise_because: Option<String>,
    /// Whether the child was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub presence: Option<Presence>,
    /// How the child was heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spoke: Option<Spoke>,
    /// Why the child was not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub absent_because: Option<AbsenceReason>,
    /// The participation code as the chair records it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<ParticipationCode>,
    /// Why the recorded code is not the one that follows from the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code_reason: Option<String>,
    /// Why there are no words of the child, where there are none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_words: Option<NoWordsReason>,
    /// What was tried, and what will be tried next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_words_tried: Option<String>,
    /// What was seen of a child who does not talk, without what it may mean.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed: Option<String>,
    /// Whether the chair met the child before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair_met: Option<bool>,
    /// How and for how long, or why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chair_met_how: Option<String>,
    /// Whom the child wants to be there, or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wish: Option<String>,
    /// What was done about that wish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wish_followed: Option<String>,
    /// What was done so that the child could follow and be heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adaptation: Option<String>,
    /// What a worker makes of the child’s words; it stands apart from them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub analysis: Option<String>,
    /// Who tells the child what was decided, and how.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_by: Option<String>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub tell_by: Option<Date>,
    /// When the child was told.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::iso::perhaps")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>", extend("format" = "date")))]
    pub told_on: Option<Date>,
}
