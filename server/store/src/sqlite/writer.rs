//! The one writer: it takes everything that is waiting, writes it in one transaction, and answers when that is on disk.
//!
//! One wait for the disk then serves many conferences. Deliberately a task and not a lock: a caller that goes away
//! cannot stop a write halfway. Deliberately without retries: after a failed commit only the log knows what is true.

use std::time::Instant;

use futures_util::future::BoxFuture;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

use crate::StoreError;
use crate::counts;
use crate::fault::fault;
use crate::sqlite::connect;
use crate::sqlite::writer::job::{Job, Pending};

mod job;
#[cfg(test)]
mod tests;

/// How many writes may wait; further callers wait for a place.
const WAITING: usize = 1024;

/// How many writes share one commit at most, so that the first never waits long for the last.
const GROUP: usize = 256;

const BEGIN: &str = "begin immediate";
const CHECKPOINT: &str = "pragma wal_checkpoint(truncate)";

/// Where the answer to a request without a result goes.
type Done = oneshot::Sender<Result<(), StoreError>>;

/// What the writer can be asked for.
enum Request {
    /// Write this in the next group.
    Write(Box<dyn Job>),
    /// Move everything from the write-ahead log into the file and empty the log.
    Checkpoint(Done),
    /// Write what is waiting, then let go of the file.
    Close(Done),
}

/// The callers' end of the writer.
pub(crate) struct Writer {
    /// The bounded queue to the task.
    requests: mpsc::Sender<Request>,
}

impl Writer {
    /// Starts the task with its first connection; the options make the next one if that fails.
    pub(super) fn start(first: SqliteConnection, options: SqliteConnectOptions) -> Self {
        let (requests, inbox) = mpsc::channel(WAITING);
        tokio::spawn(serve(Desk { connection: Some(first), options }, inbox));
        Self { requests }
    }

    /// Runs one piece of work inside the next group; its result arrives when the group is on disk.
    ///
    /// The work is done whole or, if it or the group fails, not at all. What it refuses spoils nobody else's work.
    pub(crate) async fn write<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
    {
        self.ask(|answer| Request::Write(Box::new(Pending::new(work, answer)))).await
    }

    /// Empties the write-ahead log. `Busy` if somebody was reading for too long.
    pub(crate) async fn checkpoint(&self) -> Result<(), StoreError> {
        self.ask(Request::Checkpoint).await
    }

    /// Ends the task after everything that was queued before.
    pub(super) async fn close(&self) -> Result<(), StoreError> {
        self.ask(Request::Close).await
    }

    async fn ask<T>(
        &self,
        request: impl FnOnce(oneshot::Sender<Result<T, StoreError>>) -> Request,
    ) -> Result<T, StoreError> {
        let (answer, result) = oneshot::channel();
        self.requests.send(request(answer)).await.map_err(|_| closed())?;
        result.await.map_err(|_| closed())?
    }
}

fn closed() -> StoreError {
    StoreError::unavailable("the store is closed")
}

/// The task: group after group until the store is closed or nobody holds it any more.
async fn serve(mut desk: Desk, mut inbox: mpsc::Receiver<Request>) {
    let mut taken = Vec::with_capacity(GROUP);
    let mut group = Vec::with_capacity(GROUP);
    let mut checkpoints = Vec::new();
    let mut closing = Vec::new();
    while inbox.recv_many(&mut taken, GROUP).await > 0 {
        for request in taken.drain(..) {
            match request {
                Request::Write(job) => group.push(job),
                Request::Checkpoint(done) => checkpoints.push(done),
                Request::Close(done) => {
                    inbox.close();
                    closing.push(done);
                }
            }
        }
        desk.commit(&mut group).await;
        if !checkpoints.is_empty() {
            tell(&mut checkpoints, &desk.checkpoint().await);
        }
    }
    tell(&mut closing, &desk.close().await);
}

/// Answers everybody alike. Somebody who no longer listens has lost only the answer.
fn tell(waiting: &mut Vec<Done>, outcome: &Result<(), StoreError>) {
    for done in waiting.drain(..) {
        let _ = done.send(outcome.clone());
    }
}

/// The writer's own end: the connection and how to get another.
struct Desk {
    /// None after a failure, until the next request needs one.
    connection: Option<SqliteConnection>,
    /// How to connect again.
    options: SqliteConnectOptions,
}

impl Desk {
    /// Writes a group and answers it. If the group fails, everybody in it is told so, and nothing of it was written.
    async fn commit(&mut self, group: &mut Vec<Box<dyn Job>>) {
        if group.is_empty() {
            return;
        }
        let begun = Instant::now();
        let outcome = self.try_commit(group).await;
        match outcome {
            Ok(()) => counts::committed(group.len(), begun.elapsed()),
            Err(_) => self.drop_connection().await,
        }
        for job in group.drain(..) {
            job.answer(outcome.as_ref().err());
        }
    }

    async fn try_commit(&mut self, group: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
        let connection = self.connection().await?;
        let mut transaction = connection.begin_with(BEGIN).await.map_err(fault)?;
        let kept = match group {
            // Alone it needs no savepoint: what it wrote is the whole transaction.
            [job] => job.run(&mut transaction).await?,
            several => {
                for job in several {
                    job.run_beside_others(&mut transaction).await?;
                }
                true
            }
        };
        if !kept {
            return transaction.rollback().await.map_err(fault);
        }
        // Whatever the reason, a failed commit means one thing to callers: read again what is true.
        transaction.commit().await.map_err(StoreError::unavailable)
    }

    async fn checkpoint(&mut self) -> Result<(), StoreError> {
        let connection = self.connection().await?;
        let unfinished: bool = sqlx::query_scalar(CHECKPOINT).fetch_one(connection).await.map_err(fault)?;
        if unfinished { Err(StoreError::Busy) } else { Ok(()) }
    }

    async fn close(&mut self) -> Result<(), StoreError> {
        match self.connection.take() {
            Some(connection) => connection.close().await.map_err(fault),
            None => Ok(()),
        }
    }

    async fn connection(&mut self) -> Result<&mut SqliteConnection, StoreError> {
        let ready = match self.connection.take() {
            Some(connection) => connection,
            None => connect::to_write(&self.options).await?,
        };
        Ok(self.connection.insert(ready))
    }

    /// After a failure the connection may be in any state, so it goes. That it cannot even close well is no news.
    async fn drop_connection(&mut self) {
        let _ = self.close().await;
    }
}
