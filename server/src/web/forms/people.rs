//! The administrator's forms: what an account is for, to which team it belongs, a new team, and an invitation that is withdrawn.
//!
//! Deliberately not here: making accounts, passwords, and any conference.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use store::{Account, AccountId, StoreError};

use super::go;
use crate::auth::invitation;
use crate::auth::role::Role;
use crate::auth::session::{self, Holder};
use crate::looked::{self, What, Who};
use crate::web::asked::Form;
use crate::web::failure::Failed;
use crate::web::{Shared, Visitor};

/// The longest name of a team.
const LONGEST: usize = 60;

/// What the administrator asks for.
#[derive(Deserialize)]
pub(crate) struct People {
    r#do: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    account: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    team: String,
    #[serde(default)]
    manages: Option<String>,
    #[serde(default)]
    invitation: String,
}

/// Changes an account, makes a team, or withdraws an invitation; it is written down before it is so. Nobody changes their own account: so there is always an
/// administrator left.
pub(crate) async fn people(
    State(shared): State<Shared>,
    visitor: Visitor,
    Form(form): Form<People>,
) -> Result<Response, Failed> {
    let (own, _) = visitor.signed_in()?;
    let news = match form.r#do.as_str() {
        "team" => team(&shared, own, form.name.trim()).await?,
        "account" => account(&shared, own, &form).await?,
        "withdraw" => withdraw(&shared, own, &form.invitation).await?,
        _ => return Err(Failed::Form),
    };
    Ok(go(&format!("/people?news={news}"), None))
}

fn who(own: &Account) -> Who {
    Who::Account(own.id.clone())
}

async fn team(shared: &Shared, own: &Account, name: &str) -> Result<&'static str, Failed> {
    if !is_name(name) {
        return Ok("name");
    }
    looked::changes(shared.store.as_ref(), who(own), What::TeamMade, None, None).await?;
    match shared.store.add_team(name).await {
        Ok(()) => Ok("team"),
        Err(StoreError::AlreadyExists) => Ok("there"),
        Err(error) => Err(error.into()),
    }
}

async fn withdraw(shared: &Shared, own: &Account, named: &str) -> Result<&'static str, Failed> {
    let was_open = invitation::withdraw(shared.store.as_ref(), who(own), named).await?;
    Ok(if was_open { "withdrawn" } else { "used" })
}

/// Whether a team can be called so.
pub(crate) fn is_name(name: &str) -> bool {
    (1..=LONGEST).contains(&name.chars().count()) && !name.chars().any(char::is_control)
}

async fn account(shared: &Shared, own: &Account, form: &People) -> Result<&'static str, Failed> {
    let id: AccountId = form.account.parse().map_err(|_| Failed::Form)?;
    let role: Role = form.role.parse().map_err(|_| Failed::Form)?;
    if id == own.id {
        return Ok("yourself");
    }
    let store = shared.store.as_ref();
    let before = store.account_by_id(&id).await?.ok_or(Failed::NotFound)?;
    let team = Some(form.team.as_str()).filter(|team| !team.is_empty());
    if let Some(team) = team
        && !store.teams().await?.iter().any(|known| known.key == team)
    {
        return Err(Failed::NotFound);
    }
    let wanted = team.map(|team| (team.to_owned(), form.manages.is_some()));
    if wanted != store.member(&id).await?.map(|member| (member.team, member.manages)) {
        let what =
            if wanted.as_ref().is_some_and(|(_, manages)| *manages) { What::ManagerMade } else { What::TeamGiven };
        looked::changes(store, who(own), what, Some(&id), team).await?;
        store.set_member(&id, wanted).await?;
    }
    if before.role != role.name() {
        looked::changes(store, who(own), What::RoleGiven, Some(&id), Some(role.name())).await?;
        store.set_role(&id, role.name()).await?;
    }
    // Whatever page they have open asks anew who they are.
    for session in store.sessions_of(&session::written(&Holder::Account(id.to_string()))).await? {
        shared.ends.end(&session.token_hash);
    }
    Ok("kept")
}
