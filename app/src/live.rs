//! The live connection of one page to one conference: what it shows, what it has sent, and how it stands.
//!
//! Deliberately not here: the socket itself (that is `socket`, in the browser only) and the merging of what was sent
//! with what came back (that is `board::replica`, tested without a browser).

use std::sync::Arc;

use board::command::Command;
use board::rejection::Rejection;
use board::view::View;
use leptos::prelude::*;

#[cfg(feature = "hydrate")]
mod clock;
mod draft;
mod id;
#[cfg(feature = "hydrate")]
mod kept;
#[cfg(feature = "hydrate")]
mod leaving;
#[cfg(feature = "hydrate")]
mod renewed;
#[cfg(feature = "hydrate")]
mod sealed;
#[cfg(feature = "hydrate")]
mod socket;
#[cfg(feature = "hydrate")]
mod words;

#[cfg(feature = "hydrate")]
pub use clock::{time_now, time_of, today};
pub use draft::Draft;
pub use id::new_id;

/// How the connection and the record stand, as the bar says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// The page is not alive yet.
    Still,
    /// Everything that was sent is stored; since when, once something was.
    Saved(Option<String>),
    /// Something is on its way.
    Saving,
    /// No connection; so many commands are kept on this device.
    Unsent(usize),
    /// The server ended the connection for good; the page must be loaded again.
    Ended,
}

/// A command that was not carried out, with what was in it kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The command.
    pub command: Arc<Command>,
    /// Why, where this program can tell.
    pub why: Option<Rejection>,
    /// The same in plain words.
    pub message: String,
}

/// Words from before the page was loaded again that were not taken then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotTaken {
    /// What somebody had written into it, text by text.
    pub words: Vec<String>,
    /// Why they were not taken, in plain words.
    pub message: String,
}

/// One page's live connection. A handle: all copies are the same connection.
#[derive(Debug, Clone, Copy)]
pub struct Live {
    /// What this seat sees, with what this device has asked for since.
    pub view: RwSignal<View>,
    /// How the connection stands.
    pub status: RwSignal<Status>,
    /// When the view was last fresh, as "14:03"; for a wall that has lost its connection.
    pub fresh_at: RwSignal<String>,
    /// The last command that was not carried out.
    pub refused: RwSignal<Option<Refused>>,
    /// What was asked for before the page was loaded again, and was not carried out.
    pub not_taken: RwSignal<Vec<NotTaken>>,
    /// Whether the server is newer than this page, which loads itself again when nothing unsent is on it.
    pub renewed: RwSignal<bool>,
    /// Whether the server does not understand this page any more; what it has not sent goes once it was loaded again.
    pub too_old: RwSignal<bool>,
    /// Whether the sign-in has ended, and the page waits until somebody has signed in again.
    pub signed_out: RwSignal<bool>,
    /// Cards of this device that are not stored yet.
    pub unsent: RwSignal<Vec<board::id::CardId>>,
    outbox: RwSignal<Vec<Arc<Command>>>,
    /// What stands in the boxes of this page.
    drafts: RwSignal<Vec<Draft>>,
    /// What stood in them before the page was loaded again, until its box takes it back.
    found: RwSignal<Vec<Draft>>,
}

impl Live {
    /// Opens the connection for a page that came with a view. On the server it stays still.
    ///
    /// `address` is the socket's path on this server; `heartbeat` is how often the page asks whether it is still
    /// connected, in seconds.
    pub fn open(view: View, address: String, heartbeat: u32) -> Self {
        let live = Self::of(view);
        // Effects run in the browser only, so the server draws the same still page that the browser takes over.
        #[cfg(feature = "hydrate")]
        Effect::new(move |_| socket::run(live, address.clone(), heartbeat));
        #[cfg(not(feature = "hydrate"))]
        let _ = (address, heartbeat);
        live
    }

    /// A connection to nothing: the page shows a view as it is, and what is asked for goes nowhere.
    #[cfg(feature = "eyes")]
    pub fn still(view: View) -> Self {
        let live = Self::of(view);
        // As it is with whoever's screen this is; before the page is alive nobody's says anything yet.
        Effect::new(move |_| live.status.set(Status::Saved(None)));
        live
    }

    fn of(view: View) -> Self {
        Self {
            view: RwSignal::new(view),
            status: RwSignal::new(Status::Still),
            fresh_at: RwSignal::new(String::new()),
            refused: RwSignal::new(None),
            not_taken: RwSignal::new(Vec::new()),
            renewed: RwSignal::new(false),
            too_old: RwSignal::new(false),
            signed_out: RwSignal::new(false),
            unsent: RwSignal::new(Vec::new()),
            outbox: RwSignal::new(Vec::new()),
            drafts: RwSignal::new(Vec::new()),
            found: RwSignal::new(Vec::new()),
        }
    }

    /// Sends a command. It is shown here at once and counts as saved only when the server has said so.
    pub fn send(&self, command: Command) -> Arc<Command> {
        let command = Arc::new(command);
        self.outbox.update(|outbox| outbox.push(Arc::clone(&command)));
        command
    }
}
