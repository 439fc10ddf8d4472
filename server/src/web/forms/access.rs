//! The forms about who may come to a conference: restricting it, naming somebody, letting oneself in, and taking notice of that.
//!
//! Deliberately not here: who may come (that is [`crate::auth::reach`]).

use axum::extract::State;
use axum::response::Response;
use board::id::ConferenceId;
use serde::Deserialize;
use store::{AccountId, Pass, StoreError};

use super::go;
use crate::auth::codes;
use crate::auth::pass::{self, LASTS, Reason};
use crate::auth::reach::{Reach, reaches};
use crate::auth::session::now_ms;
use crate::looked::{self, What, Who};
use crate::web::asked::{Form, Path};
use crate::web::failure::Failed;
use crate::web::{Shared, Visitor};

/// The longest reason in words.
const LONGEST: usize = 200;

/// What the chair asks for.
#[derive(Deserialize)]
pub(crate) struct SayWho {
    r#do: String,
    #[serde(default)]
    account: String,
}

/// The chair says who may come; it is written down before it is so, with whom it is about. Whoever restricts a conference is named with
/// it, so that they do not shut themselves out.
pub(crate) async fn say_who(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
    Form(form): Form<SayWho>,
) -> Result<Response, Failed> {
    let (account, _) = visitor.signed_in()?;
    let store = shared.store.as_ref();
    // A conference that is not there is not restricted either.
    shared.rooms.room(&conference).await?;
    let other = || form.account.parse::<AccountId>().map_err(|_| Failed::Form);
    let write = async |said: &str, about: Option<&AccountId>| {
        store.looked(looked::access(Who::Account(account.id.clone()), &conference, said, about)).await
    };
    match form.r#do.as_str() {
        "restrict" => {
            write("restricted", None).await?;
            store.name(&conference, &account.id, true).await?;
            store.restrict(&conference, true).await?;
            codes::withdraw_childrens(store, &conference).await?;
        }
        "open" => {
            write("opened", None).await?;
            store.restrict(&conference, false).await?;
        }
        "name" => {
            let other = other()?;
            store.account_by_id(&other).await?.ok_or(Failed::NotFound)?;
            write("named", Some(&other)).await?;
            store.name(&conference, &other, true).await?;
        }
        "unname" => {
            let other = other()?;
            if other == account.id && store.access(&conference).await?.restricted {
                return Ok(go(&format!("/conferences/{conference}/access?news=yourself"), None));
            }
            write("unnamed", Some(&other)).await?;
            store.name(&conference, &other, false).await?;
            codes::withdraw_childrens(store, &conference).await?;
        }
        _ => return Err(Failed::Form),
    }
    Ok(go(&format!("/conferences/{conference}/access?news=kept"), None))
}

/// Why somebody lets themselves in.
#[derive(Deserialize)]
pub(crate) struct LetIn {
    reason: String,
    because: String,
}

/// Somebody lets themselves in, for a reason and for a while. It is written down with the pass, both or neither.
pub(crate) async fn let_in(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
    Form(form): Form<LetIn>,
) -> Result<Response, Failed> {
    let (account, _) = visitor.signed_in()?;
    if reaches(shared.store.as_ref(), &account.id, &conference).await? == Reach::Own {
        // Nobody needs a reason to come to their own; a pass would outlast a restriction that leaves them out.
        return Ok(go(&format!("/conferences/{conference}"), None));
    }
    let because = form.because.trim();
    let fits = (1..=LONGEST).contains(&because.chars().count()) && !because.chars().any(char::is_control);
    let Some(reason) = Reason::coded(&form.reason).filter(|_| fits) else {
        return Ok(go(&format!("/conferences/{conference}/access?news=reason"), None));
    };
    let at_ms = now_ms();
    let pass = Pass {
        id: uuid::Uuid::new_v4().to_string(),
        conference: conference.clone(),
        account: account.id.clone(),
        team: shared.store.access(&conference).await?.team,
        at_ms,
        until_ms: at_ms.saturating_add(i64::try_from(LASTS.as_millis()).unwrap_or(i64::MAX)),
        reason: reason.code().to_owned(),
        because: because.to_owned().into(),
        seen_ms: None,
    };
    let who = Who::Account(account.id.clone());
    let line = looked::line(who, &conference, What::LetIn, Some(reason.code()));
    match shared.store.let_in(pass, line).await {
        Ok(()) => Ok(go(&format!("/conferences/{conference}"), None)),
        Err(StoreError::NotFound | StoreError::Erased) => Err(Failed::NotFound),
        Err(error) => Err(error.into()),
    }
}

/// Somebody who was told takes notice of whoever let themselves in.
pub(crate) async fn see_pass(
    State(shared): State<Shared>,
    Path(id): Path<String>,
    visitor: Visitor,
) -> Result<Response, Failed> {
    let told = told(&shared, &visitor).await?;
    if !told.iter().any(|known| known.id == id) {
        return Err(Failed::NotFound);
    }
    shared.store.see_pass(&id, now_ms()).await?;
    Ok(go("/conferences", None))
}

/// The passes that whoever asks is to take notice of.
pub(crate) async fn told(shared: &Shared, visitor: &Visitor) -> Result<Vec<Pass>, Failed> {
    let (account, _) = visitor.signed_in()?;
    let store = shared.store.as_ref();
    let passes = store.passes_unseen().await?;
    if passes.is_empty() {
        return Ok(Vec::new());
    }
    let (accounts, members) = (store.accounts().await?, store.members().await?);
    let mut theirs = Vec::new();
    for pass in passes {
        let access = store.access(&pass.conference).await?;
        if pass::told(&pass, &accounts, &members, &access).contains(&account.id) {
            theirs.push(pass);
        }
    }
    Ok(theirs)
}
