//! A network that comes and goes: between one device and the server, it swallows one way or both without a word, is slow, or
//! cuts.
//!
//! Deliberately without losing single bytes: below it is TCP, which never does.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

/// How the network is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    Open,
    /// Every piece takes this long.
    Slow(Duration),
    /// Nothing that the device says arrives.
    DeafUp,
    /// Nothing that the server says arrives.
    DeafDown,
    /// Nothing arrives at all.
    Hole,
}

/// The mood, and how often everything was cut.
type Weather = (Mood, u32);

pub(crate) struct Proxy {
    pub(crate) address: String,
    weather: watch::Sender<Weather>,
}

impl Proxy {
    pub(crate) async fn before(server: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let (weather, seen) = watch::channel((Mood::Open, 0));
        let server = server.to_owned();
        tokio::spawn(async move {
            while let Ok((device, _)) = listener.accept().await {
                // The server may be gone; then the device's connection ends too.
                if let Ok(server) = TcpStream::connect(&server).await {
                    let ((up, back), (down, forth)) = (device.into_split(), server.into_split());
                    tokio::spawn(pump(up, forth, seen.clone(), Mood::DeafUp));
                    tokio::spawn(pump(down, back, seen.clone(), Mood::DeafDown));
                }
            }
        });
        Self { address, weather }
    }

    pub(crate) fn be(&self, mood: Mood) {
        self.weather.send_modify(|weather| weather.0 = mood);
    }

    /// Ends every connection; what was held back is lost.
    pub(crate) fn cut(&self) {
        self.weather.send_modify(|weather| weather.1 += 1);
    }
}

/// Passes on what comes, as the network is, until it is cut or one side is gone.
async fn pump(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut weather: watch::Receiver<Weather>, deaf: Mood) {
    let cuts = weather.borrow().1;
    let mut bytes = vec![0; 16 * 1024];
    loop {
        let read = tokio::select! {
            read = from.read(&mut bytes) => read,
            cut = weather.wait_for(|weather| weather.1 != cuts) => { drop(cut); return; }
        };
        let Ok(count @ 1..) = read else { return };
        let passes = |weather: &Weather| weather.1 != cuts || (weather.0 != Mood::Hole && weather.0 != deaf);
        // What is held back arrives late, when the network is there again: then the other side may have given up long ago.
        let Ok(now) = weather.wait_for(passes).await.map(|now| *now) else { return };
        if now.1 != cuts {
            return;
        }
        if let Mood::Slow(wait) = now.0 {
            tokio::time::sleep(wait).await;
        }
        if to.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
}
