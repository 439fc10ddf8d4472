//! `hearth serve`: opens the data folder, listens, and stops in good order.
//!
//! Deliberately not here: what is served.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use store::Store;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::{Reach, say};
use crate::auth::session::{new_token, now_ms};
use crate::code;
use crate::data::Data;
use crate::web::{self, Served, Shared};

/// How long the one-time link for the first account is good.
const SETUP: Duration = Duration::from_hours(24);

pub(super) async fn run(data: &Data, reach: &Reach) -> anyhow::Result<()> {
    let served = served(reach)?;
    let _held = data.hold()?;
    let store = data.open().await?;
    listen(store, reach.listen, served).await
}

/// Cookies and words travel in the clear over plain HTTP, so it stays on this machine unless the operator says otherwise.
fn served(reach: &Reach) -> anyhow::Result<Served> {
    if reach.behind_tls || (reach.listen.ip().is_loopback() && !reach.plain_http) {
        return Ok(Served::Securely);
    }
    anyhow::ensure!(
        reach.plain_http,
        "{} can be reached from the network, and nothing there is encrypted. Nothing was started. Put a TLS proxy in \
         front and give --behind-tls, or, on a closed network without other devices, give --plain-http",
        reach.listen
    );
    say("WARNING: serving plain HTTP. Everybody on this network can read what is said here.");
    Ok(Served::Plainly)
}

/// Serves until the process is told to stop.
pub(super) async fn listen(store: Arc<dyn Store>, address: SocketAddr, served: Served) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} cannot be listened on; choose another --listen, or stop what uses it"))?;
    let address = listener.local_addr()?;
    if store.account_count().await? == 0 {
        let token = new_token()?;
        let lasts = i64::try_from(SETUP.as_millis())?;
        store.put_setup_token(&code::hash(&token), now_ms().saturating_add(lasts)).await?;
        say(&format!(
            "To make the first account, open this link once, within a day:\n  http://{address}/setup/{token}"
        ));
    }
    say(&format!("Hearth is at http://{address}"));
    let mut terminate = signal(SignalKind::terminate())?;
    let stop = async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
    };
    web::serve(listener, Shared::new(store, served), stop).await
}
