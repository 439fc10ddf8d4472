//! What is said over the socket: a handful of frames each way, in JSON.
//!
//! Deliberately not here: who somebody is. That comes from the cookie the socket was opened with, never from a frame.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::command::Command;
use crate::id::CommandId;
use crate::rejection::Rejection;
use crate::view::{Patch, View};

/// Counts up when frames change so that an old page cannot go on with a new server; also when a view may hold what it never held.
/// 2: what changed in a list is told, not the list. 3: the wall shows the plan and the decisions.
pub const PROTOCOL: u16 = 3;

/// The longest frame a client may send, in bytes. Longer than what anybody pastes by mistake: words that are too long for a
/// line are refused in words, but a frame that is too long ends the connection, and its sender would send it again for ever.
pub const LONGEST_FRAME: usize = 1024 * 1024;

/// How often a client says that it is there, in seconds.
pub const HEARTBEAT_SECONDS: u32 = 5;

/// From the browser.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "frame", rename_all = "snake_case", deny_unknown_fields)]
pub enum FromClient {
    /// The first frame.
    Hello {
        /// The protocol the page speaks.
        protocol: u16,
        /// Of which build the page is; a program that is no page has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        build: Option<String>,
    },
    /// A command, with the id it keeps however often it is sent.
    Command {
        /// Its id.
        id: CommandId,
        /// The command.
        command: Arc<Command>,
    },
    /// The client has lost the thread and asks for the whole view.
    Resync,
    /// Am I still connected?
    Ping,
}

/// From the server. Named from outside, so that the browser reads a view straight from the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FromServer {
    /// The whole view.
    Snapshot {
        /// The audience's own count of changes.
        rev: u32,
        /// The view.
        view: Box<View>,
    },
    /// What changed since the revision `base`.
    Patch {
        /// The revision it changes.
        base: u32,
        /// The revision it makes.
        rev: u32,
        /// The difference.
        patch: Box<Patch>,
    },
    /// The key to what this device keeps of itself until it is stored; with it a page that was loaded again finds that.
    Key {
        /// 32 bytes in hexadecimal. Nobody else is given them, and no device keeps them.
        key: String,
        /// The name of the place where it lies: on a device that is shared, everybody has their own. It tells nothing of the key.
        place: String,
    },
    /// A command of this connection is stored, and the view that was sent holds its effect.
    Done {
        /// The command.
        id: CommandId,
    },
    /// A command was not carried out.
    Rejected {
        /// The command.
        id: CommandId,
        /// Why; a program that shows only the message does not read it.
        #[cfg_attr(not(feature = "desk"), serde(skip_deserializing))]
        why: Option<Rejection>,
        /// The same in plain words.
        message: String,
    },
    /// A command could not be taken in now; it is to be sent again, with the same id.
    Later {
        /// The command.
        id: CommandId,
    },
    /// Yes.
    Pong,
    /// The page is of another build than the server. All goes on; the page loads itself again when nobody minds.
    Renewed,
}

/// Why the server closed a socket; the browser does something different for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Close {
    /// The page is too old for the server: reload it.
    Protocol,
    /// Not signed in, or no longer.
    SignedOut,
    /// The seat was closed or given to somebody else: load the page again.
    SeatClosed,
    /// Nothing of the conference is for this seat just now: load the page again, which lets go of everything it held.
    Paused,
    /// The frame could not be read.
    Malformed,
    /// The server is going away for a moment: connect again.
    Restarting,
}

impl Close {
    /// The code on the wire.
    pub fn code(self) -> u16 {
        match self {
            Self::Protocol => 4400,
            Self::SignedOut => 4401,
            Self::SeatClosed => 4403,
            Self::Paused => 4409,
            Self::Malformed => 4422,
            Self::Restarting => 1012,
        }
    }

    /// The reason with this code, when it is one of ours.
    pub fn from_code(code: u16) -> Option<Self> {
        [Self::Protocol, Self::SignedOut, Self::SeatClosed, Self::Paused, Self::Malformed, Self::Restarting]
            .into_iter()
            .find(|close| close.code() == code)
    }
}
