//! Where somebody is signed in: ending one session, or all others; and staying.
//!
//! Deliberately only one's own: what a form names is looked for among the sessions of whoever sends it.

use app::address::Entry;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use store::Session;

use super::go;
use crate::auth::lasting::{ends_ms, still_counts};
use crate::auth::session::{Holder, now_ms, written};
use crate::code;
use crate::web::asked::Form;
use crate::web::failure::Failed;
use crate::web::{Shared, Visitor};

/// Which session is to end.
#[derive(Deserialize)]
pub(crate) struct End {
    #[serde(rename = "do")]
    what: String,
    session: Option<String>,
}

/// The sessions of whoever is signed in, the latest first.
pub(crate) async fn own(shared: &Shared, visitor: &Visitor) -> Result<Vec<Session>, Failed> {
    let now = now_ms();
    let mut sessions = all(shared, visitor).await?;
    sessions.retain(|session| still_counts(session.span(), now));
    sessions.sort_by_key(|session| std::cmp::Reverse(session.last_seen_ms));
    Ok(sessions)
}

/// Those that do not count too.
async fn all(shared: &Shared, visitor: &Visitor) -> Result<Vec<Session>, Failed> {
    let (account, _) = visitor.signed_in()?;
    Ok(shared.store.sessions_of(&written(&Holder::Account(account.id.to_string()))).await?)
}

/// What a form calls a session. Nobody gets from it to the token, nor to the token's hash.
pub(crate) fn name(session: &Session) -> String {
    code::hex(&code::hash(&code::hex(&session.token_hash))).chars().take(24).collect()
}

/// Ends one of one's own sessions, or all but this; their sockets close at once.
pub(crate) async fn end(
    State(shared): State<Shared>,
    visitor: Visitor,
    Form(form): Form<End>,
) -> Result<Response, Failed> {
    let others: Vec<Session> = match form.what.as_str() {
        "others" => all(&shared, &visitor).await?,
        "end" => own(&shared, &visitor).await?.into_iter().filter(|one| Some(name(one)) == form.session).collect(),
        _ => return Err(Failed::Form),
    };
    end_all_but_this(&shared, &visitor, &others).await?;
    let done = if form.what == "end" { "ended" } else { "others" };
    Ok(go(&format!("{}?done={done}", Entry::Sessions.path()), None))
}

/// Ends these sessions, but never the one that asks.
pub(super) async fn end_all_but_this(shared: &Shared, visitor: &Visitor, sessions: &[Session]) -> Result<(), Failed> {
    let this = visitor.staff.as_ref().map(|(found, _, _)| found.hash);
    for session in sessions.iter().filter(|session| Some(session.token_hash) != this) {
        shared.store.delete_session(&session.token_hash).await?;
        shared.ends.end(&session.token_hash);
    }
    Ok(())
}

/// Puts the end of this session off. The page in the console's frame asks for it, and is shown again.
pub(crate) async fn stay(State(shared): State<Shared>, visitor: Visitor) -> Result<Response, Failed> {
    if let Some((found, _, _)) = &visitor.staff {
        let now = now_ms();
        let ends = ends_ms(found.created_ms, now, shared.rules.idle);
        shared.store.touch_session(&found.hash, now, ends).await?;
    }
    Ok(go(Entry::Stay.path(), None))
}
