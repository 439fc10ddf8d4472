//! What one audience may see now: plain data, and the only thing that ever leaves the server for a person.
//!
//! Deliberately not here: hiding. What an audience may not see is not in its view at all, and nothing in a view counts,
//! numbers or ranks what is missing.

use litemap::LiteMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::card::{LineKind, Source};
use crate::curtain::Curtain;
use crate::framework::{Look, ScaleOf, SectionKind};
use crate::guard::Guarded;
use crate::id::{
    ActionId, CardId, ChildId, ColumnKey, CopyId, EntryId, GroupId, MatterId, OfferId, PersonId, PhaseKey, PlaceKey,
    RatingId, ScaleKey, SeatId, SectionKey, SignId, ToolId,
};
use crate::letter::LetterChoices;
use crate::outcome::{Action, AgencyView, Decision, Rating};
use crate::own::OwnConference;
use crate::people::{Child, Person};
use crate::quorum::Quorum;
use crate::record::{Header, OfferState};
use crate::seat::{Seat, Showing, Theme};
use crate::sharing::{MayKnow, Override, Telling};
use crate::side_room::Sign;
use crate::tool::{Tapped, Tool};

mod behind;
mod by_key;
mod circle;
mod compare;
mod earlier;
pub mod file;
pub mod kept;
mod last_time;
pub mod letter;
pub mod look_back;
pub mod minutes;
mod neutral;
pub mod pages;
mod patch;
mod picture;
mod project;
mod see;
mod shared;
mod step;
mod told;
mod unfold;
mod words;

pub use behind::BehindLine;
pub(crate) use circle::knows_of;
pub use circle::{Around, Circle};
pub use compare::{Difference, differences};
pub use earlier::may_look_back_on;
pub(crate) use last_time::heading as heading_today;
pub use last_time::{LastTime, SaidThenAndNow, ThenAndNow};
pub use patch::{Keyed, Patch};
pub use picture::PictureView;
pub use project::{project, project_to};
pub use see::{
    is_paused, may_know_child, may_see_action, may_see_card, may_see_card_at, may_see_entry, may_see_entry_at,
    may_see_person, may_see_present, may_see_rating,
};
pub(crate) use see::{may_know, may_know_thing, may_know_wishes};
pub use step::{Step, step};
pub use told::At;
pub(crate) use told::has_exact_words;
pub use unfold::{OpenPlace, PlaceSign, Unfolding};
pub use words::{day, may_know_words, moment_in_words, recipient, telling_words, time_of_day};
pub(crate) use words::{listed, moment};

/// What stands still through a conference: its name, its headings, its children.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// "Maja and Tomek".
    pub title: String,
    /// "Initial conference".
    pub kind: String,
    /// "Thursday 24 September 2026".
    pub date: String,
    /// The authority that holds it.
    pub authority: String,
    /// Invented people; every screen says so.
    pub demo: bool,
    /// The framework's name.
    pub framework: String,
    /// Whether the plan is written before the decision is made.
    pub plan_before_decision: bool,
    /// The children.
    pub children: Vec<ChildView>,
    /// The columns and their headings, in order.
    pub columns: Vec<ColumnView>,
    /// The scales.
    pub scales: Vec<ScaleView>,
}

/// A child, as the board calls them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildView {
    /// The child.
    pub id: ChildId,
    /// The name they go by.
    pub known_as: String,
}

/// A column and its headings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnView {
    /// Its key.
    pub key: ColumnKey,
    /// The question in full.
    pub label: String,
    /// The question in two words.
    pub short: String,
    /// Its icon and rule.
    pub look: Look,
    /// Its headings.
    pub sections: Vec<SectionView>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionView {
    /// Its key.
    pub key: SectionKey,
    /// Its words.
    pub label: String,
    /// What belongs here.
    pub help: String,
    /// A question to ask before a line is put here.
    pub ask: Option<String>,
    /// What it is for.
    pub kind: SectionKind,
}

/// A scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScaleView {
    /// Its key.
    pub key: ScaleKey,
    /// The question.
    pub question: String,
    /// What 0 means.
    pub low: String,
    /// What 10 means.
    pub high: String,
    /// What it is asked about.
    pub of: ScaleOf,
}

/// Where the conference is, and what the wall shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// The phases in order.
    pub phases: Vec<PhaseView>,
    /// What the wall says of the phase.
    pub phase: String,
    /// What the wall shows.
    pub showing: Showing,
    /// Whether the chair holds it there.
    pub held: bool,
    /// Its page, from 0.
    pub page: u16,
    /// The empty table.
    pub blank: bool,
    /// The drawn curtain: nothing of the conference is here just now.
    pub drawn: bool,
    /// Its light.
    pub theme: Theme,
    /// The line the chair points at.
    pub pointed: Option<CardId>,
    /// Who is speaking.
    pub speaker: Option<String>,
    /// The children in a side room who want it said, by the names they go by.
    pub here: Vec<String>,
    /// The children whose words are put away for now; for consoles alone.
    pub not_now: Vec<ChildId>,
}

/// A phase on the chair's rail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseView {
    /// Its key.
    pub key: PhaseKey,
    /// Its word.
    pub label: String,
    /// Whether it has been entered.
    pub done: bool,
    /// Whether it is now.
    pub now: bool,
    /// Questions the chair may ask; empty for others.
    pub prompts: Vec<String>,
}

/// A line, as this audience may have it. What it has nothing of is not written: there are many lines, and they cross the
/// room to everybody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CardView {
    /// The card.
    pub id: CardId,
    /// The heading it stands under.
    pub section: SectionKey,
    /// The words, exactly.
    pub words: String,
    /// The language of the words, when it is not English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The words in English, and who translated them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation: Option<(String, String)>,
    /// What was drawn or photographed, for a child's line.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<PictureView>,
    /// What sort of line.
    pub line: LineKind,
    /// Who said it: "In Maja’s words", "Beth-Ann, Larkfield Primary".
    pub who: String,
    /// How it came: "Priya wrote it down", "from records".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// The children it is about.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<ChildId>,
    /// The cards it belongs with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<GroupId>,
    /// What was done about it ("you said, so we ..."), for a child's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// Whether these are words from a child's tool, which nobody can change.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fixed: bool,
    /// At a review, how it stands to last time: "Still here", "New".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// What only a console knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(not(feature = "desk"), serde(skip_deserializing))]
    pub desk: Option<CardDesk>,
}

/// What a console knows of a line beyond what others see.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CardDesk {
    /// Who said it.
    pub source: Source,
    /// The entry it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryId>,
    /// Who may know it.
    pub may_know: MayKnow,
    /// Why the wall does not show it; nothing when it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_on_wall: Option<String>,
    /// Whether a child in a side room sees it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub fit_for_child: bool,
}

/// A number somebody gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingView {
    /// The rating.
    pub rating: Rating,
    /// Who gave it.
    pub who: String,
    /// The number the same person gave last time, at a review; the wall shows it beside today's.
    #[cfg_attr(not(feature = "wall"), serde(skip_deserializing))]
    pub last: Option<u8>,
}

/// A line of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionView {
    /// The action; what it answers holds only cards this audience sees.
    pub action: Action,
    /// Who does it.
    pub owner: String,
    /// By when, in words.
    pub due: String,
    /// Which children, in words.
    pub children: String,
}

/// A decision and the views around it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionView {
    /// The child's name.
    pub child: String,
    /// The decision, once made.
    pub decision: Option<Decision>,
    /// What each agency says, with the person's name.
    pub views: Vec<(String, AgencyView)>,
}

/// A line this person offered, or one that waits for the chair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    /// Who offered it.
    pub who: String,
    /// Who, by id.
    pub by: PersonId,
    /// The words.
    pub words: String,
    /// What became of it.
    pub state: OfferState,
}

/// A copy that was given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyView {
    /// Whose copy, in words.
    pub to: String,
    /// How it was given.
    pub how: String,
    /// On which day.
    #[serde(with = "crate::iso")]
    pub on: Date,
    /// At what time of that day: "15:40".
    pub at: String,
    /// This audience's own children's entries that are in it.
    pub entries: Vec<EntryId>,
}

/// A child's tool without its entries, and what it is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToolView {
    /// What it is called.
    pub name: String,
    /// What surrounds it.
    pub tool: Tool,
}

/// One of a child's entries, ready to be put on the board or to be chosen about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryView {
    /// The entry.
    pub id: EntryId,
    /// The tool it is in.
    pub tool: ToolId,
    /// Whose words.
    pub child: ChildId,
    /// The place in the tool.
    pub place: PlaceKey,
    /// What the place is called.
    pub asked: Option<String>,
    /// The words, exactly.
    pub words: String,
    /// What was tapped.
    pub tapped: Option<Tapped>,
    /// What something that was seen may mean.
    pub meaning: Option<String>,
    /// The language of the words, when it is not English.
    pub language: Option<String>,
    /// The words in English, and who translated them.
    pub translation: Option<(String, String)>,
    /// What was drawn or photographed.
    pub pictures: Vec<PictureView>,
    /// "In Maja’s words".
    pub who: String,
    /// How it came.
    pub how: Option<String>,
    /// How it came, as a line on the board would have it.
    pub line: LineKind,
    /// Who may know, in words; for consoles and the child's own tablet alone.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    pub shared: String,
    /// Who may know; for consoles and the child's own tablet alone. Only the tablet reads it.
    #[cfg_attr(not(feature = "own"), serde(skip_deserializing))]
    pub may_know: MayKnow,
    /// How it is told; for consoles and the child's own tablet alone.
    #[cfg_attr(not(feature = "own"), serde(skip_deserializing))]
    pub telling: Telling,
    /// What the chair tells to keep somebody safe; for the chair's console and the child's own tablet alone.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    pub overridden: Option<Override>,
    /// What was agreed about how it is told; for consoles and the child's own tablet alone.
    #[cfg_attr(not(feature = "own"), serde(skip_deserializing))]
    pub agreed: Option<String>,
    /// The card it became.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    pub card: Option<CardId>,
    /// What was done about it.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    pub answer: Option<crate::outcome::Answer>,
    /// Whether it is what the child has against the decision.
    pub disagrees: bool,
    /// Whether the child's letter repeats it; for consoles alone.
    #[cfg_attr(not(feature = "after"), serde(skip_deserializing))]
    pub repeats: Option<letter::Repeats>,
    /// Taken back by the child; only the child's own tablet still sees it.
    pub removed: bool,
}

/// How the meeting itself stands, for a console.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The curtain, while it is drawn.
    pub curtain: Option<Curtain>,
    /// What was said behind it beside the lines, for the chair.
    pub behind: Vec<BehindLine>,
    /// What stayed behind it when it opened before, for the chair.
    pub stayed: Vec<BehindLine>,
    /// Since when it is drawn: "14:03".
    pub since: Option<String>,
    /// The part of a split conference that is held now, by its name.
    pub sitting: Option<String>,
    /// The parts of a split conference, each with its name.
    pub sittings: Vec<(MatterId, String)>,
    /// Whether numbers are hidden from all but those who gave them.
    pub numbers_hidden: bool,
    /// Who counts towards the quorum now.
    pub quorum: Option<Quorum>,
}

/// What only a console has at hand.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Desk {
    /// Whether it is the chair's.
    pub chair: bool,
    /// Whether there is something of one's own to take back.
    pub can_undo: bool,
    /// Whether there is something of one's own to do again.
    pub can_redo: bool,
    /// The code that leads to the lobby.
    pub door: Option<String>,
    /// The head of the record, for the pages beside a console.
    #[cfg_attr(not(feature = "prepare"), serde(skip_deserializing))]
    pub header: Option<Header>,
    /// From when to when it is held, where that was written down.
    pub time: Option<String>,
    /// How many of the children's entries have no choice yet; for the chair alone.
    pub not_decided: u32,
    /// What must not be shown to everybody; for the chair alone, on the pages beside the console.
    #[cfg_attr(not(feature = "prepare"), serde(skip_deserializing))]
    pub do_not_show: Vec<Guarded>,
    /// How the meeting stands; the server draws it for the console's page.
    #[cfg_attr(not(feature = "drawn"), serde(skip_deserializing))]
    pub meeting: Meeting,
    /// The children whose words have been on the wall, each with the time since when: "13:52".
    pub views_shown: Vec<(ChildId, String)>,
    /// What was chosen for the children's letters.
    #[cfg_attr(not(feature = "after"), serde(skip_deserializing))]
    pub letters: Vec<LetterChoices>,
}

/// What one audience may see now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// What stands still.
    pub head: Head,
    /// Where we are.
    pub stage: Stage,
    /// The lines of each section, in order.
    #[serde(with = "by_key")]
    pub order: LiteMap<SectionKey, Vec<CardId>>,
    /// The lines of each column, newest first.
    #[serde(with = "by_key")]
    pub newest: LiteMap<ColumnKey, Vec<CardId>>,
    /// Each child's words for the strip: the newest this audience may see.
    pub strip: Vec<(ChildId, CardId)>,
    /// The lines.
    #[serde(with = "by_key")]
    pub cards: LiteMap<CardId, CardView>,
    /// The numbers.
    #[serde(with = "by_key")]
    pub ratings: LiteMap<RatingId, RatingView>,
    /// The plan's lines, in order.
    pub plan_order: Vec<ActionId>,
    /// The plan.
    #[serde(with = "by_key")]
    pub plan: LiteMap<ActionId, ActionView>,
    /// What happens if the plan does not work.
    pub contingency: Option<String>,
    /// The decisions.
    #[serde(with = "by_key")]
    pub decisions: LiteMap<ChildId, DecisionView>,
    /// Lines offered: this person's own, or those a console has.
    #[serde(with = "by_key")]
    pub offers: LiteMap<OfferId, OfferView>,
    /// What a console has at hand.
    #[cfg_attr(not(feature = "desk"), serde(skip_deserializing))]
    pub desk: Option<Desk>,
    /// The people, for a console.
    #[cfg_attr(not(feature = "desk"), serde(skip_deserializing))]
    #[serde(with = "by_key")]
    pub people: LiteMap<PersonId, Person>,
    /// The children in full, for the pages beside a console.
    #[cfg_attr(not(feature = "prepare"), serde(skip_deserializing))]
    #[serde(with = "by_key")]
    pub children: LiteMap<ChildId, Child>,
    /// The seats, for the chair's console.
    #[cfg_attr(not(feature = "desk"), serde(skip_deserializing))]
    #[serde(with = "by_key")]
    pub seats: LiteMap<SeatId, Seat>,
    /// At a review, for the wall: the lines of last time's board that do not stand on today's, each under today's heading,
    /// with what became of it.
    #[cfg_attr(not(feature = "wall"), serde(skip_deserializing))]
    #[serde(with = "by_key")]
    pub last: LiteMap<CardId, CardView>,
    /// The child's tool that the wall unfolds.
    pub unfolding: Option<Unfolding>,
    /// Young people's own conferences, for the chair's console or the child's own tablet.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    #[serde(with = "by_key")]
    pub own_conferences: LiteMap<ChildId, OwnConference>,
    /// Who is around, for a child's own tablet.
    #[cfg_attr(not(feature = "own"), serde(skip_deserializing))]
    pub circle: Option<Circle>,
    /// What children sent from a side room, for the chair's console; for a child there, their own.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    #[serde(with = "by_key")]
    pub signs: LiteMap<SignId, Sign>,
    /// The copies that were given out, for the chair's console; for a child's own tablet those with their words in them.
    #[cfg_attr(not(feature = "after"), serde(skip_deserializing))]
    #[serde(with = "by_key")]
    pub copies: LiteMap<CopyId, CopyView>,
    /// The children's tools without their entries, for a console or the child's own tablet.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    #[serde(with = "by_key")]
    pub tools: LiteMap<ToolId, ToolView>,
    /// The children's entries, for a console or the child's own tablet.
    #[cfg_attr(not(feature = "tools"), serde(skip_deserializing))]
    #[serde(with = "by_key")]
    pub entries: LiteMap<EntryId, EntryView>,
    /// Lines taken off the board, for a console.
    #[cfg_attr(not(feature = "desk"), serde(skip_deserializing))]
    #[serde(with = "by_key")]
    pub removed: LiteMap<CardId, CardView>,
}

impl EntryView {
    /// The entry as the line it would be on a board; a line and an entry have ids of the same form.
    pub fn as_line(&self) -> Option<CardView> {
        Some(CardView {
            id: self.id.as_str().parse().ok()?,
            section: self.place.as_str().parse().ok()?,
            words: self.words.clone(),
            language: self.language.clone(),
            translation: self.translation.clone(),
            pictures: self.pictures.clone(),
            line: self.line,
            who: self.who.clone(),
            how: self.how.clone(),
            children: vec![self.child.clone()],
            group: None,
            answer: self.answer.as_ref().map(|answer| answer.words.clone()),
            fixed: true,
            since: None,
            desk: None,
        })
    }
}

impl View {
    /// A section's lines, in order.
    pub fn section(&self, key: &SectionKey) -> impl Iterator<Item = &CardView> {
        self.order.get(key).into_iter().flatten().filter_map(|id| self.cards.get(id))
    }

    /// The column with this key.
    pub fn column(&self, key: &ColumnKey) -> Option<&ColumnView> {
        self.head.columns.iter().find(|column| column.key == *key)
    }

    /// The lines of last time's board under a column's headings, in their order of then.
    pub fn last_lines<'a>(&'a self, column: &'a ColumnView) -> impl Iterator<Item = &'a CardView> {
        let of = |section: &'a SectionView| self.last.values().filter(|line| line.section == section.key);
        column.sections.iter().flat_map(of)
    }

    /// A column's lines, section by section, in order.
    pub fn lines<'a>(&'a self, column: &'a ColumnView) -> impl Iterator<Item = &'a CardView> {
        column.sections.iter().flat_map(|section| self.section(&section.key))
    }
}
