//! What an audience has of a child's entry: the words, exact or agreed, with or without the child's name; or nothing.
//!
//! Deliberately not here: any other way to a child's words. Boards, devices, papers and letters all come through
//! [`told`], and what a child chose is read here and nowhere else.

use serde::{Deserialize, Serialize};

use super::picture::pictures_of;
use super::words::shared_with;
use super::{PictureView, may_know, may_know_child};
use crate::audience::{Audience, Knower};
use crate::guard::Reading;
use crate::id::ChildId;
use crate::record::Record;
use crate::sharing::{MayKnow, Override, Surface, When, Wording};
use crate::state::State;
use crate::tool::{Entry, Tool, Translation};

impl Told {
    /// The pictures that come with the words.
    pub(crate) fn pictures(&self, record: &Record, tool: &Tool, entry: &Entry) -> Vec<PictureView> {
        if self.with_pictures { pictures_of(record, tool, entry) } else { Vec::new() }
    }

    /// Whether the words are exactly those that were said.
    pub(crate) fn is_exact(&self) -> bool {
        self.voice == Voice::Exact
    }

    /// What was done about a child's words is for those who have them by the child's choice, not for those who had to be
    /// told something to keep somebody safe.
    pub(crate) fn is_answered(&self) -> bool {
        match self.voice {
            Voice::Exact | Voice::Picture | Voice::Agreed => true,
            Voice::Safety => false,
        }
    }
}

/// Where an audience meets an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum At {
    /// On the audience's own screen.
    Screen,
    /// On paper, in the child's own section.
    ChildsPages,
    /// On paper, among the lines of the board.
    Board,
}

/// What an audience has of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// The words.
    pub(crate) words: String,
    /// BCP 47 tag of their language.
    pub(crate) language: String,
    /// The words in English, where they are not.
    pub(crate) translation: Option<Translation>,
    /// How far they are the child's.
    pub(crate) voice: Voice,
    /// Whether the child's name, and what gives it away, stands with them.
    pub(crate) named: bool,
    /// Whether the entry's pictures come with them. A picture shows the hand that drew it, so it never comes without a name.
    with_pictures: bool,
}

/// Whether an audience comes to read an entry's exact words anywhere.
pub(crate) fn has_exact_words(state: &State, audience: &Audience, tool: &Tool, entry: &Entry) -> bool {
    let at = [At::Screen, At::ChildsPages, At::Board].map(|at| told(state, audience, at, tool, entry));
    at.iter().flatten().any(|told| told.voice == Voice::Exact && !told.words.is_empty())
}

/// What somebody writes down of a child's words a second time goes to those alone who have all of the words that it repeats.
pub(super) fn has_what_is_repeated(state: &State, audience: &Audience, child: &ChildId, written: &str) -> bool {
    let reading = Reading::of(written);
    let of_child = state.record.tools.iter().filter(|tool| tool.child == *child);
    let entries = of_child.flat_map(|tool| tool.entries.iter().map(move |entry| (tool, entry)));
    let mut repeated = entries.filter(|(_, entry)| {
        let translation = entry.translation.as_ref().map(|translation| &translation.words);
        [Some(&entry.words), translation].into_iter().flatten().any(|words| reading.quotes(words))
    });
    repeated.all(|(tool, entry)| has_exact_words(state, audience, tool, entry))
}

/// Whether an audience has anything of a tool at a place as the child said or drew it; and not only what was agreed to be said instead,
/// or has to be told to keep somebody safe.
pub(super) fn has_childs_own(state: &State, audience: &Audience, at: At, tool: &Tool) -> bool {
    let mut all = tool.entries.iter().filter_map(|entry| told(state, audience, at, tool, entry));
    all.any(|told| match told.voice {
        Voice::Exact | Voice::Picture => true,
        Voice::Agreed | Voice::Safety => false,
    })
}

/// How far words are a child's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Voice {
    /// They are the child's, exactly.
    Exact,
    /// There are none: the child wants the picture seen and nothing else told.
    Picture,
    /// They were agreed with the child.
    Agreed,
    /// They are the chair's, told to keep somebody safe.
    Safety,
}

/// A child's entry reaches those whom the child chose, in the words, with the name, at the place and from the time that the
/// child chose; whoever must be told to keep somebody safe has the least of it; everybody else has nothing. The child's own
/// tablet has everything, and the chair, who holds the record, has the exact words of all that the child has decided on.
/// What was said in a young person's own conference goes no further before they have agreed how it is shared.
pub(crate) fn told(state: &State, audience: &Audience, at: At, tool: &Tool, entry: &Entry) -> Option<Told> {
    if is_own_tablet(audience, tool) {
        return Some(exact(entry));
    }
    if entry.removed || !may_know_child(state, audience, &tool.child) {
        return None;
    }
    let chosen = if reaches(state, audience, at, tool, entry) { in_agreed_words(audience, at, entry) } else { None };
    chosen.or_else(|| entry.overridden.as_ref().filter(|it| is_told(audience, it)).map(least))
}

/// Why an audience has nothing of an entry at a place, for the chair: what the child chose, in words.
pub(super) fn why_not(state: &State, audience: &Audience, at: At, tool: &Tool, entry: &Entry) -> String {
    let name = state.record.children.get(&tool.child).map_or("The child", |child| child.known_as.as_str());
    if !state.record.is_agreed(tool) {
        return format!("{name} has not agreed yet how their own conference is shared.");
    }
    if entry.may_know == MayKnow::NotDecided {
        return format!("{name} has not chosen yet who may know.");
    }
    if !may_know(state, audience, &entry.may_know) {
        return format!("{name} chose: {}.", shared_with(&state.record, &entry.may_know));
    }
    if !has_come(state, at, entry) {
        return match &entry.telling.when {
            When::WhenISay => format!("{name} chose: not until I say so."),
            When::Afterwards => format!("{name} chose: on paper afterwards, and on no screen."),
            When::Phase { phase } => {
                let label =
                    state.record.framework.phase(phase).map_or("a later part", |(_, phase)| phase.label.as_str());
                format!("{name} chose: not before “{label}”.")
            }
            When::Now => format!("{name} chose how it is told."),
        };
    }
    if !is_wanted(state, audience, at, entry) {
        return match at {
            At::Screen if *audience == Audience::Wall => format!("{name} asked to have it read out."),
            At::Screen => format!("{name} chose: not on people’s own devices."),
            At::ChildsPages if entry.telling.nameless => format!("{name} wants it said without a name."),
            At::ChildsPages | At::Board => format!("{name} chose: not on this paper."),
        };
    }
    match &entry.telling.wording {
        Wording::Spoken { by } => {
            let person = by.as_ref().and_then(|by| state.record.people.get(by));
            let says = person.map_or_else(|| "you say it".to_owned(), |person| format!("{} says it", person.called()));
            format!("{name} chose: {says}, and it is on no screen.")
        }
        Wording::Picture => format!("{name} chose: the picture alone."),
        Wording::Exact | Wording::Other { .. } | Wording::Theme { .. } => format!("{name} chose how it is told."),
    }
}

fn is_own_tablet(audience: &Audience, tool: &Tool) -> bool {
    match audience {
        Audience::Tablet(child) => *child == tool.child,
        Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Person(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    }
}

/// Whether an entry comes to an audience at a place by the child's own choice: who, where and from when.
fn reaches(state: &State, audience: &Audience, at: At, tool: &Tool, entry: &Entry) -> bool {
    let may = match audience {
        // What a child has decided on comes back to that child, whoever else may know it.
        Audience::Child(child) | Audience::SideRoom(child) if *child == tool.child => {
            entry.may_know != MayKnow::NotDecided
        }
        Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => may_know(state, audience, &entry.may_know),
    };
    let now = state.record.is_agreed(tool) && is_wanted(state, audience, at, entry) && has_come(state, at, entry);
    may && (*audience == Audience::Chair || now)
}

/// A child can keep an entry off the wall, off people's devices, out of their own section, off the printed board, off any
/// paper that goes home, the letter among them, and out of the letter alone, though the people there may know it. A section that carries
/// the child's name holds nothing that the child wants to say without a name.
fn is_wanted(state: &State, audience: &Audience, at: At, entry: &Entry) -> bool {
    let off = |surface| entry.telling.keeps_off(surface);
    let kept_from_home = off(Surface::FamilyPaper) && goes_home(state, audience);
    match (at, audience) {
        (At::Screen, Audience::Wall) => !off(Surface::Wall),
        (At::Screen, Audience::Chair | Audience::Clerk | Audience::Tablet(_)) => true,
        (At::Screen, _) => !off(Surface::Devices),
        (At::ChildsPages | At::Board, Audience::Child(_)) => !(off(Surface::Letter) || kept_from_home),
        (At::ChildsPages, _) => !(off(Surface::ChildsPages) || entry.telling.nameless || kept_from_home),
        (At::Board, _) => !(off(Surface::Board) || kept_from_home),
    }
}

/// Paper for the family goes home with them.
fn goes_home(state: &State, audience: &Audience) -> bool {
    match audience.knower(state) {
        Some(Knower::Family { .. } | Knower::AllFamily { .. } | Knower::Child { .. } | Knower::Room { .. }) => true,
        Some(
            Knower::Chair
            | Knower::Clerk
            | Knower::SocialWorker { .. }
            | Knower::Professional { .. }
            | Knower::Professionals { .. },
        )
        | None => false,
    }
}

/// An entry is told from the time the child chose: now, once a phase has begun, on paper afterwards, or when the child says.
fn has_come(state: &State, at: At, entry: &Entry) -> bool {
    match &entry.telling.when {
        When::Now => true,
        When::Phase { phase } => state.record.phases.iter().any(|entered| entered.phase == *phase),
        When::Afterwards => match at {
            At::Screen => false,
            At::ChildsPages | At::Board => true,
        },
        When::WhenISay => false,
    }
}

/// The words in which an audience is told: the child's own, those agreed with the child, or none on a screen where
/// somebody says them for the child.
fn in_agreed_words(audience: &Audience, at: At, entry: &Entry) -> Option<Told> {
    let own_copy = matches!(audience, Audience::Child(_) | Audience::SideRoom(_));
    if *audience == Audience::Chair || own_copy {
        return Some(exact(entry));
    }
    let quoted = || if entry.telling.nameless { nameless(entry) } else { Some(exact(entry)) };
    match &entry.telling.wording {
        Wording::Exact => quoted(),
        Wording::Other { words } | Wording::Theme { words } => Some(agreed(entry, words)),
        Wording::Picture => picture_alone(entry),
        Wording::Spoken { by } => match (at, audience) {
            (At::ChildsPages | At::Board, _) | (At::Screen, Audience::Clerk) => quoted(),
            (At::Screen, Audience::Person(person)) if by.as_ref() == Some(person) => quoted(),
            (At::Screen, _) => None,
        },
    }
}

fn exact(entry: &Entry) -> Told {
    Told {
        words: entry.words.clone(),
        language: entry.language.clone(),
        translation: entry.translation.clone(),
        voice: Voice::Exact,
        named: true,
        with_pictures: true,
    }
}

/// A picture alone comes without the words beside it; where there is no picture, or no name may be given, there is nothing.
fn picture_alone(entry: &Entry) -> Option<Told> {
    let shown = !entry.pictures.is_empty() && !entry.telling.nameless;
    let (words, language, voice) = (String::new(), "en".to_owned(), Voice::Picture);
    shown.then(|| Told { words, language, translation: None, voice, ..exact(entry) })
}

/// Without a name there is nothing else that gives the child away either: a language that only one child speaks does, so
/// the words come in English where there is a translation. A drawing does too, so of a drawing alone there is nothing.
fn nameless(entry: &Entry) -> Option<Told> {
    let words = entry.translation.as_ref().map_or(&entry.words, |translation| &translation.words).clone();
    let language = "en".to_owned();
    let told = Told { words, language, translation: None, voice: Voice::Exact, named: false, with_pictures: false };
    (!told.words.trim().is_empty()).then_some(told)
}

fn agreed(entry: &Entry, words: &str) -> Told {
    Told {
        words: words.to_owned(),
        language: "en".to_owned(),
        translation: None,
        voice: Voice::Agreed,
        named: !entry.telling.nameless,
        with_pictures: false,
    }
}

/// An override adds the people it names, each on their own screen and paper, and never a wall or a group.
fn is_told(audience: &Audience, overridden: &Override) -> bool {
    match audience {
        Audience::Person(person) => overridden.told.contains(person),
        Audience::Chair => true,
        Audience::Clerk
        | Audience::Wall
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    }
}

fn least(overridden: &Override) -> Told {
    Told {
        words: overridden.least.clone(),
        language: "en".to_owned(),
        translation: None,
        voice: Voice::Safety,
        named: true,
        with_pictures: false,
    }
}
