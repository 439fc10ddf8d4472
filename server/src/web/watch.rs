//! What the server counts, in Prometheus' form, on an address of its own that no browser of a conference reaches.
//!
//! Deliberately not here: what is counted (see `counts`), and anything a person said or is called.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::net::TcpListener;
use tokio::time::interval;

use crate::counts;

/// The form of the answer, as Prometheus names it.
const FORM: &str = "text/plain; version=0.0.4";
/// How often what was counted is put in order; histograms would grow without.
const TIDIED: Duration = Duration::from_secs(5);

/// Listens, and answers with the counts until the process ends.
pub(crate) async fn listen(address: SocketAddr) -> anyhow::Result<SocketAddr> {
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} cannot be listened on; choose another --metrics, or stop what uses it"))?;
    let address = listener.local_addr()?;
    let handle = counts::keep().context("counting could not begin")?;
    tokio::spawn(tidy(handle.clone()));
    let router = Router::new().route("/metrics", get(async move || ([(CONTENT_TYPE, FORM)], handle.render())));
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, router).await {
            tracing::error!(%error, "the counts cannot be read any more; conferences are not touched");
        }
    });
    Ok(address)
}

async fn tidy(handle: PrometheusHandle) {
    let mut ticks = interval(TIDIED);
    loop {
        ticks.tick().await;
        handle.run_upkeep();
    }
}
