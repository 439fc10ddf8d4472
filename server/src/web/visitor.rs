//! The visitor of one request: who is signed in, and which seat the device has.
//!
//! Deliberately not here: what they may see. A visitor leads to an actor and an audience; the board does the rest.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use board::audience::Audience;
use board::decide::Actor;
use board::people::Person;
use store::{Account, AccountId};

use super::Shared;
use super::cookie::Cookie;
use super::failure::Failed;
use crate::auth::rights::{self, Right};
use crate::auth::role::Role;
use crate::auth::session::{self, Found, Holder};
use crate::room::RoomHandle;

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

    /// Who a member of staff is at a conference, and what they see of it.
    pub(crate) async fn at(&self, room: &RoomHandle) -> Result<(Actor, Audience), Failed> {
        let (_, role) = self.signed_in()?;
        let lead = room.read(|state| {
            let lead = |person: &&Person| person.role == board::people::Role::LeadSocialWorker;
            state.record.people.iter().find(lead).map(|person| person.id.clone())
        });
        rights::place(role, lead.await?).ok_or(Failed::NotFound)
    }

    /// Whether a member of staff has a right; somebody who has not is told that the place is not here.
    pub(crate) fn may(&self, right: Right) -> Result<(), Failed> {
        let (_, role) = self.signed_in()?;
        if rights::may(role, right) { Ok(()) } else { Err(Failed::NotFound) }
    }
}

impl FromRequestParts<Shared> for Visitor {
    type Rejection = Failed;

    async fn from_request_parts(parts: &mut Parts, shared: &Shared) -> Result<Self, Failed> {
        // The gate in front of every address has asked already.
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
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
