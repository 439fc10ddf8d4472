//! A child's tool on the wall: its places open one after another, in the child's order, each drawing described first.
//!
//! Deliberately not here: the look of a place, and anything that the wall does not show. An entry that an audience may not
//! see leaves no trace in its place.

use serde::{Deserialize, Serialize};

use super::project::{entry_view, is_console};
use super::told::told;
use super::{At, EntryView, PictureView};
use crate::audience::Audience;
use crate::id::{ChildId, EntryId, PlaceKey, ToolId};
use crate::seat::Showing;
use crate::state::State;
use crate::tool::{Entry, Tool};
use crate::toolkit::Artwork;

/// A child's tool as it unfolds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unfolding {
    /// The tool.
    pub tool: ToolId,
    /// Whose it is.
    pub child: ChildId,
    /// Whether its places are houses on a street.
    pub houses: bool,
    /// The places it has, in its own order; those that stand beside the others are not among them.
    pub street: Vec<PlaceSign>,
    /// The open places, in the order they were opened.
    pub places: Vec<OpenPlace>,
}

/// A place from outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceSign {
    /// The place.
    pub place: PlaceKey,
    /// What it is called.
    pub label: String,
}

/// One open place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpenPlace {
    /// The place.
    pub place: PlaceKey,
    /// What it is called.
    pub label: String,
    /// What this audience may see in it, in the order the child gave it.
    pub entries: Vec<EntryView>,
    /// The entries whose drawings are seen and not only described.
    pub revealed: Vec<EntryId>,
}

impl OpenPlace {
    /// The pictures that are seen; the others are described and no more.
    pub(super) fn revealed(&self) -> impl Iterator<Item = &PictureView> {
        let seen = self.entries.iter().filter(|entry| self.revealed.contains(&entry.id));
        seen.flat_map(|entry| &entry.pictures)
    }
}

/// The tool on the wall as an audience may see it; nothing when there is none, or none of this audience's. A place that
/// carries the child's name holds nothing that the child wants to say without one. Consoles see what the wall shows, in the
/// wall's own words; everybody else sees of it what is theirs.
pub(super) fn unfolding(state: &State, audience: &Audience) -> Option<Unfolding> {
    let Showing::Tool(tool) = state.showing() else {
        return None;
    };
    let tool = state.record.tools.get(&tool)?;
    let put_away = *audience == Audience::Wall && state.wall.not_now.contains(&tool.child);
    if put_away || !super::may_know_child(state, audience, &tool.child) {
        return None;
    }
    let eyes = if is_console(audience) { &Audience::Wall } else { audience };
    let on_wall = |entry: &Entry| told(state, &Audience::Wall, At::Screen, tool, entry).is_some_and(|told| told.named);
    let places = state.wall.opened.iter().map(|place| {
        let here = tool.entries.iter().filter(|entry| entry.place == *place && on_wall(entry));
        let entries: Vec<EntryView> =
            here.filter_map(|entry| entry_view(state, eyes, At::Screen, tool, entry)).collect();
        let seen = |revealed: &&EntryId| entries.iter().any(|entry| entry.id == **revealed);
        let revealed = state.wall.revealed.iter().filter(seen).cloned().collect();
        OpenPlace { place: place.clone(), label: label(tool, place), entries, revealed }
    });
    let among = tool.template().map(|template| template.places.iter().filter(|place| !place.aside));
    let street =
        among.into_iter().flatten().map(|place| PlaceSign { place: place.key.clone(), label: label(tool, &place.key) });
    Some(Unfolding {
        tool: tool.id.clone(),
        child: tool.child.clone(),
        houses: tool.template().is_some_and(|template| template.artwork == Artwork::Houses),
        street: street.collect(),
        places: places.collect(),
    })
}

/// What a place is called; a place that no tool has by its own key.
fn label(tool: &Tool, place: &PlaceKey) -> String {
    tool.said(place, "label").map_or_else(|| place.to_string(), str::to_owned)
}
