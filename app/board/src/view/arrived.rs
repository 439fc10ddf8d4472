//! Numbers, lines of the plan, decisions and offered lines as somebody sees them.
//!
//! Deliberately not here: any sum.

use serde::{Deserialize, Serialize};

use crate::id::PersonId;
use crate::outcome::{Action, AgencyView, Decision, Rating};
use crate::record::OfferState;

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
