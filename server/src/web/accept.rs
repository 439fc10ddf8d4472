//! Taking connections, each with a limit on how slowly it may say what it wants, and take in what it is told.
//!
//! Deliberately not here: how many there may be (that is the system's limit on open files), and the limits of a socket once it
//! is open (`socket/quiet`, `socket/budget`). Whoever says nothing at all must not keep a place from those who come to a conference.

use std::pin::pin;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::serve::Listener;
use axum::{BoxError, Router};
use hyper::server::conn::http1::Builder;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::time::timeout;
use tokio_io_timeout::TimeoutStream;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower::ServiceExt as _;
use tower_http::timeout::TimeoutBody;

/// How long the first request of a connection may take to be said. A browser says it in one piece.
const FIRST: Duration = Duration::from_secs(10);

/// How long the next one may take. Proxies keep connections open for as long as two minutes, and do not send a form twice.
const NEXT: Duration = Duration::from_mins(3);

/// How long each piece of what is sent may take: a picture from a phone in a bad place comes slowly, and it comes.
const PIECE: Duration = Duration::from_secs(30);

/// How long a connection may take nothing in of what it is told, before it loses its place.
const TAKEN_IN: Duration = Duration::from_secs(90);

/// Serves each connection until told to stop; then it takes no more, and lets those that are open end what they do.
pub(super) async fn accept<L: Listener>(mut listener: L, router: Router, until: impl Future<Output = ()>) {
    let mut builder = Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(NEXT);
    let (stopping, open) = (CancellationToken::new(), TaskTracker::new());
    let mut until = pin!(until);
    loop {
        let io = tokio::select! {
            (io, _) = listener.accept() => io,
            () = &mut until => break,
        };
        tracing::trace!("a connection is taken");
        let asked = CancellationToken::new();
        let has_asked = asked.clone();
        let answer = router.clone().map_request(move |request| {
            has_asked.cancel();
            patient(request)
        });
        let mut io = TimeoutStream::new(io);
        io.set_write_timeout(Some(TAKEN_IN));
        let connection = builder.serve_connection(TokioIo::new(Box::pin(io)), TowerToHyperService::new(answer));
        let (connection, stopping) = (connection.with_upgrades(), stopping.clone());
        open.spawn(async move {
            let mut connection = pin!(connection);
            // A connection that breaks has nobody to tell.
            tokio::select! {
                ended = connection.as_mut() => drop(ended),
                () = says_nothing(&asked) => {}
                () = stopping.cancelled() => {
                    connection.as_mut().graceful_shutdown();
                    drop(connection.await);
                }
            }
        });
    }
    drop(listener);
    stopping.cancel();
    open.close();
    open.wait().await;
}

/// Ends when nothing was asked in time.
async fn says_nothing(asked: &CancellationToken) {
    if timeout(FIRST, asked.cancelled()).await.is_ok() {
        std::future::pending::<()>().await;
    }
}

/// A request whose body may not take for ever.
fn patient<B>(request: Request<B>) -> Request
where
    B: HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
{
    request.map(|body| Body::new(TimeoutBody::new(PIECE, body)))
}
