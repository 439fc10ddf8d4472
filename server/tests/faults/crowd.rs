//! A room full of devices that only watch: each connects until it is shown everything that was called saved, once, and stays.
//!
//! Devices that see the same are sent the same bytes. So a whole board is read and looked through once for all that were sent it, and
//! every other device's is held against it byte for byte: that is as strict, and two hundred devices cost what one does.
//! Deliberately not here: writing (`desk`).

use std::sync::{Arc, Mutex};

use board::id::{CommandId, ConferenceId};
use board::view::View;
use board::wire::{FromClient, FromServer, PROTOCOL};
use futures_util::{SinkExt as _, StreamExt as _};
use tokio_tungstenite::tungstenite::Message;

use crate::common::dial_at;
use crate::desk::{Desk, Socket, hear_text, missing, shows};

/// A board, what is looked for on it, and the newest of it that a device was sent whole.
pub(crate) struct Watched {
    conference: ConferenceId,
    cookie: String,
    saved: Vec<CommandId>,
    newest: Mutex<Option<Arc<Whole>>>,
}

/// A whole board as it was sent.
struct Whole {
    frame: String,
    rev: u32,
    view: View,
    shows_all: bool,
}

impl Watched {
    /// The board of a desk, with everything that was called saved there, for whoever has this cookie.
    pub(crate) fn at(desk: &Desk, cookie: &str) -> Self {
        let (conference, cookie) = (desk.conference.clone(), cookie.to_owned());
        Self { conference, cookie, saved: desk.saved.clone(), newest: Mutex::new(None) }
    }

    /// One device: connects as often as it takes, until everything is shown there.
    pub(crate) async fn by_a_device(&self, address: &str) -> Socket {
        let path = format!("/socket/conference/{}", self.conference);
        loop {
            if let Ok(mut socket) = dial_at(address, &path, &self.cookie, None).await
                && self.over(&mut socket).await == Some(())
            {
                return socket;
            }
        }
    }

    /// Nothing when the connection ends before.
    async fn over(&self, socket: &mut Socket) -> Option<()> {
        let hello = serde_json::to_string(&FromClient::Hello { protocol: PROTOCOL, build: None }).unwrap();
        socket.send(Message::text(hello)).await.ok()?;
        let whole = self.whole(hear_text(socket).await?);
        if whole.shows_all {
            return Some(());
        }
        let (mut rev, mut view) = (whole.rev, whole.view.clone());
        let mut missing = missing(&view, &self.saved);
        while !(missing.is_empty() && shows(&view, &self.saved)) {
            match serde_json::from_str(&hear_text(socket).await?).unwrap() {
                FromServer::Patch { base, rev: next, patch } => {
                    assert_eq!(base, rev, "a difference follows what was sent before");
                    rev = next;
                    view.apply(*patch);
                    missing.retain(|card| !view.cards.contains_key(card));
                }
                FromServer::Key { .. } => {}
                frame => panic!("{frame:?}"),
            }
        }
        Some(())
    }

    /// The whole board in the first frame, read unless another device was sent the very same.
    fn whole(&self, frame: String) -> Arc<Whole> {
        let mut newest = self.newest.lock().unwrap();
        if let Some(same) = newest.as_ref().filter(|whole| whole.frame == frame) {
            return Arc::clone(same);
        }
        let FromServer::Snapshot { rev, view } = serde_json::from_str(&frame).unwrap() else {
            panic!("a whole board comes first: {frame}");
        };
        let whole = Arc::new(Whole { shows_all: shows(&view, &self.saved), frame, rev, view: *view });
        Arc::clone(newest.insert(whole))
    }
}

/// The code of the word with which the server ends a device's connection; none when it is gone without one.
pub(crate) async fn ended(mut socket: Socket) -> Option<u16> {
    loop {
        match socket.next().await? {
            Ok(Message::Close(word)) => return word.map(|word| word.code.into()),
            Ok(_) => {}
            Err(_) => return None,
        }
    }
}
