//! Signing in: the second step, where one is signed in, how long, invitations, and what is asked again.
//!
//! Deliberately without a telephone: its codes are made here from the key that the page shows, by the standard.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../common/mod.rs"]
mod common;
mod invited;
mod joining;
mod limits;
mod second;
mod sessions;

use std::path::Path;
use std::sync::Arc;

use common::Server;
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use sha2::{Digest as _, Sha256};
use store::{MasterKey, Store};

/// What came back on a form.
struct Answer {
    to: String,
    cookie: Option<String>,
    /// The cookie by which the browser is known again.
    known: Option<String>,
    body: String,
    policy: String,
    refresh: Option<String>,
}

/// Sends a form, or asks for a page, and goes nowhere by itself.
async fn send(server: &Server, path: &str, cookie: &str, form: Option<&str>) -> Answer {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let url = format!("http://{}{path}", server.address);
    let request = match form {
        None => client.get(url),
        Some(form) => {
            client.post(url).header("content-type", "application/x-www-form-urlencoded").body(form.to_owned())
        }
    };
    let answer = request.header(COOKIE, cookie).send().await.unwrap();
    let header = |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
    let cookies = answer.headers().get_all(SET_COOKIE).iter().map(|cookie| cookie.to_str().unwrap());
    let cookies: Vec<String> = cookies.map(|cookie| cookie.split(';').next().unwrap().to_owned()).collect();
    let (to, policy) = (header(LOCATION.as_str()), header("content-security-policy"));
    let refresh = header("refresh");
    Answer {
        to: to.unwrap_or_default(),
        cookie: cookies.first().cloned(),
        known: cookies.into_iter().find(|cookie| cookie.contains("hearth-known=")),
        policy: policy.unwrap_or_default(),
        refresh,
        body: answer.text().await.unwrap(),
    }
}

/// Posts a form.
async fn post(server: &Server, path: &str, cookie: &str, form: &str) -> Answer {
    send(server, path, cookie, Some(form)).await
}

const CHAIR: &str = "name=sian&password=kettle lantern orchard";

/// The store of a folder that is being served, as another program opens it.
async fn store(folder: &Path) -> Arc<dyn Store> {
    let key = MasterKey::load(&folder.join("hearth.key")).unwrap();
    store::open(&folder.join("hearth.db"), key).await.unwrap()
}

/// The hash by which the session of a cookie is kept.
fn session_of(cookie: &str) -> [u8; 32] {
    Sha256::digest(cookie.split_once('=').unwrap().1.as_bytes()).into()
}

fn now_ms() -> i64 {
    jiff::Timestamp::now().as_millisecond()
}
