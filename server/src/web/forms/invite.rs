//! Inviting somebody, for whoever keeps the accounts.
//!
//! Deliberately shows the link in the answer and nowhere else: no address leads to it, and nothing is sent.

use app::address::Entry;
use app::given::{EntryPage, Invite};
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde::Deserialize;

use super::account::back_from;
use crate::auth::invitation::{invite, is_display_name, is_name};
use crate::auth::role::Role;
use crate::desk::staff_of;
use crate::looked::Who;
use crate::web::asked::Form;
use crate::web::failure::Failed;
use crate::web::pages::draw_entry;
use crate::web::{Shared, Visitor};

/// Who is invited.
#[derive(Deserialize)]
pub(crate) struct Invitee {
    name: String,
    display_name: String,
    role: String,
}

/// Makes a link for one account, and shows it once.
pub(crate) async fn invite_somebody(
    State(shared): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    uri: Uri,
    Form(form): Form<Invitee>,
) -> Result<Response, Failed> {
    let (account, own) = visitor.signed_in()?;
    let (name, display_name) = (form.name.trim(), form.display_name.trim());
    let role: Role = form.role.parse().map_err(|_| Failed::Form)?;
    let store = shared.store.as_ref();
    let is_taken = store.account_by_name(name).await?.is_some();
    if !is_name(name) || !is_display_name(display_name) || is_taken {
        return Ok(back_from(Entry::Invite, "name"));
    }
    let who = Who::Account(account.id.clone());
    let token = invite(store, who, name, display_name, role).await.map_err(Failed::Unavailable)?;
    let link = format!("{}/invited#{token}", shared.address(&headers).ok_or(Failed::Form)?);
    let made = Invite::Made { name: display_name.to_owned(), link };
    let page = EntryPage::Invite { staff: staff_of(&account.display_name, own), invite: made };
    Ok(draw_entry(Entry::Invite, &page, uri).await)
}
