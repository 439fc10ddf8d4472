//! What lies on a child's tablet: where they are, who holds the pen, and what is being written.
//!
//! Deliberately not here: keeping anything on the device after the page is closed. A tablet is shared.

use board::command::Command;
use board::id::{EntryId, ToolId};
use board::tool::{Pen, Tool, ToolKind};
use board::view::ChildView;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::house::House;
use super::step::Step;
use super::waiting::{Shown, Waiting};
use crate::live::Live;

/// What the tablet shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Screen {
    /// Who is here, before anything is said.
    Begin,
    /// The street, with one house open.
    Street,
    /// Putting words into the open house.
    Words,
    /// Choosing who can know.
    Slip(About),
    /// Thank you.
    Finished,
}

/// What a choice is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum About {
    /// The words that are being written.
    New,
    /// Words that were given before.
    Given(EntryId),
}

/// What is being written into one house. It stays when the child looks into another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Draft {
    /// The words, exactly as they come.
    pub(super) words: RwSignal<String>,
    /// The language they are in.
    pub(super) language: RwSignal<String>,
    /// The words in English.
    pub(super) translation: RwSignal<String>,
    /// Who made them English.
    pub(super) translator: RwSignal<String>,
}

impl Draft {
    fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self { words: text(), language: RwSignal::new("en".to_owned()), translation: text(), translator: text() }
    }

    /// Whether there is nothing in it.
    pub(super) fn is_blank(self) -> bool {
        self.words.with(|words| words.trim().is_empty())
    }

    /// Empties it, once the words have been given.
    pub(super) fn clear(self) {
        for text in [self.words, self.translation, self.translator] {
            text.set(String::new());
        }
    }
}

/// What lies on the tablet. A handle: all copies are the same tablet.
#[derive(Clone, Copy)]
pub(super) struct Pad {
    /// The page's connection.
    pub(super) live: Live,
    /// Whose tablet it is.
    pub(super) child: StoredValue<ChildView>,
    /// The open house, as the address says.
    pub(super) house: Memo<House>,
    /// What it shows.
    pub(super) screen: RwSignal<Screen>,
    /// Who holds the pen.
    pub(super) pen: RwSignal<Pen>,
    /// The adult who writes, when one does.
    pub(super) scribe: RwSignal<String>,
    /// The child's Three Houses.
    pub(super) tool: Memo<Option<Tool>>,
    /// What this tablet has sent and the record does not have yet.
    pub(super) waiting: Waiting,
    drafts: StoredValue<[Draft; 3]>,
    moved: StoredValue<bool>,
}

impl Pad {
    /// A tablet as it is handed over: on the street when the child has houses, else at the beginning.
    pub(super) fn new(live: Live, child: ChildView) -> Self {
        let query = use_query_map();
        let waiting = Waiting::new(live);
        let owner = child.id.clone();
        let tool = Memo::new(move |_| {
            let known = live.view.with(|view| newest(view.tools.values().filter(|tool| tool.child == owner)));
            known.or_else(|| waiting.tool())
        });
        let begun = tool.with_untracked(Option::is_some);
        let pad = Self {
            live,
            child: StoredValue::new(child),
            house: Memo::new(move |_| query.with(|query| House::read(query.get("house").as_deref()))),
            screen: RwSignal::new(if begun { Screen::Street } else { Screen::Begin }),
            pen: RwSignal::new(Pen::Child),
            scribe: RwSignal::new(String::new()),
            tool,
            waiting,
            drafts: StoredValue::new([Draft::new(), Draft::new(), Draft::new()]),
            moved: StoredValue::new(false),
        };
        pad.take_refused_words_back();
        pad
    }

    /// Shows another screen.
    pub(super) fn go(self, screen: Screen) {
        self.moved.set_value(true);
        self.screen.set(screen);
    }

    /// Whether somebody has moved on from the first screen; until then the focus is the browser's.
    pub(super) fn has_moved(self) -> bool {
        self.moved.get_value()
    }

    /// What is being written into a house.
    pub(super) fn draft(self, house: House) -> Draft {
        let [good, worries, dreams] = self.drafts.get_value();
        match house {
            House::Good => good,
            House::Worries => worries,
            House::Dreams => dreams,
        }
    }

    /// Sends what the child did, and remembers it until the record has it.
    pub(super) fn send(self, step: Step) {
        self.live.send(step.command());
        self.waiting.add(step);
    }

    /// The Three Houses the child's words go into.
    pub(super) fn tool_id(self) -> Option<ToolId> {
        self.tool.with(|tool| tool.as_ref().map(|tool| tool.id.clone()))
    }

    /// The words in a house, oldest first.
    pub(super) fn entries(self, house: House) -> Vec<Shown> {
        self.tool
            .with(|tool| tool.as_ref().map(|tool| self.waiting.entries(self.live, tool, house)).unwrap_or_default())
    }

    /// One thing the child said, in whichever house.
    pub(super) fn entry(self, id: &EntryId) -> Option<Shown> {
        self.tool.with(|tool| tool.as_ref().and_then(|tool| self.waiting.entry(self.live, tool, id)))
    }

    /// Who writes when the child does not, for the words on the screen.
    pub(super) fn scribe_name(self) -> String {
        let scribe = self.scribe.get();
        if scribe.trim().is_empty() { "A grown-up".to_owned() } else { scribe }
    }

    /// Words the record could not take go back into their house's box, so that nothing the child said is lost.
    fn take_refused_words_back(self) {
        Effect::new(move |_| {
            let Some(Command::GiveEntry { entry, .. }) = self.live.refused.get().map(|refused| refused.command) else {
                return;
            };
            let draft = self.draft(House::read(Some(entry.place.as_str())));
            if draft.words.with_untracked(String::is_empty) {
                draft.words.set(entry.words);
            }
        });
    }
}

/// The Three Houses that was begun last.
fn newest<'a>(tools: impl Iterator<Item = &'a Tool>) -> Option<Tool> {
    let houses = tools.filter(|tool| tool.kind == ToolKind::ThreeHouses);
    houses.max_by_key(|tool| tool.date).cloned()
}
