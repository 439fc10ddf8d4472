//! Looking back: what each audience will have of one child's words, before the child agrees that they go out.
//!
//! Deliberately not here: a second way to a child's words. The conference is thought on as if the child had agreed and the
//! chair had put everything up, and then every audience gets its own view and paper of it, as it will.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::letter::LetterView;
use super::minutes::MinutesView;
use super::{At, EntryView, PictureView, View, project};
use crate::audience::Audience;
use crate::card::LineKind;
use crate::decide::pulled;
use crate::event::Event;
use crate::id::{CardId, ChildId, EntryId};
use crate::own::OwnConference;
use crate::people::Role;
use crate::record::PhaseEntered;
use crate::state::State;

use super::circle::around;

/// What one audience will have of the child's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenBy {
    /// Who.
    pub audience: Audience,
    /// The lines, screen first; none means that there will be nothing, and no gap where anything was.
    pub lines: Vec<SeenLine>,
}

/// One line as an audience will have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenLine {
    /// The entry it comes from.
    pub entry: EntryId,
    /// Where.
    pub at: At,
    /// Not at once, but when the conference has gone on.
    pub later: bool,
    /// The words.
    pub words: String,
    /// Their language, when it is not English.
    pub language: Option<String>,
    /// The words in English, and who translated them.
    pub translation: Option<(String, String)>,
    /// "In Tomek’s words".
    pub who: String,
    /// How they came, or who says them.
    pub how: Option<String>,
    /// What sort of line.
    pub line: LineKind,
    /// The pictures that come with the words.
    pub pictures: Vec<PictureView>,
}

/// A young person sees, before they agree, what the wall, each person they know of and each paper will have of their words:
/// what those would get if the young person agreed now and the chair put everything on the board.
pub fn look_back(state: &State, child: &ChildId) -> Vec<SeenBy> {
    let now = as_if_agreed(state, child);
    let on = as_if_it_went_on(&now);
    let seen = audiences(state, child).into_iter().map(|audience| {
        let at_once = lines(&now, &audience, child);
        let is_new = |line: &SeenLine| !at_once.contains(line);
        let later: Vec<SeenLine> = lines(&on, &audience, child).into_iter().filter(is_new).collect();
        let later = later.into_iter().map(|line| SeenLine { later: true, ..line });
        SeenBy { audience, lines: at_once.iter().cloned().chain(later).collect() }
    });
    seen.collect()
}

/// The wall, the chair, the people one by one, and the papers.
fn audiences(state: &State, child: &ChildId) -> Vec<Audience> {
    let people = around(state, child).filter_map(|person| match person.role {
        Role::Chair => None,
        Role::MinuteTaker => Some(Audience::Clerk),
        Role::LeadSocialWorker
        | Role::TeamManager
        | Role::Professional
        | Role::Parent
        | Role::Carer
        | Role::Sibling
        | Role::FamilyNetwork
        | Role::Advocate
        | Role::Supporter
        | Role::Interpreter
        | Role::Solicitor
        | Role::Observer
        | Role::LegalAdviser => Some(Audience::Person(person.id.clone())),
    });
    let papers = [Audience::Professionals, Audience::Family, Audience::Child(child.clone())];
    [Audience::Wall, Audience::Chair].into_iter().chain(people).chain(papers).collect()
}

/// The conference if the child agreed now, and the chair put on the board whatever of theirs may be there.
fn as_if_agreed(state: &State, child: &ChildId) -> State {
    let mut state = state.clone();
    if let Some(own) = state.record.own_conferences.get(child) {
        // The time is seen by nobody: this conference is only thought of.
        let agreed = OwnConference { agreed_at: own.agreed_at.or(Some(Timestamp::UNIX_EPOCH)), ..own.clone() };
        state.apply(&Event::OwnConferenceHeld(agreed));
    }
    let tools = state.record.tools.iter().filter(|tool| tool.child == *child);
    let entries: Vec<EntryId> = tools.flat_map(|tool| tool.entries.iter()).map(|entry| entry.id.clone()).collect();
    for (at, entry) in entries.iter().enumerate() {
        let Ok(card) = CardId::try_from(format!("look-back-{at}")) else { continue };
        // What cannot be on the board has no card there, now or then.
        for event in pulled(&state, entry, &card).unwrap_or_default() {
            state.apply(&event);
        }
    }
    state
}

/// The same when every phase has begun.
fn as_if_it_went_on(state: &State) -> State {
    let mut state = state.clone();
    let phases = state.record.framework.phases.iter().map(|phase| PhaseEntered {
        phase: phase.key.clone(),
        at: Timestamp::UNIX_EPOCH,
        skipped_because: None,
        without_childs_view: None,
    });
    let phases: Vec<PhaseEntered> = phases.collect();
    state.record.phases.extend(phases);
    state
}

/// The child's lines that an audience has on its screen and on its paper.
fn lines(state: &State, audience: &Audience, child: &ChildId) -> Vec<SeenLine> {
    match audience {
        Audience::Wall
        | Audience::Chair
        | Audience::Clerk
        | Audience::Tablet(_)
        | Audience::SideRoom(_)
        | Audience::Support => on_screen(state, audience, child),
        Audience::Person(_) => {
            let screen = on_screen(state, audience, child).into_iter();
            screen.chain(on_paper(state, audience, child)).collect()
        }
        Audience::Professionals | Audience::Family => on_paper(state, audience, child),
        Audience::Child(child) => {
            let letter = LetterView::of(state, child);
            letter.iter().flat_map(|letter| &letter.said).map(in_childs_pages).collect()
        }
    }
}

fn on_screen(state: &State, audience: &Audience, child: &ChildId) -> Vec<SeenLine> {
    on_board(state, &project(state, audience), At::Screen, child)
}

fn on_paper(state: &State, audience: &Audience, child: &ChildId) -> Vec<SeenLine> {
    let minutes = MinutesView::of(state, audience);
    let tools = minutes.children.iter().flat_map(|child| &child.tools);
    let own = tools.flat_map(|tool| &tool.entries).filter(|entry| entry.child == *child).map(in_childs_pages);
    own.chain(on_board(state, &minutes.view, At::Board, child)).collect()
}

/// The child's lines on a board, in the order they were given.
fn on_board(state: &State, view: &View, at: At, child: &ChildId) -> Vec<SeenLine> {
    let cards = view.cards.values().filter_map(|card| {
        let entry = state.record.cards.get(&card.id)?.entry.as_ref()?;
        let (tool, entry) = state.record.entry(entry)?;
        (tool.child == *child).then(|| SeenLine {
            entry: entry.id.clone(),
            at,
            later: false,
            words: card.words.clone(),
            language: card.language.clone(),
            translation: card.translation.clone(),
            who: card.who.clone(),
            how: card.how.clone(),
            line: card.line,
            pictures: card.pictures.clone(),
        })
    });
    let mut lines: Vec<SeenLine> = cards.collect();
    lines.sort_by(|a, b| a.entry.cmp(&b.entry));
    lines
}

fn in_childs_pages(entry: &EntryView) -> SeenLine {
    SeenLine {
        entry: entry.id.clone(),
        at: At::ChildsPages,
        later: false,
        words: entry.words.clone(),
        language: entry.language.clone(),
        translation: entry.translation.clone(),
        who: entry.who.clone(),
        how: entry.how.clone(),
        line: entry.line,
        pictures: entry.pictures.clone(),
    }
}
