//! One connection: a cursor over what its onlooker is shown. It sends the newest, and nothing queues.
//!
//! Deliberately not here: rules, and who somebody is beyond the seat the socket was opened with.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use board::audience::Onlooker;
use board::decide::Who;
use board::id::CommandId;
use board::rejection::Rejection;
use board::seat::Seat;
use board::wire::{Close, FromClient, FromServer, PROTOCOL};
use tokio::time::{Instant as Moment, MissedTickBehavior, interval, sleep, sleep_until, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::budget::Budget;
use super::line::{End, Heard, Line};
use super::place::{AtConsole, Kept, User};
use super::quiet::{Do, Quiet};
use crate::auth::ends::Hung;
use crate::counts::{self, Frame, Frames, Outcome, Present};
use crate::room::{Answer, Closed, Due, Listening, RoomHandle};
use crate::web::assets::BUILD;

/// What a connection is, from beginning to end.
pub(super) struct Connection {
    pub(super) room: RoomHandle,
    pub(super) who: Who,
    pub(super) onlooker: Onlooker,
    /// The seat it hangs on; a console hangs on its sign-in alone.
    pub(super) seat: Option<Seat>,
    /// Who sits at a console, and where.
    pub(super) console: Option<AtConsole>,
    /// Tells that the session has ended, or that it is near its end.
    pub(super) hung: Hung,
    /// Notes that whoever signed in does something; a seat needs no note.
    pub(super) user: Option<User>,
    /// What the device needs to keep of itself what is not stored yet; told once, and a wall keeps nothing.
    pub(super) kept: Option<Kept>,
    /// Tells that the server goes away.
    pub(super) stopping: CancellationToken,
    /// Who waits for sockets when the server goes away.
    pub(super) sockets: TaskTracker,
    /// Where what is sent is counted.
    pub(super) frames: Frames,
}

/// How often it is asked whether whoever sits at a console may still be there: their role, their team or who may come may have been
/// changed at another node.
const ASKED_AGAIN: Duration = Duration::from_secs(5);

/// How long a page may take to say hello.
const HELLO: Duration = Duration::from_secs(10);

/// Of which build a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Page {
    /// Of this server's own, or of none.
    Ours,
    /// Of another.
    Older,
}

impl Connection {
    /// Runs until it ends. Thousands wait at the same time, nearly all of them for the next change: what is rarely done has its room
    /// on the heap while it is done, and none in each of them.
    pub(super) async fn run(mut self: Box<Self>, mut line: Line) {
        let _present = Present::socket();
        match self.talk(&mut line).await {
            Ok(never) => match never {},
            Err(End::With(close)) => line.end(close).await,
            Err(End::Gone) => {}
        }
    }

    async fn talk(&mut self, line: &mut Line) -> Result<Infallible, End> {
        // Whoever slept in between connects again; nothing that they said was unreadable.
        let page = tokio::select! {
            () = self.stopping.cancelled() => return Err(End::With(Close::Restarting)),
            () = self.hung.ended.cancelled() => return Err(End::With(Close::SignedOut)),
            greeted = timeout(HELLO, self.greeted(line)) => greeted.map_err(|_| End::With(Close::Restarting))??,
        };
        // Its session may have ended, and much may have been changed, while nothing was said.
        Box::pin(self.has_its_place()).await?;
        if page == Page::Older {
            self.say(line, &FromServer::Renewed).await?;
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
                _ = again.tick(), if self.console.is_some() => Box::pin(self.has_its_place()).await?,
                changed = cursor.listening.published.changed() => {
                    changed.map_err(|_| End::With(Close::Restarting))?;
                    self.show(line, &mut cursor).await?;
                }
                () = &mut bell => {
                    match quiet.due() {
                        Do::Ask => line.ask().await?,
                        Do::GiveUp => return Err(End::Gone),
                    }
                    bell.as_mut().reset(quiet.until());
                }
                heard = heard_within(line, &budget) => {
                    budget.spend(Moment::now());
                    quiet = Quiet::since(Moment::now());
                    bell.as_mut().reset(quiet.until());
                    match heard? {
                        Heard::Text(text) => Box::pin(self.hear(line, &mut cursor, &text)).await?,
                        Heard::Sign => {}
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
    async fn greeted(&self, line: &mut Line) -> Result<Page, End> {
        let text = loop {
            match line.heard().await? {
                Heard::Text(text) => break text,
                Heard::Sign => {}
            }
        };
        match serde_json::from_str(&text) {
            Ok(FromClient::Hello { protocol: PROTOCOL, build }) => {
                let ours = build.is_none_or(|build| build == *BUILD);
                Ok(if ours { Page::Ours } else { Page::Older })
            }
            Ok(FromClient::Hello { .. }) => Err(End::With(Close::Protocol)),
            Ok(FromClient::Command { .. } | FromClient::Resync | FromClient::Ping) | Err(_) => {
                Err(End::With(Close::Malformed))
            }
        }
    }

    async fn hear(&mut self, line: &mut Line, cursor: &mut Cursor, text: &str) -> Result<(), End> {
        match serde_json::from_str(text).map_err(|_| End::With(Close::Malformed))? {
            FromClient::Hello { .. } => Ok(()),
            FromClient::Ping => self.say(line, &FromServer::Pong).await,
            FromClient::Resync => {
                cursor.had = None;
                self.show(line, cursor).await.map(drop)
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
                        // The effect first, so that nothing flickers when the sender lets go of its own copy. A room that has
                        // ended since shows nothing: then the sender keeps its copy, and asks the next room.
                        if !self.show(line, cursor).await? {
                            return Err(End::With(Close::Restarting));
                        }
                        self.say(line, &FromServer::Done { id }).await
                    }
                    Ok(Answer::Rejected(why)) => self.say(line, &rejected(id, why)).await,
                    Err(_) if cursor.listening.published.borrow().over => Err(End::With(Close::Paused)),
                    Err(_) => {
                        self.say(line, &FromServer::Later { id }).await?;
                        Err(End::With(Close::Restarting))
                    }
                }
            }
        }
    }

    /// Sends what is newest, when it is newer than what was sent; ends when the seat has ended or nothing is for it just now.
    /// Tells whether the room shows this onlooker anything: not before it has heard that somebody listens, and not after its end.
    async fn show(&mut self, line: &mut Line, cursor: &mut Cursor) -> Result<bool, End> {
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
            return Ok(false);
        };
        let (rev, due) = now.since(cursor.had);
        cursor.had = Some(rev);
        match due {
            Due::Nothing => {}
            Due::Paused => return Err(End::With(Close::Paused)),
            Due::Steps(steps) => {
                for step in steps {
                    self.frames.count(Frame::Patch, step.len());
                    line.say(step).await?;
                }
            }
            Due::Whole(view) => {
                self.frames.count(Frame::Snapshot, view.len());
                line.say(view).await?;
                // Only whoever is shown something is told it. The device says nothing of its own before that.
                if let Some(Kept { key, place }) = self.kept.take() {
                    self.say(line, &FromServer::Key { key, place }).await?;
                }
            }
        }
        Ok(true)
    }

    async fn say(&self, line: &mut Line, frame: &FromServer) -> Result<(), End> {
        let text = serde_json::to_string(frame).map_err(|_| End::With(Close::Restarting))?;
        self.frames.count(Frame::Answer, text.len());
        line.say(text.into()).await
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

/// What comes next, once the connection may speak again.
async fn heard_within(line: &mut Line, budget: &Budget) -> Result<Heard, End> {
    let wait = budget.wait(Moment::now());
    if !wait.is_zero() {
        sleep(wait).await;
    }
    line.heard().await
}
