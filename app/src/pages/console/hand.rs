//! What this console has in hand: which column lies open, which line, what is asked, what was begun and not finished.
//!
//! Deliberately not here: anything others should see. That is sent as a command; the rest stays on this device.

use std::collections::BTreeMap;

use board::command::Command;
use board::framework::Look;
use board::id::{CardId, ColumnKey, ConferenceId, EntryId, OfferId, PhaseKey, SeatId, SectionKey};
use board::seat::Showing;
use board::view::{CardView, ColumnView, View};
use leptos::prelude::*;

use super::lift::Lifted;
use crate::given::DrawnNow;
use crate::live::{Live, Refused};

/// A question the console asks in a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Asking {
    /// Why a required phase is left out.
    Reason(PhaseKey),
    /// Where a line goes.
    MoveTo(CardId),
    /// Which line it belongs with.
    GroupWith(CardId),
    /// Who said it, about whom, and who may know it.
    About(CardId),
    /// What was done about a child's words.
    Answer(EntryId),
    /// What has to be told of a child's words to keep somebody safe.
    KeepSafe(EntryId),
    /// Who somebody in the lobby is.
    LetIn(SeatId),
    /// Where an offered line goes.
    TakeOffer(OfferId),
    /// Where a line is.
    Find,
    /// How people join, and how a wall does.
    Door,
    /// Lines that were taken off the board.
    Removed,
    /// Whether words that hold something can go to those who would read them.
    LookAgain,
    /// Why it is decided before a child's words have been on the wall.
    ChildsView(PhaseKey),
}

/// A drawer at the foot of the console.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawer {
    /// The children's tools.
    Tools,
    /// Numbers.
    Scale,
    /// The plan.
    Plan,
    /// Decisions and views.
    Decide,
}

/// Words for a line that are not on the board yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// The words the line had when the writing began.
    pub(super) was: String,
    /// The words now in the box.
    pub(super) words: String,
    /// Somebody else's words, where they changed the line meanwhile.
    pub(super) theirs: Option<String>,
}

/// What this console has in hand. A handle: all copies are the same hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hand {
    /// The connection; kept apart so that the handle stays small.
    live: StoredValue<Live>,
    /// Which conference it is.
    pub(super) conference: StoredValue<ConferenceId>,
    /// Whether it is the chair's; the minute taker writes and does not direct.
    pub(super) chair: Memo<bool>,
    /// The column the chair went to; nothing to follow the phase.
    chosen: RwSignal<Option<ColumnKey>>,
    /// The column that lies open.
    pub(super) column: Memo<Option<ColumnView>>,
    /// The line the keys are about.
    pub(super) current: RwSignal<Option<CardId>>,
    /// The line whose menu is open.
    pub(super) menu: RwSignal<Option<CardId>>,
    /// The line that is being carried to another place.
    pub(super) lifted: RwSignal<Option<Lifted>>,
    /// The line whose words are being changed.
    pub(super) editing: RwSignal<Option<CardId>>,
    /// Changed words that are not on the board yet.
    pub(super) drafts: RwSignal<BTreeMap<CardId, Draft>>,
    /// What is asked in a dialog.
    pub(super) asking: RwSignal<Option<Asking>>,
    /// The drawer that is open.
    pub(super) drawer: RwSignal<Option<Drawer>>,
    /// The lines the next line of the plan answers.
    pub(super) answers: RwSignal<Vec<CardId>>,
    /// What holds something its readers may not know, until it is changed, shared with fewer or said to be right.
    pub(super) again: RwSignal<Vec<Refused>>,
    /// What the server draws for this console.
    pub(super) drawn: RwSignal<DrawnNow>,
    /// What a screen reader is told.
    pub(super) said: RwSignal<String>,
}

impl Hand {
    /// An empty hand at a conference, with a column open where the address names one.
    pub(super) fn new(live: Live, conference: ConferenceId, column: Option<ColumnKey>, drawn: DrawnNow) -> Self {
        let chosen = RwSignal::new(column);
        Self {
            live: StoredValue::new(live),
            conference: StoredValue::new(conference),
            chair: Memo::new(move |_| live.view.with(|view| view.desk.as_ref().is_some_and(|desk| desk.chair))),
            chosen,
            column: Memo::new(move |_| live.view.with(|view| chosen.with(|chosen| open_column(view, chosen.as_ref())))),
            current: RwSignal::new(None),
            menu: RwSignal::new(None),
            lifted: RwSignal::new(None),
            editing: RwSignal::new(None),
            drafts: RwSignal::new(BTreeMap::new()),
            asking: RwSignal::new(None),
            drawer: RwSignal::new(None),
            answers: RwSignal::new(Vec::new()),
            again: RwSignal::new(Vec::new()),
            drawn: RwSignal::new(drawn),
            said: RwSignal::new(String::new()),
        }
    }

    /// The connection.
    pub(super) fn live(self) -> Live {
        self.live.get_value()
    }

    /// Sends a command.
    pub(super) fn send(self, command: Command) {
        self.live().send(command);
    }

    /// Opens a column, or follows the phase again.
    pub(super) fn go_to(self, column: Option<ColumnKey>) {
        self.chosen.set(column);
    }

    /// The line with this id, while it is on the board.
    pub(super) fn card(self, card: CardId) -> Memo<Option<CardView>> {
        let live = self.live();
        Memo::new(move |_| live.view.with(|view| view.cards.get(&card).cloned()))
    }

    /// Puts the focus on a line, going to its column first where it is in another.
    pub(super) fn focus(self, card: &CardId) {
        let column = self.live().view.with_untracked(|view| column_of(view, card));
        let open = self.column.with_untracked(|open| open.as_ref().map(|column| column.key.clone()));
        if column.is_some() && column != open {
            self.chosen.set(column);
        }
        self.keep_focus(card);
    }

    /// Opens the column that a carried line would stand in, and keeps the focus on the line.
    pub(super) fn follow(self, lifted: &Lifted) {
        let column =
            self.live().view.with_untracked(|view| column_with(view, &lifted.section).map(|column| column.key.clone()));
        self.chosen.set(column);
        self.keep_focus(&lifted.card);
    }

    /// Puts the focus on a line as soon as the list is drawn again: before the next key is heard, so that a quick hand loses none.
    pub(super) fn keep_focus(self, card: &CardId) {
        self.current.set(Some(card.clone()));
        let id = element_id(card);
        leptos::task::spawn_local(async move {
            leptos::task::tick().await;
            focus_element(&id);
        });
    }

    /// Begins to change the words of a line; words begun earlier are still there.
    pub(super) fn edit(self, card: CardId) {
        let now = self.live().view.with_untracked(|view| view.cards.get(&card).filter(|card| !card.fixed).cloned());
        let Some(now) = now else {
            return;
        };
        self.drafts.update(|drafts| {
            drafts.entry(card.clone()).or_insert(Draft { was: now.words.clone(), words: now.words, theirs: None });
        });
        self.editing.set(Some(card));
    }
}

/// The page's element for a line.
pub(super) fn element_id(card: &CardId) -> String {
    format!("card-{card}")
}

/// Puts the focus on an element, when it is there.
pub(super) fn focus_element(id: &str) {
    use leptos::wasm_bindgen::JsCast;
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// The column that holds a section.
pub(super) fn column_with<'a>(view: &'a View, section: &SectionKey) -> Option<&'a ColumnView> {
    view.head.columns.iter().find(|column| column.sections.iter().any(|other| other.key == *section))
}

/// The column a line is in.
fn column_of(view: &View, card: &CardId) -> Option<ColumnKey> {
    let card = view.cards.get(card)?;
    column_with(view, &card.section).map(|column| column.key.clone())
}

/// The column the chair went to, else the one on the wall or what the plan grows from, else the first.
fn open_column(view: &View, chosen: Option<&ColumnKey>) -> Option<ColumnView> {
    let on_wall = || match &view.stage.showing {
        Showing::Column(column) => view.column(column),
        Showing::Plan => view.head.columns.iter().find(|column| column.look == Look::Change),
        Showing::Overview | Showing::Tool(_) | Showing::Decisions => None,
    };
    let column = chosen.and_then(|key| view.column(key)).or_else(on_wall);
    column.or_else(|| view.head.columns.first()).cloned()
}
