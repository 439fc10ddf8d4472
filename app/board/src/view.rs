//! What one audience may see now: plain data, and the only thing that ever leaves the server for a person.
//!
//! Deliberately not here: hiding. What an audience may not see is not in its view at all, and nothing in a view counts,
//! numbers or ranks what is missing.

use litemap::LiteMap;
use serde::{Deserialize, Serialize};

use crate::id::{
    ActionId, CardId, ChildId, ColumnKey, CopyId, EntryId, OfferId, PersonId, RatingId, SeatId, SectionKey, SignId,
    ToolId,
};
use crate::own::OwnConference;
use crate::people::{Child, Person};
use crate::seat::Seat;
use crate::side_room::Sign;

mod arrived;
mod behind;
mod by_key;
mod circle;
mod compare;
mod desk;
mod earlier;
mod entry;
pub mod file;
mod head;
pub mod kept;
mod last_time;
pub mod letter;
mod line;
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

pub use arrived::{ActionView, DecisionView, OfferView, RatingView};
pub use behind::BehindLine;
pub(crate) use circle::knows_of;
pub use circle::{Around, Circle};
pub use compare::{Difference, differences};
pub use desk::{Desk, Meeting};
pub use earlier::may_look_back_on;
pub use entry::{CopyView, EntryView, ToolView};
pub use head::{ChildView, ColumnView, Head, PhaseView, ScaleView, SectionView, Stage};
pub(crate) use last_time::heading as heading_today;
pub use last_time::{LastTime, SaidThenAndNow, ThenAndNow};
pub use line::{CardDesk, CardView};
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
