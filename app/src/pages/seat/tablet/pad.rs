//! What lies on a child's tablet: which tool is open and where, who holds the pen, and what is being written.
//!
//! Deliberately not here: keeping anything on the device after the page is closed. A tablet is shared.

use std::collections::BTreeMap;

use board::command::Command;
use board::id::{EntryId, PlaceKey, ToolId, ToolKey};
use board::tool::{Pen, Tool};
use board::toolkit::{AgeBand, AnswerKind, Artwork, Place, Template};
use board::view::ChildView;
use leptos::prelude::*;

use super::draft::Draft;
use super::own::{Stage, Way, board_of};
use super::say::Say;
use super::step::Step;
use super::waiting::{Shown, Waiting};
use crate::given::Kit;
use crate::here::asked;
use crate::live::Live;

/// What the tablet shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Screen {
    /// The child's tools, and those that could be begun.
    Choose,
    /// Who is here, before anything is said in a tool of this kind.
    Begin(ToolKey),
    /// Light, and the size of letters.
    Look,
    /// The tool, with one place open.
    Open,
    /// Putting words into the open place.
    Words,
    /// Drawing.
    Draw,
    /// Taking a photo.
    Photo,
    /// Choosing who can know.
    Slip(About),
    /// Choosing who can know everything that has no choice yet.
    SlipForMany(Vec<EntryId>),
    /// Thank you.
    Finished,
    /// A screen of the child's own conference, around its board.
    Own(Stage),
}

/// What a choice is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum About {
    /// What is being put into the open place.
    New,
    /// What was given before.
    Given(EntryId),
}

/// What lies on the tablet. A handle: all copies are the same tablet.
#[derive(Clone, Copy)]
pub(super) struct Pad {
    /// The page's connection.
    pub(super) live: Live,
    /// What it says, and in which language.
    pub(super) say: Say,
    /// The child's own conference, where there is one.
    pub(super) way: Way,
    /// Whose tablet it is.
    pub(super) child: StoredValue<ChildView>,
    /// About how old the child is.
    pub(super) age: AgeBand,
    /// The open tool, as the address says; the child's only one where it says none.
    pub(super) tool: Memo<Option<Tool>>,
    /// What that tool is filled in on.
    pub(super) template: Memo<Option<Template>>,
    /// The open place, as the address says; the first where it says none.
    pub(super) open: Memo<Option<Place>>,
    /// What it shows.
    pub(super) shown: Memo<Screen>,
    /// Who holds the pen.
    pub(super) pen: RwSignal<Pen>,
    /// The adult who writes, when one does.
    pub(super) scribe: RwSignal<String>,
    /// What this tablet has sent and the record does not have yet.
    pub(super) waiting: Waiting,
    screen: RwSignal<Screen>,
    drafts: StoredValue<BTreeMap<(ToolId, PlaceKey), Draft>>,
    owner: StoredValue<Option<Owner>>,
    moved: StoredValue<bool>,
}

impl Pad {
    /// A tablet as it is handed over: with the child's tool open where there is one, else with the choice.
    pub(super) fn new(live: Live, child: ChildView, age: AgeBand, kit: Kit) -> Self {
        let query = asked();
        let say = Say::new(kit);
        let waiting = Waiting::new(live);
        let owner = child.id.clone();
        let way = Way::new(live, child.id.clone());
        let tool = Memo::new(move |_| {
            let asked_for = query.with(|query| query.get("tool"));
            let mut own = live.view.with(|view| {
                let own = view.tools.values().map(|view| &view.tool).filter(|tool| tool.child == owner);
                own.cloned().collect::<Vec<_>>()
            });
            own.extend(
                waiting.tools().into_iter().filter(|new| own.iter().all(|tool| tool.id != new.id)).collect::<Vec<_>>(),
            );
            match asked_for {
                Some(id) => own.into_iter().find(|tool| tool.id.as_str() == id),
                None => board_of(way.own().as_ref(), &own).or_else(|| own.pop().filter(|_| own.is_empty())),
            }
        });
        let template = Memo::new(move |_| tool.with(|tool| tool.as_ref().and_then(|tool| say.template(&tool.kind))));
        let open = Memo::new(move |_| {
            let asked_for = query.with(|query| query.get("place"));
            template.with(|template| {
                let places = &template.as_ref()?.places;
                let found = places.iter().find(|place| Some(place.key.as_str()) == asked_for.as_deref());
                found.or_else(|| places.first()).cloned()
            })
        });
        // Whoever comes back from behind their numbers chooses numbers anew.
        let numbers = asked().with_untracked(|asked| asked.get("numbers").is_some());
        let screen = RwSignal::new(if numbers { Screen::Own(Stage::Numbers) } else { Screen::Open });
        let unexplained = Memo::new(move |_| {
            let own = way.own().filter(|own| own.understood.is_none());
            tool.with(|tool| tool.as_ref().zip(own.as_ref()).is_some_and(|(tool, own)| own.tool == tool.id))
        });
        let shown = Memo::new(move |_| match screen.get() {
            screen @ (Screen::Choose | Screen::Begin(_) | Screen::Look) => screen,
            _ if open.with(Option::is_none) => Screen::Choose,
            // Nothing is asked before it was said what can be kept and what not.
            Screen::Open if unexplained.get() => Screen::Own(Stage::Limits),
            screen @ (Screen::Open
            | Screen::Words
            | Screen::Draw
            | Screen::Photo
            | Screen::Slip(_)
            | Screen::SlipForMany(_)
            | Screen::Finished
            | Screen::Own(_)) => screen,
        });
        let pad = Self {
            live,
            say,
            way,
            child: StoredValue::new(child),
            age,
            tool,
            template,
            open,
            shown,
            pen: RwSignal::new(Pen::Child),
            scribe: RwSignal::new(
                tool.with_untracked(|tool| tool.as_ref().and_then(|tool| tool.done_with.clone()).unwrap_or_default()),
            ),
            waiting,
            screen,
            drafts: StoredValue::new(BTreeMap::new()),
            owner: StoredValue::new(Owner::current()),
            moved: StoredValue::new(false),
        };
        pad.take_refused_words_back();
        pad.follow_the_address();
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

    /// Whether everything is bigger, and one thing on a screen.
    pub(super) fn is_young(self) -> bool {
        match self.age {
            AgeBand::Baby | AgeBand::UnderEight => true,
            AgeBand::EightToEleven | AgeBand::TwelveAndOver => false,
        }
    }

    /// Whether the open tool is one place on a screen, and who can know is chosen at the end.
    pub(super) fn in_pages(self) -> bool {
        self.template.with(|template| template.as_ref().is_some_and(|template| template.artwork == Artwork::Pages))
    }

    /// The address of a place in the open tool.
    pub(super) fn address(self, place: &PlaceKey) -> String {
        self.tool.with_untracked(|tool| {
            tool.as_ref().map_or_else(String::new, |tool| self.address_in(&tool.id, Some(place)))
        })
    }

    /// The address of a tool, at its beginning or at a place.
    pub(super) fn address_in(self, tool: &ToolId, place: Option<&PlaceKey>) -> String {
        let place = place.map_or_else(String::new, |place| format!("&place={place}"));
        format!("/seat?language={}&tool={tool}{place}", self.say.tag())
    }

    /// What is being put into the open place.
    pub(super) fn draft(self) -> Option<Draft> {
        let (tool, place) =
            (self.tool_id()?, self.open.with_untracked(|open| open.as_ref().map(|open| open.key.clone()))?);
        Some(self.draft_of(tool, place))
    }

    /// What is being put into a place.
    fn draft_of(self, tool: ToolId, place: PlaceKey) -> Draft {
        let key = (tool, place);
        if let Some(draft) = self.drafts.with_value(|drafts| drafts.get(&key).copied()) {
            return draft;
        }
        let draft = self.own(Draft::new);
        self.own(|| self.live.keep_draft(format!("{} {}", key.0, key.1), draft.words));
        self.drafts.update_value(|drafts| {
            drafts.insert(key, draft);
        });
        draft
    }

    /// Makes something that belongs to the tablet, not to the screen that asked for it first.
    pub(super) fn own<T>(self, make: impl FnOnce() -> T) -> T {
        match self.owner.get_value() {
            Some(owner) => owner.with(make),
            None => make(),
        }
    }

    /// Everything that is being written anywhere.
    pub(super) fn drafts(self) -> Vec<Draft> {
        self.drafts.with_value(|drafts| drafts.values().copied().collect())
    }

    /// Sends what the child did, and remembers it until the record has it.
    pub(super) fn send(self, step: Step) {
        self.live.send(step.command());
        self.waiting.add(step);
    }

    /// The tool the child's words go into.
    pub(super) fn tool_id(self) -> Option<ToolId> {
        self.tool.with_untracked(|tool| tool.as_ref().map(|tool| tool.id.clone()))
    }

    /// What was put into a place, oldest first.
    pub(super) fn entries(self, place: &PlaceKey) -> Vec<Shown> {
        self.all().into_iter().filter(|shown| shown.entry.place == *place).collect()
    }

    /// What was put into the open tool, oldest first.
    pub(super) fn all(self) -> Vec<Shown> {
        self.tool.with(|tool| tool.as_ref().map(|tool| self.waiting.entries(self.live, tool)).unwrap_or_default())
    }

    /// One thing the child said.
    pub(super) fn entry(self, id: &EntryId) -> Option<Shown> {
        self.all().into_iter().find(|shown| shown.id == *id)
    }

    /// Who writes when the child does not, for the words on the screen.
    pub(super) fn scribe_name(self) -> String {
        let scribe = self.scribe.get();
        if scribe.trim().is_empty() { self.say.say("pen.grown_up") } else { scribe }
    }

    /// Words the record could not take go back into their place's box, so that nothing the child said is lost.
    fn take_refused_words_back(self) {
        Effect::new(move |_| {
            let Some(refused) = self.live.refused.get() else { return };
            let Command::GiveEntry { tool, entry } = &*refused.command else { return };
            let draft = self.draft_of(tool.clone(), entry.place.clone());
            if draft.words.with_untracked(String::is_empty) {
                draft.words.set(entry.words.clone());
            }
        });
    }

    /// Another address is another place, or another language.
    fn follow_the_address(self) {
        Effect::new(move |before: Option<(Option<ToolId>, Option<PlaceKey>)>| {
            let tool = self.tool.with(|tool| tool.as_ref().map(|tool| tool.id.clone()));
            let place = self.open.with(|open| open.as_ref().map(|open| open.key.clone()));
            if before.is_some_and(|before| before != (tool.clone(), place.clone())) {
                let seen = self
                    .open
                    .with_untracked(|open| open.as_ref().is_some_and(|open| open.answer == AnswerKind::Observation));
                self.pen.set(if seen { Pen::Seen } else { Pen::Child });
                self.go(Screen::Open);
            }
            (tool, place)
        });
        #[cfg(feature = "hydrate")]
        {
            let query = asked();
            Effect::new(move |_| {
                let Some(wanted) = query.with(|query| query.get("language")) else { return };
                if wanted == self.say.tag() {
                    return;
                }
                leptos::task::spawn_local(async move {
                    // Without an answer everything stays as it is, in the language it was in.
                    if let Ok(kit) = crate::given::ask(&format!("/given/kit/{wanted}")).await {
                        self.say.change(kit);
                    }
                });
            });
        }
    }
}
