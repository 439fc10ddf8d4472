//! The record: everything a conference has put down, in the one form in which it goes in and out of Hearth.
//!
//! Deliberately not here: what is only true while people sit together (seats, the wall). That is [`crate::state`].

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::card::{Card, Source};
use crate::copies::GivenCopy;
use crate::curtain::KeptBehind;
use crate::earlier::Earlier;
use crate::framework::Framework;
use crate::guard::Guarded;
use crate::id::{ChildId, ConferenceId, OfferId, PersonId, PhaseKey, PictureId};
use crate::keyed::{Identified, Keyed};
use crate::letter::LetterChoices;
use crate::matter::{Correction, Matter};
use crate::outcome::{Action, AgencyView, Answer, Contingency, Decision, Disagreement, FamilyView, Rating};
use crate::own::OwnConference;
use crate::people::{Child, Person};
use crate::picture::Picture;
use crate::sharing::{MayKnow, everyone, is_everyone};
use crate::side_room::Sign;
use crate::sign_off::SignOff;
use crate::tool::{Entry, Tool};

pub mod check;
mod events;

/// What the first line of an exchange file says.
pub const FORMAT: &str = "hearth-1";

/// What sort of meeting it is (source: the types held in England).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[expect(missing_docs, reason = "each variant is a type of conference by its own name; `words` spells it out")]
pub enum ConferenceKind {
    Initial,
    Review,
    PreBirth,
    TransferIn,
    YoungPersonOnly,
    CombinedReviewInitial,
    CombinedReviewLac,
    Reconvened,
}

impl ConferenceKind {
    /// Every type a new conference can be, in the order a chair is offered them. A young person's own conference is no
    /// conference of its own: it belongs to one, in the same record.
    pub const NEW: [Self; 7] = [
        Self::Initial,
        Self::Review,
        Self::PreBirth,
        Self::TransferIn,
        Self::CombinedReviewInitial,
        Self::CombinedReviewLac,
        Self::Reconvened,
    ];

    /// Every type there is, those of records from elsewhere among them.
    pub const ALL: [Self; 8] = [
        Self::Initial,
        Self::Review,
        Self::PreBirth,
        Self::TransferIn,
        Self::YoungPersonOnly,
        Self::CombinedReviewInitial,
        Self::CombinedReviewLac,
        Self::Reconvened,
    ];

    /// The type in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Initial => "Initial conference",
            Self::Review => "Review conference",
            Self::PreBirth => "Pre-birth conference",
            Self::TransferIn => "Transfer-in conference",
            Self::YoungPersonOnly => "Young person's own conference",
            Self::CombinedReviewInitial => "Combined review and initial conference",
            Self::CombinedReviewLac => "Combined review and looked-after review",
            Self::Reconvened => "Reconvened conference",
        }
    }

    /// The type's name in files and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Review => "review",
            Self::PreBirth => "pre_birth",
            Self::TransferIn => "transfer_in",
            Self::YoungPersonOnly => "young_person_only",
            Self::CombinedReviewInitial => "combined_review_initial",
            Self::CombinedReviewLac => "combined_review_lac",
            Self::Reconvened => "reconvened",
        }
    }

    /// Whether it looks back on an earlier conference.
    pub fn is_review(self) -> bool {
        match self {
            Self::Review | Self::CombinedReviewInitial | Self::CombinedReviewLac => true,
            Self::Initial | Self::PreBirth | Self::TransferIn | Self::YoungPersonOnly | Self::Reconvened => false,
        }
    }
}

/// A day that follows from the conference: core group, review, letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NextDate {
    /// The day.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    #[serde(with = "crate::iso")]
    pub on: Date,
    /// The time, as people say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// What happens.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub what: String,
    /// The next conference: the day a child's letter names.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub meets_again: bool,
    /// Who may know it; a day and a place can tell where somebody will be.
    #[serde(default = "everyone", skip_serializing_if = "is_everyone")]
    pub may_know: MayKnow,
}

/// The head of a record: what meeting it was, when and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Header {
    /// The conference's id; never a name, because it stands in addresses.
    pub id: ConferenceId,
    /// The type.
    #[serde(rename = "type")]
    pub kind: ConferenceKind,
    /// Which one it is of its type: 2 for the second review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The authority that holds it.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 200)))]
    pub authority: String,
    /// The day.
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date")))]
    #[serde(with = "crate::iso")]
    pub date: Date,
    /// From when to when, as people say it: "13:30 to 15:35".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Where.
    #[cfg_attr(feature = "schema", schemars(length(max = 200)))]
    pub place: String,
    /// Why we meet, in one or two plain sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The days that follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<NextDate>,
    /// Invented people; every screen and paper says so.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demo: bool,
}

/// A phase that was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PhaseEntered {
    /// The phase.
    pub phase: PhaseKey,
    /// When.
    #[serde(with = "crate::iso::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    pub at: Timestamp,
    /// Why required phases before it were left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skipped_because: Option<String>,
    /// Why it began though a child's view had not been on the wall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_childs_view: Option<String>,
}

/// When a child's own words were first on the wall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ViewShown {
    /// Whose words.
    pub child: ChildId,
    /// When.
    #[serde(with = "crate::iso::moment")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("format" = "date-time")))]
    pub at: Timestamp,
}

impl PhaseEntered {
    /// Whether somebody had to say why it began as it did.
    pub fn has_reason(&self) -> bool {
        self.skipped_because.is_some() || self.without_childs_view.is_some()
    }
}

impl Identified for ViewShown {
    type Id = ChildId;
    fn id(&self) -> &ChildId {
        &self.child
    }
}

/// A line somebody offers from their own device; it waits for the chair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Offer {
    /// The offer's id.
    pub id: OfferId,
    /// Who offers it.
    pub by: PersonId,
    /// The words.
    #[cfg_attr(feature = "schema", schemars(length(min = 1, max = 2_000)))]
    pub words: String,
    /// What became of it.
    #[serde(default)]
    pub state: OfferState,
}

/// What became of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum OfferState {
    /// The chair has it.
    #[default]
    Waiting,
    /// It is on the board.
    Taken,
    /// The chair said not now.
    NotNow,
}

/// Everything one conference has put down.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Record {
    /// "hearth-1".
    pub format: String,
    /// What meeting it was.
    pub conference: Header,
    /// The framework it opened with, whole, so that later changes of wording never change history.
    pub framework: Framework,
    /// The children it is about.
    pub children: Keyed<Child>,
    /// The grown-ups.
    pub people: Keyed<Person>,
    /// What the children completed beforehand.
    #[serde(default)]
    pub tools: Keyed<Tool>,
    /// The lines on the board, with those taken off it.
    #[serde(default)]
    pub cards: Keyed<Card>,
    /// The numbers people gave.
    #[serde(default)]
    pub ratings: Keyed<Rating>,
    /// The plan.
    #[serde(default)]
    pub plan: Keyed<Action>,
    /// What happens if the plan does not work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contingency: Option<Contingency>,
    /// The decisions, one for each child.
    #[serde(default)]
    pub decisions: Keyed<Decision>,
    /// What each agency would have decided.
    #[serde(default)]
    pub agency_views: Keyed<AgencyView>,
    /// What the family says about the decision.
    #[serde(default)]
    pub family_views: Keyed<FamilyView>,
    /// What was done about the children's words.
    #[serde(default)]
    pub answers: Keyed<Answer>,
    /// The words with which a child disagrees with the decision.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub disagreements: Keyed<Disagreement>,
    /// What was chosen for each child's letter.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub letters: Keyed<LetterChoices>,
    /// Lines people offered from their own devices.
    #[serde(default)]
    pub offers: Keyed<Offer>,
    /// The phases that were entered, in order.
    #[serde(default)]
    pub phases: Vec<PhaseEntered>,
    /// Young people's own conferences, one for each child who had one.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub own_conferences: Keyed<OwnConference>,
    /// When each child's words were first on the wall.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub views_shown: Keyed<ViewShown>,
    /// What children sent from a side room.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub signs: Keyed<Sign>,
    /// What must not be shown to everybody.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub do_not_show: Keyed<Guarded>,
    /// The copies that were given out.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub copies: Keyed<GivenCopy>,
    /// Everything else that was put down about the conference.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub matters: Keyed<Matter>,
    /// Who may know what was said behind the curtain, where it has no choice of its own.
    #[serde(default, skip_serializing_if = "Keyed::is_empty")]
    pub kept_behind: Keyed<KeptBehind>,
    /// The conference before this one, at a review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Box<Earlier>>,
    /// The chair's approvals, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed: Vec<SignOff>,
}

impl Record {
    /// A record with a head and nothing in it yet.
    pub fn new(conference: Header, framework: Framework) -> Self {
        Self {
            format: FORMAT.to_owned(),
            conference,
            framework,
            children: Keyed::default(),
            people: Keyed::default(),
            tools: Keyed::default(),
            cards: Keyed::default(),
            ratings: Keyed::default(),
            plan: Keyed::default(),
            contingency: None,
            decisions: Keyed::default(),
            agency_views: Keyed::default(),
            family_views: Keyed::default(),
            answers: Keyed::default(),
            disagreements: Keyed::default(),
            letters: Keyed::default(),
            offers: Keyed::default(),
            phases: Vec::new(),
            own_conferences: Keyed::default(),
            views_shown: Keyed::default(),
            signs: Keyed::default(),
            do_not_show: Keyed::default(),
            copies: Keyed::default(),
            matters: Keyed::default(),
            kept_behind: Keyed::default(),
            earlier: None,
            signed: Vec::new(),
        }
    }

    /// The entry with this id and the tool it is in.
    pub fn entry(&self, id: &crate::id::EntryId) -> Option<(&Tool, &Entry)> {
        self.tools.iter().find_map(|tool| tool.entries.get(id).map(|entry| (tool, entry)))
    }

    /// What was said in a young person's own conference is theirs until they have agreed how it is shared; any other tool
    /// is shared as its entries say.
    pub fn is_agreed(&self, tool: &Tool) -> bool {
        let own = self.own_conferences.get(&tool.child).filter(|own| own.tool == tool.id);
        own.is_none_or(|own| own.agreed_at.is_some())
    }

    /// The record without the chair's own notes, which leave the conference with nobody.
    #[must_use]
    pub fn without_notes(&self) -> Self {
        let matters = self.matters.iter().filter(|matter| !matches!(matter, Matter::Note(_)));
        Self { matters: matters.cloned().collect(), ..self.clone() }
    }

    /// Whether something was put right since the chair last approved.
    pub fn has_unsigned_corrections(&self) -> bool {
        let last = self.signed.last().map(|signed| signed.at);
        self.all::<Correction>().any(|correction| last.is_some_and(|last| correction.at > last))
    }

    /// The picture with this id and the entry it belongs to.
    pub fn picture(&self, id: &PictureId) -> Option<(&Entry, &Picture)> {
        self.pictures().find(|(_, picture)| picture.id == *id)
    }

    /// Every picture, with the entry it belongs to.
    pub fn pictures(&self) -> impl Iterator<Item = (&Entry, &Picture)> {
        let entries = self.tools.iter().flat_map(|tool| tool.entries.iter());
        entries.flat_map(|entry| entry.pictures.iter().map(move |picture| (entry, picture)))
    }

    /// Who said a thing, as the board calls them.
    pub fn called(&self, source: &Source) -> String {
        match source {
            Source::Person(id) => self.people.get(id).map_or_else(String::new, Person::introduced),
            Source::Child(id) => self.children.get(id).map_or_else(String::new, |child| child.known_as.clone()),
            Source::Agency(words) => words.clone(),
        }
    }
}

impl Identified for Offer {
    type Id = OfferId;
    fn id(&self) -> &OfferId {
        &self.id
    }
}
