//! What one audience may have on paper: its view, and beside it who was there and the children's words tool by tool.
//!
//! Deliberately not here: how a paper is laid out (that is [`crate::paper`]). The rules are the view's own.

use jiff::civil::Date;

use super::kept::Kept;
use super::project::{entry_view, project_at};
use super::see::is_at_work;
use super::told::has_childs_own;
use super::words::local;
use super::{At, EntryView, View, day, may_know, may_know_child, may_know_thing, may_see_present};
use crate::audience::{Audience, Standing};
use crate::curtain::Thing;
use crate::id::{EntryId, OpinionId};
use crate::matter::Sitting;
use crate::people::{Attendance, Person, Role};
use crate::record::PhaseEntered;
use crate::state::State;
use crate::tool::Tool;

/// Who took part, as this audience may know them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendee {
    /// Who.
    pub id: crate::id::PersonId,
    /// Full name.
    pub name: String,
    /// What they are to the conference, in words.
    pub tie: String,
    /// How they took part, in words.
    pub how: String,
}

/// One tool of a child, with the entries this audience may have.
#[derive(Debug, Clone, PartialEq)]
pub struct ToolPages {
    /// What the tool is called.
    pub name: String,
    /// The tool without its entries.
    pub tool: Tool,
    /// The entries.
    pub entries: Vec<EntryView>,
}

/// One child's own section.
#[derive(Debug, Clone, PartialEq)]
pub struct ChildPages {
    /// The name the child goes by.
    pub known_as: String,
    /// "Maja O'Brien-Nowak, known as Maja, 7".
    pub introduced: String,
    /// How the child took part.
    pub participation: Option<String>,
    /// When the child's words were first on the wall: "13:52".
    pub first_shown: Option<String>,
    /// The child's tools; those with nothing for this audience are not here.
    pub tools: Vec<ToolPages>,
}

/// A day that follows from the conference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayAhead {
    /// The day.
    pub on: Date,
    /// The time, as people say it.
    pub at: Option<String>,
    /// What happens.
    pub what: String,
}

impl DayAhead {
    /// "Tuesday 6 October 2026, 10:00".
    pub fn when(&self) -> String {
        self.at.as_ref().map_or_else(|| day(self.on), |at| format!("{}, {at}", day(self.on)))
    }
}

/// Everything one audience may have on paper.
#[derive(Debug, Clone, PartialEq)]
pub struct MinutesView {
    /// The audience.
    pub audience: Audience,
    /// The view.
    pub view: View,
    /// When and where, in words.
    pub when_and_where: String,
    /// Case numbers.
    pub reference: String,
    /// Why we met.
    pub reason: Option<String>,
    /// Those who took part or were invited.
    pub attendance: Vec<Attendee>,
    /// The children, each with their own words.
    pub children: Vec<ChildPages>,
    /// What the family says about the decision: who, and the words.
    pub family_views: Vec<(String, String)>,
    /// Which of the family's views these are.
    pub family_view_ids: Vec<OpinionId>,
    /// The days that follow.
    pub next: Vec<DayAhead>,
    /// Everything that was put down beside the board.
    pub kept: Kept,
    /// Phases that were left out, and why.
    pub left_out: Vec<String>,
    /// Why it was decided before each child's words had been on the wall.
    pub without_childs_view: Vec<String>,
    /// The chair's name.
    pub chair: Option<String>,
    /// The lead social worker's name.
    pub lead: Option<String>,
}

impl MinutesView {
    /// What an audience may have on paper now.
    pub fn of(state: &State, audience: &Audience) -> Self {
        let record = &state.record;
        let header = &record.conference;
        let seen = record.people.iter().filter(|person| may_see_present(state, audience, person));
        let seen: Vec<&Person> = seen.collect();
        let named = |role: Role| seen.iter().find(|person| person.role == role).map(|person| person.name.clone());
        let when = match time(state, audience) {
            Some(time) => format!("{}, {time}", day(header.date)),
            None => day(header.date),
        };
        let known = record.children.iter().filter(|child| may_know_child(state, audience, &child.id));
        let references: Vec<&str> = known.filter_map(|child| child.case_number.as_deref()).collect();
        Self {
            audience: audience.clone(),
            view: project_at(state, audience, At::Board),
            when_and_where: if header.place.is_empty() { when } else { format!("{when}. {}", header.place) },
            reference: references.join(", "),
            reason: header.reason.clone(),
            attendance: seen.iter().map(|person| attendee(state, audience, person)).collect(),
            children: children(state, audience),
            family_views: family_views(state, audience).map(|(_, who, words)| (who, words)).collect(),
            family_view_ids: family_views(state, audience).map(|(id, _, _)| id).collect(),
            next: header
                .next
                .iter()
                .filter(|next| may_know(state, audience, &next.may_know))
                .map(|next| DayAhead { on: next.on, at: next.at.clone(), what: next.what.clone() })
                .collect(),
            kept: Kept::of(state, audience),
            without_childs_view: phases(state, audience)
                .filter_map(|phase| phase.without_childs_view.clone())
                .collect(),
            left_out: phases(state, audience).filter_map(|phase| phase.skipped_because.clone()).collect(),
            chair: named(Role::Chair),
            lead: named(Role::LeadSocialWorker),
        }
    }
}

/// Why a part began as it did may name any of the children, so it is for those who may know them all, and not for whoever was out when it
/// was said behind the curtain.
fn phases<'a>(state: &'a State, audience: &'a Audience) -> impl Iterator<Item = &'a PhaseEntered> {
    let knows_all = state.record.children.iter().all(|child| may_know_child(state, audience, &child.id));
    let known = |phase: &PhaseEntered| may_know_thing(state, audience, &Thing::Phase(phase.phase.clone()));
    state.record.phases.iter().filter(move |phase| knows_all && known(phase))
}

impl MinutesView {
    /// The children's entries that stand on this paper, each once.
    pub fn entries(&self, state: &State) -> Vec<EntryId> {
        let own = self.children.iter().flat_map(|child| &child.tools).flat_map(|tool| &tool.entries);
        let own = own.map(|entry| entry.id.clone());
        let cards = self.view.cards.keys().filter_map(|card| state.record.cards.get(card));
        let mut entries: Vec<EntryId> = own.chain(cards.filter_map(|card| card.entry.clone())).collect();
        entries.sort();
        entries.dedup();
        entries
    }
}

/// In a split conference somebody of the family knows the time of their own part only, and paper for all of them says none.
fn time(state: &State, audience: &Audience) -> Option<String> {
    if !is_kept_from_parts(state, audience) {
        return state.record.conference.time.clone();
    }
    let Audience::Person(reader) = audience else { return None };
    let mut own = state.record.all::<Sitting>().filter(|part| part.people.contains(reader));
    own.find_map(|part| part.time.clone())
}

/// Nobody of the family, and nobody who came with them, learns that a conference was held in parts.
fn is_kept_from_parts(state: &State, audience: &Audience) -> bool {
    let split = state.record.all::<Sitting>().next().is_some();
    let family = match audience {
        Audience::Person(reader) => {
            let person = state.record.people.get(reader);
            person.is_some_and(|person| person.role.standing() == Standing::Family)
        }
        Audience::Family | Audience::Child(_) | Audience::Tablet(_) | Audience::SideRoom(_) | Audience::Support => true,
        Audience::Chair | Audience::Clerk | Audience::Wall | Audience::Professionals => false,
    };
    split && family
}

/// From when to when somebody was there tells of the parts.
fn attendee(state: &State, audience: &Audience, person: &Person) -> Attendee {
    let split = is_kept_from_parts(state, audience);
    let ties = [person.title.clone(), person.organisation.clone()].into_iter().flatten();
    let ties = ties.chain(person.relations.first().map(|relation| relation.relation.clone()));
    let mut how = match person.attendance {
        Attendance::Invited => "Invited",
        Attendance::Present => "In the room",
        Attendance::PresentPart if split => "In the room",
        Attendance::PresentPart => "In the room for part of it",
        Attendance::RemoteVideo => "By video",
        Attendance::RemotePhone => "By telephone",
        Attendance::Apologies => "Sent apologies",
        Attendance::NoShow => "Did not come",
        Attendance::NotInvited => "Was not invited",
        Attendance::Excluded => "Was not there",
        Attendance::ReportOnly => "Sent a report",
    }
    .to_owned();
    if let Some(attended) = person.attended.as_ref().filter(|_| !split) {
        how = format!("{how}, {attended}");
    }
    Attendee { id: person.id.clone(), name: person.name.clone(), tie: ties.collect::<Vec<_>>().join(", "), how }
}

/// Where and with whom a tool was done, and where it is kept, can tell where a child is and who helps: that is for the professionals. What was
/// drawn goes with what the child said.
fn surroundings(state: &State, audience: &Audience, tool: &Tool) -> Tool {
    let described = has_childs_own(state, audience, At::ChildsPages, tool);
    let drawing_described = tool.drawing_described.clone().filter(|_| described);
    let whole = Tool { drawing_described, ..tool.envelope() };
    if is_at_work(state, audience) {
        return whole;
    }
    Tool {
        place: None,
        done_with: None,
        with_person: None,
        others_present: None,
        author: None,
        interpreter: None,
        kept_at: None,
        ..whole
    }
}

fn children(state: &State, audience: &Audience) -> Vec<ChildPages> {
    let record = &state.record;
    let split = is_kept_from_parts(state, audience);
    let known = record.children.iter().filter(|child| may_know_child(state, audience, &child.id));
    let pages = known.map(|child| {
        let tools = record.tools.iter().filter(|tool| tool.child == child.id).map(|tool| {
            let told = tool.entries.iter().map(|entry| entry_view(state, audience, At::ChildsPages, tool, entry));
            let entries = told.flatten().collect();
            ToolPages { name: tool.name().to_owned(), tool: surroundings(state, audience, tool), entries }
        });
        let age = child.birth.age_on(record.conference.date).map(|age| format!(", {age}"));
        ChildPages {
            known_as: child.known_as.clone(),
            introduced: format!(
                "{}, known as {}{}",
                child.legal_name,
                child.known_as,
                age.unwrap_or_else(|| ", not born yet".to_owned())
            ),
            participation: child.participation.clone(),
            // In a split conference that can be the time of a part in which this reader was not.
            first_shown: record.views_shown.get(&child.id).filter(|_| !split).map(|shown| local(shown.at).1),
            tools: tools.filter(|tool| !tool.entries.is_empty()).collect(),
        }
    });
    pages.collect()
}

/// What one of the family says is for those it was shared with, who may also know the child it is about and that they
/// take part.
fn family_views(state: &State, audience: &Audience) -> impl Iterator<Item = (OpinionId, String, String)> {
    let record = &state.record;
    record.family_views.iter().filter_map(move |said| {
        let person = record.people.get(&said.by)?;
        let known = said.child.as_ref().is_none_or(|child| may_know_child(state, audience, child));
        let allowed = known && may_know(state, audience, &said.may_know);
        let seen = allowed && may_see_present(state, audience, person);
        seen.then(|| (said.id.clone(), person.name.clone(), said.words.clone()))
    })
}
