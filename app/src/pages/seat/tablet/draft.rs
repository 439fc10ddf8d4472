//! What is being put into one place of a tool. It stays when the child looks into another.
//!
//! Deliberately not here: keeping it after the page is closed. A tablet is shared; only its words come back when the page is
//! loaded again, for the same child.

use board::tool::Tapped;
use leptos::prelude::*;

use super::picture::Held;
use super::strokes::Drawing;

/// What is being put into one place. A handle: all copies are the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Draft {
    /// The words, exactly as they come.
    pub(super) words: RwSignal<String>,
    /// What was tapped.
    pub(super) tapped: RwSignal<Option<Tapped>>,
    /// What is being drawn.
    pub(super) drawing: RwSignal<Drawing>,
    /// The picture that comes with the words.
    pub(super) held: RwSignal<Option<Held>>,
    /// What something that was seen may mean.
    pub(super) meaning: RwSignal<String>,
    /// The language the words are in; the screen's own until somebody says another.
    pub(super) language: RwSignal<Option<String>>,
    /// The words in English.
    pub(super) translation: RwSignal<String>,
    /// Who made them English.
    pub(super) translator: RwSignal<String>,
}

impl Draft {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            words: text(),
            tapped: RwSignal::new(None),
            drawing: RwSignal::new(Drawing::default()),
            held: RwSignal::new(None),
            meaning: text(),
            language: RwSignal::new(None),
            translation: text(),
            translator: text(),
        }
    }

    /// Whether there are no words in it.
    pub(super) fn is_wordless(self) -> bool {
        self.words.with(|words| words.trim().is_empty())
    }

    /// Whether there is nothing in it.
    pub(super) fn is_blank(self) -> bool {
        let nothing_drawn = self.drawing.with(Drawing::is_blank) && self.held.with(Option::is_none);
        self.is_wordless() && self.tapped.with(Option::is_none) && nothing_drawn
    }

    /// Empties it, once it has been given.
    pub(super) fn clear(self) {
        for text in [self.words, self.meaning, self.translation, self.translator] {
            text.set(String::new());
        }
        self.tapped.set(None);
        self.drawing.set(Drawing::default());
        self.held.set(None);
    }
}
