//! What a child did on this tablet that the record does not have yet, and what it will look like when it does.
//!
//! Deliberately not here: saying "saved". A thing leaves this list only when the server's own view shows it.

use board::id::EntryId;
use board::tool::{Entry, Tool};
use board::view::{EntryView, PictureView, View};
use leptos::prelude::*;

use super::step::Step;
use crate::live::Live;

/// Steps on their way. A handle: all copies are the same list.
#[derive(Clone, Copy)]
pub(super) struct Waiting(RwSignal<Vec<Step>>);

/// One entry as the tablet shows it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Shown {
    /// The entry.
    pub(super) id: EntryId,
    /// What is known of it.
    pub(super) entry: EntryView,
    /// Whether something about it is still only on this tablet.
    pub(super) unsent: bool,
}

impl Waiting {
    /// An empty list that empties itself as the record catches up.
    pub(super) fn new(live: Live) -> Self {
        let steps = RwSignal::new(Vec::<Step>::new());
        Effect::new(move |_| {
            let refused = live.refused.get().map(|refused| refused.command);
            live.view.with(|view| {
                let over = |step: &Step| is_there(view, step) || refused.as_deref() == Some(&step.command());
                if steps.with_untracked(|steps| steps.iter().any(over)) {
                    steps.update(|steps| steps.retain(|step| !over(step)));
                }
            });
        });
        Self(steps)
    }

    /// Remembers a step until the record has it.
    pub(super) fn add(self, step: Step) {
        self.0.update(|steps| steps.push(step));
    }

    /// How many things are not in the record yet.
    pub(super) fn count(self) -> usize {
        self.0.with(Vec::len)
    }

    /// The tools that were begun here and are not in the record yet.
    pub(super) fn tools(self) -> Vec<Tool> {
        self.0.with(|steps| {
            let begun = steps.iter().filter_map(|step| match step {
                Step::Begin(tool) => Some(tool.clone()),
                Step::Give { .. } | Step::Choose { .. } | Step::TakeBack { .. } => None,
            });
            begun.collect()
        })
    }

    /// What was put into a tool, oldest first: what the record has, and what is on its way.
    pub(super) fn entries(self, live: Live, tool: &Tool) -> Vec<Shown> {
        let mut shown: Vec<Shown> = live.view.with(|view| {
            let known = view.entries.iter().filter(|(_, entry)| entry.tool == tool.id);
            known.map(|(id, entry)| Shown { id: id.clone(), entry: entry.clone(), unsent: false }).collect()
        });
        self.0.with(|steps| {
            for step in steps {
                on_its_way(&mut shown, step, tool);
            }
        });
        shown
    }
}

/// Whether the record shows what a step asked for.
fn is_there(view: &View, step: &Step) -> bool {
    let entry = |id: &EntryId| view.entries.get(id);
    match step {
        Step::Begin(tool) => view.tools.contains_key(&tool.id),
        Step::Give { entry: given, .. } => view.entries.contains_key(&given.id),
        Step::Choose { entry: id, may_know, telling } => {
            entry(id).is_some_and(|entry| entry.may_know == *may_know && entry.telling == *telling)
        }
        Step::TakeBack { entry: id, back } => entry(id).is_some_and(|entry| entry.removed == *back),
    }
}

fn on_its_way(shown: &mut Vec<Shown>, step: &Step, tool: &Tool) {
    match step {
        Step::Give { tool: of, entry } => {
            if *of == tool.id && !shown.iter().any(|shown| shown.id == entry.id) {
                shown.push(Shown { id: entry.id.clone(), entry: as_view(tool, entry), unsent: true });
            }
        }
        Step::Choose { entry, may_know, telling } => {
            for shown in shown.iter_mut().filter(|shown| shown.id == *entry) {
                shown.entry.may_know = may_know.clone();
                shown.entry.telling = telling.clone();
                shown.unsent = true;
            }
        }
        Step::TakeBack { entry, back } => {
            for shown in shown.iter_mut().filter(|shown| shown.id == *entry) {
                shown.entry.removed = *back;
                shown.unsent = true;
            }
        }
        Step::Begin(_) => {}
    }
}

/// Words on their way, as the record will show them.
fn as_view(tool: &Tool, entry: &Entry) -> EntryView {
    EntryView {
        id: entry.id.clone(),
        tool: tool.id.clone(),
        child: tool.child.clone(),
        place: entry.place.clone(),
        asked: None,
        words: entry.words.clone(),
        tapped: entry.tapped.clone(),
        meaning: entry.meaning.clone(),
        language: (entry.language != "en").then(|| entry.language.clone()),
        translation: entry.translation.as_ref().map(|translation| (translation.words.clone(), translation.by.clone())),
        pictures: entry.pictures.iter().map(|picture| PictureView::of(picture, "you")).collect(),
        who: String::new(),
        how: None,
        line: entry.pen.line(),
        shared: String::new(),
        may_know: entry.may_know.clone(),
        telling: entry.telling.clone(),
        overridden: None,
        agreed: None,
        card: None,
        answer: None,
        disagrees: false,
        repeats: None,
        removed: false,
    }
}

/// A new entry's id. It begins with the time, so that a place shows its words in the order they were given.
#[cfg(feature = "hydrate")]
pub(super) fn entry_id() -> Option<EntryId> {
    let time: String = js_sys::Date::new_0().to_iso_string().into();
    let digits: String = time.chars().filter(char::is_ascii_digit).collect();
    format!("t{digits}-{}", crate::live::new_id()).try_into().ok()
}

/// On the server nothing is ever given.
#[cfg(not(feature = "hydrate"))]
pub(super) fn entry_id() -> Option<EntryId> {
    None
}
