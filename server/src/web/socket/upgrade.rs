//! From a request to an open line: the handshake of a websocket, and the limits of what may be said on it.
//!
//! Deliberately not here: who may open one (that is the gate's), and what is said.

use axum::body::Body;
use axum::extract::{FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use board::wire::LONGEST_FRAME;
use hyper::upgrade::OnUpgrade;
use hyper_util::rt::TokioIo;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::server::create_response_with_body;
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig};

use super::line::Line;

/// How much room a socket has for reading: a command is some hundred bytes, and thousands of sockets are open at once.
const READ_BUFFER: usize = 4 * 1024;

/// A request that asks for a line, and may have it.
#[derive(Debug)]
pub(crate) struct Upgrade {
    connection: OnUpgrade,
    granted: Response,
}

/// What was asked for is no websocket that could be opened.
#[derive(Debug, thiserror::Error)]
#[error("This address is for Hearth's own pages, which keep a line open here. Nothing was changed.")]
pub(crate) struct NoLine;

impl IntoResponse for NoLine {
    fn into_response(self) -> Response {
        (StatusCode::BAD_REQUEST, self.to_string()).into_response()
    }
}

impl<S: Sync> FromRequestParts<S> for Upgrade {
    type Rejection = NoLine;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let connection = parts.extensions.remove::<OnUpgrade>().ok_or(NoLine)?;
        let asked = Request::from_parts(parts.clone(), ());
        let granted = create_response_with_body(&asked, Body::empty).map_err(|_| NoLine)?;
        Ok(Self { connection, granted })
    }
}

impl Upgrade {
    /// Grants it, and goes on with the line once it is open.
    pub(super) fn then<F>(self, talk: impl FnOnce(Line) -> F + Send + 'static) -> Response
    where
        F: Future<Output = ()> + Send,
    {
        let connection = self.connection;
        tokio::spawn(async move {
            // Whoever has gone away before it was open asks again.
            if let Ok(upgraded) = connection.await {
                let io = TokioIo::new(upgraded);
                let line = Line::new(WebSocketStream::from_raw_socket(io, Role::Server, Some(limits())).await);
                Box::pin(talk(line)).await;
            }
        });
        self.granted
    }
}

fn limits() -> WebSocketConfig {
    WebSocketConfig::default()
        .max_message_size(Some(LONGEST_FRAME))
        .max_frame_size(Some(LONGEST_FRAME))
        .read_buffer_size(READ_BUFFER)
        // Every frame is sent whole and at once.
        .write_buffer_size(0)
}
