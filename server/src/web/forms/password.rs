//! Another password, and the password once more before something leaves Hearth as a file.
//!
//! Deliberately asks for the password that is: an open page alone must not be enough to take an account, or a record along.

use app::address::Entry;
use axum::extract::State;
use axum::http::Uri;
use axum::http::uri::PathAndQuery;
use axum::response::Response;
use serde::Deserialize;
use store::Account;

use super::account::back_from;
use super::go;
use super::sessions::{end_all_but_this, own};
use crate::auth::password::{self, PasswordError};
use crate::auth::session::{Found, now_ms};
use crate::auth::tries::{self, By, Tried};
use crate::web::asked::Form;
use crate::web::failure::Failed;
use crate::web::{Shared, Visitor};

/// Another password.
#[derive(Deserialize)]
pub(crate) struct Another {
    password: String,
    new: String,
    twice: String,
}

/// Changes the password, and ends every other session.
pub(crate) async fn another(
    State(shared): State<Shared>,
    visitor: Visitor,
    Form(form): Form<Another>,
) -> Result<Response, Failed> {
    let (found, account, _) = visitor.staff.as_ref().ok_or(Failed::SignedOut)?;
    if let Some(wrong) = wrong(&shared, found, account, form.password).await? {
        return Ok(back_from(Entry::Password, wrong));
    }
    if form.new != form.twice {
        return Ok(back_from(Entry::Password, "same"));
    }
    let hash = match password::hash(form.new, &[&account.name, &account.display_name]).await {
        Ok(hash) => hash,
        Err(PasswordError::Length) => return Ok(back_from(Entry::Password, "short")),
        Err(PasswordError::Easy) => return Ok(back_from(Entry::Password, "easy")),
        Err(error) => return Err(error.into()),
    };
    let before = own(&shared, &visitor).await?;
    shared.store.set_password(&account.id, hash).await?;
    end_all_but_this(&shared, &visitor, &before).await?;
    // Whoever signed in with the old one meanwhile, or is halfway in.
    shared.store.delete_other_sessions(&account.id, &found.hash).await?;
    Ok(go(&format!("{}?done=password", Entry::Sessions.path()), None))
}

/// The password once more.
#[derive(Deserialize)]
pub(crate) struct Again {
    password: String,
    to: String,
}

/// Notes that the password was given, and goes on.
pub(crate) async fn again(
    State(shared): State<Shared>,
    visitor: Visitor,
    Form(form): Form<Again>,
) -> Result<Response, Failed> {
    let (found, account, _) = visitor.staff.as_ref().ok_or(Failed::SignedOut)?;
    let to = going_on(&form.to);
    if let Some(wrong) = wrong(&shared, found, account, form.password).await? {
        return Ok(go(&format!("{}&wrong={wrong}", asking(&to)), None));
    }
    shared.store.prove_session(&found.hash, now_ms()).await?;
    Ok(go(&to, None))
}

/// What leaves Hearth as a file is given to whoever gave their password within the last ten minutes. Others are asked for it
/// first, and go on from there.
pub(crate) fn ask_first(visitor: &Visitor, uri: &Uri) -> Result<Option<Response>, Failed> {
    let to = uri.path_and_query().map(PathAndQuery::as_str).unwrap_or_default();
    Ok(if visitor.is_proved()? { None } else { Some(go(&asking(to), None)) })
}

/// The address that asks for the password, and where it goes on.
pub(super) fn asking(to: &str) -> String {
    let to: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
    format!("{}?to={to}", Entry::Again.path())
}

/// Where it goes on: a step of a conference or of the account, and nowhere outside.
pub(crate) fn going_on(to: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | ':' | '~' | '?' | '=' | '&');
    let inside = to.starts_with("/conferences/") || to == Entry::SecondFactor.path();
    if inside && to.chars().all(plain) { to.to_owned() } else { "/conferences".to_owned() }
}

/// What is wrong about a password that somebody gives again: it is not right, or there were too many tries.
async fn wrong(
    shared: &Shared,
    found: &Found,
    account: &Account,
    password: String,
) -> Result<Option<&'static str>, Failed> {
    let (store, tried) = (shared.store.as_ref(), Tried::Password(By::Session(&found.hash)));
    if !tries::begin(store, tried).await? {
        return Ok(Some("slow"));
    }
    if !password::is(password, Some(account.password_hash.clone())).await? {
        return Ok(Some("password"));
    }
    tries::succeeded(store, tried).await?;
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_on_within_hearth_and_nowhere_else() {
        for to in ["/conferences/abc/minutes/family.pdf", "/conferences/abc/letter/maja.pdf?band=8_to_11&size=18"] {
            assert_eq!(going_on(to), to);
        }
        for to in ["//evil.example", "https://evil.example", "/conferences/\r\nx: y", "/sign-out", "", "\\\\evil"] {
            assert_eq!(going_on(to), "/conferences", "{to}");
        }
    }
}
