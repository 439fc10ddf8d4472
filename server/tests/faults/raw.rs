//! A socket without a library: bytes are sent as they are, so that they can be wrong in every way.
//!
//! Deliberately reads only as much as a test needs: texts, and how the server ends it.

use std::time::Duration;

use board::wire::{FromClient, PROTOCOL};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::common::{CONFERENCE, Server};

/// How long the server may take to say something.
const DEADLINE: Duration = Duration::from_secs(20);

/// The opening bits of a frame: the last of its message, and what it is.
pub(crate) const LAST: u8 = 0x80;
pub(crate) const TEXT: u8 = 1;
const CONTINUED: u8 = 0;

/// What the server said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    Text(String),
    /// The end, with a code where it gave one.
    End(Option<u16>),
    /// Nothing, for longer than any answer takes.
    Silence,
}

pub(crate) struct Raw(TcpStream);

impl Raw {
    /// A console's socket that was greeted with a view.
    pub(crate) async fn console(server: &Server, cookie: &str) -> Self {
        let mut stream = TcpStream::connect(&server.address).await.unwrap();
        let request = format!(
            "GET /socket/conference/{CONFERENCE} HTTP/1.1\r\nhost: {0}\r\norigin: http://{0}\r\ncookie: {cookie}\r\n\
             connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n\
             sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
            server.address
        );
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await.unwrap());
        }
        assert!(head.starts_with(b"HTTP/1.1 101"), "{}", String::from_utf8_lossy(&head));
        let mut raw = Self(stream);
        let hello = serde_json::to_vec(&FromClient::Hello { protocol: PROTOCOL, build: None }).unwrap();
        raw.send(&frame(LAST | TEXT, &hello)).await;
        for greeting in [r#"{"snapshot""#, r#"{"key""#] {
            assert!(matches!(raw.hear().await, Said::Text(text) if text.starts_with(greeting)));
        }
        raw
    }

    /// The server may have ended the connection by then.
    pub(crate) async fn send(&mut self, bytes: &[u8]) {
        let _ = self.0.write_all(bytes).await;
    }

    /// The next text, the end, or silence.
    pub(crate) async fn hear(&mut self) -> Said {
        let said = tokio::time::timeout(DEADLINE, self.read()).await;
        said.map_or(Said::Silence, |said| said.unwrap_or(Said::End(None)))
    }

    async fn read(&mut self) -> std::io::Result<Said> {
        let mut text = Vec::new();
        loop {
            let first = self.0.read_u8().await?;
            let length = match self.0.read_u8().await? {
                126 => u64::from(self.0.read_u16().await?),
                127 => self.0.read_u64().await?,
                length => u64::from(length),
            };
            let mut payload = vec![0; usize::try_from(length).unwrap()];
            self.0.read_exact(&mut payload).await?;
            match first & 0xf {
                CONTINUED | TEXT => {
                    text.extend(payload);
                    if first & LAST != 0 {
                        return Ok(Said::Text(String::from_utf8(text).unwrap()));
                    }
                }
                8 => return Ok(Said::End(payload.first_chunk().map(|code| u16::from_be_bytes(*code)))),
                _ => {}
            }
        }
    }
}

/// A frame as a browser sends it, with what its first byte says.
pub(crate) fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    const MASK: [u8; 4] = [0x5a, 0xa5, 0x3c, 0xc3];
    let mut bytes = announced(first, 0x80, u64::try_from(payload.len()).unwrap());
    bytes.extend(MASK);
    bytes.extend(payload.iter().zip(MASK.iter().cycle()).map(|(byte, mask)| byte ^ mask));
    bytes
}

/// The beginning of a frame that says how long it is.
pub(crate) fn announced(first: u8, masked: u8, length: u64) -> Vec<u8> {
    let mut bytes = vec![first];
    match (u8::try_from(length), u16::try_from(length)) {
        (Ok(length @ ..=125), _) => bytes.push(masked | length),
        (_, Ok(length)) => {
            bytes.push(masked | 0x7e);
            bytes.extend(length.to_be_bytes());
        }
        (_, Err(_)) => {
            bytes.push(masked | 0x7f);
            bytes.extend(length.to_be_bytes());
        }
    }
    bytes
}
