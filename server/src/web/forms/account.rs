//! Making the first account, signing in and signing out.
//!
//! Deliberately not here: further accounts, which are made on the command line.

use std::time::Instant;

use axum::Form;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use store::{Account, StoreError};

use super::go;
use crate::auth::password::{self, PasswordError};
use crate::auth::role::Role;
use crate::auth::session::{self, Holder, now_ms};
use crate::code;
use crate::web::cookie::Cookie;
use crate::web::failure::Failed;
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
pub(crate) async fn setup(State(shared): State<Shared>, Form(form): Form<SetUp>) -> Result<Response, Failed> {
    let store = shared.store.as_ref();
    let back = |wrong: &str| go(&format!("/setup/{}?wrong={wrong}", urlencoded(&form.token)), None);
    let name = form.name.trim();
    if name.is_empty() || name.chars().count() > 60 || form.display_name.trim().is_empty() {
        return Ok(back("name"));
    }
    let hash = match password::hash(form.password.clone()).await {
        Ok(hash) => hash,
        Err(PasswordError::Length) => return Ok(back("short")),
        Err(error) => return Err(error.into()),
    };
    if !store.take_setup_token(&code::hash(&form.token), now_ms()).await? {
        return Ok(back("token"));
    }
    let account = account(name, form.display_name.trim(), Role::Chair, hash)?;
    let id = account.id.to_string();
    store.create_account(account).await?;
    let token = session::begin(store, &Holder::Account(id), session::STAFF).await?;
    Ok(go("/conferences", Some(Cookie::Staff.set(shared.served, &token)?)))
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
}

/// A right name and password begin a new session with a new token. A wrong one takes as long and says as little whether
/// the name is known or not.
pub(crate) async fn sign_in(
    State(shared): State<Shared>,
    visitor: Visitor,
    Form(form): Form<SignIn>,
) -> Result<Response, Failed> {
    let store = shared.store.as_ref();
    let name = form.name.trim().to_lowercase();
    if !shared.sign_ins.may_try(&name, Instant::now()) {
        return Ok(go("/?wrong=slow", None));
    }
    let account = match store.account_by_name(&name).await {
        Ok(account) => account.filter(|account| !account.disabled),
        Err(StoreError::NotFound) => None,
        Err(error) => return Err(error.into()),
    };
    let hash = account.as_ref().map(|account| account.password_hash.clone());
    let right = password::is(form.password, hash).await?;
    let Some(account) = account.filter(|_| right) else {
        shared.sign_ins.failed(&name, Instant::now());
        return Ok(go("/?wrong=sign-in", None));
    };
    shared.sign_ins.succeeded(&name);
    if let Some((old, _, _)) = visitor.staff {
        store.delete_session(&old.hash).await?;
        shared.ends.end(&old.hash);
    }
    let token = session::begin(store, &Holder::Account(account.id.to_string()), session::STAFF).await?;
    Ok(go("/conferences", Some(Cookie::Staff.set(shared.served, &token)?)))
}

/// Ends the session here and on every socket that hangs on it.
pub(crate) async fn sign_out(State(shared): State<Shared>, visitor: Visitor) -> Result<Response, Failed> {
    if let Some((found, _, _)) = visitor.staff {
        shared.store.delete_session(&found.hash).await?;
        shared.ends.end(&found.hash);
    }
    Ok(go("/?signed-out", Some(Cookie::Staff.clear(shared.served)?)))
}

/// A text that is safe as one step of an address: what is not a letter or digit is left out, because no token has it.
fn urlencoded(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).take(64).collect()
}
