//! Browsers in which somebody has signed in before: their tries there are counted apart from a stranger's, so that nobody keeps a chair
//! out of their conference by typing wrong passwords for their name.
//!
//! Deliberately opens nothing: the password and the second step are asked for all the same. And given only to whoever is wholly in, or
//! somebody with the password alone could have as many browsers, and as many codes to try, as they like.

use axum::http::{HeaderMap, HeaderValue};
use store::Account;

use crate::auth::lasting::ms;
use crate::auth::session::{self, Holder, KNOWN, now_ms};
use crate::code;
use crate::web::Shared;
use crate::web::cookie::Cookie;
use crate::web::failure::Failed;

/// The browser that asks, where this account has signed in there before.
pub(super) async fn known(shared: &Shared, headers: &HeaderMap, account: &Account) -> Result<Option<[u8; 32]>, Failed> {
    let Some(token) = Cookie::Known.read(shared.served, headers) else {
        return Ok(None);
    };
    let found = session::find(shared.store.as_ref(), &token).await?;
    Ok(found.filter(|found| found.holder == holder(account)).map(|found| found.hash))
}

/// Remembers the browser in which somebody has come in; gives its cookie.
pub(super) async fn remember(shared: &Shared, headers: &HeaderMap, account: &Account) -> Result<HeaderValue, Failed> {
    let store = shared.store.as_ref();
    let now = now_ms();
    let before = Cookie::Known.read(shared.served, headers);
    let token = match (known(shared, headers, account).await?, before) {
        (Some(browser), Some(token)) if store.touch_session(&browser, now, now.saturating_add(ms(KNOWN))).await? => {
            token
        }
        (_, before) => {
            if let Some(other) = before {
                // One browser is one person's.
                store.delete_session(&code::hash(&other)).await?;
            }
            session::begin(store, &holder(account), KNOWN).await?
        }
    };
    Ok(Cookie::Known.set(shared.served, &token)?)
}

fn holder(account: &Account) -> Holder {
    Holder::Known(account.id.to_string())
}
