//! What this tablet says, in the language the child has chosen. The words came from the server as data.
//!
//! Deliberately not here: words. A word that no language file has would be shown by its key, and a test forbids that.

use board::id::{PlaceKey, ToolKey};
use board::language::Tongue;
use board::tool::Tapped;
use board::toolkit::{Template, name};
use leptos::prelude::*;

use super::super::connection::LinkWords;
use super::super::cover::CoverWords;
use super::super::cover::lock::LockWords;
use crate::given::Kit;

/// The words of a tablet. A handle: all copies say the same.
#[derive(Clone, Copy)]
pub(super) struct Say(RwSignal<Kit>);

impl Say {
    /// The words that came with the page.
    pub(super) fn new(kit: Kit) -> Self {
        Self(RwSignal::new(kit))
    }

    /// Says everything in another language from now on.
    #[cfg(feature = "hydrate")]
    pub(super) fn change(self, kit: Kit) {
        self.0.set(kit);
    }

    /// The language; what asks for it is drawn anew when it changes.
    pub(super) fn tongue(self) -> Tongue {
        self.0.with(|kit| kit.tongue.clone())
    }

    /// Its tag, for what is drawn anew anyway.
    pub(super) fn tag(self) -> String {
        self.0.with_untracked(|kit| kit.tongue.tag.clone())
    }

    /// Every language there is.
    pub(super) fn tongues(self) -> Vec<Tongue> {
        self.0.with_untracked(|kit| kit.tongues.clone())
    }

    /// The words of a key.
    pub(super) fn say(self, key: &str) -> String {
        self.0.with_untracked(|kit| kit.words.say(key))
    }

    /// The words of a key, with a value in their gap.
    pub(super) fn fill(self, key: &str, name: &str, value: &str) -> String {
        self.0.with_untracked(|kit| kit.words.fill(key, name, value))
    }

    /// What a kind of tool is called.
    pub(super) fn kind(self, kind: &ToolKey) -> String {
        self.0.with_untracked(|kit| name(&kit.words, kind).map_or_else(|| kind.to_string(), str::to_owned))
    }

    /// What was tapped, in the child's language.
    pub(super) fn tapped(self, tapped: &Tapped) -> String {
        self.0.with_untracked(|kit| tapped.words(&kit.words))
    }

    /// What a place of a tool says, where it says that.
    pub(super) fn place(self, template: &Template, place: &PlaceKey, part: &str) -> Option<String> {
        self.0.with_untracked(|kit| template.words(&kit.words, place, part).map(str::to_owned))
    }

    /// What a place of a tool is called.
    pub(super) fn label(self, template: &Template, place: &PlaceKey) -> String {
        self.place(template, place, "label").unwrap_or_else(|| place.to_string())
    }

    /// All tools, in the order they are offered.
    pub(super) fn templates(self) -> Vec<Template> {
        self.0.with_untracked(|kit| kit.templates.clone())
    }

    /// The template that a kind of tool is filled in on.
    pub(super) fn template(self, kind: &ToolKey) -> Option<Template> {
        self.0.with_untracked(|kit| kit.templates.iter().find(|template| template.kinds().contains(kind)).cloned())
    }

    /// What a cover over this tablet says.
    pub(super) fn cover(self) -> CoverWords {
        self.0.track();
        CoverWords {
            a_break: (self.say("cover.break_head"), self.say("cover.break_text")),
            away: (self.say("cover.away_head"), self.say("cover.away_text")),
            more: self.say("cover.break_more"),
            back: self.say("cover.back"),
        }
    }

    /// What a locked cover over this tablet says beside.
    pub(super) fn lock(self) -> LockWords {
        self.0.track();
        LockWords {
            keys: self.say("own.numbers_head"),
            last_back: self.say("own.last_back"),
            wrong: self.say("own.numbers_wrong"),
        }
    }

    /// What it says about its connection.
    pub(super) fn link(self) -> LinkWords {
        self.0.track();
        LinkWords {
            connecting: self.say("link.connecting"),
            connected: self.say("link.connected"),
            sending: self.say("link.sending"),
            apart: self.say("link.apart"),
            unsent: self.say("link.unsent"),
            closed: self.say("link.closed"),
            apart_text: self.say("link.apart_text"),
            unsent_text: self.say("link.unsent_text"),
            too_old_text: self.say("link.too_old_text"),
            not_taken: self.say("link.not_taken"),
            renewed_text: None,
        }
    }
}

/// A day in numbers, which every language here reads: 25/09/2026.
pub(super) fn in_numbers(day: jiff::civil::Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
