//! What an operator sees: settings, readiness, counts, TLS, and a stop that nobody in a conference has to notice.
//!
//! Deliberately not here: backups and keys.

mod common;

use std::sync::Arc;

use board::wire::{Close, FromServer, PROTOCOL};
use common::{CONFERENCE, Client, Heard, Server, fresh, hearth, line};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

/// The demonstration in a folder, served with these further settings.
fn served(settings: &[&str]) -> (TempDir, Server) {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("a readable name").to_owned();
    assert!(hearth(&["demo", "--data", &data]).status.success());
    let serve = ["serve", "--data", &data, "--listen", "127.0.0.1:0"];
    let server = Server::start(&[&serve, settings].concat());
    (folder, server)
}

fn printed(args: &[&str]) -> String {
    String::from_utf8(hearth(args).stdout).expect("words")
}

#[test]
fn a_flag_wins_over_the_file_and_the_file_over_the_default_and_a_secret_stays_hidden() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("hearth.toml");
    std::fs::write(&file, "listen = '127.0.0.1:4000'\nbehind-tls = true\ndatabase = 'postgres://h:ZQX-CANARY@db/h'\n")
        .expect("written");
    let file = file.to_str().expect("a readable name");

    let config = printed(&["config", "--config", file]);
    assert!(config.contains("listen = \"127.0.0.1:4000\"\n") && config.contains(&format!("From {file}")), "{config}");
    assert!(config.contains("behind-tls = \"true\""));
    assert!(config.contains("drain = \"0\"") && config.contains("From the default"));
    assert!(config.contains("database is set, and hidden") && !config.contains("CANARY"));

    let config = printed(&["config", "--config", file, "--listen", "127.0.0.1:5000"]);
    assert!(config.contains("listen = \"127.0.0.1:5000\"") && config.contains("From the command line"), "{config}");

    std::fs::write(file, "lisen = '127.0.0.1:4000'").expect("written");
    let refused = hearth(&["serve", "--config", file]);
    let words = String::from_utf8(refused.stderr).expect("words");
    assert!(!refused.status.success() && words.contains("'lisen' is no setting"), "{words}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_is_said_first_then_ends_sockets_with_a_word_and_keeps_what_was_saved() {
    let (folder, mut server) = served(&["--drain", "2"]);
    let cookie = server.chair().await;
    let mut chair = Client::console(&server, &cookie).await;
    assert_eq!(server.get("/health", "").await, (200, "ok".to_owned()));
    assert_eq!(server.get("/ready", "").await, (200, "ready".to_owned()));

    server.ask_to_stop();
    while server.get("/ready", "").await.0 == 200 {}
    assert_eq!(server.get("/ready", "").await.0, 503);
    assert_eq!(chair.ask("late-1", &line("late-1", "Said while it goes away.")).await, Heard::Done);
    assert_eq!(chair.ended().await, Some(Close::Restarting.code()), "the page connects again by itself");
    assert!(server.ended_well());

    let again = Server::again(folder.path(), "127.0.0.1:0");
    let chair = Client::console(&again, &cookie).await;
    assert!(chair.view.cards.values().any(|card| card.words == "Said while it goes away."));
}

#[tokio::test(flavor = "multi_thread")]
async fn counts_are_there_for_whoever_asks_at_their_own_address_and_say_nothing_of_anybody() {
    let (_folder, server) = served(&["--metrics", "127.0.0.1:0"]);
    let mut chair = Client::console(&server, &server.chair().await).await;
    assert_eq!(chair.ask("one", &line("one", "ZQX-CANARY-0001")).await, Heard::Done);

    assert_eq!(server.get("/metrics", "").await.0, 404, "not where people are");
    let greeted = server.greeting.iter().find_map(|line| line.strip_prefix("What is counted is at "));
    let counts = reqwest::get(greeted.expect("it is said where")).await.expect("an answer").text().await.expect("text");
    for count in [
        "hearth_rooms 1",
        "hearth_sockets 1",
        "hearth_commands_total{result=\"done\"} 1",
        "hearth_frame_bytes_count{frame=\"snapshot\"} 1",
        "hearth_sessions_begun_total{holder=\"account\"} 1",
    ] {
        assert!(counts.lines().any(|line| line == count), "{count}\n{counts}");
    }
    assert!(counts.contains("hearth_commit_seconds_count") && counts.contains("hearth_commit_writes_bucket"));
    for secret in ["CANARY", CONFERENCE, "sian", "Maja"] {
        assert!(!counts.contains(secret), "{secret}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_page_goes_on_and_is_told_and_one_that_cannot_be_understood_is_sent_away() {
    let (_folder, server) = fresh();
    let cookie = server.chair().await;
    let renewed = serde_json::to_string(&FromServer::Renewed).expect("a frame");
    let mut page = Client::page(&server, &cookie, PROTOCOL, "another").await.expect("it is understood");
    assert!(page.heard.contains(&renewed), "it is told");
    assert_eq!(page.ask("unsent-1", &line("unsent-1", "Typed before the server was renewed.")).await, Heard::Done);

    let (_, html) = server.get("/", "").await;
    let build = html.split_once("data-build=\"").and_then(|(_, rest)| rest.split('"').next()).expect("a build");
    let page = Client::page(&server, &cookie, PROTOCOL, build).await.expect("it is understood");
    assert!(!page.heard.contains(&renewed), "today's page hears nothing of it");

    let sent_away = Client::page(&server, &cookie, PROTOCOL + 1, build).await.err();
    assert_eq!(sent_away, Some(Some(Close::Protocol.code())));
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_certificate_it_does_tls_itself() {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let folder = tempfile::tempdir().expect("a folder");
    let (chain, key) = (folder.path().join("chain.pem"), folder.path().join("key.pem"));
    std::fs::write(&chain, made.cert.pem()).expect("written");
    std::fs::write(&key, made.signing_key.serialize_pem()).expect("written");
    let [chain, key] = [&chain, &key].map(|file| file.to_str().expect("a readable name"));
    let (_data, server) = served(&["--tls-cert", chain, "--tls-key", key]);

    let mut authorities = RootCertStore::empty();
    authorities.add(CertificateDer::from(made.cert.der().to_vec())).expect("an authority");
    let trusting = ClientConfig::builder().with_root_certificates(authorities).with_no_client_auth();
    let stream = TcpStream::connect(&server.address).await.expect("a connection");
    let name = ServerName::try_from("localhost").expect("a name");
    let mut private = TlsConnector::from(Arc::new(trusting)).connect(name, stream).await.expect("a private connection");
    private.write_all(b"GET /health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await.expect("sent");
    let mut answer = String::new();
    private.read_to_string(&mut answer).await.expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("ok"), "{answer}");

    let half = hearth(&["serve", "--tls-cert", chain]);
    assert!(!half.status.success() && String::from_utf8_lossy(&half.stderr).contains("belong together"));
}
