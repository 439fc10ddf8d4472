//! The handle by which the rest of the server talks to a room.
//!
//! Deliberately not here: the room. A handle only asks and listens.

use std::sync::Arc;

use board::audience::Onlooker;
use board::command::Command;
use board::decide::Who;
use board::id::CommandId;
use board::keeping::Keeping;
use board::state::State;
use store::Seq;
use tokio::sync::{mpsc, oneshot, watch};
use tokio_util::sync::CancellationToken;

use super::{Answer, Ask, Published, Wanted};

/// The room has ended; whoever asked asks again, and it opens from the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the room of this conference has closed for a moment; what was saved is safe, try again")]
pub(crate) struct Closed;

/// A way to a room.
#[derive(Debug, Clone)]
pub(crate) struct RoomHandle {
    inbox: mpsc::Sender<Ask>,
    published: watch::Receiver<Arc<Published>>,
    /// Whether other nodes can write to this conference too.
    shared: bool,
    /// Tells the room that its conference was erased.
    over: CancellationToken,
}

/// A place among those who listen as one onlooker; leaving it tells the room.
pub(crate) struct Listening {
    /// What is published.
    pub(crate) published: watch::Receiver<Arc<Published>>,
    onlooker: Onlooker,
    inbox: mpsc::Sender<Ask>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        let leave = Ask::Leave { onlooker: self.onlooker.clone() };
        let inbox = self.inbox.clone();
        // A full inbox must not lose the goodbye, and a drop cannot wait for it.
        if inbox.try_send(leave).is_err() {
            let leave = Ask::Leave { onlooker: self.onlooker.clone() };
            tokio::spawn(async move { inbox.send(leave).await });
        }
    }
}

impl RoomHandle {
    pub(super) fn new(
        inbox: mpsc::Sender<Ask>,
        published: watch::Receiver<Arc<Published>>,
        shared: bool,
        over: CancellationToken,
    ) -> Self {
        Self { inbox, published, shared, over }
    }

    /// Whether the room still takes asks.
    pub(crate) fn is_open(&self) -> bool {
        !self.inbox.is_closed()
    }

    /// Waits until the room knows everything up to where the log reaches, also what other nodes have stored: who was given a
    /// seat through one node may come in through another.
    pub(crate) async fn caught_up(&self, reached: Seq) -> Result<(), Closed> {
        if !self.shared {
            return Ok(());
        }
        let (reply, answer) = oneshot::channel();
        self.inbox.send(Ask::CatchUp { reached, reply }).await.map_err(|_| Closed)?;
        answer.await.map_err(|_| Closed)
    }

    /// Has the room end, because its conference was erased: all who listen are told to let go of what they show.
    pub(crate) fn end(&self) {
        self.over.cancel();
    }

    /// Sends a command and waits until it is stored and shown, or refused.
    pub(crate) async fn command(&self, who: Who, id: CommandId, command: Command) -> Result<Answer, Closed> {
        self.carry(who, id, Wanted::Live(command)).await
    }

    /// Puts something on the record, and waits until it is stored and shown, or refused.
    pub(crate) async fn keep(&self, who: Who, id: CommandId, keeping: Keeping) -> Result<Answer, Closed> {
        self.carry(who, id, Wanted::Record(keeping)).await
    }

    async fn carry(&self, who: Who, id: CommandId, wanted: Wanted) -> Result<Answer, Closed> {
        let (reply, answer) = oneshot::channel();
        let ask = Ask::Carry { who, id, wanted: Box::new(wanted), reply };
        self.inbox.send(ask).await.map_err(|_| Closed)?;
        answer.await.map_err(|_| Closed)
    }

    /// Reads something of the conference as it is.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&State) -> T + Send + 'static,
    ) -> Result<T, Closed> {
        let (reply, answer) = oneshot::channel();
        let ask = Ask::Read(Box::new(move |state| drop(reply.send(read(state)))));
        self.inbox.send(ask).await.map_err(|_| Closed)?;
        answer.await.map_err(|_| Closed)
    }

    /// Listens as an onlooker.
    pub(crate) async fn listen(&self, onlooker: Onlooker) -> Result<Listening, Closed> {
        self.inbox.send(Ask::Listen { onlooker: onlooker.clone() }).await.map_err(|_| Closed)?;
        Ok(Listening { published: self.published.clone(), onlooker, inbox: self.inbox.clone() })
    }
}
