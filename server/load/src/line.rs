//! One connection of a device: how it is opened, what it says first, and what it hears.
//!
//! Deliberately not here: folding what is heard. A driver that did would measure itself.

use std::net::{IpAddr, SocketAddr};

use anyhow::Context as _;
use futures_util::{SinkExt as _, StreamExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

/// What a device needs to connect: kept, so that it can come back.
#[derive(Debug, Clone)]
pub(crate) struct Ticket {
    /// The server.
    pub(crate) server: SocketAddr,
    /// The address it comes from.
    pub(crate) from: IpAddr,
    /// The socket's path.
    pub(crate) path: String,
    /// Who it is; empty where nobody asks.
    pub(crate) cookie: String,
    /// What it says first; empty where nothing is expected.
    pub(crate) hello: String,
}

/// An open connection.
pub(crate) struct Line(WebSocketStream<TcpStream>);

impl Ticket {
    /// Connects and says hello.
    pub(crate) async fn dial(&self) -> anyhow::Result<Line> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::new(self.from, 0))?;
        let stream = socket.connect(self.server).await.context("the server does not take a connection")?;
        stream.set_nodelay(true)?;
        let mut request = format!("ws://{}{}", self.server, self.path).into_client_request()?;
        request.headers_mut().insert("cookie", self.cookie.parse()?);
        request.headers_mut().insert("origin", format!("http://{}", self.server).parse()?);
        let config = WebSocketConfig::default().read_buffer_size(4 * 1024).write_buffer_size(0);
        let (socket, _) =
            client_async_with_config(request, stream, Some(config)).await.context("a socket is refused")?;
        let mut line = Line(socket);
        if !self.hello.is_empty() {
            line.say(self.hello.clone()).await?;
        }
        Ok(line)
    }
}

impl Line {
    /// Sends a text.
    pub(crate) async fn say(&mut self, text: String) -> anyhow::Result<()> {
        Ok(self.0.send(Message::text(text)).await?)
    }

    /// The next text that comes.
    pub(crate) async fn hear(&mut self) -> anyhow::Result<Utf8Bytes> {
        loop {
            match self.0.next().await.context("the server ended a connection")?? {
                Message::Text(text) => return Ok(text),
                Message::Close(frame) => {
                    let code = frame.map_or(0, |frame| u16::from(frame.code));
                    anyhow::bail!("the server ended a connection with code {code}")
                }
                Message::Binary(_) | Message::Ping(_) | Message::Pong(_) | Message::Frame(_) => {}
            }
        }
    }
}
