//! Making the first account, signing in and signing out.
//!
//! Deliberately not here: further accounts, which are made on the command line.

use app::address::Entry;
use axum::extract::State;
use axum::http::header::USER_AGENT;
use axum::http::{HeaderMap, HeaderValue};
use axum::response::Response;
use serde::Deserialize;
use store::{Account, StoreError};

use super::go;
use super::known::{known, remember};
use crate::auth::password::{self, PasswordError};
use crate::auth::role::Role;
use crate::auth::second::{self, Next};
use crate::auth::session::{self, now_ms};
use crate::auth::tries::{self, By, Tried};
use crate::auth::{device, invitation};
use crate::code;
use crate::looked::{self, What, Who};
use crate::web::asked::Form;
use crate::web::cookie::Cookie;
use crate::web::failure::Failed;
use crate::web::handed::brought;
use crate::web::{Shared, Visitor};

/// The form for the first account.
#[derive(Deserialize)]
pub(crate) struct SetUp {
    token: String,
    name: String,
    display_name: String,
    password: String,
}

/// The one-time link on the terminal makes the first account, a chair's, and signs it in.
pub(crate) async fn setup(
    State(shared): State<Shared>,
    headers: HeaderMap,
    Form(form): Form<SetUp>,
) -> Result<Response, Failed> {
    let store = shared.store.as_ref();
    let back = |wrong: &str| go(&format!("/setup/{}?wrong={wrong}", urlencoded(&form.token)), None);
    let (name, display_name) = (form.name.trim(), form.display_name.trim());
    if !invitation::is_name(name) || !invitation::is_display_name(display_name) {
        return Ok(back("name"));
    }
    let hash = match password::hash(form.password.clone(), &[name, display_name]).await {
        Ok(hash) => hash,
        Err(PasswordError::Length) => return Ok(back("short")),
        Err(PasswordError::Easy) => return Ok(back("easy")),
        Err(error) => return Err(error.into()),
    };
    // Once there is an account the link is good no longer: it was printed, and may stand in a log.
    if store.account_count().await? > 0 || !store.take_setup_token(&code::hash(&form.token), now_ms()).await? {
        return Ok(back("token"));
    }
    let account = account(name, display_name, Role::Chair, hash)?;
    let who = Who::Account(account.id.clone());
    looked::changes(store, who, What::AccountMade, Some(&account.id), Some(&account.role)).await?;
    store.create_account(account.clone()).await?;
    enter(&shared, &account, &headers, false).await
}

/// What follows a right password: in, or the second step first. In the frame of a console that page shows what is next.
pub(super) async fn enter(
    shared: &Shared,
    account: &Account,
    headers: &HeaderMap,
    framed: bool,
) -> Result<Response, Failed> {
    let store = shared.store.as_ref();
    let has_one = second::has_one(store, &account.id).await?;
    let (cookies, to) = match second::next(shared.rules.second_factor, has_one) {
        Next::In => (begin_in(shared, account, headers).await?, "/conferences"),
        Next::Code => (vec![begin_halfway(shared, account).await?], Entry::Code.path()),
        Next::SetUp => (vec![begin_halfway(shared, account).await?], Entry::SecondFactor.path()),
    };
    Ok(go(if framed { Entry::Stay.path() } else { to }, cookies))
}

/// Begins the session of whoever is in; gives its cookie, and the one by which this browser is known from now on. A code for a
/// child's device that somebody else made there before them goes.
pub(super) async fn begin_in(
    shared: &Shared,
    account: &Account,
    headers: &HeaderMap,
) -> Result<Vec<HeaderValue>, Failed> {
    let user_agent = headers.get(USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let (store, idle) = (shared.store.as_ref(), shared.rules.idle);
    let token = session::begin_in(store, &account.id, idle, device::words(user_agent)).await?;
    let browser = remember(shared, headers, account).await?;
    let cookies = vec![Cookie::Staff.set(shared.served, &token)?, browser];
    let is_theirs = brought(shared.served, headers).is_none_or(|brought| brought.is_of(&account.id));
    Ok(if is_theirs { cookies } else { [cookies, vec![Cookie::Handed.clear(shared.served)?]].concat() })
}

async fn begin_halfway(shared: &Shared, account: &Account) -> Result<HeaderValue, Failed> {
    let token = session::begin_halfway(shared.store.as_ref(), &account.id).await?;
    Ok(Cookie::Staff.set(shared.served, &token)?)
}

/// Back to a page, which says what was wrong.
pub(super) fn back_from(entry: Entry, wrong: &str) -> Response {
    go(&format!("{}?wrong={wrong}", entry.path()), None)
}

/// A new account, ready to be kept.
pub(crate) fn account(name: &str, display_name: &str, role: Role, password_hash: String) -> Result<Account, Failed> {
    let id = uuid::Uuid::new_v4().to_string().try_into();
    Ok(Account {
        id: id.map_err(|error: store::BadAccountId| Failed::Unavailable(error.into()))?,
        name: name.to_owned(),
        display_name: display_name.to_owned(),
        role: role.name().to_owned(),
        password_hash,
        created_ms: now_ms(),
        disabled: false,
    })
}

/// The form for signing in.
#[derive(Deserialize)]
pub(crate) struct SignIn {
    name: String,
    password: String,
    framed: Option<String>,
}

/// A right name and password begin a new session with a new token. A wrong one takes as long and says as little whether
/// the name is known or not.
pub(crate) async fn sign_in(
    State(shared): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(form): Form<SignIn>,
) -> Result<Response, Failed> {
    let store = shared.store.as_ref();
    let (name, framed) = (form.name.trim().to_lowercase(), form.framed.is_some());
    let back = |wrong| if framed { back_from(Entry::Stay, wrong) } else { go(&format!("/?wrong={wrong}"), None) };
    let account = match store.account_by_name(&name).await {
        Ok(account) => account.filter(|account| !account.disabled),
        Err(StoreError::NotFound) => None,
        Err(error) => return Err(error.into()),
    };
    let browser = match &account {
        Some(account) => known(&shared, &headers, account).await?,
        None => None,
    };
    let tried = browser.as_ref().map_or(Tried::Name(&name), |browser| Tried::Password(By::Browser(browser)));
    if !tries::begin(store, tried).await? {
        return Ok(back("slow"));
    }
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let right = password::is(form.password, hash).await?;
    let Some(account) = account.filter(|_| right) else {
        return Ok(back("sign-in"));
    };
    tries::succeeded(store, tried).await?;
    if let Ok((old, _)) = visitor.known() {
        store.delete_session(&old.hash).await?;
        shared.ends.end(&old.hash);
    }
    enter(&shared, &account, &headers, framed).await
}

/// Ends the session here and on every socket that hangs on it.
pub(crate) async fn sign_out(State(shared): State<Shared>, visitor: Visitor) -> Result<Response, Failed> {
    if let Ok((found, _)) = visitor.known() {
        shared.store.delete_session(&found.hash).await?;
        shared.ends.end(&found.hash);
    }
    Ok(go("/?signed-out", [Cookie::Staff.clear(shared.served)?, Cookie::Handed.clear(shared.served)?]))
}

/// A text that is safe as one step of an address: what is not a letter or digit is left out, because no token has it.
fn urlencoded(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).take(64).collect()
}
