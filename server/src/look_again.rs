//! The minutes for one audience, read again before anybody is given them: over the network and on the command line alike.
//!
//! Deliberately not the protection itself: the minutes are made from what their reader may have. This is the second look; whoever has
//! looked at what it found can take them all the same, for a reason that is written down.

use board::audience::Audience;
use board::document::Document;
use board::id::ConferenceId;
use board::left_out::Rule;
use board::paper;
use board::scan::{Banned, banned_for, held_back};
use board::state::State;
use board::view::minutes::MinutesView;
use store::{Store, StoreError};

use crate::edition::Standing;
use crate::looked::{What, Who, line};

/// The minutes that somebody wants, and what must not be on them.
pub(crate) struct Wanted {
    view: MinutesView,
    standing: Standing,
    banned: Vec<Banned>,
}

/// Minutes, and under which rules they hold something that their reader may not know.
pub(crate) struct Read {
    pub(crate) document: Document,
    pub(crate) found: Vec<Rule>,
}

impl Wanted {
    /// The minutes under a name: `professionals`, `family`, or the id of a person of this conference.
    pub(crate) fn of(state: &State, name: &str) -> Option<Self> {
        let audience = Audience::named(name)?;
        let has_minutes = match &audience {
            Audience::Person(person) => state.record.people.has(person),
            Audience::Professionals | Audience::Family => true,
            Audience::Chair
            | Audience::Clerk
            | Audience::Wall
            | Audience::Tablet(_)
            | Audience::Child(_)
            | Audience::Support
            | Audience::SideRoom(_) => false,
        };
        has_minutes.then(|| Self {
            view: MinutesView::of(state, &audience),
            standing: Standing::of(&state.record),
            banned: banned_for(state, &audience),
        })
    }

    /// Makes them as they are now, and reads them again.
    pub(crate) async fn read(self, store: &dyn Store, conference: &ConferenceId) -> Result<Read, StoreError> {
        let document = paper::minutes(&self.view, &self.standing.edition(store, conference).await?);
        let found = held_back(&document.words(), &self.banned);
        Ok(Read { document, found })
    }
}

/// What was found: why, and never what, so that this tells no more than the paper.
pub(crate) fn why(found: &[Rule]) -> String {
    let rules: Vec<&str> = found.iter().map(|rule| rule.words()).collect();
    format!(
        "Something on it is not for its reader: {}. Change the words, or give the copy only to somebody who may know them.",
        rules.join("; ")
    )
}

/// Why minutes are taken although something was found on them. It is written down readable, so it names nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anyway {
    /// Whoever gets them may know it.
    Known,
    /// What was found is something else.
    NotIt,
    /// A court, or the law.
    Ordered,
}

impl Anyway {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Known, Self::NotIt, Self::Ordered];

    /// The word by which it is asked for and stored.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::NotIt => "not_it",
            Self::Ordered => "ordered",
        }
    }

    /// As people say it.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Known => "It goes only to somebody who may know it",
            Self::NotIt => "I have looked, and what was found is something else",
            Self::Ordered => "A court or the law asks for it",
        }
    }

    /// The reason with this word.
    pub(crate) fn coded(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }
}

/// Writes down that minutes are taken although something was found on them, and why.
pub(crate) async fn taken_anyway(
    store: &dyn Store,
    who: Who,
    conference: &ConferenceId,
    reason: Anyway,
) -> Result<(), StoreError> {
    store.looked(line(who, conference, What::TakenAnyway, Some(reason.code()))).await
}
