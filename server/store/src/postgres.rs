//! A PostgreSQL server: for more than one node on the same conferences.
//!
//! Deliberately only what is PostgreSQL's own: the verbs are written once for every database, in `verbs`. Who is first
//! in a log is decided by the server, and whoever was not is told so; no node ever owns a conference.

mod address;
mod connect;
mod hear;
mod news;
mod order;
mod tell;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use board::id::ConferenceId;
use futures_util::future::BoxFuture;
use sqlx::pool::PoolConnection;
use sqlx::postgres::PgConnection;
use sqlx::{PgPool, Postgres, Transaction};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tokio_util::task::TaskTracker;

use crate::counts;
use crate::fault::fault;
use crate::{Growth, Seq, StoreError};
use news::News;
use tell::Teller;

pub use address::{Address, BadAddress};
pub(crate) use connect::{is_set_up, is_used};
pub(crate) use order::forget_the_order;

/// How long one write or one read of a log may take. A server that has gone silent must not hold a room for ever.
const LONGEST: Duration = Duration::from_secs(30);

/// Readers see one moment, however many statements they send.
const SNAPSHOT: &str = "begin isolation level repeatable read, read only";

/// Other writers of this conference wait here, and then see what this one wrote; nobody else waits.
const HOLD: &str = "select 1 from conference where conference = $1 for no key update";

/// Whoever changes the master key waits until everybody has ended who seals something new with it.
const HOLD_THE_KEY: &str = "select 1 from key_check where id = 1 for share";

/// Whoever has read it this way is alone with it.
const CLAIM_THE_KEY: &str = "select 1 from key_check where id = 1 for update";

/// A transaction that has a number of its own is refused by a server that only reads.
const TOUCH: &str = "select pg_current_xact_id()::text";

/// A removed row stays in its page until the table is written anew. This table has one small row a conference.
const SCRUB: &str = "vacuum (full) conference_key";

/// An open database.
pub(crate) struct Server {
    /// Connections for everything.
    pool: PgPool,
    /// The writes on their way: closing waits for them.
    writes: TaskTracker,
    /// Who waits to hear of which log.
    news: Arc<News>,
    /// Tells the other nodes.
    teller: Teller,
    /// The tasks that tell and hear. They end with the store.
    tasks: Mutex<JoinSet<()>>,
}

impl Server {
    /// Connects, brings the tables up to date, and begins to listen.
    pub(crate) async fn open(address: &Address) -> Result<Self, StoreError> {
        connect::prepare(address).await?;
        let pool = connect::pool(address);
        let news = Arc::new(News::default());
        let teller = Teller::default();
        let mut tasks = JoinSet::new();
        tasks.spawn(hear::listen(pool.clone(), Arc::clone(&news)));
        tasks.spawn(hear::poll(pool.clone(), Arc::clone(&news)));
        tasks.spawn(teller.run(pool.clone()));
        Ok(Self { pool, writes: TaskTracker::new(), news, teller, tasks: Mutex::new(tasks) })
    }

    /// Does one piece of work in a transaction of its own. A caller that goes away cannot stop it halfway.
    pub(crate) async fn write<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(&'c mut PgConnection) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
    {
        self.writes.spawn(within(transact(self.pool.clone(), work))).await.map_err(StoreError::unavailable)?
    }

    /// The same for work that may take as long as it needs.
    pub(crate) async fn fill<T, W>(&self, work: W) -> Result<T, StoreError>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(&'c mut PgConnection) -> BoxFuture<'c, Result<T, StoreError>> + Send + 'static,
    {
        self.writes.spawn(transact(self.pool.clone(), work)).await.map_err(StoreError::unavailable)?
    }

    /// Lends a connection for one read.
    pub(crate) async fn reader(&self) -> Result<PoolConnection<Postgres>, StoreError> {
        self.pool.acquire().await.map_err(fault)
    }

    /// Begins a transaction in which everything is of the same moment.
    pub(crate) async fn snapshot(&self) -> Result<Transaction<'static, Postgres>, StoreError> {
        self.pool.begin_with(SNAPSHOT).await.map_err(fault)
    }

    /// Clears what a removed key left behind in the table's file.
    pub(crate) async fn scrub(&self) -> Result<(), StoreError> {
        let mut connection = self.reader().await?;
        sqlx::raw_sql(SCRUB).execute(&mut *connection).await.map(drop).map_err(fault)
    }

    /// Word of one log, from now on.
    pub(crate) fn growth(&self, conference: &ConferenceId) -> Growth {
        self.news.growth(conference)
    }

    /// Tells the other nodes that a log now reaches this far.
    pub(crate) fn tell(&self, conference: &ConferenceId, seq: Seq) {
        self.teller.tell(conference, seq);
    }

    /// Waits for the writes on their way, and lets go of the server.
    pub(crate) async fn close(&self) {
        self.writes.close();
        self.writes.wait().await;
        let mut tasks = std::mem::take(&mut *self.tasks.lock().unwrap_or_else(PoisonError::into_inner));
        tasks.shutdown().await;
        self.pool.close().await;
    }
}

/// Does one piece of work in a transaction.
async fn transact<T, W>(pool: PgPool, work: W) -> Result<T, StoreError>
where
    W: for<'c> FnOnce(&'c mut PgConnection) -> BoxFuture<'c, Result<T, StoreError>> + Send,
{
    let begun = Instant::now();
    let mut transaction = pool.begin().await.map_err(fault)?;
    let result = work(&mut transaction).await;
    match result {
        // Whatever the reason, a failed commit means one thing to callers: read again what is true.
        Ok(_) => {
            transaction.commit().await.map_err(StoreError::unavailable)?;
            counts::committed(1, begun.elapsed());
        }
        // What cannot be rolled back by us is rolled back by the server.
        Err(_) => drop(transaction.rollback().await),
    }
    result
}

/// Asks for something that only a server that can write gives.
pub(crate) async fn touch(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query(TOUCH).execute(connection).await.map(drop)
}

/// Makes other writers of this conference wait until this transaction has ended.
pub(crate) async fn hold(connection: &mut PgConnection, conference: &ConferenceId) -> Result<(), sqlx::Error> {
    sqlx::query(HOLD).bind(conference.as_str()).execute(connection).await.map(drop)
}

/// Makes whoever changes the master key wait until this transaction has ended.
pub(crate) async fn hold_the_key(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query(HOLD_THE_KEY).execute(connection).await.map(drop)
}

/// Waits until nobody has the master key in hand, and keeps it until this transaction has ended.
pub(crate) async fn claim_the_key(connection: &mut PgConnection) -> Result<(), sqlx::Error> {
    sqlx::query(CLAIM_THE_KEY).execute(connection).await.map(drop)
}

/// Gives up on a server that says nothing. Whether it did the work is then not known.
pub(crate) async fn within<T>(work: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    timeout(LONGEST, work).await.map_err(StoreError::unavailable)?
}
