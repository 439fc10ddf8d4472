//! What every view begins with: which conference it is, where its course stands, and what the wall shows of it.
//!
//! Deliberately not here: a line of the board.

use super::is_console;
use crate::audience::Audience;
use crate::card::Card;
use crate::id::{ChildId, PersonId};
use crate::people::{Child, Person};
use crate::seat::{Holder, Showing};
use crate::state::State;
use crate::view::see::is_apart;
use crate::view::words::{listed, person_name};
use crate::view::{ChildView, ColumnView, Head, PhaseView, ScaleView, SectionView, Stage, day, may_know_child};

pub(super) fn head(state: &State, audience: &Audience) -> Head {
    let record = &state.record;
    let header = &record.conference;
    let framework = &record.framework;
    let known = record.children.iter().filter(|child| may_know_child(state, audience, &child.id));
    let known: Vec<&Child> = known.collect();
    let names: Vec<&str> = known.iter().map(|child| child.known_as.as_str()).collect();
    let columns = framework.columns.iter().map(|column| ColumnView {
        key: column.key.clone(),
        label: column.label.for_kind(header.kind).to_owned(),
        short: column.short.clone(),
        look: column.look,
        sections: framework
            .sections
            .iter()
            .filter(|section| section.column == column.key)
            .map(|section| SectionView {
                key: section.key.clone(),
                label: section.label.for_kind(header.kind).to_owned(),
                help: section.help.clone(),
                ask: section.ask.clone(),
                kind: section.kind,
            })
            .collect(),
    });
    Head {
        title: if names.is_empty() { "The children".to_owned() } else { listed(&names) },
        kind: header.kind.words().to_owned(),
        date: day(header.date),
        authority: header.authority.clone(),
        demo: header.demo,
        framework: framework.title.clone(),
        plan_before_decision: framework.plan_before_decision,
        children: known
            .iter()
            .map(|child| ChildView { id: child.id.clone(), known_as: child.known_as.clone() })
            .collect(),
        columns: columns.collect(),
        scales: framework
            .scales
            .iter()
            .map(|scale| ScaleView {
                key: scale.key.clone(),
                question: scale.question.clone(),
                low: scale.low.clone(),
                high: scale.high.clone(),
                of: scale.of,
            })
            .collect(),
    }
}

pub(super) fn stage(state: &State, audience: &Audience, seen: &[&Card]) -> Stage {
    let now = state.phase().map(|(place, _)| place);
    let console = is_console(audience);
    let phases = state.record.framework.phases.iter().enumerate().map(|(place, phase)| PhaseView {
        key: phase.key.clone(),
        label: phase.label.clone(),
        done: Some(place) != now && state.record.phases.iter().any(|entered| entered.phase == phase.key),
        now: Some(place) == now,
        prompts: if console && Some(place) == now { phase.prompts.clone() } else { Vec::new() },
    });
    let wall = &state.wall;
    let pointed = wall.pointed.as_ref().filter(|pointed| seen.iter().any(|card| card.id == **pointed));
    let speaker = wall.speaker.as_ref().filter(|person| may_hear_of(state, audience, person));
    let speaker = speaker.map(|person| person_name(state, audience, person, Person::introduced));
    Stage {
        phases: phases.collect(),
        phase: state.phase().map_or_else(String::new, |(_, phase)| phase.wall.clone()),
        showing: showing(state, audience),
        held: wall.held.is_some(),
        // A page is counted in the wall's own lines, so it tells how many there are.
        page: if console || *audience == Audience::Wall { wall.page } else { 0 },
        blank: wall.blank,
        // A console is not neutral itself; it says that the wall is.
        drawn: console && state.curtain.is_some(),
        theme: wall.theme,
        pointed: pointed.cloned(),
        speaker,
        here: here(state, audience),
        not_now: if console { wall.not_now.clone() } else { Vec::new() },
    }
}

/// Who speaks is said to those who are not kept apart from them; whose name somebody may not know is "A professional".
fn may_hear_of(state: &State, audience: &Audience, person: &PersonId) -> bool {
    state.record.people.get(person).is_some_and(|person| !is_apart(state, audience, person))
}

/// That a child is in a side room is said where the child agreed to it, while the child is there, to those who are asked
/// about: the room by its wall, the chair and the minute taker, and on the child's own screen.
fn here(state: &State, audience: &Audience) -> Vec<String> {
    let tells = |child: &ChildId| match audience {
        Audience::Chair | Audience::Clerk => true,
        Audience::Wall => may_know_child(state, audience, child),
        Audience::SideRoom(own) => own == child,
        Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    };
    let is_there = |child: &ChildId| {
        state.seats.iter().any(|seat| matches!(&seat.holder, Holder::SideRoom(there) if there == child))
    };
    let agreed = state.wall.here.iter().filter(|child| is_there(child) && tells(child));
    agreed.filter_map(|child| state.record.children.get(child)).map(|child| child.known_as.clone()).collect()
}

/// Whose tool is on the wall is for those who may know the child; for others the wall shows the board.
fn showing(state: &State, audience: &Audience) -> Showing {
    match state.showing() {
        Showing::Tool(id) => {
            let tool = state.record.tools.get(&id);
            let known = tool.is_some_and(|tool| may_know_child(state, audience, &tool.child));
            if known { Showing::Tool(id) } else { Showing::Overview }
        }
        board @ (Showing::Overview | Showing::Column(_) | Showing::Plan | Showing::Decisions) => board,
    }
}
