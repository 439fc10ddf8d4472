//! A review as a difference: last time's board under today's headings, how each line of today stands to it, last time's numbers and
//! what the children said then, beside today's.
//!
//! Deliberately not here: who may read what of then (that is [`super::earlier`]), and saying what became of a line (that is
//! `decide::review`).

use litemap::LiteMap;
use serde::{Deserialize, Serialize};

use super::earlier::Look;
use super::file::{Said, said_then, said_today};
use super::project::is_console;
use super::see::matters;
use super::words::{foreign, in_words_of, source_name};
use super::{CardView, may_know_child, may_see_card, may_see_rating};
use crate::audience::Audience;
use crate::card::{Card, Source};
use crate::earlier::Earlier;
use crate::id::{CardId, SectionKey};
use crate::matter::{Fate, ReviewState};
use crate::outcome::Rating;
use crate::people::Child;
use crate::state::State;

/// Last time beside today, for a console.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastTime {
    /// "Review conference, Wednesday 6 May 2026".
    pub title: String,
    /// Every line of its board, under today's heading; `since` says what became of it, and is nothing until somebody has said so.
    pub lines: Vec<CardView>,
    /// The numbers.
    pub numbers: Vec<ThenAndNow>,
    /// What each child said, in the children's order.
    pub said: Vec<SaidThenAndNow>,
}

/// The number one person gave to one question, then and now; never one number made of several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThenAndNow {
    /// Who.
    pub who: String,
    /// What it is about, where the person said so.
    pub about: Option<String>,
    /// The number of last time.
    pub then: Option<u8>,
    /// Today's.
    pub now: Option<u8>,
}

/// What one child said, then and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidThenAndNow {
    /// The name the child goes by.
    pub called: String,
    /// Last time.
    pub then: Vec<Said>,
    /// Today.
    pub now: Vec<Said>,
}

impl LastTime {
    /// Last time as a console may have it; nothing where no conference is followed.
    pub fn of(state: &State, audience: &Audience) -> Option<Self> {
        let look = Look::back(state, audience).filter(|_| is_console(audience))?;
        let seen = look.earlier.cards.iter().filter(|card| look.sees(card));
        let (then, now) = (said_then(state, audience, look.earlier), said_today(state, audience));
        let of = |child: &Child, said: &[Said]| said.iter().filter(|one| one.child == child.id).cloned().collect();
        Some(Self {
            title: look.title(),
            lines: seen.map(|card| as_it_was(state, audience, card)).collect(),
            numbers: numbers(state, audience, &look),
            said: state
                .record
                .children
                .iter()
                .map(|child| SaidThenAndNow {
                    called: child.known_as.clone(),
                    then: of(child, &then),
                    now: of(child, &now),
                })
                .collect(),
        })
    }
}

/// Everybody who gave a number, then or now; each beside their own and nobody else's.
fn numbers(state: &State, audience: &Audience, look: &Look<'_>) -> Vec<ThenAndNow> {
    let line = |by: &Rating, then, now| ThenAndNow {
        who: source_name(state, audience, &by.by),
        about: by.about.clone(),
        then,
        now,
    };
    let today = state.record.ratings.iter().filter(|rating| may_see_rating(state, audience, rating));
    let today: Vec<(&Rating, Option<&Rating>)> =
        today.map(|now| (now, of_last_time(state, look.earlier, now))).collect();
    let is_set_beside =
        |then: &Rating| today.iter().any(|(_, beside)| beside.is_some_and(|beside| beside.id == then.id));
    let then = look.earlier.ratings.iter().filter(|then| look.sees_number(then));
    let only_then = then.filter(|then| !is_set_beside(then)).map(|then| line(then, Some(then.value), None));
    let beside = |then: Option<&Rating>| then.filter(|then| look.sees_number(then)).map(|then| then.value);
    today.iter().map(|(now, then)| line(now, beside(*then), Some(now.value))).chain(only_then).collect()
}

/// On the wall last time's board lies under today's until each line of it stands there again; what is gone stays, and says so.
pub(super) fn last_time(state: &State, audience: &Audience) -> LiteMap<CardId, CardView> {
    let Some(look) = Look::back(state, audience).filter(|_| matches!(audience, Audience::Wall)) else {
        return LiteMap::new();
    };
    let seen = look.earlier.cards.iter().filter(|card| look.sees(card));
    let lying = seen.filter(|card| !stands_today(state, audience, card));
    lying.map(|card| (card.id.clone(), as_it_was(state, audience, card))).collect()
}

/// What is said of a line that nobody knows from last time.
const NEW: &str = "New";

/// At a review a line of today is new when no line of last time became it; otherwise it is still here, better or worse. For somebody who
/// may not know the line of then it is new: silence would tell that there was one.
pub(super) fn since(state: &State, audience: &Audience, card: &CardId) -> Option<String> {
    let look = Look::back(state, audience).filter(|look| look.earlier.cards.iter().next().is_some())?;
    let Some(fate) = matters::<Fate>(state, audience).find(|fate| fate.now.as_ref() == Some(card)) else {
        return Some(NEW.to_owned());
    };
    let is_known = look.earlier.cards.get(&fate.card).is_some_and(|then| look.sees(then));
    Some(if is_known { in_words(fate.state) } else { NEW }.to_owned())
}

/// The number that the same person gave last time to the same question; for those who may know that number.
pub(super) fn number_of_last_time(state: &State, audience: &Audience, rating: &Rating) -> Option<u8> {
    let look = Look::back(state, audience)?;
    let then = of_last_time(state, look.earlier, rating);
    then.filter(|then| look.sees_number(then)).map(|then| then.value)
}

/// The number of then that belongs beside one of today: the same person's, asked the same, about the same. Nobody says twice in the same
/// words what a number is about, so it is theirs as well where it is the only one they gave to that question then, and is now.
fn of_last_time<'a>(state: &State, earlier: &'a Earlier, now: &Rating) -> Option<&'a Rating> {
    let asked_same = |then: &&Rating| then.by == now.by && is_same_question(state, then, now);
    let about_same = earlier.ratings.iter().filter(asked_same).find(|then| then.about == now.about);
    let mut theirs = earlier.ratings.iter().filter(asked_same);
    let mut today = state.record.ratings.iter().filter(|other| other.by == now.by && is_asked_with(other, now));
    let only = theirs.next().filter(|_| theirs.next().is_none() && today.next().is_some() && today.next().is_none());
    about_same.or(only)
}

/// Two numbers of today to the same question.
fn is_asked_with(other: &Rating, now: &Rating) -> bool {
    other.scale == now.scale && other.card == now.card
}

/// A number of then and one of today to the same question: about everything, or about a line of then that today's line came from.
fn is_same_question(state: &State, then: &Rating, now: &Rating) -> bool {
    let about_same = match (&then.card, &now.card) {
        (None, None) => true,
        (Some(then), Some(now)) => {
            state.record.all::<Fate>().any(|fate| fate.card == *then && fate.now.as_ref() == Some(now))
        }
        (Some(_), None) | (None, Some(_)) => false,
    };
    about_same && then.scale == now.scale
}

fn in_words(state: ReviewState) -> &'static str {
    match state {
        ReviewState::StillHere => "Still here",
        ReviewState::Better => "Better than last time",
        ReviewState::Gone => "Gone since last time",
        ReviewState::Worse => "Worse than last time",
    }
}

/// Whether a line of then stands on today's board, where this audience sees it.
fn stands_today(state: &State, audience: &Audience, card: &Card) -> bool {
    let fate = state.record.all::<Fate>().find(|fate| fate.card == card.id);
    let now = fate.and_then(|fate| fate.now.as_ref()).and_then(|now| state.record.cards.get(now));
    now.is_some_and(|now| may_see_card(state, audience, now))
}

/// The heading of today that a line of then lies under; another framework's lines lie under the first.
pub fn heading(state: &State, card: &Card) -> Option<SectionKey> {
    let framework = &state.record.framework;
    let same = framework.section(&card.section).or_else(|| framework.sections.first());
    same.map(|section| section.key.clone())
}

/// A line in its words of then, with what became of it.
fn as_it_was(state: &State, audience: &Audience, card: &Card) -> CardView {
    let record = &state.record;
    let entry = card.entry.as_ref().and_then(|id| {
        let mut tools = record.earlier.iter().flat_map(|earlier| earlier.tools.iter());
        tools.find_map(|tool| tool.entries.get(id))
    });
    let fate = matters::<Fate>(state, audience).find(|fate| fate.card == card.id);
    let became = fate.map(|fate| match &fate.words {
        Some(more) => format!("{}: {more}", in_words(fate.state)),
        None => in_words(fate.state).to_owned(),
    });
    CardView {
        id: card.id.clone(),
        section: heading(state, card).unwrap_or_else(|| card.section.clone()),
        words: card.words.clone(),
        language: entry.and_then(|entry| foreign(&entry.language)),
        translation: None,
        pictures: Vec::new(),
        line: card.line,
        who: match &card.source {
            Source::Child(child) => in_words_of(record.children.get(child).map_or("", |child| &child.known_as)),
            Source::Person(_) | Source::Agency(_) => source_name(state, audience, &card.source),
        },
        how: None,
        children: card.children.iter().filter(|child| may_know_child(state, audience, child)).cloned().collect(),
        group: None,
        answer: None,
        fixed: true,
        since: became,
        desk: None,
    }
}
