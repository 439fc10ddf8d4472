//! A seat: one person's place at one conference, on one device; and the wall, a seat with nobody in it.
//!
//! Deliberately not here: how a device proves which seat it has. That is the server's business.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::audience::Audience;
use crate::id::{CardId, ChildId, ColumnKey, EntryId, PersonId, PlaceKey, SeatId, ToolId};
use crate::keyed::Identified;

/// Who a seat is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// Somebody in the lobby, by the name they gave.
    Waiting(String),
    /// A person of the conference, let in by the chair.
    Person(PersonId),
    /// A tablet for one child's tools.
    Tablet(ChildId),
    /// One child's device in another room.
    SideRoom(ChildId),
    /// The projected screen.
    Wall,
}

/// How long a device has its place, from when it was given: a long day.
pub const LASTS: Duration = Duration::from_hours(12);

/// One place at the conference on one device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    /// The seat's id.
    pub id: SeatId,
    /// Who it is for.
    pub holder: Holder,
}

impl Seat {
    /// A seat sees what its holder's audience sees; somebody in the lobby sees nothing.
    pub fn audience(&self) -> Option<Audience> {
        match &self.holder {
            Holder::Waiting(_) => None,
            Holder::Person(person) => Some(Audience::Person(person.clone())),
            Holder::Tablet(child) => Some(Audience::Tablet(child.clone())),
            Holder::SideRoom(child) => Some(Audience::SideRoom(child.clone())),
            Holder::Wall => Some(Audience::Wall),
        }
    }
}

/// Light in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Ink on paper, for a lit room.
    #[default]
    Lit,
    /// Light on dark, for a dim room.
    Dim,
    /// Black, white and yellow.
    Max,
}

impl Theme {
    /// The theme's name, as style sheets know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Lit => "lit",
            Self::Dim => "dim",
            Self::Max => "max",
        }
    }
}

/// What the wall shows of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Showing {
    /// All columns, with counts and the newest lines.
    Overview,
    /// One column in big type.
    Column(ColumnKey),
    /// What a child completed beforehand, place by place.
    Tool(ToolId),
    /// The plan: who does what by when.
    Plan,
    /// What is decided for each child, why, and what each agency says.
    Decisions,
}

/// What the chair's hand on the wall has chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Wall {
    /// What it shows while the chair holds it; nothing means that it follows the phase.
    pub held: Option<Showing>,
    /// Which page of a column, of the plan or of the decisions, from 0.
    pub page: u16,
    /// The empty table.
    pub blank: bool,
    /// The light it is made for.
    pub theme: Theme,
    /// The card the chair points at.
    pub pointed: Option<CardId>,
    /// Who is speaking.
    pub speaker: Option<PersonId>,
    /// The places of the child's tool that are open, in the order they were opened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opened: Vec<PlaceKey>,
    /// The entries whose drawings are seen and not only described.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revealed: Vec<EntryId>,
    /// The children whose words are not on the wall just now.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_now: Vec<ChildId>,
    /// The children in a side room who want it said that they are here; nobody else is told.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub here: Vec<ChildId>,
}

impl Identified for Seat {
    type Id = SeatId;
    fn id(&self) -> &SeatId {
        &self.id
    }
}
