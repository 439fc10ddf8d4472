//! A room: the one task that owns one live conference. It decides, stores, and only then shows.
//!
//! Deliberately not here: sockets. A room knows onlookers, not connections, and never waits for anybody who listens.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use board::audience::Onlooker;
use board::command::Command;
use board::decide::{Context, Decided, Who, decide, keep};
use board::event::{Batch, Event, Intent};
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
use uuid::Uuid;

use crate::counts::Present;
use crate::journal::{self, JournalError, Rest};
use crate::pictures;

mod handle;
#[cfg(test)]
mod schedules;
mod shown;
#[cfg(test)]
mod tests;
mod views;

pub(crate) use handle::{Closed, Listening, RoomHandle};
pub(crate) use shown::{Due, whole};
use views::Views;

/// How many commands may wait; beyond that their senders keep them and try again.
const INBOX: usize = 64;

/// Who does in the log what nobody asked for.
const SERVER: &str = "server";

/// How often a command is decided anew because another node was first. So many losses in a row are no bad luck.
const TRIES: usize = 32;

/// After how long a room ends where nobody is: what was said in a conference does not stay in memory for ever.
const FORGOTTEN: Duration = Duration::from_hours(1);

/// What became of a command.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Answer {
    /// It is stored, and what everybody is shown holds it.
    Done,
    /// It was not carried out; nothing of what was asked for has changed.
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
        listening: BTreeMap::new(),
        published,
        over: over.clone(),
        _present: Present::room(),
    };
    tokio::spawn(room.run(asks));
    Ok(RoomHandle::new(inbox, receiver, shared, over))
}

/// The time, as exactly as the log keeps it.
fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
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
                if let Some(answer) = self.carry_out(&who, &id, &wanted).await? {
                    // A sender that has gone away sends again when it is back.
                    let _ = reply.send(answer);
                }
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
    ///
    /// A command is carried out once, however often it comes. The log knows it: memory would have to keep every command
    /// there ever was. Where the log cannot be asked there is no answer, and the sender asks again.
    async fn carry_out(&mut self, who: &Who, id: &CommandId, wanted: &Wanted) -> Result<Option<Answer>, JournalError> {
        for _ in 0..TRIES {
            let now = now();
            let decided = match self.lacks_a_picture(wanted).await? {
                Some(rejection) => Err(rejection),
                None => wanted.decided(&self.state, who, Context { now }),
            };
            let Decided { intent, events } = match decided {
                Ok(decided) => decided,
                Err(rejection) => return self.refuse(id, rejection, now).await,
            };
            if events.is_empty() {
                return Ok(Some(Answer::Done));
            }
            let batch = Batch { command: id.clone(), actor: who.name(), at: now, intent, events };
            if self.store(batch).await? {
                self.close_dark_walls(now).await;
                return Ok(Some(Answer::Done));
            }
        }
        Err(StoreError::Conflict.into())
    }

    /// A picture is kept before the entry that it belongs to.
    async fn lacks_a_picture(&self, wanted: &Wanted) -> Result<Option<Rejection>, JournalError> {
        let Wanted::Live(command) = wanted else { return Ok(None) };
        let there = pictures::are_kept(self.pictures.as_ref(), &self.id, command).await?;
        Ok((!there).then(|| Rejection::Unknown { what: "this picture".to_owned() }))
    }

    /// What was done before is often refused the second time, such as a step back where there is none left. It was done all the
    /// same.
    async fn refuse(&mut self, id: &CommandId, why: Rejection, now: Timestamp) -> Result<Option<Answer>, JournalError> {
        // Whoever is told that no wall has shown something also sees that none is on.
        if matches!(why, Rejection::ViewNotShown { .. }) {
            self.close_dark_walls(now).await;
        }
        match self.logs.is_done(&self.id, id).await {
            Ok(true) => {
                self.catch_up().await?;
                Ok(Some(Answer::Done))
            }
            Ok(false) => Ok(Some(Answer::Rejected(why))),
            Err(error) => {
                tracing::warn!(conference = %self.id, %error, "whether a command is in the log could not be asked");
                Ok(None)
            }
        }
    }

    /// Whether a batch is in the log now: written, or because its command came by another way. Either way it is shown. It is
    /// not when another node was first; what that one did is taken in.
    async fn store(&mut self, batch: Batch) -> Result<bool, JournalError> {
        let written = journal::written(&self.id, self.seq, &batch)?;
        match self.logs.append(written).await {
            Ok(appended) => {
                self.take_in(Rest { batches: vec![batch], seq: appended.last_seq });
                Ok(true)
            }
            Err(StoreError::AlreadyDone { .. }) => {
                self.catch_up().await?;
                Ok(true)
            }
            Err(StoreError::Conflict) => {
                self.catch_up().await?;
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// A screen whose time as the wall is up is none any more, and the console says so too. No rule waits for it: where it cannot
    /// be stored now, the next command tries again.
    async fn close_dark_walls(&mut self, now: Timestamp) {
        let events: Vec<Event> =
            self.state.dark_walls(now).map(|seat| Event::SeatClosed { seat: seat.clone() }).collect();
        if events.is_empty() {
            return;
        }
        let Ok(command) = CommandId::try_from(Uuid::new_v4().to_string()) else { return };
        let batch = Batch { command, actor: SERVER.to_owned(), at: now, intent: Intent::Do, events };
        if let Err(error) = self.store(batch).await {
            tracing::warn!(conference = %self.id, %error, "the seat of a screen whose time is up stays for now");
        }
    }

    /// Takes in what other nodes have added, if the log reaches further than what is known here.
    async fn follow(&mut self, reached: Seq) -> Result<(), JournalError> {
        if reached > self.seq { self.catch_up().await } else { Ok(()) }
    }

    async fn catch_up(&mut self) -> Result<(), JournalError> {
        let missed = journal::since(self.logs.as_ref(), &self.id, self.seq).await?;
        if !missed.batches.is_empty() {
            self.take_in(missed);
        }
        Ok(())
    }

    /// Folds what is on disk, and shows it.
    fn take_in(&mut self, rest: Rest) {
        let mut happened = Vec::new();
        for batch in rest.batches {
            self.state.take_in(&batch);
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
