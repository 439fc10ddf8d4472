//! What this device has asked for and the server has not confirmed, and what stands in its boxes, kept while its page is
//! loaded again.
//!
//! Deliberately not readable without the server: it lies sealed, and the key comes over the connection of whoever is in.
//! Deliberately not here: what becomes of it then (that is `board::replica`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use board::replica::Returned;
use leptos::task::spawn_local;

use super::Draft;
use super::sealed::{Key, Place};

/// After how long something is not sent by itself any more, in milliseconds: an hour later the conference is somewhere else,
/// and whoever wrote it may have written it again.
const LONG_AGO: f64 = 3_600_000.0;

/// What one connection keeps.
pub(super) struct Kept {
    address: String,
    /// Whose key it is, and the key and the place once what lay there was looked at. Before that nothing is written over it.
    whose: RefCell<Option<String>>,
    open: RefCell<Option<Rc<(Key, Place)>>>,
    /// What lies there by now, or is being sealed, without when.
    written: RefCell<String>,
    /// Counts what was to be kept, so that only the newest is.
    turn: Cell<u32>,
}

/// What was found of the time before the page was loaded again.
#[derive(Default)]
pub(super) struct Found {
    /// What had been asked for.
    pub(super) returned: Vec<Returned>,
    /// Whether it is from so long ago that it is not sent by itself.
    pub(super) is_from_long_ago: bool,
    /// What stood in boxes.
    pub(super) drafts: Vec<Draft>,
}

impl Kept {
    /// For the connection to this address.
    pub(super) fn of(address: &str) -> Rc<Self> {
        let (whose, open, written) = (RefCell::new(None), RefCell::new(None), RefCell::default());
        Rc::new(Self { address: address.to_owned(), whose, open, written, turn: Cell::new(0) })
    }

    /// Whether the key is not the one that this page began with: somebody else has come in on this page.
    pub(super) fn is_somebody_elses(&self, key: &str) -> bool {
        self.whose.borrow().as_ref().is_some_and(|whose| whose != key)
    }

    /// Takes the key, and calls `then` with what was kept before the page was loaded again. A browser that can seal nothing has
    /// kept nothing.
    pub(super) fn open(self: &Rc<Self>, hex: String, place: &str, then: impl FnOnce(Found) + 'static) {
        if self.whose.borrow().is_some() {
            return;
        }
        self.whose.replace(Some(hex.clone()));
        let (this, place) = (Rc::clone(self), Place::of(&self.address, place));
        spawn_local(async move {
            let mut found = Found::default();
            if let Ok(key) = Key::take(&hex).await {
                if let Some(kept) = place.read()
                    && let Ok(text) = key.open(&kept).await
                    && let Some((at, written)) = text.split_once('\n')
                {
                    found = read(written);
                    found.is_from_long_ago = at < before(LONG_AGO).as_str();
                    this.written.replace(written.to_owned());
                }
                this.open.replace(Some(Rc::new((key, place))));
            }
            then(found);
        });
    }

    /// Keeps what is not confirmed and what stands in boxes now, in the place of what was kept before. What was sent and still
    /// stands in its box is kept once.
    pub(super) fn keep(self: &Rc<Self>, unsent: &[Returned], drafts: Vec<Draft>) {
        let now = write(unsent, &once(unsent, drafts));
        if *self.written.borrow() != now {
            self.seal(now, || ());
        }
    }

    /// The same for the last time, before the page is loaded again, which is for `then` to do.
    pub(super) fn keep_and(self: &Rc<Self>, unsent: &[Returned], drafts: Vec<Draft>, then: impl FnOnce() + 'static) {
        self.seal(write(unsent, &once(unsent, drafts)), then);
    }

    fn seal(self: &Rc<Self>, now: String, then: impl FnOnce() + 'static) {
        let Some(open) = self.open.borrow().clone() else { return then() };
        self.written.replace(now.clone());
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        let this = Rc::clone(self);
        spawn_local(async move {
            let (key, place) = &*open;
            let sealed = match now.as_str() {
                "" => None,
                now => key.seal(&format!("{}\n{now}", before(0.0))).await.ok(),
            };
            // Where there is no room for all of it, nothing stays: half of it would be sent again without the rest.
            if this.turn.get() == turn && !place.write(sealed.as_deref()) {
                this.written.take();
            }
            then();
        });
    }
}

/// What stands in boxes and was not sent from there.
fn once(unsent: &[Returned], mut drafts: Vec<Draft>) -> Vec<Draft> {
    drafts.retain(|draft| {
        let words = quoted(&draft.words);
        !unsent.iter().any(|unsent| unsent.frame.contains(&words))
    });
    drafts
}

/// So many milliseconds ago, as a text that can be compared: `2026-09-24T13:30:00.000Z`.
fn before(milliseconds: f64) -> String {
    js_sys::Date::new(&(js_sys::Date::now() - milliseconds).into()).to_iso_string().into()
}

/// A line for each: what was asked for as its id and its frame, what stands in a box as nothing, its place and its words. No
/// frame has a line's end or a tab in it, and words are written as a frame writes them.
fn write(unsent: &[Returned], drafts: &[Draft]) -> String {
    let unsent = unsent.iter().map(|Returned { id, frame }| format!("{id}\t{frame}\n"));
    let drafts = drafts.iter().map(|Draft { place, words }| format!("\t{place}\t{}\n", quoted(words)));
    unsent.chain(drafts).collect()
}

fn read(written: &str) -> Found {
    let mut found = Found::default();
    for (id, rest) in written.lines().filter_map(|line| line.split_once('\t')) {
        if let Ok(id) = id.parse() {
            found.returned.push(Returned { id, frame: rest.to_owned() });
        } else if let Some((place, words)) = rest.split_once('\t')
            && let Ok(words) = board::lean::read(words)
        {
            found.drafts.push(Draft { place: place.to_owned(), words });
        }
    }
    found
}

fn quoted(words: &str) -> String {
    serde_json::to_string(words).unwrap_or_default()
}
