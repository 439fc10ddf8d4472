//! One connection: a cursor over what its audience is shown. It sends the newest, and nothing queues.
//!
//! Deliberately not here: rules, and who somebody is beyond the seat the socket was opened with.

use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Bytes;
use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use board::audience::{Audience, Onlooker};
use board::decide::Who;
use board::id::{CommandId, ConferenceId};
use board::rejection::Rejection;
use board::seat::Seat;
use board::wire::{Close, FromClient, FromServer, LONGEST_FRAME, PROTOCOL};
use store::{AccountId, Store, StoreError};
use tokio::time::{Instant as Moment, MissedTickBehavior, interval, sleep, sleep_until, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::asked::Path;
use super::assets::BUILD;
use super::budget::Budget;
use super::failure::Failed;
use super::gate::still;
use super::quiet::{Do, Quiet, TAKEN_IN};
use super::seats::seated;
use super::{Shared, Visitor};
use crate::auth::ends::Hung;
use crate::auth::lasting;
use crate::auth::rights::Right;
use crate::auth::role::Role;
use crate::auth::session::{self, Found, now_ms};
use crate::code;
use crate::counts::{self, Frame, Frames, Outcome, Present};
use crate::journal::JournalError;
use crate::room::{Answer, Closed, Due, Listening, RoomHandle};

/// What a connection is, from beginning to end.
struct Connection {
    room: RoomHandle,
    who: Who,
    onlooker: Onlooker,
    /// The seat it hangs on; a console hangs on its sign-in alone.
    seat: Option<Seat>,
    /// Who sits at a console, and where.
    console: Option<AtConsole>,
    /// Tells that the session has ended, or that it is near its end.
    hung: Hung,
    /// Notes that whoever signed in does something; a seat needs no note.
    user: Option<User>,
    /// What the device needs to keep of itself what is not stored yet; told once, and a wall keeps nothing.
    kept: Option<Kept>,
    /// Tells that the server goes away.
    stopping: CancellationToken,
    /// Who waits for sockets when the server goes away.
    sockets: TaskTracker,
    /// Where what is sent is counted.
    frames: Frames,
}

/// What a device needs to keep of itself what is not stored yet.
struct Kept {
    key: String,
    place: String,
}

impl Kept {
    /// The same however often somebody comes in as who they are, so that what was unsent when they went is found; and nobody
    /// has the key who is not in, or is somebody else in another seat or conference.
    fn of(shared: &Shared, whose: &str) -> Self {
        let secret = |what: &str| code::hex(&shared.store.secret_of(&format!("{what} of {whose}")));
        Self { key: secret("unsent"), place: secret("place").chars().take(PLACE).collect() }
    }
}

/// How many letters name a place. More would not help: a device has few people.
const PLACE: usize = 8;

/// Somebody at a console, who must go when they may no longer be there.
struct AtConsole {
    shared: Shared,
    account: AccountId,
    role: Role,
    conference: ConferenceId,
}

impl AtConsole {
    /// Whether they may still be there, as what they came. While the store cannot be asked, nobody is sent away.
    async fn may_stay(&self) -> bool {
        still(&self.shared, &self.account, self.role, Right::SitAtConsole, &self.conference).await.unwrap_or(true)
    }
}

/// How often it is asked whether whoever sits at a console may still be there: their role, their team or who may come may have been
/// changed at another node.
const ASKED_AGAIN: Duration = Duration::from_secs(5);

/// How long a page may take to say hello.
const HELLO: Duration = Duration::from_secs(10);

/// Whoever signed in, at one connection.
struct User {
    store: Arc<dyn Store>,
    session: Found,
    idle: Duration,
}

impl User {
    /// Notes that they do something. A store that cannot be asked says so with the command itself.
    async fn note(&mut self) {
        if lasting::is_worth_noting(self.session.used_ms, now_ms()) {
            let noted = session::note_use(self.store.as_ref(), &self.session, self.idle).await;
            if noted.is_ok() {
                self.session.used_ms = now_ms();
            }
        }
    }
}

/// How much room a socket has for reading: a command is some hundred bytes, and thousands of sockets are open at once.
const READ_BUFFER: usize = 4 * 1024;

/// A console's socket.
pub(crate) async fn console(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
    upgrade: WebSocketUpgrade,
) -> Result<Response, Failed> {
    let (session, account, role) = visitor.staff.as_ref().ok_or(Failed::SignedOut)?;
    let room = match shared.rooms.room(&conference).await {
        Ok(room) => room,
        // A page that was not connected when its conference was erased comes back, and must let go of what it shows.
        Err(JournalError::Store(StoreError::Erased)) => return Ok(upgrade.on_upgrade(nothing_any_more)),
        Err(error) => return Err(error.into()),
    };
    let (who, onlooker) = visitor.at(&room).await?;
    let hung = shared.ends.of_staff(session.hash);
    let user = Some(User { store: Arc::clone(&shared.store), session: session.clone(), idle: shared.rules.idle });
    let (stopping, sockets) = (shared.stopping.clone(), shared.sockets.clone());
    let kept = Some(Kept::of(&shared, &format!("account {} at {conference}", account.id)));
    let console = Some(AtConsole { account: account.id.clone(), role: *role, shared, conference });
    let frames = Frames::new();
    Ok(open(
        upgrade,
        Connection { room, who, onlooker, seat: None, console, hung, user, kept, stopping, sockets, frames },
    ))
}

/// Tells a page to let go of everything.
async fn nothing_any_more(mut socket: WebSocket) {
    let frame = CloseFrame { code: Close::Paused.code(), reason: Utf8Bytes::default() };
    // The page may be gone by then.
    drop(send(&mut socket, Message::Close(Some(frame))).await);
}

/// The socket of a device with a seat: a person's, a child's tablet, or a wall.
pub(crate) async fn seat(
    State(shared): State<Shared>,
    visitor: Visitor,
    upgrade: WebSocketUpgrade,
) -> Result<Response, Failed> {
    let session = visitor.seat.as_ref().ok_or(Failed::SignedOut)?;
    let seated = seated(&shared, Some(session)).await?.ok_or(Failed::SignedOut)?;
    let audience = seated.seat.audience().ok_or(Failed::SignedOut)?;
    let who = seated.who();
    let hung = shared.ends.of_seat(session.hash);
    let (stopping, sockets) = (shared.stopping.clone(), shared.sockets.clone());
    let keeps = audience != Audience::Wall;
    let kept = keeps.then(|| Kept::of(&shared, &format!("{} at {}", who.name(), seated.conference)));
    let (room, seat) = (seated.room, Some(seated.seat));
    let (onlooker, console, user, frames) = (audience.into(), None, None, Frames::new());
    Ok(open(upgrade, Connection { room, who, onlooker, seat, console, hung, user, kept, stopping, sockets, frames }))
}

fn open(upgrade: WebSocketUpgrade, connection: Connection) -> Response {
    upgrade
        .max_message_size(LONGEST_FRAME)
        .max_frame_size(LONGEST_FRAME)
        .read_buffer_size(READ_BUFFER)
        // Every frame is sent whole and at once.
        .write_buffer_size(0)
        .on_upgrade(move |socket| async move {
            let tracked = connection.sockets.clone();
            tracked.track_future(connection.run(socket)).await;
        })
}

/// Of which build a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// Of this server's own, or of none.
    Ours,
    /// Of another.
    Older,
}

/// Why a connection ends: with a word of ours, or because the other side is gone.
enum End {
    With(Close),
    Gone,
}

impl From<axum::Error> for End {
    fn from(_: axum::Error) -> Self {
        Self::Gone
    }
}

/// What comes next. Bytes that break the rules of sockets are as unreadable as words that are no frame of ours, and are
/// told so; where the other side is gone, nobody hears it.
async fn heard(socket: &mut WebSocket) -> Result<Message, End> {
    socket.recv().await.ok_or(End::Gone)?.map_err(|_| End::With(Close::Malformed))
}

/// The same, once the connection may speak again.
async fn heard_within(socket: &mut WebSocket, budget: &Budget) -> Result<Message, End> {
    let wait = budget.wait(Moment::now());
    if !wait.is_zero() {
        sleep(wait).await;
    }
    heard(socket).await
}

impl Connection {
    async fn run(mut self, mut socket: WebSocket) {
        let _present = Present::socket();
        let end = match self.talk(&mut socket).await {
            Ok(never) => match never {},
            Err(end) => end,
        };
        if let End::With(close) = end {
            let frame = CloseFrame { code: close.code(), reason: Utf8Bytes::default() };
            // The other side may be gone already; then there is nobody to tell.
            drop(send(&mut socket, Message::Close(Some(frame))).await);
        }
    }

    async fn talk(&mut self, socket: &mut WebSocket) -> Result<std::convert::Infallible, End> {
        // Whoever slept in between connects again; nothing that they said was unreadable.
        let page = timeout(HELLO, self.greeted(socket)).await.map_err(|_| End::With(Close::Restarting))??;
        // Its session may have ended, and much may have been changed, while nothing was said.
        self.has_its_place().await?;
        if page == Page::Older {
            self.say(socket, &FromServer::Renewed).await?;
        }
        let listening = self.room.listen(self.onlooker.clone()).await.map_err(|_| End::With(Close::Restarting))?;
        let mut cursor = Cursor { listening, had: None };
        let mut again = interval(ASKED_AGAIN);
        let mut quiet = Quiet::since(Moment::now());
        let mut bell = pin!(sleep_until(quiet.until()));
        let mut budget = Budget::new(self.console.is_some(), Moment::now());
        again.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = self.stopping.cancelled() => return Err(End::With(Close::Restarting)),
                () = self.hung.ended.cancelled() => return Err(End::With(Close::SignedOut)),
                // The page connects again at once, and asks how things stand; nothing that it sent is lost by that.
                () = self.hung.look.cancelled() => return Err(End::With(Close::Restarting)),
                _ = again.tick(), if self.console.is_some() => self.has_its_place().await?,
                changed = cursor.listening.published.changed() => {
                    changed.map_err(|_| End::With(Close::Restarting))?;
                    self.show(socket, &mut cursor).await?;
                }
                () = &mut bell => {
                    match quiet.due() {
                        Do::Ask => send(socket, Message::Ping(Bytes::new())).await?,
                        Do::GiveUp => return Err(End::Gone),
                    }
                    bell.as_mut().reset(quiet.until());
                }
                message = heard_within(socket, &budget) => {
                    budget.spend(Moment::now());
                    quiet = Quiet::since(Moment::now());
                    bell.as_mut().reset(quiet.until());
                    match message? {
                        Message::Text(text) => self.hear(socket, &mut cursor, &text).await?,
                        Message::Close(_) => return Err(End::Gone),
                        Message::Binary(_) => return Err(End::With(Close::Malformed)),
                        Message::Ping(_) | Message::Pong(_) => {}
                    }
                }
            }
        }
    }

    /// Ends where the session has ended, or where whoever sits at a console may no longer be there as what they came.
    async fn has_its_place(&self) -> Result<(), End> {
        if self.hung.ended.is_cancelled() {
            return Err(End::With(Close::SignedOut));
        }
        match &self.console {
            Some(console) if !console.may_stay().await => Err(End::With(Close::SignedOut)),
            Some(_) | None => Ok(()),
        }
    }

    /// The first frame says which protocol the page speaks and of which build it is. A page that can be understood goes on,
    /// and is told when it is of another build; one that cannot is told to load itself again.
    async fn greeted(&self, socket: &mut WebSocket) -> Result<Page, End> {
        loop {
            match heard(socket).await? {
                Message::Text(text) => {
                    return match serde_json::from_str(&text) {
                        Ok(FromClient::Hello { protocol: PROTOCOL, build }) => {
                            let ours = build.is_none_or(|build| build == *BUILD);
                            Ok(if ours { Page::Ours } else { Page::Older })
                        }
                        Ok(FromClient::Hello { .. }) => Err(End::With(Close::Protocol)),
                        Ok(FromClient::Command { .. } | FromClient::Resync | FromClient::Ping) | Err(_) => {
                            Err(End::With(Close::Malformed))
                        }
                    };
                }
                Message::Ping(_) | Message::Pong(_) => {}
                Message::Binary(_) => return Err(End::With(Close::Malformed)),
                Message::Close(_) => return Err(End::Gone),
            }
        }
    }

    async fn hear(&mut self, socket: &mut WebSocket, cursor: &mut Cursor, text: &str) -> Result<(), End> {
        match serde_json::from_str(text).map_err(|_| End::With(Close::Malformed))? {
            FromClient::Hello { .. } => Ok(()),
            FromClient::Ping => self.say(socket, &FromServer::Pong).await,
            FromClient::Resync => {
                cursor.had = None;
                self.show(socket, cursor).await
            }
            FromClient::Command { id, command } => {
                if let Some(user) = &mut self.user {
                    user.note().await;
                }
                let begun = Instant::now();
                let answer = self.room.command(self.who.clone(), id.clone(), Arc::unwrap_or_clone(command)).await;
                counts::command(outcome(&answer), begun.elapsed());
                match answer {
                    Ok(Answer::Done) => {
                        // The effect first, so that nothing flickers when the sender lets go of its own copy.
                        self.show(socket, cursor).await?;
                        self.say(socket, &FromServer::Done { id }).await
                    }
                    Ok(Answer::Rejected(why)) => self.say(socket, &rejected(id, why)).await,
                    Err(_) if cursor.listening.published.borrow().over => Err(End::With(Close::Paused)),
                    Err(_) => {
                        self.say(socket, &FromServer::Later { id }).await?;
                        Err(End::With(Close::Restarting))
                    }
                }
            }
        }
    }

    /// Sends what is newest, when it is newer than what was sent; ends when the seat has ended or nothing is for it just now.
    async fn show(&mut self, socket: &mut WebSocket, cursor: &mut Cursor) -> Result<(), End> {
        let published = Arc::clone(&cursor.listening.published.borrow_and_update());
        if published.over {
            // The page lets go of everything, as it does behind the curtain; loaded again, it finds that there is nothing.
            return Err(End::With(Close::Paused));
        }
        if let Some(seat) = &self.seat {
            let same = published.seats.get(&seat.id).is_some_and(|now| now.holder == seat.holder);
            if !same && !published.views.is_empty() {
                return Err(End::With(Close::SeatClosed));
            }
        }
        let Some(now) = published.views.of(&self.onlooker) else {
            return Ok(());
        };
        let (rev, due) = now.since(cursor.had);
        cursor.had = Some(rev);
        match due {
            Due::Nothing => {}
            Due::Paused => return Err(End::With(Close::Paused)),
            Due::Steps(steps) => {
                for step in steps {
                    self.frames.count(Frame::Patch, step.len());
                    send(socket, Message::Text(step)).await?;
                }
            }
            Due::Whole(view) => {
                self.frames.count(Frame::Snapshot, view.len());
                send(socket, Message::Text(view)).await?;
                // Only whoever is shown something is told it. The device says nothing of its own before that.
                if let Some(Kept { key, place }) = self.kept.take() {
                    self.say(socket, &FromServer::Key { key, place }).await?;
                }
            }
        }
        Ok(())
    }

    async fn say(&self, socket: &mut WebSocket, frame: &FromServer) -> Result<(), End> {
        let text = serde_json::to_string(frame).map_err(|_| End::With(Close::Restarting))?;
        self.frames.count(Frame::Answer, text.len());
        send(socket, Message::text(text)).await
    }
}

/// What a connection has been sent.
struct Cursor {
    listening: Listening,
    /// The revision it has; none before it has a view.
    had: Option<u32>,
}

fn outcome(answer: &Result<Answer, Closed>) -> Outcome {
    match answer {
        Ok(Answer::Done) => Outcome::Done,
        Ok(Answer::Rejected(_)) => Outcome::Rejected,
        Err(Closed) => Outcome::Later,
    }
}

fn rejected(id: CommandId, why: Rejection) -> FromServer {
    FromServer::Rejected { id, message: why.to_string(), why: Some(why) }
}

/// Sends a frame, unless the device has taken nothing in for so long that it cannot be there any more.
async fn send(socket: &mut WebSocket, message: Message) -> Result<(), End> {
    timeout(TAKEN_IN, socket.send(message)).await.map_err(|_| End::Gone)?.map_err(End::from)
}
