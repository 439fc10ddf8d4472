//! One write on its way through a group: the work, then its result, then the answer.
//!
//! Deliberately knows nothing of what is written: the writer's list holds work of every result type side by side.

use async_trait::async_trait;
use futures_util::future::BoxFuture;
use sqlx::Connection;
use sqlx::sqlite::SqliteConnection;
use tokio::sync::oneshot;

use crate::StoreError;
use crate::fault::fault;

/// A write whose result type is forgotten.
#[async_trait]
pub(super) trait Job: Send {
    /// Does the work in a transaction of its own, and says whether it is to be committed: what is refused is not. An error
    /// here is the transaction's; a refusal is kept for the answer.
    async fn run(&mut self, transaction: &mut SqliteConnection) -> Result<bool, StoreError>;

    /// Does the work inside the group's transaction: whatever it had written when it was refused is undone, and nobody
    /// else's.
    async fn run_beside_others(&mut self, transaction: &mut SqliteConnection) -> Result<(), StoreError> {
        let mut savepoint = transaction.begin().await.map_err(fault)?;
        let kept = self.run(&mut savepoint).await?;
        if kept { savepoint.commit().await } else { savepoint.rollback().await }.map_err(fault)
    }

    /// Answers the caller: with the group's failure if there was one, or else with the work's own result.
    fn answer(self: Box<Self>, failure: Option<&StoreError>);
}

/// A write whose caller waits.
pub(super) struct Pending<T, W> {
    /// The work, until it is done.
    work: Option<W>,
    /// The work's result, until the group is on disk.
    result: Option<Result<T, StoreError>>,
    /// Where the answer goes.
    answer: oneshot::Sender<Result<T, StoreError>>,
}

impl<T, W> Pending<T, W> {
    /// A write that has not been done.
    pub(super) fn new(work: W, answer: oneshot::Sender<Result<T, StoreError>>) -> Self {
        Self { work: Some(work), result: None, answer }
    }
}

#[async_trait]
impl<T, W> Job for Pending<T, W>
where
    T: Send,
    W: for<'c> FnOnce(&'c mut SqliteConnection) -> BoxFuture<'c, Result<T, StoreError>> + Send,
{
    async fn run(&mut self, transaction: &mut SqliteConnection) -> Result<bool, StoreError> {
        let Some(work) = self.work.take() else {
            return Ok(false);
        };
        let result = work(transaction).await;
        let kept = result.is_ok();
        self.result = Some(result);
        Ok(kept)
    }

    fn answer(self: Box<Self>, failure: Option<&StoreError>) {
        let result = match (failure, self.result) {
            (None, Some(result)) => result,
            (Some(failure), _) => Err(failure.clone()),
            (None, None) => Err(StoreError::unavailable("the write was never done")),
        };
        // Nobody listening is no failure: the caller went away, the write stays.
        let _ = self.answer.send(result);
    }
}
