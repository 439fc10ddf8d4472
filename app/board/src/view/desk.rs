//! What a console has at hand beside the board.
//!
//! Deliberately not here: anything that another device is given.

use serde::{Deserialize, Serialize};

use super::BehindLine;
use crate::curtain::Curtain;
use crate::guard::Guarded;
use crate::id::{ChildId, MatterId};
use crate::letter::LetterChoices;
use crate::quorum::Quorum;
use crate::record::Header;

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
