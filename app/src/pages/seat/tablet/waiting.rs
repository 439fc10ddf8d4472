//! What a child did on this tablet that the record does not have yet, and what it will look like when it does.
//!
//! Deliberately not here: saying "saved". A thing leaves this list only when the server's own view shows it.

use board::card::LineKind;
use board::id::EntryId;
use board::sharing::MayKnow;
use board::tool::{Entry, Pen, Tool};
use board::view::{EntryView, PictureView, View, may_know_words};
use leptos::prelude::*;

use super::house::House;
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
                let over = |step: &Step| is_there(view, step) || refused.as_ref() == Some(&step.command());
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

    /// The tool that was begun here and is not in the record yet.
    pub(super) fn tool(self) -> Option<Tool> {
        self.0.with(|steps| {
            steps.iter().find_map(|step| match step {
                Step::Begin(tool) => Some(tool.clone()),
                Step::Give { .. } | Step::Choose { .. } | Step::TakeBack { .. } => None,
            })
        })
    }

    /// The words in a house, oldest first: those of the record, and those on their way.
    pub(super) fn entries(self, live: Live, tool: &Tool, house: House) -> Vec<Shown> {
        let place = house.place();
        let mut shown: Vec<Shown> = live.view.with(|view| {
            let known =
                view.entries.iter().filter(|(_, entry)| entry.tool == tool.id && Some(&entry.place) == place.as_ref());
            known.map(|(id, entry)| Shown { id: id.clone(), entry: entry.clone(), unsent: false }).collect()
        });
        self.0.with(|steps| {
            for step in steps {
                on_its_way(&mut shown, step, tool, place.as_ref());
            }
        });
        shown
    }

    /// One entry, wherever it is.
    pub(super) fn entry(self, live: Live, tool: &Tool, id: &EntryId) -> Option<Shown> {
        House::STREET.into_iter().flat_map(|house| self.entries(live, tool, house)).find(|shown| shown.id == *id)
    }
}

/// Whether the record shows what a step asked for.
fn is_there(view: &View, step: &Step) -> bool {
    let entry = |id: &EntryId| view.entries.get(id);
    match step {
        Step::Begin(tool) => view.tools.contains_key(&tool.id),
        Step::Give { entry: given, .. } => view.entries.contains_key(&given.id),
        Step::Choose { entry: id, may_know } => entry(id).is_some_and(|entry| entry.may_know == *may_know),
        Step::TakeBack { entry: id, back } => entry(id).is_some_and(|entry| entry.removed == *back),
    }
}

fn on_its_way(shown: &mut Vec<Shown>, step: &Step, tool: &Tool, place: Option<&board::id::PlaceKey>) {
    match step {
        Step::Give { tool: of, entry } => {
            let here = *of == tool.id && Some(&entry.place) == place;
            if here && !shown.iter().any(|shown| shown.id == entry.id) {
                shown.push(Shown { id: entry.id.clone(), entry: as_view(tool, entry), unsent: true });
            }
        }
        Step::Choose { entry, may_know } => {
            for shown in shown.iter_mut().filter(|shown| shown.id == *entry) {
                shown.entry.may_know = may_know.clone();
                shown.entry.shared = in_words(may_know);
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

/// A choice that was made on this tablet, which knows no names.
fn in_words(may_know: &MayKnow) -> String {
    may_know_words(may_know, |_| "some people".to_owned())
}

/// Words on their way, as the record will show them.
fn as_view(tool: &Tool, entry: &Entry) -> EntryView {
    let (line, how) = match entry.pen {
        Pen::Child => (LineKind::OwnWords, None),
        Pen::Adult => (LineKind::Scribed, entry.scribe.as_ref().map(|scribe| format!("{scribe} wrote it down"))),
        Pen::Drawing => (LineKind::Drawing, Some("drawn, and put into words".to_owned())),
    };
    EntryView {
        id: entry.id.clone(),
        tool: tool.id.clone(),
        child: tool.child.clone(),
        place: entry.place.clone(),
        words: entry.words.clone(),
        language: (entry.language != "en").then(|| entry.language.clone()),
        translation: entry.translation.as_ref().map(|translation| (translation.words.clone(), translation.by.clone())),
        pictures: entry.pictures.iter().map(|picture| PictureView::of(picture, "you")).collect(),
        who: String::new(),
        how,
        line,
        shared: in_words(&entry.may_know),
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

/// A new entry's id. It begins with the time, so that a house shows its words in the order they were given.
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
