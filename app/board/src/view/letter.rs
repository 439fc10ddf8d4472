//! What a child's letter may hold: the child's own view, made narrower still, because a letter can be found.
//!
//! Deliberately not here: sentences (they are in [`crate::letter`]). What is not in this view cannot be in a letter.

use serde::{Deserialize, Serialize};

use super::project::entry_view;
use super::see::is_apart_from_own_family;
use super::{At, EntryView, View, day, may_know_child, may_see_action, may_see_entry_at, may_see_person, project};
use crate::audience::{Audience, Knower};
use crate::curtain::Thing;
use crate::id::{ChildId, EntryId};
use crate::letter::{Band, LetterChoices};
use crate::outcome::{Action, Due, Outcome, Owner};
use crate::people::{Agency, Attendance, Person, Role};
use crate::sharing::MayKnow;
use crate::state::State;
use crate::tool::Entry;

/// Somebody who was there, as a child may know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    /// What the board calls them.
    pub called: String,
    /// What they are to the conference.
    pub role: Role,
    /// Their service.
    pub agency: Option<Agency>,
    /// What they are to this child, in the record's words: "mother".
    pub relation: Option<String>,
    /// How they took part.
    pub attendance: Attendance,
}

/// A line of the plan in words for the child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLine {
    /// What happens.
    pub words: String,
    /// Who does it; nothing when the child may not know who.
    pub owner: Option<String>,
    /// By which day; nothing when there is none.
    pub due: Option<String>,
}

/// Everything one child's letter may hold.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterView {
    /// The name the child goes by.
    pub known_as: String,
    /// The child's age on the day of the conference.
    pub age: i16,
    /// Who sends it: the authority.
    pub authority: String,
    /// The day of the conference.
    pub date: String,
    /// Invented people.
    pub demo: bool,
    /// Whether it looks back on an earlier conference.
    pub is_review: bool,
    /// Who was there.
    pub people: Vec<Helper>,
    /// What the child told us, and what was done about it.
    pub said: Vec<EntryView>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// What was decided and why, in words for the child.
    pub decided: Option<String>,
    /// The plan, the lines first that the child's words became.
    pub plan: Vec<PlanLine>,
    /// The next conference.
    pub again: Option<String>,
    /// What the chair chose.
    pub choices: LetterChoices,
}

impl LetterView {
    /// What the letter to a child may hold now; nothing for a child who is not born.
    pub fn of(state: &State, child: &ChildId) -> Option<Self> {
        let record = &state.record;
        let known = record.children.get(child)?;
        let age = known.birth.age_on(record.conference.date)?;
        let audience = Audience::Child(child.clone());
        let view = project(state, &audience);
        let decision = view.decisions.get(child).and_then(|decided| decided.decision.clone());
        let decision = decision.filter(|_| may_lie_about(state, child, &Thing::Decision(child.clone())));
        let choices = record.letters.get(child).cloned().unwrap_or_else(|| LetterChoices::none(child.clone()));
        Some(Self {
            known_as: known.known_as.clone(),
            age,
            authority: view.head.authority.clone(),
            date: view.head.date.clone(),
            demo: view.head.demo,
            is_review: record.conference.kind.is_review(),
            people: record
                .people
                .iter()
                .filter(|person| is_named(state, child, person))
                .map(|it| helper(child, it))
                .collect(),
            said: said(state, child),
            outcome: decision.as_ref().map(|decision| decision.outcome),
            decided: decision.and_then(|decision| decision.for_child),
            plan: plan(state, child, &view),
            again: again(state, child),
            choices,
        })
    }

    /// The band the letter is written for: the chair's choice, or the child's age.
    pub fn band(&self) -> Band {
        self.choices.band.unwrap_or_else(|| Band::of_age(self.age))
    }
}

/// A letter can be found, at home or on a visit: what is kept from anybody of the child's own family does not stand in it.
pub fn is_safe_to_find(state: &State, child: &ChildId, may_know: &MayKnow) -> bool {
    let own = |person: &&Person| {
        let ties = &person.relations;
        person.role.is_of_the_family() && (ties.is_empty() || ties.iter().any(|tie| tie.child == *child))
    };
    let all = state.record.people.iter().filter(own).map(|person| person.id.clone()).collect();
    may_know.allows(&Knower::AllFamily { all })
}

/// Of what was said behind the curtain nothing lies about where somebody who was out could find it.
fn may_lie_about(state: &State, child: &ChildId, thing: &Thing) -> bool {
    state.record.kept_behind.get(thing).is_none_or(|kept| is_safe_to_find(state, child, &kept.may_know))
}

/// Whether a letter repeats something the child said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repeats {
    /// It stands in the letter.
    Yes,
    /// The chair left it out.
    LeftOut,
    /// It is kept from somebody of the child's own family, and is told in person instead.
    InPerson,
    /// The child does not want it there, or has not decided.
    No,
}

/// The letter repeats what the child has decided about and did not ask to keep out of it. What is kept from somebody of the
/// child's own family is told in person instead, unless the child asked for it; and the chair can leave words out.
pub fn repeats(state: &State, child: &ChildId, entry: &Entry) -> Repeats {
    let choices = state.record.letters.get(child);
    let chosen = |list: fn(&LetterChoices) -> &Vec<EntryId>| choices.is_some_and(|it| list(it).contains(&entry.id));
    let own = Audience::Child(child.clone());
    let found = state.record.entry(&entry.id);
    let comes_back = found.is_some_and(|(tool, entry)| may_see_entry_at(state, &own, At::ChildsPages, tool, entry));
    if !comes_back {
        Repeats::No
    } else if chosen(|it| &it.left_out) {
        Repeats::LeftOut
    } else if is_safe_to_find(state, child, &entry.may_know) || chosen(|it| &it.asked_for) {
        Repeats::Yes
    } else {
        Repeats::InPerson
    }
}

/// The letter names those who took part, when the child may know of them, their being there is kept from nobody of the
/// child's own family, in a split conference neither, and they are not there for another child alone.
fn is_named(state: &State, child: &ChildId, person: &Person) -> bool {
    let took_part = match person.attendance {
        Attendance::Present | Attendance::PresentPart | Attendance::RemoteVideo | Attendance::RemotePhone => true,
        Attendance::Invited
        | Attendance::Apologies
        | Attendance::NoShow
        | Attendance::NotInvited
        | Attendance::Excluded
        | Attendance::ReportOnly => false,
    };
    took_part && may_be_named(state, child, person) && !is_apart_from_own_family(state, child, person)
}

/// Whether somebody helps one of the grown-ups: that they are there tells something of that grown-up.
pub(super) fn is_for_an_adult(person: &Person) -> bool {
    matches!(
        person.agency,
        Some(Agency::Idva | Agency::AdultMentalHealth | Agency::SubstanceMisuse | Agency::Probation)
    )
}

/// Whether a letter to this child may name somebody at all. Those who help one of the grown-ups are not named.
pub fn may_be_named(state: &State, child: &ChildId, person: &Person) -> bool {
    let for_an_adult = is_for_an_adult(person);
    let for_another = !person.relations.is_empty() && !person.relations.iter().any(|tie| tie.child == *child);
    let seen = may_see_person(state, &Audience::Child(child.clone()), person);
    seen && !for_an_adult && !for_another && is_safe_to_find(state, child, &person.may_know)
}

fn helper(child: &ChildId, person: &Person) -> Helper {
    let tie = person.relations.iter().find(|tie| tie.child == *child);
    Helper {
        called: person.called().to_owned(),
        role: person.role,
        agency: person.agency,
        relation: tie.map(|tie| tie.relation.clone()),
        attendance: person.attendance,
    }
}

/// The entries that a letter written now repeats.
pub fn entries_in_letter(state: &State, child: &ChildId) -> Vec<EntryId> {
    said(state, child).into_iter().map(|entry| entry.id).collect()
}

/// What the child said, tool by tool, in the child's order.
fn said(state: &State, child: &ChildId) -> Vec<EntryView> {
    let record = &state.record;
    let audience = Audience::Child(child.clone());
    let tools = record.tools.iter().filter(|tool| tool.child == *child && may_know_child(state, &audience, child));
    let all = tools.flat_map(|tool| tool.entries.iter().map(move |entry| (tool, entry)));
    let repeated = all.filter(|(_, entry)| repeats(state, child, entry) == Repeats::Yes);
    let views = repeated.filter_map(|(tool, entry)| entry_view(state, &audience, At::ChildsPages, tool, entry));
    views
        .map(|view| {
            let safe = may_lie_about(state, child, &Thing::Answer(view.id.clone()));
            EntryView { answer: view.answer.filter(|_| safe), ..view }
        })
        .collect()
}

/// A line of the plan stands in the letter when it is for this child, has words for a child, and is kept from nobody of
/// the child's own family.
pub fn is_in_letter(state: &State, child: &ChildId, action: &Action) -> bool {
    let for_child = action.children.contains(child) && action.for_child.is_some();
    let seen = may_see_action(state, &Audience::Child(child.clone()), action);
    for_child && seen && is_safe_to_find(state, child, &action.may_know)
}

fn plan(state: &State, child: &ChildId, view: &View) -> Vec<PlanLine> {
    let record = &state.record;
    let became = |action: &Action| {
        let of_child = crate::ledger::rows(record, child).filter_map(|row| row.answer);
        of_child.flat_map(|answer| &answer.actions).any(|line| *line == action.id)
    };
    let seen = view.plan_order.iter().filter(|id| view.plan.contains_key(*id)).filter_map(|id| record.plan.get(id));
    let mut lines: Vec<&Action> = seen.filter(|action| is_in_letter(state, child, action)).collect();
    lines.sort_by_key(|action| !became(action));
    lines.into_iter().filter_map(|action| plan_line(state, child, action)).collect()
}

fn plan_line(state: &State, child: &ChildId, action: &Action) -> Option<PlanLine> {
    let owner = match &action.owner {
        Owner::Person(person) => {
            let person = state.record.people.get(person).filter(|person| may_be_named(state, child, person));
            person.map(|person| person.called().to_owned())
        }
        Owner::Named(words) => Some(words.clone()),
    };
    let due = match &action.due {
        Due::On(date) => Some(plain_day(&day(*date))),
        Due::Said(_) => None,
    };
    Some(PlanLine { words: action.for_child.clone()?, owner, due })
}

/// The next conference, by its day and time; never a place.
fn again(state: &State, child: &ChildId) -> Option<String> {
    let seen = |may_know: &MayKnow| {
        super::may_know(state, &Audience::Child(child.clone()), may_know) && is_safe_to_find(state, child, may_know)
    };
    let next = state.record.conference.next.iter().find(|next| next.meets_again && seen(&next.may_know))?;
    let on = day(next.on);
    Some(next.at.as_ref().map_or_else(|| on.clone(), |at| format!("{on} at {at}")))
}

/// A day as a child says it, without the year.
fn plain_day(day: &str) -> String {
    day.rsplit_once(' ').map_or(day, |(without, _)| without).to_owned()
}
