//! A room: the one task that owns one live conference. It decides, stores, and only then shows.
//!
//! Deliberately not here: sockets. A room knows onlookers, not connections, and never waits for anybody who listens.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use board::audience::Onlooker;
use board::command::Command;
use board::decide::{Context, Decided, Who, decide, keep};
use board::event::{Batch, Event};
use board::id::{CommandId, ConferenceId};
use board::keeping::Keeping;
use board::keyed::Keyed;
use board::rejection::Rejection;
use board::seat::Seat;
use board::state::State;
use jiff::Timestamp;
use store::{Growth, Logs, Pictures, Seq, StoreError};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

use crate::counts::Present;
use crate::journal::{self, JournalError, Rest};
use crate::pictures;

mod handle;
#[cfg(test)]
mod schedules;
mod shown;
mod views;

pub(crate) use handle::{Closed, Listening, RoomHandle};
pub(crate) use shown::{Due, whole};
use views::Views;

/// How many commands may wait; beyond that their senders keep them and try again.
const INBOX: usize = 64;

/// How often a command is decided anew because another node was first. So many losses in a row are no bad luck.
const TRIES: usize = 32;

/// After how long a room ends where nobody is: what was said in a conference does not stay in memory for ever.
const FORGOTTEN: Duration = Duration::from_hours(1);

/// What became of a command.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    /// It is stored, and what everybody is shown holds it.
    Done,
    /// It was not carried out; nothing changed.
    Rejected(Rejection),
}

/// What somebody wants done: over a socket while people sit together, or by a form at the record's pages.
#[derive(Debug, Clone)]
pub(crate) enum Wanted {
    /// A command.
    Live(Command),
    /// Something to be put on the record.
    Record(Keeping),
}

impl Wanted {
    fn decided(&self, state: &State, who: &Who, context: Context) -> Result<Decided, Rejection> {
        match self {
            Self::Live(command) => decide(state, who, command, context),
            Self::Record(keeping) => keep(state, who, keeping, context),
        }
    }
}

/// What can be asked of a room.
enum Ask {
    Carry { who: Who, id: CommandId, wanted: Box<Wanted>, reply: oneshot::Sender<Answer> },
    Listen { onlooker: Onlooker },
    Leave { onlooker: Onlooker },
    Read(Box<dyn FnOnce(&State) + Send>),
    CatchUp { reached: Seq, reply: oneshot::Sender<()> },
}

/// What everybody who listens can be shown: only what is on disk.
#[derive(Debug, Default)]
pub(crate) struct Published {
    /// What each who listens is shown.
    pub(crate) views: Views,
    /// The seats, so that a connection ends when its seat does.
    pub(crate) seats: Arc<Keyed<Seat>>,
    /// Whether there is nothing any more: the conference was erased.
    pub(crate) over: bool,
}

/// The live conference. Memory is a cache; the log is the truth.
struct Room {
    id: ConferenceId,
    logs: Arc<dyn Logs>,
    pictures: Arc<dyn Pictures>,
    /// Word of what other nodes add to this conference.
    growth: Growth,
    state: State,
    seq: Seq,
    /// Every command in the log, so that a command sent twice is carried out once.
    commands: BTreeSet<CommandId>,
    /// How many connections listen as each onlooker.
    listening: BTreeMap<Onlooker, usize>,
    published: watch::Sender<Arc<Published>>,
    /// The conference was erased.
    over: CancellationToken,
    _present: Present,
}

/// Opens a room for a conference and starts its task. Of all that is kept a room needs the logs, and whether there is a
/// picture.
pub(crate) async fn open(
    logs: Arc<dyn Logs>,
    pictures: Arc<dyn Pictures>,
    id: ConferenceId,
) -> Result<RoomHandle, JournalError> {
    // Listening comes before reading, so that nothing falls between the two.
    let growth = logs.growth(&id);
    let (shared, over) = (growth.is_possible(), CancellationToken::new());
    let opened = journal::open(logs.as_ref(), &id).await?;
    let (published, receiver) = watch::channel(Arc::new(Published::default()));
    let (inbox, asks) = mpsc::channel(INBOX);
    let room = Room {
        id,
        logs,
        pictures,
        growth,
        state: opened.state,
        seq: opened.seq,
        commands: opened.commands,
        listening: BTreeMap::new(),
        published,
        over: over.clone(),
        _present: Present::room(),
    };
    tokio::spawn(room.run(asks));
    Ok(RoomHandle::new(inbox, receiver, shared, over))
}

impl Room {
    /// Takes one ask after another until nobody can ask any more, nobody has for a while, or the store fails: then the room
    /// ends, and the next one who asks opens it again from the log.
    async fn run(mut self, mut asks: mpsc::Receiver<Ask>) {
        let over = self.over.clone();
        loop {
            let done = tokio::select! {
                ask = asks.recv() => match ask {
                    Some(ask) => self.answer(ask).await,
                    None => return,
                },
                reached = self.growth.next() => self.follow(reached).await,
                () = over.cancelled() => return self.let_go(true),
                () = sleep(FORGOTTEN), if self.listening.is_empty() => return self.let_go(false),
            };
            match done {
                Ok(()) => {}
                Err(JournalError::Store(StoreError::Erased)) => return self.let_go(true),
                Err(error) => {
                    tracing::error!(conference = %self.id, %error, "the room ends; it opens again from the log");
                    return self.let_go(false);
                }
            }
        }
    }

    async fn answer(&mut self, ask: Ask) -> Result<(), JournalError> {
        match ask {
            Ask::Carry { who, id, wanted, reply } => {
                let answer = self.carry_out(&who, id, &wanted).await?;
                // A sender that has gone away sends again when it is back.
                let _ = reply.send(answer);
            }
            Ask::Listen { onlooker } => {
                *self.listening.entry(onlooker.clone()).or_default() += 1;
                self.show_to(onlooker);
            }
            Ask::Leave { onlooker } => self.leave(&onlooker),
            Ask::Read(read) => read(&self.state),
            Ask::CatchUp { reached, reply } => {
                self.follow(reached).await?;
                let _ = reply.send(());
            }
        }
        Ok(())
    }

    /// Decides, stores in one transaction, folds, and publishes, in this order: nothing is shown before it is on disk.
    /// When another node was first, what it did is taken in, and the command is decided anew.
    async fn carry_out(&mut self, who: &Who, id: CommandId, wanted: &Wanted) -> Result<Answer, JournalError> {
        for _ in 0..TRIES {
            if self.commands.contains(&id) {
                return Ok(Answer::Done);
            }
            if let Wanted::Live(command) = wanted
                && !pictures::are_kept(self.pictures.as_ref(), &self.id, command).await.map_err(JournalError::from)?
            {
                return Ok(Answer::Rejected(Rejection::Unknown { what: "this picture".to_owned() }));
            }
            let now = Timestamp::now();
            let decided = match wanted.decided(&self.state, who, Context { now }) {
                Ok(decided) => decided,
                Err(rejection) => return Ok(Answer::Rejected(rejection)),
            };
            if decided.events.is_empty() {
                return Ok(Answer::Done);
            }
            let id = id.clone();
            let batch =
                Batch { command: id, actor: who.name(), at: now, intent: decided.intent, events: decided.events };
            let written = journal::written(&self.id, self.seq, &batch)?;
            match self.logs.append(written).await {
                Ok(appended) => {
                    self.take_in(Rest { batches: vec![batch], seq: appended.last_seq });
                    return Ok(Answer::Done);
                }
                // This very command came by another way and is in the log already. Whoever is told so shall also see it.
                Err(StoreError::AlreadyDone { .. }) => {
                    self.catch_up().await?;
                    return Ok(Answer::Done);
                }
                Err(StoreError::Conflict) => self.catch_up().await?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Conflict.into())
    }

    /// Takes in what other nodes have added, if the log reaches further than what is known here.
    async fn follow(&mut self, reached: Seq) -> Result<(), JournalError> {
        if reached > self.seq { self.catch_up().await } else { Ok(()) }
    }

    async fn catch_up(&mut self) -> Result<(), JournalError> {
        let missed = journal::since(self.logs.as_ref(), &self.id, self.seq).await?;
        self.take_in(missed);
        Ok(())
    }

    /// Folds what is on disk, and shows it.
    fn take_in(&mut self, rest: Rest) {
        let mut happened = Vec::new();
        for batch in rest.batches {
            self.state.take_in(&batch);
            self.commands.insert(batch.command);
            happened.extend(batch.events);
        }
        self.seq = rest.seq;
        self.publish(&happened);
    }

    /// What was published is in memory no longer than the room, whoever still has a way to it. When the conference was erased,
    /// every screen is to let go of what it shows.
    fn let_go(&self, over: bool) {
        self.published.send_replace(Arc::new(Published { over, ..Published::default() }));
    }

    fn leave(&mut self, onlooker: &Onlooker) {
        if let Some(count) = self.listening.get_mut(onlooker) {
            *count -= 1;
            if *count == 0 {
                self.listening.remove(onlooker);
            }
        }
    }

    /// Shows what happened to everybody who listens.
    fn publish(&self, happened: &[Event]) {
        let mut views = self.views();
        views.take_in(&self.state, happened);
        self.send(views);
    }

    /// Shows an onlooker who is new here what they see. Everybody else's is as it should be, because nothing has happened.
    fn show_to(&self, onlooker: Onlooker) {
        let mut views = self.views();
        views.show_to(&self.state, onlooker);
        self.send(views);
    }

    /// What everybody who listens is shown; whoever left has been shown nothing since.
    fn views(&self) -> Views {
        let mut views = self.published.borrow().views.clone();
        views.retain(|onlooker| self.listening.contains_key(onlooker));
        views
    }

    fn send(&self, views: Views) {
        let before = Arc::clone(&self.published.borrow().seats);
        let seats = if *before == self.state.seats { before } else { Arc::new(self.state.seats.clone()) };
        self.published.send_replace(Arc::new(Published { views, seats, over: false }));
    }
}
