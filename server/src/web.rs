//! What listens on the network: one router, made of pages, forms, sockets and files.
//!
//! Deliberately not here: what is shown. Pages come from `app`, views from rooms.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::FromRef;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use axum::serve::{Listener, ListenerExt as _};
use leptos::config::LeptosOptions;
use store::Store;
use tls_listener::TlsListener;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::auth::ends::{self, Ends};
use crate::auth::limit::Limit;
use crate::auth::pace::Pace;
use crate::auth::second::Policy;
use crate::looked::Book;
use crate::rooms::Rooms;

mod accept;
mod asked;
mod assets;
mod cookie;
mod copies;
mod door;
mod failure;
mod feedback;
mod forms;
mod gate;
mod guard;
mod handed;
mod health;
mod kept;
mod letter;
mod minutes;
mod pages;
mod pictures;
mod record;
mod router;
mod routes;
mod seats;
mod socket;
mod staying;
mod tls;
mod view_as;
mod visitor;
mod watch;

pub(crate) use door::drawn;
pub(crate) use failure::Failed;
pub(crate) use forms::{account, going_on, is_team_name, own_sessions, passes_for, session_name};
pub(crate) use seats::seated;
pub(crate) use tls::{Certificate, Private};
pub(crate) use view_as::may_look;
pub(crate) use visitor::Visitor;
pub(crate) use watch::listen as watch;

/// How long requests, sockets and what they are saving may take to end when the server stops. What is not saved by then was
/// not called saved.
const GOODBYE: Duration = Duration::from_secs(10);

/// How many pictures are looked at at the same time; each takes as much memory as its process may have.
const LOOKING: usize = 2;

/// How the browser reaches this server; decides what its cookies are called and may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Served {
    /// Over TLS, its own or in front of it, or on this machine alone: cookies are `Secure` and bound to the host.
    Securely,
    /// Over plain HTTP on a network, because the operator said so.
    Plainly,
}

/// How staff sign in here.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rules {
    /// Who needs a second step.
    pub(crate) second_factor: Policy,
    /// After how long in which somebody did nothing they are signed out.
    pub(crate) idle: Duration,
}

/// Everything the handlers share.
#[derive(Clone)]
pub(crate) struct Shared {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) rooms: Arc<Rooms>,
    pub(crate) served: Served,
    pub(crate) ends: Arc<Ends>,
    /// How staff sign in.
    pub(crate) rules: Rules,
    /// The codes that are typed at the door.
    pub(crate) joins: Arc<Pace>,
    /// The codes that are typed with feedback.
    pub(crate) cards: Arc<Pace>,
    /// The numbers that are typed at a device which was put away.
    pub(crate) away: Arc<Limit>,
    /// How many pictures may be looked at at the same time.
    pub(crate) looking: Arc<Semaphore>,
    /// The server will go away: it is no longer ready, and still does everything.
    pub(crate) leaving: CancellationToken,
    /// The server goes away: sockets end with a word.
    pub(crate) stopping: CancellationToken,
    /// Sockets that are open: each ends what it is saving before the store is closed.
    pub(crate) sockets: TaskTracker,
    /// Who looked, as far as it is not on disk yet.
    pub(crate) book: Arc<Book>,
    last_look: Arc<health::LastLook>,
    leptos: LeptosOptions,
}

impl FromRef<Shared> for LeptosOptions {
    fn from_ref(shared: &Shared) -> Self {
        shared.leptos.clone()
    }
}

impl Shared {
    pub(crate) fn new(store: Arc<dyn Store>, served: Served, rules: Rules) -> Self {
        Self {
            rooms: Arc::new(Rooms::new(store.clone(), store.clone())),
            store,
            served,
            ends: Arc::default(),
            rules,
            joins: Arc::default(),
            cards: Arc::default(),
            away: Arc::default(),
            looking: Arc::new(Semaphore::new(LOOKING)),
            leaving: CancellationToken::new(),
            stopping: CancellationToken::new(),
            sockets: TaskTracker::new(),
            book: Arc::default(),
            last_look: Arc::default(),
            leptos: LeptosOptions::builder().output_name("hearth").build(),
        }
    }
}

impl Shared {
    /// The address under which a request reached this server, for pictures that lead back to it.
    pub(crate) fn address(&self, headers: &HeaderMap) -> Option<String> {
        let host = headers.get(HOST)?.to_str().ok()?;
        let scheme = if self.served == Served::Plainly || host.starts_with("127.") { "http" } else { "https" };
        Some(format!("{scheme}://{host}"))
    }
}

/// Serves on a listener until told to stop, with TLS of its own when that is given.
///
/// When told so, it says for `drain` that it is not ready and still does everything, so that a proxy can look elsewhere.
/// Then it takes no more connections, closes sockets with a word, lets requests and what is being saved end, and closes the
/// store.
pub(crate) async fn serve(
    listener: TcpListener,
    private: Option<Private>,
    shared: Shared,
    drain: Duration,
    stop: impl Future<Output = ()> + Send + 'static,
) -> anyhow::Result<()> {
    // Pages are drawn on the runtime that serves them. It fails only when that is arranged already.
    let _ = any_spawner::Executor::init_tokio();
    let (leaving, stopping) = (shared.leaving.clone(), shared.stopping.clone());
    let until = async move {
        stop.await;
        leaving.cancel();
        sleep(drain).await;
        stopping.cancel();
    };
    // An answer follows its view at once. The kernel would hold the second small packet back until the first is heard of.
    // A connection that cannot be told so is only slower.
    match private {
        None => run(listener.tap_io(|io| drop(io.set_nodelay(true))), shared, until).await,
        Some(private) => {
            let listener = TlsListener::new(private, listener);
            run(listener.tap_io(|io| drop(io.get_ref().0.set_nodelay(true))), shared, until).await
        }
    }
}

async fn run<L: Listener>(
    listener: L,
    shared: Shared,
    until: impl Future<Output = ()> + Send + 'static,
) -> anyhow::Result<()>
where
    L::Addr: std::fmt::Debug,
{
    let (store, ends) = (Arc::clone(&shared.store), Arc::clone(&shared.ends));
    let (rooms, book) = (Arc::clone(&shared.rooms), Arc::clone(&shared.book));
    let (sockets, stopping) = (shared.sockets.clone(), shared.stopping.clone());
    let served = async {
        accept::accept(listener, router::router(shared), until).await;
        sockets.close();
        sockets.wait().await;
    };
    let too_long = async {
        stopping.cancelled().await;
        sleep(GOODBYE).await;
    };
    tokio::select! {
        () = served => {}
        () = too_long => tracing::warn!("some connections did not end in time and were cut; what was saved is safe"),
        never = ends::follow(store.as_ref(), &ends) => match never {},
        never = rooms.follow() => match never {},
        never = book.follow(store.as_ref()) => match never {},
    }
    book.finish(store.as_ref()).await;
    store.close().await?;
    Ok(())
}
