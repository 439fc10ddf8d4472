//! What a copy leaves out, and under which rule: for the file only, never for the reader.
//!
//! Deliberately not here: leaving anything out. A copy is made from its reader's view; this looks afterwards at what the view has not.

use serde::{Deserialize, Serialize};

use crate::audience::{Audience, Standing};
use crate::card::{Card, Source};
use crate::curtain::Thing;
use crate::guard::GuardKind;
use crate::id::ChildId;
use crate::matter::{Exclusion, RestrictedPart};
use crate::people::{Agency, Person};
use crate::sharing::MayKnow;
use crate::state::State;
use crate::view::minutes::MinutesView;
use crate::view::{may_know_child, may_see_present};

/// Why something is not on somebody's copy (source: the reasons of domain practice for leaving out).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is a reason by its own name; `words` spells it out")]
pub enum Rule {
    ThirdParty,
    SafeAddress,
    DvRisk,
    PoliceInvestigation,
    ChildNotShared,
    ExcludedPart,
    OtherChild,
    HealthThirdParty,
    LegalPrivilege,
    /// The copy was made to hold less.
    CopyType,
}

impl Rule {
    /// The reason in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::ThirdParty => "it is about somebody else",
            Self::SafeAddress => "somebody could be found by it",
            Self::DvRisk => "it could put somebody in danger at home",
            Self::PoliceInvestigation => "the police are still looking into it",
            Self::ChildNotShared => "the child has not shared it with them",
            Self::ExcludedPart => "it was said in a part they were not in",
            Self::OtherChild => "it is about another child",
            Self::HealthThirdParty => "it is about somebody’s health",
            Self::LegalPrivilege => "it is a lawyer’s advice",
            Self::CopyType => "this copy was made to hold less",
        }
    }
}

/// What sort of thing was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is a part of the record by its own name")]
pub enum Part {
    Child,
    Person,
    Card,
    Entry,
    Rating,
    Action,
    Contingency,
    Decision,
    FamilyView,
    AgencyView,
    Date,
}

/// One thing of the record that is not on a copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// What sort of thing.
    pub part: Part,
    /// Which, by its id in the record.
    pub id: String,
    /// Why.
    pub rule: Rule,
}

/// Everything of the record that an audience's paper does not hold, in the record's order.
pub fn left_out(state: &State, audience: &Audience) -> Vec<LeftOut> {
    let look = Look { state, audience };
    let paper = MinutesView::of(state, audience);
    let record = &state.record;
    let mut out = Vec::new();
    let mut say = |part, id: &str, rule| out.push(LeftOut { part, id: id.to_owned(), rule });
    for child in record.children.iter().filter(|child| !may_know_child(state, audience, &child.id)) {
        say(Part::Child, child.id.as_str(), Rule::OtherChild);
    }
    for person in record.people.iter().filter(|person| !may_see_present(state, audience, person)) {
        say(Part::Person, person.id.as_str(), look.person(person));
    }
    for card in record.cards.iter().filter(|card| !card.removed && !paper.view.cards.contains_key(&card.id)) {
        say(Part::Card, card.id.as_str(), look.card(card));
    }
    let on_paper = paper.entries(state);
    for tool in record.tools.iter() {
        for entry in tool.entries.iter().filter(|entry| !entry.removed && !on_paper.contains(&entry.id)) {
            let known = may_know_child(state, audience, &tool.child);
            let rule = if known { Rule::ChildNotShared } else { Rule::OtherChild };
            say(Part::Entry, entry.id.as_str(), rule);
        }
    }
    for rating in record.ratings.iter().filter(|rating| !paper.view.ratings.contains_key(&rating.id)) {
        let thing = Thing::Rating(rating.id.clone());
        say(Part::Rating, rating.id.as_str(), look.said(&thing, &rating.may_know, Some(&rating.by)));
    }
    for action in record.plan.iter().filter(|action| !paper.view.plan.contains_key(&action.id)) {
        let known =
            action.children.is_empty() || action.children.iter().any(|child| may_know_child(state, audience, child));
        let thing = Thing::Action(action.id.clone());
        let rule = if known { look.said(&thing, &action.may_know, None) } else { Rule::OtherChild };
        say(Part::Action, action.id.as_str(), rule);
    }
    if let Some(written) = record.contingency.as_ref().filter(|_| paper.view.contingency.is_none()) {
        say(Part::Contingency, "contingency", look.said(&Thing::Contingency, &written.may_know, None));
    }
    let decided = |child: &ChildId| paper.view.decisions.get(child).is_some_and(|decision| decision.decision.is_some());
    for decision in record.decisions.iter().filter(|decision| !decided(&decision.child)) {
        let thing = Thing::Decision(decision.child.clone());
        let known = may_know_child(state, audience, &decision.child);
        let rule = if known { look.said(&thing, look.kept(&thing), None) } else { Rule::OtherChild };
        say(Part::Decision, decision.child.as_str(), rule);
    }
    let shown = |id: &crate::id::OpinionId| {
        paper.view.decisions.values().any(|decision| decision.views.iter().any(|(_, view)| view.id == *id))
    };
    for view in record.agency_views.iter().filter(|view| !shown(&view.id)) {
        let known = may_know_child(state, audience, &view.child);
        let thing = Thing::AgencyView(view.id.clone());
        let rule = if known { look.said(&thing, look.kept(&thing), None) } else { Rule::OtherChild };
        say(Part::AgencyView, view.id.as_str(), rule);
    }
    for view in record.family_views.iter().filter(|view| !paper.family_view_ids.contains(&view.id)) {
        let known = view.child.as_ref().is_none_or(|child| may_know_child(state, audience, child));
        let thing = Thing::FamilyView(view.id.clone());
        let rule = if known { look.said(&thing, &view.may_know, None) } else { Rule::OtherChild };
        say(Part::FamilyView, view.id.as_str(), rule);
    }
    for (place, next) in record.conference.next.iter().enumerate() {
        if !crate::view::may_know(state, audience, &next.may_know) {
            say(Part::Date, &(place + 1).to_string(), look.told(&next.may_know, None));
        }
    }
    out
}

/// One reader of one conference.
struct Look<'a> {
    state: &'a State,
    audience: &'a Audience,
}

impl Look<'_> {
    /// Somebody on the do-not-show list is left out so that nobody is in danger; the other family of another child because of that child.
    fn person(&self, person: &Person) -> Rule {
        let listed = self
            .state
            .record
            .do_not_show
            .iter()
            .any(|guarded| guarded.kind == GuardKind::Person && person.name.contains(&guarded.words));
        let other_family = !person.relations.is_empty()
            && !person.relations.iter().any(|tie| may_know_child(self.state, self.audience, &tie.child));
        match (listed || self.is_kept_apart(), other_family) {
            (_, true) => Rule::OtherChild,
            (true, false) => Rule::DvRisk,
            (false, false) => Rule::ThirdParty,
        }
    }

    fn card(&self, card: &Card) -> Rule {
        let known = card.children.is_empty()
            || card.children.iter().any(|child| may_know_child(self.state, self.audience, child));
        if !known {
            return Rule::OtherChild;
        }
        if card.entry.is_some() {
            return Rule::ChildNotShared;
        }
        let behind = |part: &RestrictedPart| part.lines.contains(&card.id) && self.is_in(&part.out);
        if self.state.record.all::<RestrictedPart>().any(behind) {
            return Rule::ExcludedPart;
        }
        self.told(&card.may_know, Some(&card.source))
    }

    /// What was said behind the curtain is left out for whoever was out; anything else, for what it is.
    fn said(&self, thing: &Thing, may_know: &MayKnow, source: Option<&Source>) -> Rule {
        let behind = |part: &RestrictedPart| part.things.contains(thing) && self.is_in(&part.out);
        let was_out = self.state.record.all::<RestrictedPart>().any(behind);
        if was_out { Rule::ExcludedPart } else { self.told(may_know, source) }
    }

    /// Who may know something that has no choice of its own.
    fn kept(&self, thing: &Thing) -> &MayKnow {
        self.state.record.kept_behind.get(thing).map_or(&MayKnow::Everyone, |kept| &kept.may_know)
    }

    /// What was shared with some only is left out because of where it comes from, or because the reader was not there.
    fn told(&self, may_know: &MayKnow, source: Option<&Source>) -> Rule {
        let narrow = match may_know {
            MayKnow::ChairAndSocialWorker | MayKnow::ChairOnly | MayKnow::Professionals | MayKnow::Only { .. } => true,
            MayKnow::Everyone | MayKnow::EveryoneExcept { .. } | MayKnow::NotDecided => false,
        };
        match source.and_then(|source| self.agency(source)) {
            Some(Agency::Police) if narrow => Rule::PoliceInvestigation,
            Some(
                Agency::Gp
                | Agency::Paediatrics
                | Agency::Camhs
                | Agency::AdultMentalHealth
                | Agency::SubstanceMisuse
                | Agency::Midwifery,
            ) if narrow => Rule::HealthThirdParty,
            Some(Agency::Legal) => Rule::LegalPrivilege,
            Some(_) | None if self.is_kept_apart() => Rule::ExcludedPart,
            Some(_) | None => Rule::ThirdParty,
        }
    }

    fn agency(&self, source: &Source) -> Option<Agency> {
        match source {
            Source::Person(person) => self.state.record.people.get(person)?.agency,
            Source::Agency(words) => Agency::ALL.into_iter().find(|agency| words.starts_with(agency.words())),
            Source::Child(_) => None,
        }
    }

    /// Whether the reader is one of the family who was left out of a part.
    fn is_kept_apart(&self) -> bool {
        let Audience::Person(person) = self.audience else { return false };
        self.state.record.all::<Exclusion>().any(|exclusion| exclusion.person == *person)
    }

    fn is_in(&self, people: &[crate::id::PersonId]) -> bool {
        match self.audience {
            Audience::Person(person) => people.contains(person),
            Audience::Family => people
                .iter()
                .filter_map(|person| self.state.record.people.get(person))
                .any(|person| person.role.standing() == Standing::Family),
            Audience::Chair
            | Audience::Clerk
            | Audience::Wall
            | Audience::Tablet(_)
            | Audience::Child(_)
            | Audience::SideRoom(_)
            | Audience::Support
            | Audience::Professionals => false,
        }
    }
}
