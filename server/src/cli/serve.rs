//! `hearth serve`: opens the data folder, listens, and stops in good order.
//!
//! Deliberately not here: what is served.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use store::Store;
use tokio::net::{TcpListener, TcpSocket};
use tokio::signal::unix::{SignalKind, signal};

use super::settings::{Reach, Settings};
use super::{limits, say};
use crate::auth::session::{new_token, now_ms};
use crate::code;
use crate::web::{self, Private, Rules, Served, Shared};

/// How long the one-time link for the first account is good.
const SETUP: Duration = Duration::from_hours(24);

pub(super) async fn run(settings: &Settings) -> anyhow::Result<()> {
    let certificate = settings.reach.certificate()?;
    let served = served(&settings.reach, certificate.is_some())?;
    let private = certificate.map(|certificate| certificate.read()).transpose()?;
    let data = settings.data.data();
    let _held = data.hold()?;
    limits::set().context("the limits of this process cannot be set; nothing was started")?;
    if let Some(address) = settings.metrics {
        let address = web::watch(address).await?;
        say(&format!("What is counted is at http://{address}/metrics"));
    }
    let store = data.open().await?;
    let drain = Duration::from_secs(settings.drain.into());
    listen(store, settings.reach.listen, private, served, settings.sign_in.rules(), drain).await
}

/// Cookies and words travel in the clear over plain HTTP, so it stays on this machine unless the operator says otherwise.
fn served(reach: &Reach, has_certificate: bool) -> anyhow::Result<Served> {
    if has_certificate || reach.behind_tls || (reach.listen.ip().is_loopback() && !reach.plain_http) {
        return Ok(Served::Securely);
    }
    anyhow::ensure!(
        reach.plain_http,
        "{} can be reached from the network, and nothing there is encrypted. Nothing was started. Give --tls-cert and \
         --tls-key, or put a TLS proxy in front and give --behind-tls, or, on a closed network without other devices, give \
         --plain-http",
        reach.listen
    );
    say("WARNING: serving plain HTTP. Everybody on this network can read what is said here.");
    Ok(Served::Plainly)
}

/// How many connections may wait to be taken: after a cut of the network every device of every conference comes back at
/// once. Linux has its own limit too, `net.core.somaxconn`, which is 4,096 unless somebody has changed it.
const WAITING: u32 = 4_096;

fn bound(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
    // A server that starts again does not wait for what the last one left behind.
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(WAITING)
}

/// Serves until the process is told to stop.
pub(super) async fn listen(
    store: Arc<dyn Store>,
    address: SocketAddr,
    private: Option<Private>,
    served: Served,
    rules: Rules,
    drain: Duration,
) -> anyhow::Result<()> {
    // Whoever reads that Hearth is here may end it at once, and it ends as it should.
    let mut terminate = signal(SignalKind::terminate())?;
    let listener = bound(address)
        .with_context(|| format!("{address} cannot be listened on; choose another --listen, or stop what uses it"))?;
    let address = listener.local_addr()?;
    let scheme = if private.is_some() { "https" } else { "http" };
    if store.account_count().await? == 0 {
        let token = new_token()?;
        let lasts = i64::try_from(SETUP.as_millis())?;
        store.put_setup_token(&code::hash(&token), now_ms().saturating_add(lasts)).await?;
        say(&format!(
            "To make the first account, open this link once, within a day:\n  {scheme}://{address}/setup/{token}"
        ));
    }
    say(&format!("Hearth is at {scheme}://{address}"));
    let stop = async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    };
    web::serve(listener, private, Shared::new(store, served, rules), drain, stop).await
}
