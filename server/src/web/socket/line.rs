//! The line to one device: what is said goes out in pieces that are soon taken in, and what comes in is one message at a time.
//!
//! Deliberately not here: what the messages mean.

use std::time::Duration;

use axum::body::Bytes;
use board::wire::Close;
use futures_util::{SinkExt as _, StreamExt as _};
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Message};
use tokio_tungstenite::tungstenite::{Error, Utf8Bytes};

/// The longest piece, in bytes. A board of thousands of cards is a message of megabytes: in one piece, a slow device would
/// be given up before it has all of it.
const LONGEST: usize = 60 * 1024;

/// The shortest piece of several, in bytes: with its head it fills one page of memory.
const SHORTEST: usize = 4 * 1024 - 4;

/// Into how many pieces a message is cut that is neither short nor very long.
const PIECES: usize = 16;

/// How long one piece may take to go out. A device that takes nothing in for so long is not there, whatever it sends.
const TAKEN_IN: Duration = Duration::from_secs(90);

/// A line to a device.
#[derive(Debug)]
pub(super) struct Line(WebSocketStream<TokioIo<Upgraded>>);

/// Why a connection ends: with a word of ours, or because the other side is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// With a word.
    With(Close),
    /// The other side is gone.
    Gone,
}

/// What came in.
#[derive(Debug)]
pub(super) enum Heard {
    /// Words, which may be a frame of ours.
    Text(Utf8Bytes),
    /// A sign of life: a question whether we are there, or the answer to ours.
    Sign,
}

impl Line {
    pub(super) fn new(socket: WebSocketStream<TokioIo<Upgraded>>) -> Self {
        Self(socket)
    }

    /// What comes next. Bytes that break the rules of sockets are as unreadable as words that are no frame of ours, and are
    /// told so; where the other side is gone, nobody hears it.
    pub(super) async fn heard(&mut self) -> Result<Heard, End> {
        match self.0.next().await.ok_or(End::Gone)?.map_err(|_| End::With(Close::Malformed))? {
            Message::Text(text) => Ok(Heard::Text(text)),
            Message::Ping(_) | Message::Pong(_) => Ok(Heard::Sign),
            // A frame by itself is only ever sent.
            Message::Binary(_) | Message::Frame(_) => Err(End::With(Close::Malformed)),
            Message::Close(_) => Err(End::Gone),
        }
    }

    /// Says something, whole.
    pub(super) async fn say(&mut self, text: Utf8Bytes) -> Result<(), End> {
        for piece in pieces(Bytes::from(text)) {
            self.send(piece).await?;
        }
        Ok(())
    }

    /// Asks whether somebody is there. Every browser answers by itself.
    pub(super) async fn ask(&mut self) -> Result<(), End> {
        self.send(Frame::ping(Bytes::new())).await
    }

    /// Ends it with a word. The other side may be gone already; then there is nobody to tell.
    pub(super) async fn end(&mut self, close: Close) {
        let frame = CloseFrame { code: close.code().into(), reason: Utf8Bytes::default() };
        drop(timeout(TAKEN_IN, self.0.send(Message::Close(Some(frame)))).await);
    }

    async fn send(&mut self, frame: Frame) -> Result<(), End> {
        let sent: Result<(), Error> =
            timeout(TAKEN_IN, self.0.send(Message::Frame(frame))).await.map_err(|_| End::Gone)?;
        sent.map_err(|_| End::Gone)
    }
}

/// How long the pieces of a message are. For as long as a socket is open it keeps as much room as its longest piece took: the
/// first view is short for most devices, and there are thousands of them.
fn piece(message: usize) -> usize {
    (message / PIECES).clamp(SHORTEST, LONGEST)
}

/// A text as the pieces of one message, all but the last with more to come. A letter may be cut in two: only the whole
/// is text.
fn pieces(mut text: Bytes) -> impl Iterator<Item = Frame> {
    let mut kind = Data::Text;
    let longest = piece(text.len());
    std::iter::from_fn(move || {
        if text.is_empty() {
            return None;
        }
        let piece = text.split_to(text.len().min(longest));
        let frame = Frame::message(piece, OpCode::Data(kind), text.is_empty());
        kind = Data::Continue;
        Some(frame)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_goes_out_in_one_piece() {
        let frames: Vec<Frame> = pieces(Bytes::from_static(b"{}")).collect();
        assert_eq!(frames, [Frame::message(Bytes::from_static(b"{}"), OpCode::Data(Data::Text), true)]);
    }

    #[test]
    fn a_short_message_takes_little_room_and_a_long_one_few_pieces() {
        assert_eq!([1, 30 * 1024, 320 * 1024, 4 * 1024 * 1024].map(piece), [SHORTEST, SHORTEST, 20 * 1024, LONGEST]);
    }

    #[test]
    fn a_large_board_goes_out_in_pieces_that_are_one_message() {
        let board = format!("a{}", "é".repeat(PIECES * LONGEST));
        let frames: Vec<Frame> = pieces(Bytes::from(board.clone())).collect();
        assert!(frames.iter().all(|frame| frame.payload().len() < 64 * 1024), "each is short");
        let kinds = frames.iter().map(|frame| frame.header().opcode);
        let expected = [Data::Text].into_iter().chain(std::iter::repeat(Data::Continue)).map(OpCode::Data);
        assert!(kinds.eq(expected.take(frames.len())));
        let last = frames.iter().rev().map(|frame| frame.header().is_final);
        assert!(last.eq([true].into_iter().chain(std::iter::repeat_n(false, frames.len() - 1))));
        let whole: Vec<u8> = frames.iter().flat_map(|frame| frame.payload().to_vec()).collect();
        assert_eq!(String::from_utf8(whole).as_deref(), Ok(board.as_str()));
    }
}
