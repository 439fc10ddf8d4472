//! Last time, as far as a console may read it: the board and the plan, and what the children said then.
//!
//! Deliberately not here: what became of it. That is put down beside it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{FileLine, said, who_and_when};
use crate::audience::Audience;
use crate::card::Card;
use crate::earlier::Earlier;
use crate::id::{ActionId, ChildId, ConferenceId};
use crate::state::State;
use crate::view::{day, has_exact_words, may_look_back_on, may_see_action};

/// Something a child said, with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Who.
    pub child: ChildId,
    /// The name they go by.
    pub called: String,
    /// "Friday 18 September 2026".
    pub on: String,
    /// The words, exactly.
    pub words: String,
    /// BCP 47 tag of their language.
    pub language: String,
}

/// A line of the earlier plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierAction {
    /// Its id.
    pub id: ActionId,
    /// What was to be done.
    pub what: String,
    /// "Priya, by Friday 2 October 2026".
    pub who_and_when: String,
}

/// The earlier conference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierView {
    /// "Initial conference, Thursday 24 September 2026".
    pub title: String,
    /// Its board.
    pub lines: Vec<FileLine>,
    /// Its plan.
    pub plan: Vec<EarlierAction>,
}

/// A conference that can be looked back on: it is about one of the same children.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followable {
    /// Its id.
    pub id: ConferenceId,
    /// "Maja and Tomek: initial conference, Thursday 24 September 2026".
    pub words: String,
    /// Its day.
    #[serde(with = "crate::iso")]
    pub on: Date,
}

impl EarlierView {
    pub(super) fn of(state: &State, audience: &Audience, earlier: &Earlier) -> Self {
        let plan = earlier.plan.iter().filter(|action| may_see_action(state, audience, action));
        Self {
            title: format!("{}, {}", earlier.kind.words(), day(earlier.date)),
            lines: earlier.cards.iter().filter_map(|card| line(state, audience, card)).collect(),
            plan: plan
                .map(|action| EarlierAction {
                    id: action.id.clone(),
                    what: action.what.clone(),
                    who_and_when: who_and_when(&state.record, action),
                })
                .collect(),
        }
    }
}

/// What the children said then, as this audience may have it now, in the children's own words alone.
pub(in crate::view) fn said_then(state: &State, audience: &Audience, earlier: &Earlier) -> Vec<Said> {
    said(state, &earlier.tools.iter().collect::<Vec<_>>(), |tool, entry| has_exact_words(state, audience, tool, entry))
}

/// A line of the earlier board, for those who may look back on it.
fn line(state: &State, audience: &Audience, card: &Card) -> Option<FileLine> {
    if !may_look_back_on(state, audience, card) {
        return None;
    }
    let record = &state.record;
    let section = record.framework.section(&card.section);
    Some(FileLine {
        id: card.id.clone(),
        section: section.map_or_else(String::new, |section| section.label.for_kind(record.conference.kind).to_owned()),
        kind: section.map_or(crate::framework::SectionKind::Note, |section| section.kind),
        words: card.words.clone(),
        who: record.called(&card.source),
    })
}
