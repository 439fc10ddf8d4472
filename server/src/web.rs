//! What listens on the network: one router, made of pages, forms, sockets and files.
//!
//! Deliberately not here: what is shown. Pages come from `app`, views from rooms.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::extract::FromRef;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use leptos::config::LeptosOptions;
use store::Store;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use crate::auth::limit::Limit;
use crate::auth::session::{self, Ends};
use crate::rooms::Rooms;

mod assets;
mod cookie;
mod door;
mod failure;
mod feedback;
mod forms;
mod guard;
mod letter;
mod minutes;
mod pages;
mod pictures;
mod record;
mod router;
mod seats;
mod socket;
mod view_as;
mod visitor;

pub(crate) use failure::Failed;
pub(crate) use forms::account;
pub(crate) use minutes::audience;
pub(crate) use seats::seated;
pub(crate) use visitor::Visitor;

/// How many pictures are looked at at the same time; each takes as much memory as its process may have.
const LOOKING: usize = 2;

/// How the browser reaches this server; decides what its cookies are called and may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Served {
    /// Over TLS in front of it, or on this machine alone: cookies are `Secure` and bound to the host.
    Securely,
    /// Over plain HTTP on a network, because the operator said so.
    Plainly,
}

/// Everything the handlers share.
#[derive(Clone)]
pub(crate) struct Shared {
    pub(crate) store: Arc<dyn Store>,
    pub(crate) rooms: Arc<Rooms>,
    pub(crate) served: Served,
    pub(crate) ends: Arc<Ends>,
    pub(crate) sign_ins: Arc<Limit>,
    pub(crate) joins: Arc<Limit>,
    /// How many pictures may be looked at at the same time.
    pub(crate) looking: Arc<Semaphore>,
    pub(crate) stopping: CancellationToken,
    leptos: LeptosOptions,
}

impl FromRef<Shared> for LeptosOptions {
    fn from_ref(shared: &Shared) -> Self {
        shared.leptos.clone()
    }
}

impl Shared {
    pub(crate) fn new(store: Arc<dyn Store>, served: Served) -> Self {
        Self {
            rooms: Arc::new(Rooms::new(Arc::clone(&store))),
            store,
            served,
            ends: Arc::default(),
            sign_ins: Arc::default(),
            joins: Arc::default(),
            looking: Arc::new(Semaphore::new(LOOKING)),
            stopping: CancellationToken::new(),
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

/// Serves on a listener until told to stop; then closes sockets with a word, lets requests end, and closes the store.
pub(crate) async fn serve(
    listener: TcpListener,
    shared: Shared,
    stop: impl Future<Output = ()> + Send + 'static,
) -> anyhow::Result<()> {
    // Pages are drawn on the runtime that serves them. It fails only when that is arranged already.
    let _ = any_spawner::Executor::init_tokio();
    let stopping = shared.stopping.clone();
    let (store, ends) = (Arc::clone(&shared.store), Arc::clone(&shared.ends));
    let router = router::router(shared).into_make_service_with_connect_info::<SocketAddr>();
    let until = async move {
        stop.await;
        stopping.cancel();
    };
    tokio::select! {
        served = axum::serve(listener, router).with_graceful_shutdown(until) => served?,
        never = session::follow(store.as_ref(), &ends) => match never {},
    }
    store.close().await?;
    Ok(())
}
