//! A client's copy of its view: what the server has confirmed, and what this device has asked for since.
//!
//! Deliberately not here: sockets and signals. This is the part of the browser's code that can be tested without one.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::command::Command;
use crate::id::CommandId;
use crate::rejection::Rejection;
use crate::view::View;
use crate::wire::FromServer;

#[cfg_attr(not(feature = "desk"), path = "replica/wait.rs")]
mod predict;

/// A command the server has not confirmed yet.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Pending {
    /// Its id, kept however often it is sent.
    pub id: CommandId,
    /// The command.
    pub command: Arc<Command>,
}

/// A command that was asked for before this page was loaded again, as the frame that says it. It is sent as it was: nobody
/// reads it any more but the server, which carries it out once, however often it comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The command's id.
    pub id: CommandId,
    /// The frame.
    pub frame: String,
}

/// What a frame from the server means for the device.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// The view is newer.
    Fresh,
    /// A command was not carried out.
    Refused {
        /// The command.
        command: Arc<Command>,
        /// Why, where this program can tell.
        why: Option<Rejection>,
        /// The same in plain words.
        message: String,
    },
    /// A command from before the page was loaded again was not carried out.
    ReturnedRefused {
        /// The command.
        returned: Returned,
        /// Why, in plain words.
        message: String,
    },
    /// A command must be sent again in a while.
    SendAgain,
    /// The key to what this device keeps, and where it lies.
    Key {
        /// The key, in hexadecimal.
        key: String,
        /// The name of the place.
        place: String,
    },
    /// The thread is lost: ask for the whole view.
    Resync,
    /// The page is older than the server: load it again when nothing is lost by it.
    Renewed,
    /// Nothing changed.
    Nothing,
}

/// A client's copy of its view.
#[derive(Debug, Clone)]
pub struct Replica {
    /// The revision of the confirmed view.
    rev: u32,
    /// What the server has confirmed.
    confirmed: View,
    /// What this device has asked for since, oldest first.
    pending: VecDeque<Pending>,
    /// What it had asked for before its page was loaded again, oldest first.
    returned: Vec<Returned>,
}

impl Replica {
    /// A copy that begins with a view the page came with. Its revision is unknown, so the first frame is a snapshot.
    pub fn new(view: View) -> Self {
        Self { rev: 0, confirmed: view, pending: VecDeque::new(), returned: Vec::new() }
    }

    /// Commands not yet confirmed, oldest first; all are to be sent again after a reconnect.
    pub fn pending(&self) -> impl ExactSizeIterator<Item = &Pending> {
        self.pending.iter()
    }

    /// Takes up what was kept while the page was loaded again.
    pub fn take_back(&mut self, returned: Vec<Returned>) {
        self.returned.extend(returned);
    }

    /// What was kept while the page was loaded again and is not confirmed, oldest first; to be sent before everything else.
    pub fn returned(&self) -> &[Returned] {
        &self.returned
    }

    /// How many commands are not confirmed.
    pub fn waiting(&self) -> usize {
        self.returned.len() + self.pending.len()
    }

    /// Takes up a command of this device.
    pub fn push(&mut self, pending: Pending) {
        self.pending.push_back(pending);
    }

    /// Gives up the oldest command that is not confirmed: the one that the server could not read. It takes one after another
    /// and answers each, so all before it are confirmed or refused.
    pub fn give_up_oldest(&mut self) -> Option<Arc<Command>> {
        self.pending.pop_front().map(|pending| pending.command)
    }

    /// The same for what was asked for before the page was loaded again, which is sent first.
    pub fn give_up_oldest_returned(&mut self) -> Option<Returned> {
        (!self.returned.is_empty()).then(|| self.returned.remove(0))
    }

    /// What the server has confirmed.
    pub fn confirmed(&self) -> &View {
        &self.confirmed
    }

    /// The confirmed view with what this device has asked for since.
    pub fn shown(&self) -> View {
        let mut view = self.confirmed.clone();
        for pending in &self.pending {
            predict::predict(&mut view, &pending.command);
        }
        view
    }

    /// Whether a card is still only on this device.
    pub fn is_unsent(&self, card: &crate::id::CardId) -> bool {
        self.pending.iter().any(|pending| predict::touches(&pending.command, card))
    }

    /// Takes in a frame from the server.
    pub fn take_in(&mut self, frame: FromServer) -> Outcome {
        match frame {
            FromServer::Snapshot { rev, view } => {
                self.rev = rev;
                self.confirmed = *view;
                Outcome::Fresh
            }
            FromServer::Patch { base, .. } if base != self.rev => Outcome::Resync,
            FromServer::Patch { rev, patch, .. } => {
                self.rev = rev;
                self.confirmed.apply(*patch);
                Outcome::Fresh
            }
            FromServer::Done { id } => {
                self.pending.retain(|pending| pending.id != id);
                self.returned.retain(|returned| returned.id != id);
                Outcome::Fresh
            }
            FromServer::Rejected { id, why, message } => {
                if let Some(at) = self.returned.iter().position(|returned| returned.id == id) {
                    return Outcome::ReturnedRefused { returned: self.returned.remove(at), message };
                }
                let refused = self.pending.iter().position(|pending| pending.id == id);
                match refused.and_then(|at| self.pending.remove(at)) {
                    Some(pending) => Outcome::Refused { command: pending.command, why, message },
                    None => Outcome::Nothing,
                }
            }
            FromServer::Later { .. } => Outcome::SendAgain,
            FromServer::Key { key, place } => Outcome::Key { key, place },
            FromServer::Pong => Outcome::Nothing,
            FromServer::Renewed => Outcome::Renewed,
        }
    }
}
