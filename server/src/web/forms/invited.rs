//! Making one's own account with an invitation.
//!
//! Deliberately answers with a page and never with an address: the token stays in forms, so that no log has it.

use app::address::Entry;
use app::given::{EntryPage, Invited};
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde::Deserialize;
use store::{Account, Invitation, StoreError};

use super::account::{account, enter};
use crate::auth::invitation::{is_display_name, is_name};
use crate::auth::password::{self, PasswordError};
use crate::auth::session::now_ms;
use crate::code;
use crate::looked::{self, What, Who};
use crate::web::Shared;
use crate::web::asked::Form;
use crate::web::failure::Failed;
use crate::web::pages::draw_entry;

/// The link's token; and, from the second form on, what somebody chose.
#[derive(Deserialize)]
pub(crate) struct Accept {
    token: String,
    #[serde(default)]
    display_name: String,
    #[serde(default)]
    name: String,
    new: Option<String>,
    #[serde(default)]
    twice: String,
}

/// Shows the form for the account, or makes the account and signs it in.
pub(crate) async fn accept(
    State(shared): State<Shared>,
    headers: HeaderMap,
    uri: Uri,
    Form(mut form): Form<Accept>,
) -> Result<Response, Failed> {
    form.token = form.token.trim().trim_start_matches('#').to_owned();
    let hash = code::hash(&form.token);
    let Some(invitation) = shared.store.invitation(&hash, now_ms()).await? else {
        return Ok(draw(Invited::Asked { is_bad: true }, uri).await);
    };
    let Some(new) = form.new.take() else {
        let names = (invitation.display_name, invitation.name);
        return Ok(draw(known(&form.token, names, None), uri).await);
    };
    let (display_name, name) = (form.display_name.trim().to_owned(), form.name.trim().to_owned());
    let wrong = match chosen(&invitation, &display_name, &name, new, &form.twice).await? {
        Err(wrong) => wrong,
        Ok(account) => match keep(&shared, &hash, &account).await {
            Ok(true) => return enter(&shared, &account, &headers, false).await,
            Ok(false) => return Ok(draw(Invited::Asked { is_bad: true }, uri).await),
            Err(StoreError::AlreadyExists) => "name",
            Err(error) => return Err(error.into()),
        },
    };
    Ok(draw(known(&form.token, (display_name, name), Some(wrong)), uri).await)
}

/// Keeps the account, once that is written down: with an invitation somebody makes their own.
async fn keep(shared: &Shared, invitation: &[u8; 32], account: &Account) -> Result<bool, StoreError> {
    let (store, who) = (shared.store.as_ref(), Who::Account(account.id.clone()));
    looked::changes(store, who, What::AccountMade, Some(&account.id), Some(&account.role)).await?;
    store.accept_invitation(invitation, now_ms(), account.clone()).await
}

/// The account as somebody chose it, or what is wrong with it.
async fn chosen(
    invitation: &Invitation,
    display_name: &str,
    name: &str,
    new: String,
    twice: &str,
) -> Result<Result<Account, &'static str>, Failed> {
    if !is_name(name) || !is_display_name(display_name) {
        return Ok(Err("name"));
    }
    if new != twice {
        return Ok(Err("same"));
    }
    let hash = match password::hash(new, &[name, display_name]).await {
        Ok(hash) => hash,
        Err(PasswordError::Length) => return Ok(Err("short")),
        Err(PasswordError::Easy) => return Ok(Err("easy")),
        Err(error) => return Err(error.into()),
    };
    let role = invitation.role.parse().map_err(|_| Failed::Form)?;
    Ok(Ok(account(name, display_name, role, hash)?))
}

fn known(token: &str, (display_name, name): (String, String), wrong: Option<&str>) -> Invited {
    Invited::Known { token: token.to_owned(), display_name, name, wrong: wrong.map(str::to_owned) }
}

async fn draw(invited: Invited, uri: Uri) -> Response {
    draw_entry(Entry::Invited, &EntryPage::Invited(invited), uri).await
}
