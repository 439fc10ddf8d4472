//! The conference before this one, as one audience may have it: what became of each line, of its plan, and what the child said then.
//!
//! Deliberately not here: choosing for the child anew. Whoever could not know a child's words then does not read them now.

use super::project::owner_name;
use super::see::matters;
use super::told::{At, Told, told};
use super::words::{foreign, source_name};
use super::{day, may_know, may_know_child, may_see_person, may_see_present};
use crate::audience::Audience;
use crate::card::{Card, Source};
use crate::earlier::Earlier;
use crate::id::{ActionId, CardId, PersonId};
use crate::matter::{Fate, PlanStatus, ReviewState, Walked};
use crate::outcome::{Action, Owner, Rating};
use crate::sharing::MayKnow;
use crate::state::State;
use crate::tool::{Entry, Tool};

/// A line of the earlier board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierLine {
    /// The line.
    pub card: CardId,
    /// Its words then.
    pub words: String,
    /// Who said it then.
    pub who: String,
    /// What became of it.
    pub state: Option<ReviewState>,
    /// More about that.
    pub more: Option<String>,
}

/// A line of the earlier plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierPlan {
    /// The line.
    pub action: ActionId,
    /// What was to be done.
    pub what: String,
    /// By whom.
    pub owner: String,
    /// What became of it.
    pub status: Option<PlanStatus>,
    /// How we know.
    pub evidence: Option<String>,
    /// What it did for the child.
    pub effect: Option<String>,
}

/// What a child said then, with the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierWords {
    /// The child's name.
    pub child: String,
    /// The day, in words.
    pub on: String,
    /// The words, exactly.
    pub words: String,
    /// Their language, where it is not English.
    pub language: Option<String>,
}

/// The earlier conference on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierPages {
    /// "Review conference, Wednesday 6 May 2026".
    pub title: String,
    /// Its board.
    pub lines: Vec<EarlierLine>,
    /// Its plan.
    pub plan: Vec<EarlierPlan>,
    /// What the children said.
    pub words: Vec<EarlierWords>,
    /// The numbers then: who, and the number.
    pub numbers: Vec<(String, String)>,
}

/// Whether an audience may read a line of the earlier board.
pub fn may_look_back_on(state: &State, audience: &Audience, card: &Card) -> bool {
    Look::back(state, audience).is_some_and(|look| look.sees(card))
}

/// The earlier conference is for grown-ups, and each thing of it for those it was shared with then; nothing where there is nothing for them.
pub(super) fn pages(state: &State, audience: &Audience) -> Option<EarlierPages> {
    let look = Look::back(state, audience)?;
    let pages = EarlierPages {
        title: look.title(),
        lines: look.lines(),
        plan: look.plan(),
        words: look.words(),
        numbers: look.numbers(),
    };
    let empty = pages.lines.is_empty() && pages.plan.is_empty() && pages.words.is_empty() && pages.numbers.is_empty();
    (!empty).then_some(pages)
}

/// One audience, looking back on the conference before this one.
pub(super) struct Look<'a> {
    state: &'a State,
    audience: &'a Audience,
    /// The conference before this one.
    pub(super) earlier: &'a Earlier,
}

impl<'a> Look<'a> {
    /// An audience that may look back: a grown-up, where there is an earlier conference.
    pub(super) fn back(state: &'a State, audience: &'a Audience) -> Option<Self> {
        let grown_up = !matches!(audience, Audience::Child(_) | Audience::SideRoom(_) | Audience::Tablet(_));
        state.record.earlier.as_deref().filter(|_| grown_up).map(|earlier| Self { state, audience, earlier })
    }

    /// "Review conference, Wednesday 6 May 2026".
    pub(super) fn title(&self) -> String {
        format!("{}, {}", self.earlier.kind.words(), day(self.earlier.date))
    }

    /// Whoever was left out of a thing then can have another id today. Where one of them is not found among the people of today, nobody
    /// can say that it is not this reader, and the thing stays with the chair.
    fn knows(&self, then: &MayKnow) -> bool {
        let is_here = |person: &PersonId| self.state.record.people.has(person);
        let unsure = matches!(then, MayKnow::EveryoneExcept { people } if !people.iter().all(is_here));
        may_know(self.state, self.audience, if unsure { &MayKnow::ChairOnly } else { then })
    }

    /// A child's words of then are for those whom the child chose then, exactly or not at all.
    fn told(&self, at: At, tool: &Tool, entry: &Entry) -> Option<Told> {
        told(self.state, self.audience, at, tool, entry).filter(|told| told.is_exact() && self.knows(&entry.may_know))
    }

    /// A line of then is for those who could see it then: by who may know it, its children, and a child's own choice.
    pub(super) fn sees(&self, card: &Card) -> bool {
        let known = card.children.is_empty()
            || card.children.iter().any(|child| may_know_child(self.state, self.audience, child));
        let chosen = card.entry.as_ref().is_none_or(|id| {
            let found = self.earlier.tools.iter().find_map(|tool| tool.entries.get(id).map(|entry| (tool, entry)));
            found.is_some_and(|(tool, entry)| self.told(At::Board, tool, entry).is_some())
        });
        let source = match &card.source {
            Source::Child(child) => may_know_child(self.state, self.audience, child),
            Source::Person(_) | Source::Agency(_) => true,
        };
        known && chosen && source && self.knows(&card.may_know)
    }

    fn lines(&self) -> Vec<EarlierLine> {
        let seen = self.earlier.cards.iter().filter(|card| self.sees(card));
        seen.map(|card| {
            let fate = matters::<Fate>(self.state, self.audience).find(|fate| fate.card == card.id);
            EarlierLine {
                card: card.id.clone(),
                words: card.words.clone(),
                who: source_name(self.state, self.audience, &card.source),
                state: fate.map(|fate| fate.state),
                more: fate.and_then(|fate| fate.words.clone()),
            }
        })
        .collect()
    }

    /// A line of the plan of then is for those it was shared with who may know a child it was for and, where they are here today, the
    /// person who was to do it.
    fn sees_action(&self, action: &Action) -> bool {
        let known = action.children.is_empty()
            || action.children.iter().any(|child| may_know_child(self.state, self.audience, child));
        let owner = match &action.owner {
            Owner::Person(person) => self.state.record.people.get(person),
            Owner::Named(_) => None,
        };
        let owner = owner.is_none_or(|person| may_see_person(self.state, self.audience, person));
        known && owner && self.knows(&action.may_know)
    }

    fn plan(&self) -> Vec<EarlierPlan> {
        let seen = self.earlier.plan.iter().filter(|action| self.sees_action(action));
        seen.map(|action| {
            let walked = matters::<Walked>(self.state, self.audience).find(|walked| walked.action == action.id);
            EarlierPlan {
                action: action.id.clone(),
                what: action.what.clone(),
                owner: owner_name(self.state, self.audience, &action.owner),
                status: walked.map(|walked| walked.status),
                evidence: walked.and_then(|walked| walked.evidence.clone()),
                effect: walked.and_then(|walked| walked.effect.clone()),
            }
        })
        .collect()
    }

    /// What a child said then is told as the child chose then, exactly or not at all.
    fn words(&self) -> Vec<EarlierWords> {
        let entries = self.earlier.tools.iter().flat_map(|tool| tool.entries.iter().map(move |entry| (tool, entry)));
        let seen = entries.filter(|(tool, _)| may_know_child(self.state, self.audience, &tool.child));
        seen.filter_map(|(tool, entry)| {
            let told = self.told(At::ChildsPages, tool, entry)?;
            let child = self.state.record.children.get(&tool.child)?;
            let language = foreign(&told.language);
            Some(EarlierWords { child: child.known_as.clone(), on: day(tool.date), words: told.words, language })
        })
        .collect()
    }

    /// A number of then is for those it was shared with; numbers are set side by side and never counted together.
    fn numbers(&self) -> Vec<(String, String)> {
        let seen = self.earlier.ratings.iter().filter(|rating| self.sees_number(rating));
        seen.map(|rating| (source_name(self.state, self.audience, &rating.by), rating.value.to_string())).collect()
    }

    /// A number of then is for those who may know who gave it, the line it is about, and the number itself.
    pub(super) fn sees_number(&self, rating: &Rating) -> bool {
        let giver = match &rating.by {
            Source::Person(person) => self.meets(person),
            Source::Child(child) => may_know_child(self.state, self.audience, child),
            Source::Agency(_) => true,
        };
        let line =
            rating.card.as_ref().is_none_or(|card| self.earlier.cards.get(card).is_some_and(|card| self.sees(card)));
        giver && line && self.knows(&rating.may_know)
    }

    fn meets(&self, person: &PersonId) -> bool {
        let person = self.state.record.people.get(person);
        person.is_some_and(|person| may_see_present(self.state, self.audience, person))
    }
}
