//! Words that stand in a box of this page and were not put anywhere yet: they lie with what is unsent, and stand in their box
//! again when the page was loaded again.
//!
//! Deliberately not here: sealing them (that is `kept`), and pictures or what was drawn.

use leptos::prelude::*;

use super::Live;

/// Words in a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The name of the box.
    pub place: String,
    /// What stands in it.
    pub words: String,
}

impl Live {
    /// Keeps what is written into a box over a reload. What was written before comes back into it, while it is empty.
    pub fn keep_draft(&self, place: String, words: RwSignal<String>) {
        self.keep_draft_and(place, words, || ());
    }

    /// The same, for a box that must be opened to be seen: `open` is called when something came back into it.
    pub fn keep_draft_and(&self, place: String, words: RwSignal<String>, open: impl Fn() + 'static) {
        let (live, here) = (*self, place.clone());
        Effect::new(move |_| {
            let is_here = |draft: &Draft| draft.place == here;
            let found = live.found.with(|found| found.iter().find(|draft| is_here(draft)).cloned());
            if let Some(found) = found {
                live.found.update(|found| found.retain(|draft| !is_here(draft)));
                if words.with_untracked(String::is_empty) {
                    words.set(found.words);
                    open();
                }
            }
        });
        Effect::new(move |_| {
            let now = words.get();
            live.drafts.update(|drafts| {
                drafts.retain(|draft| draft.place != place);
                if !now.trim().is_empty() {
                    drafts.push(Draft { place: place.clone(), words: now });
                }
            });
        });
    }
}
