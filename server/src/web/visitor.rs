//! The visitor of one request: who is signed in, and which seat the device has.
//!
//! Deliberately not here: what they may see. A visitor leads to an actor and an audience; the board does the rest.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use board::audience::Audience;
use board::decide::Actor;
use store::{Account, AccountId};

use super::Shared;
use super::cookie::Cookie;
use super::failure::Failed;
use crate::auth::role::Role;
use crate::auth::session::{self, Found, Holder};

/// Who makes a request.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    /// The session of whoever signed in.
    pub(crate) staff: Option<(Found, Account, Role)>,
    /// The session of the device's seat.
    pub(crate) seat: Option<Found>,
}

impl Visitor {
    /// The member of staff, or a failure that says to sign in.
    pub(crate) fn signed_in(&self) -> Result<(&Account, Role), Failed> {
        self.staff.as_ref().map(|(_, account, role)| (account, *role)).ok_or(Failed::SignedOut)
    }

    /// Who a member of staff is at a conference.
    pub(crate) fn at_console(&self) -> Result<(Actor, Audience), Failed> {
        let (_, role) = self.signed_in()?;
        Ok(match role {
            Role::Chair => (Actor::Chair, Audience::Chair),
            Role::MinuteTaker => (Actor::Clerk, Audience::Clerk),
        })
    }

    /// The chair, or a failure: a minute taker is told that the place is not here.
    pub(crate) fn chair(&self) -> Result<&Account, Failed> {
        match self.signed_in()? {
            (account, Role::Chair) => Ok(account),
            (_, Role::MinuteTaker) => Err(Failed::NotFound),
        }
    }
}

impl FromRequestParts<Shared> for Visitor {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, shared: &Shared) -> Result<Self, Failed> {
        Ok(Self { staff: staff(parts, shared).await?, seat: seat(parts, shared).await? })
    }
}

async fn staff(parts: &Parts, shared: &Shared) -> Result<Option<(Found, Account, Role)>, Failed> {
    let Some(token) = Cookie::Staff.read(shared.served, &parts.headers) else {
        return Ok(None);
    };
    let Some(found) = session::find(shared.store.as_ref(), &token).await? else {
        return Ok(None);
    };
    let Holder::Account(id) = &found.holder else {
        return Ok(None);
    };
    let Ok(id) = AccountId::try_from(id.clone()) else {
        return Ok(None);
    };
    let account = shared.store.account_by_id(&id).await?.filter(|account| !account.disabled);
    Ok(account.and_then(|account| {
        let role = account.role.parse().ok()?;
        Some((found, account, role))
    }))
}

async fn seat(parts: &Parts, shared: &Shared) -> Result<Option<Found>, Failed> {
    let Some(token) = Cookie::Seat.read(shared.served, &parts.headers) else {
        return Ok(None);
    };
    let found = session::find(shared.store.as_ref(), &token).await?;
    Ok(found.filter(|found| !matches!(found.holder, Holder::Account(_))))
}
