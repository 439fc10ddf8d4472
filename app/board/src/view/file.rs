//! What somebody may read of the whole record at its pages: the chair all of it, the minute taker all but what is the chair's alone, the
//! children's social worker what they see on their own device and what they prepare, business support who is asked and who gets a copy.
//!
//! Deliberately not here: anybody else. Nobody but these has the record's pages.

use serde::{Deserialize, Serialize};

use super::see::matters;
use super::{
    View, day, has_exact_words, is_paused, may_know, may_know_thing, may_know_wishes, may_see_action, may_see_card,
    may_see_person, may_see_present, project,
};
use crate::audience::Audience;
use crate::checks::{Challenge, challenges};
use crate::curtain::Thing;
use crate::decide::{prepared_by_support, prepared_by_the_social_worker};
use crate::framework::SectionKind;
use crate::id::{CardId, ChildId, ConferenceId, OpinionId};
use crate::keyed::Identified as _;
use crate::matter::{Involvement, Matter};
use crate::outcome::{Action, Dissent, Due, Owner};
use crate::participation::ParticipationCode;
use crate::people::{Child, Person};
use crate::quorum::{Quorum, QuorumRule};
use crate::record::Record;
use crate::sign_off::SignOff;
use crate::state::State;
use crate::tool::Tool;

mod checks;
mod copies;
mod duties;
mod earlier;
mod reader;

pub use checks::{ChecksView, checks_view};
pub use copies::{CopyLine, LeftOutLine, copies_view};
pub use duties::{DutyLine, duties_view};
pub(super) use earlier::said_then;
pub use earlier::{EarlierView, Followable, Said};
pub use reader::Reader;

/// One line of a board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileLine {
    /// Its id.
    pub id: CardId,
    /// The heading it stands under.
    pub section: String,
    /// What that heading is for.
    pub kind: SectionKind,
    /// Its words.
    pub words: String,
    /// Who said it.
    pub who: String,
}

/// One line of the plan, with the words in it that nobody can check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanLine {
    /// The line.
    pub action: Action,
    /// "Priya, by Friday 2 October 2026".
    pub who_and_when: String,
    /// What is vague about it.
    pub challenges: Vec<Challenge>,
}

/// One formal dissent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DissentLine {
    /// The agency's view.
    pub view: OpinionId,
    /// "DC Qureshi, Police, about Maja: ...".
    pub words: String,
}

/// One decision, in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionLine {
    /// The child.
    pub child: ChildId,
    /// "Child protection plan, Emotional abuse".
    pub words: String,
}

/// Everything of the record that one reader may read at its pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FileView {
    /// The conference.
    pub id: ConferenceId,
    /// "Maja and Tomek".
    pub title: String,
    /// "Initial conference".
    pub kind: String,
    /// "Thursday 24 September 2026".
    pub date: String,
    /// Whether it looks back on another.
    pub is_review: bool,
    /// Invented people.
    pub demo: bool,
    /// Who reads it.
    pub reader: Reader,
    /// The children.
    pub children: Vec<Child>,
    /// The people.
    pub people: Vec<Person>,
    /// The board.
    pub lines: Vec<FileLine>,
    /// The plan.
    pub plan: Vec<PlanLine>,
    /// What was put down beside the board.
    pub matters: Vec<Matter>,
    /// Who counts towards the quorum now.
    pub quorum: Quorum,
    /// The code that follows for each child from what was put down.
    pub codes: Vec<(ChildId, ParticipationCode)>,
    /// The decisions.
    pub decisions: Vec<DecisionLine>,
    /// The formal dissents.
    pub dissents: Vec<DissentLine>,
    /// Last time.
    pub earlier: Option<EarlierView>,
    /// How far the record is approved.
    pub approval: Approval,
}

/// How far a record is approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// The approvals, each in words: "Version 1, Thursday 24 September 2026".
    pub signed: Vec<String>,
    /// Whether something was put right since the last of them.
    pub corrected: bool,
}

/// A matter is for both consoles, unless it is a note for the chair, or says itself that the minute taker may not know it, or was said behind
/// the curtain and not before this reader. One about a
/// line is for those who may see the line. Who prepares from an office has the matters that they prepare.
pub fn may_have(state: &State, audience: &Audience, matter: &Matter) -> bool {
    let record = &state.record;
    let sees =
        |card: &CardId| record.cards.get(card).is_none_or(|card| card.removed || may_see_card(state, audience, card));
    let theirs = match Reader::of(state, audience) {
        Reader::Chair | Reader::Clerk => true,
        Reader::SocialWorker => prepared_by_the_social_worker(matter),
        Reader::Support => prepared_by_support(matter),
        Reader::Nobody => false,
    };
    theirs
        && may_know_thing(state, audience, &Thing::Matter(matter.id().clone()))
        && match matter {
            Matter::Note(_) => *audience == Audience::Chair,
            Matter::TheirView(of) => sees(&of.card) && may_know(state, audience, &of.may_know),
            Matter::CoreGroup(of) => may_know(state, audience, &of.may_know),
            Matter::Statement(of) => sees(&of.card),
            Matter::GreyEnd(of) => sees(&of.card),
            Matter::Walked(of) => {
                let earlier = record.earlier.as_ref().and_then(|earlier| earlier.plan.get(&of.action));
                earlier.is_none_or(|action| may_see_action(state, audience, action))
            }
            Matter::Fate(of) => {
                let earlier = record.earlier.as_ref().and_then(|earlier| earlier.cards.get(&of.card));
                earlier.is_none_or(|card| may_know(state, audience, &card.may_know))
            }
            Matter::Report(_)
            | Matter::Exclusion(_)
            | Matter::Involvement(_)
            | Matter::Sitting(_)
            | Matter::RestrictedPart(_)
            | Matter::QuorumDecision(_)
            | Matter::FamilyShape(_)
            | Matter::SetAside(_)
            | Matter::Correction(_)
            | Matter::Threshold(_)
            | Matter::DissentRoute(_)
            | Matter::Recipient(_)
            | Matter::DutyDates(_) => true,
        }
}

/// A matter as its reader may have it: of how a child took part the minute taker does not read what the child wants about who is there.
fn readable(state: &State, audience: &Audience, matter: &Matter) -> Matter {
    match matter {
        Matter::Involvement(of) if !may_know_wishes(state, audience) => {
            Matter::Involvement(Involvement { wish: None, wish_followed: None, ..of.clone() })
        }
        whole => whole.clone(),
    }
}

impl FileView {
    /// The record as somebody may read it; nothing of it while they are paused.
    pub fn of(state: &State, audience: &Audience) -> Self {
        let record = &state.record;
        let header = &record.conference;
        let has_tool = |child: &ChildId| {
            let words = |tool: &Tool| tool.child == *child && tool.entries.iter().any(|entry| !entry.removed);
            record.tools.iter().any(words)
        };
        let code = |child: &Child| {
            let none = || none_yet(child);
            let of = matters::<Involvement>(state, audience).find(|of| of.child == child.id).cloned().or_else(none)?;
            let age = child.birth.age_on(header.date);
            Some((child.id.clone(), ParticipationCode::derived(age, &of, has_tool(&child.id))))
        };
        let reader = Reader::of(state, audience);
        let open = reader != Reader::Nobody && !is_paused(state, audience);
        let reads = open && reader != Reader::Support;
        let plan = record.plan.iter().filter(|action| reads && may_see_action(state, audience, action));
        let hears = |by| record.people.get(by).is_none_or(|person| may_see_present(state, audience, person));
        let formal = record.agency_views.iter().filter(|view| view.dissent == Some(Dissent::Formal));
        let knows = |thing: Thing| may_know_thing(state, audience, &thing);
        let formal = formal.filter(|view| reads && hears(&view.by) && knows(Thing::AgencyView(view.id.clone())));
        let people = record.people.iter().filter(|person| open && may_see_person(state, audience, person));
        let children = record.children.iter().map(|child| if reads { child.clone() } else { invited(child) });
        let view = project(state, audience);
        Self {
            id: header.id.clone(),
            title: view.head.title.clone(),
            kind: header.kind.words().to_owned(),
            date: day(header.date),
            is_review: header.kind.is_review(),
            demo: header.demo,
            reader,
            children: children.filter(|_| open).collect(),
            people: people.cloned().collect(),
            lines: lines(&view),
            plan: plan.map(|action| plan_line(record, action)).collect(),
            matters: record
                .matters
                .iter()
                .filter(|matter| open && may_have(state, audience, matter))
                .map(|matter| readable(state, audience, matter))
                .collect(),
            quorum: Quorum::of(record, QuorumRule::default()),
            codes: record.children.iter().filter(|_| reads).filter_map(code).collect(),
            decisions: record
                .decisions
                .iter()
                .filter(|decision| reads && knows(Thing::Decision(decision.child.clone())))
                .map(|decision| {
                    let category = decision.category.map(|category| format!(", {}", category.words()));
                    let words = format!("{}{}", decision.outcome.words(), category.unwrap_or_default());
                    DecisionLine { child: decision.child.clone(), words }
                })
                .collect(),
            dissents: formal
                .map(|view| {
                    let child = record.children.get(&view.child).map_or("", |child| child.known_as.as_str());
                    let who = record.people.get(&view.by).map(Person::introduced).unwrap_or_default();
                    let why = view.reason.as_ref().map(|why| format!(": {why}")).unwrap_or_default();
                    DissentLine { view: view.id.clone(), words: format!("{who}, about {child}{why}") }
                })
                .collect(),
            earlier: record.earlier.as_ref().filter(|_| reads).map(|earlier| EarlierView::of(state, audience, earlier)),
            approval: Approval {
                signed: record.signed.iter().map(signed).collect(),
                corrected: record.has_unsigned_corrections(),
            },
        }
    }
}

/// "Version 1, Thursday 24 September 2026 at 15:31".
fn signed(signed: &SignOff) -> String {
    let (on, at) = super::words::local(signed.at);
    format!("Version {}, {} at {at}", signed.version, day(on))
}

/// A child as an invitation names them: nothing of how they are, where they go to school or how they took part.
fn invited(child: &Child) -> Child {
    Child {
        pronouns: None,
        case_number: None,
        school: None,
        languages: None,
        communication: None,
        lives_with: None,
        participation: None,
        ..child.clone()
    }
}

/// How a child of whom nothing is put down took part.
fn none_yet(child: &Child) -> Option<Involvement> {
    let empty = serde_json::json!({ "id": "none", "child": child.id });
    serde_json::from_value(empty).ok()
}

/// The board as the console has it, heading by heading.
fn lines(view: &View) -> Vec<FileLine> {
    let sections = view.head.columns.iter().flat_map(|column| &column.sections);
    let of_section = |section: &super::SectionView| {
        let line = |card: &super::CardView| FileLine {
            id: card.id.clone(),
            section: section.label.clone(),
            kind: section.kind,
            words: card.words.clone(),
            who: card.who.clone(),
        };
        view.section(&section.key).map(line).collect::<Vec<_>>()
    };
    sections.flat_map(of_section).collect()
}

fn plan_line(record: &Record, action: &Action) -> PlanLine {
    PlanLine { action: action.clone(), who_and_when: who_and_when(record, action), challenges: challenges(action) }
}

/// "Priya, by Friday 2 October 2026".
fn who_and_when(record: &Record, action: &Action) -> String {
    let who = match &action.owner {
        Owner::Person(id) => record.people.get(id).map_or("Somebody", Person::called),
        Owner::Named(words) => words.as_str(),
    };
    match &action.due {
        Due::On(on) => format!("{who}, by {}", day(*on)),
        Due::Said(words) => format!("{who}, {words}"),
    }
}

/// What the children say in their tools today, as far as this console has the exact words.
pub(super) fn said_today(state: &State, audience: &Audience) -> Vec<Said> {
    said(state, &state.record.tools.iter().collect::<Vec<_>>(), |tool, entry| {
        has_exact_words(state, audience, tool, entry)
    })
}

fn said(state: &State, tools: &[&Tool], has: impl Fn(&Tool, &crate::tool::Entry) -> bool) -> Vec<Said> {
    let all = tools.iter().flat_map(|tool| tool.entries.iter().map(move |entry| (*tool, entry)));
    let readable = all.filter(|(tool, entry)| !entry.removed && !entry.words.is_empty() && has(tool, entry));
    readable
        .map(|(tool, entry)| Said {
            child: tool.child.clone(),
            called: state.record.children.get(&tool.child).map(|child| child.known_as.clone()).unwrap_or_default(),
            on: day(tool.date),
            words: entry.words.clone(),
            language: entry.language.clone(),
        })
        .collect()
}
