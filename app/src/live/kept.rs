//! What this device has asked for and the server has not confirmed, kept while its page is loaded again.
//!
//! Deliberately not readable without the server: it lies sealed, and the key comes over the connection of whoever is in.
//! Deliberately not here: what becomes of it then (that is `board::replica`).

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use board::id::CommandId;
use board::replica::Returned;
use leptos::task::spawn_local;

use super::sealed::{Kept as Sealed, Key, Place};

/// After how long something is not sent by itself any more, in milliseconds: an hour later the conference is somewhere else,
/// and whoever wrote it may have written it again.
const LONG_AGO: f64 = 3_600_000.0;

/// What one connection keeps.
pub(super) struct Kept {
    address: String,
    /// Whose key it is, and the key and the place once what lay there was looked at. Before that nothing is written over it.
    whose: RefCell<Option<String>>,
    open: RefCell<Option<Rc<(Key, Place)>>>,
    /// What is kept by now, or is being sealed.
    ids: RefCell<Vec<CommandId>>,
    /// Counts what was to be kept, so that only the newest is.
    turn: Cell<u32>,
}

/// What was found of the time before the page was loaded again.
pub(super) struct Found {
    /// What it was.
    pub(super) returned: Vec<Returned>,
    /// Whether it is from so long ago that it is not sent by itself.
    pub(super) is_from_long_ago: bool,
}

impl Kept {
    /// For the connection to this address.
    pub(super) fn of(address: &str) -> Rc<Self> {
        let (whose, open, ids) = (RefCell::new(None), RefCell::new(None), RefCell::new(Vec::new()));
        Rc::new(Self { address: address.to_owned(), whose, open, ids, turn: Cell::new(0) })
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
            let mut found = Found { returned: Vec::new(), is_from_long_ago: false };
            if let Ok(key) = Key::take(&hex).await {
                if let Some(kept) = place.read()
                    && let Ok(kept) = key.open(&kept).await
                {
                    found.is_from_long_ago = js_sys::Date::now() - kept.at > LONG_AGO;
                    found.returned = kept.unsent;
                }
                this.ids.replace(found.returned.iter().map(|returned| returned.id.clone()).collect());
                this.open.replace(Some(Rc::new((key, place))));
            }
            then(found);
        });
    }

    /// Keeps what is not confirmed now, in the place of what was kept before.
    pub(super) fn keep(self: &Rc<Self>, unsent: Vec<Returned>) {
        let Some(open) = self.open.borrow().clone() else { return };
        let ids: Vec<CommandId> = unsent.iter().map(|unsent| unsent.id.clone()).collect();
        if self.ids.replace(ids.clone()) == ids {
            return;
        }
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        let this = Rc::clone(self);
        spawn_local(async move {
            let (key, place) = &*open;
            let sealed =
                if unsent.is_empty() { None } else { key.seal(&Sealed { at: js_sys::Date::now(), unsent }).await.ok() };
            // Where there is no room for all of it, nothing stays: half of it would be sent again without the rest.
            if this.turn.get() == turn && !place.write(sealed.as_deref()) {
                this.ids.take();
            }
        });
    }

    /// Forgets what it could read, and keeps nothing more. What was never opened stays sealed for whoever it is from.
    pub(super) fn forget(&self) {
        self.turn.set(self.turn.get().wrapping_add(1));
        if let Some(open) = self.open.take() {
            open.1.write(None);
        }
    }
}
