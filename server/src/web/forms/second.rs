//! The second step: giving the code after the password, setting the step up, and taking it away.
//!
//! Deliberately not here: what a right code is. Whatever was wrong about one, the answer is the same.

use app::address::Entry;
use app::given::{EntryPage, Factor};
use axum::extract::State;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;
use serde::Deserialize;
use store::{Account, Sensitive, StoreError};

use super::account::{back_from, begin_in};
use super::known::known;
use super::password::asking;
use super::sessions::own;
use super::{go, set};
use crate::auth::session::now_ms;
use crate::auth::tries::{self, By, Tried};
use crate::auth::{recovery, second, totp};
use crate::desk::staff_of;
use crate::web::asked::Form;
use crate::web::failure::Failed;
use crate::web::pages::draw_entry;
use crate::web::{Shared, Visitor};

/// A code.
#[derive(Deserialize)]
pub(crate) struct Code {
    code: String,
    framed: Option<String>,
}

/// A right code begins a session, with a new token, for whoever gave the right password before.
pub(crate) async fn code(
    State(shared): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(form): Form<Code>,
) -> Result<Response, Failed> {
    let framed = form.framed.is_some();
    let Some((found, account)) = &visitor.halfway else {
        return Ok(go(if framed { Entry::Stay.path() } else { "/" }, None));
    };
    let back = if framed { Entry::Stay } else { Entry::Code };
    let browser = known(&shared, &headers, account).await?;
    let by = browser.as_ref().map_or(By::Account(&account.id), By::Browser);
    if let Some(wrong) = wrong(&shared, account, by, &form.code).await? {
        return Ok(back_from(back, wrong));
    }
    shared.store.delete_session(&found.hash).await?;
    let cookies = begin_in(&shared, account, &headers).await?;
    Ok(go(if framed { Entry::Stay.path() } else { "/conferences" }, cookies))
}

/// What is wrong about a code: it is not right, or there were too many tries.
async fn wrong(shared: &Shared, account: &Account, by: By<'_>, code: &str) -> Result<Option<&'static str>, Failed> {
    let (store, tried) = (shared.store.as_ref(), Tried::Code(by));
    if !tries::begin(store, tried).await? {
        return Ok(Some("slow"));
    }
    if !second::is_right(store, &account.id, code).await? {
        return Ok(Some("code"));
    }
    tries::succeeded(store, tried).await?;
    Ok(None)
}

/// What is asked of the second step.
#[derive(Deserialize)]
pub(crate) struct SecondFactor {
    #[serde(rename = "do")]
    what: String,
    #[serde(default)]
    code: String,
}

/// Sets the second step up, makes new recovery codes, or takes it away.
pub(crate) async fn second_factor(
    State(shared): State<Shared>,
    visitor: Visitor,
    headers: HeaderMap,
    uri: Uri,
    Form(form): Form<SecondFactor>,
) -> Result<Response, Failed> {
    let (found, account) = visitor.known()?;
    let has_one = second::has_one(shared.store.as_ref(), &account.id).await?;
    if visitor.staff.is_none() && has_one {
        return Ok(go(Entry::Code.path(), None));
    }
    match form.what.as_str() {
        "begin" => begin(&shared, &visitor).await,
        "confirm" => confirm(shared, visitor, &headers, uri, &form.code).await,
        "codes" if has_one => {
            if let Some(wrong) = wrong(&shared, account, By::Session(&found.hash), &form.code).await? {
                return Ok(back_from(Entry::SecondFactor, wrong));
            }
            let fresh = recovery::fresh()?;
            shared.store.set_recovery_codes(&account.id, fresh.kept).await?;
            Ok(show_codes(&shared, &visitor, uri, fresh.shown).await)
        }
        "remove" if has_one => {
            if let Some(wrong) = wrong(&shared, account, By::Session(&found.hash), &form.code).await? {
                return Ok(back_from(Entry::SecondFactor, wrong));
            }
            shared.store.remove_second_factor(&account.id).await?;
            if shared.rules.second_factor == second::Policy::Required {
                // Nobody is in without one, and that goes for what is open already.
                own(&shared, &visitor).await?.iter().for_each(|session| shared.ends.end(&session.token_hash));
            }
            Ok(go(&format!("{}?done=removed", Entry::SecondFactor.path()), None))
        }
        _ => Err(Failed::Form),
    }
}

/// A new key, to be shown to a telephone. Somebody who finds a page open must not be able to put theirs in its place.
async fn begin(shared: &Shared, visitor: &Visitor) -> Result<Response, Failed> {
    let path = Entry::SecondFactor.path();
    if visitor.staff.is_some() && !visitor.is_proved()? {
        return Ok(go(&asking(path), None));
    }
    let (_, account) = visitor.known()?;
    let key = Sensitive::new(totp::new_key()?);
    match shared.store.begin_second_factor(&account.id, key).await {
        // One is on already: the page says so.
        Ok(()) | Err(StoreError::AlreadyExists) => Ok(go(path, None)),
        Err(error) => Err(error.into()),
    }
}

/// The first code shows that the telephone has the key. Whoever had to set it up is in with that.
async fn confirm(
    shared: Shared,
    visitor: Visitor,
    headers: &HeaderMap,
    uri: Uri,
    code: &str,
) -> Result<Response, Failed> {
    let (found, account) = visitor.known()?;
    let (store, tried) = (shared.store.as_ref(), Tried::Code(By::Session(&found.hash)));
    let back = |wrong| Ok(back_from(Entry::SecondFactor, wrong));
    if !tries::begin(store, tried).await? {
        return back("slow");
    }
    let begun = store.second_factor(&account.id).await?.filter(|factor| !factor.confirmed);
    let step = begun.and_then(|factor| totp::step_of(factor.key.expose(), code, now_ms()));
    let Some(step) = step else {
        return back("code");
    };
    let fresh = recovery::fresh()?;
    if !store.confirm_second_factor(&account.id, step, fresh.kept).await? {
        return back("code");
    }
    tries::succeeded(store, tried).await?;
    let cookies = if visitor.halfway.is_some() {
        store.delete_session(&found.hash).await?;
        begin_in(&shared, account, headers).await?
    } else {
        Vec::new()
    };
    let mut response = show_codes(&shared, &visitor, uri, fresh.shown).await;
    set(&mut response, cookies);
    Ok(response)
}

/// Recovery codes are shown by the answer itself, once: no address leads to them.
async fn show_codes(shared: &Shared, visitor: &Visitor, uri: Uri, codes: Vec<String>) -> Response {
    let page = EntryPage::SecondFactor {
        staff: visitor.signed_in().ok().map(|(account, role)| staff_of(&account.display_name, role)),
        factor: Factor::Codes(codes),
        is_required: shared.rules.second_factor == second::Policy::Required,
    };
    draw_entry(Entry::SecondFactor, &page, uri).await
}
