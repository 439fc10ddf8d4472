//! The visitor of one request: who is signed in, and which seat the device has.
//!
//! Deliberately not here: what they may see. A visitor leads to an actor and an audience; the board does the rest.

use app::address::Entry;
use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;
use board::audience::Onlooker;
use board::decide::{Actor, Who};
use board::people::Person;
use store::{Account, AccountId};

use super::Shared;
use super::cookie::Cookie;
use super::failure::Failed;
use super::handed::{Brought, brought};
use crate::auth::lasting;
use crate::auth::rights::{self, Right};
use crate::auth::role::Role;
use crate::auth::second::{self, Policy};
use crate::auth::session::{self, Found, Holder, now_ms};
use crate::room::RoomHandle;

/// Who makes a request.
#[derive(Debug, Clone)]
pub(crate) struct Visitor {
    /// The session of whoever signed in.
    pub(crate) staff: Option<(Found, Account, Role)>,
    /// The session of whoever gave the right password, and is not in before the second step.
    pub(crate) halfway: Option<(Found, Account)>,
    /// The session of the device's seat.
    pub(crate) seat: Option<Found>,
    /// A code that was just made in this browser. It may have been somebody else who did.
    pub(crate) handed: Option<Brought>,
}

impl Visitor {
    /// The member of staff, or a failure that says to sign in.
    pub(crate) fn signed_in(&self) -> Result<(&Account, Role), Failed> {
        self.staff.as_ref().map(|(_, account, role)| (account, *role)).ok_or(Failed::SignedOut)
    }

    /// Whoever gave the right password, in or not.
    pub(crate) fn known(&self) -> Result<(&Found, &Account), Failed> {
        let staff = self.staff.as_ref().map(|(found, account, _)| (found, account));
        staff.or(self.halfway.as_ref().map(|(found, account)| (found, account))).ok_or(Failed::SignedOut)
    }

    /// Whether a member of staff gave their password lately enough for what leaves Hearth as a file.
    pub(crate) fn is_proved(&self) -> Result<bool, Failed> {
        let (found, _, _) = self.staff.as_ref().ok_or(Failed::SignedOut)?;
        Ok(lasting::is_proved(found.proved_ms, now_ms()))
    }

    /// Who a member of staff is at a conference, and what they see of it.
    pub(crate) async fn at(&self, room: &RoomHandle) -> Result<(Who, Onlooker), Failed> {
        let (account, role) = self.signed_in()?;
        let lead = room.read(|state| {
            let lead = |person: &&Person| person.role == board::people::Role::LeadSocialWorker;
            state.record.people.iter().find(lead).map(|person| person.id.clone())
        });
        let (actor, audience) = rights::place(role, lead.await?).ok_or(Failed::NotFound)?;
        let account = Some(account.id.clone());
        Ok((Who { actor, account: account.clone() }, Onlooker { audience, account }))
    }

    /// Whoever signed in, as the chair that they are: for forms that only a chair can send.
    pub(crate) fn as_chair(&self) -> Result<Who, Failed> {
        let (account, _) = self.signed_in()?;
        Ok(Who::signed_in(Actor::Chair, account.id.clone()))
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
        let (seat, handed) = (seat(parts, shared).await?, brought(shared.served, &parts.headers));
        let mut visitor = Self { staff: None, halfway: None, seat, handed };
        let Some((found, account)) = known(parts, shared).await? else {
            return Ok(visitor);
        };
        if is_in(shared, &found, &account).await? {
            if is_by_a_person(parts) {
                // A store that cannot note it must not keep anybody from reading on; it says so with whatever is to be kept.
                let _ = session::note_use(shared.store.as_ref(), &found, shared.rules.idle).await;
            }
            visitor.staff = account.role.parse().ok().map(|role| (found, account, role));
        } else {
            visitor.halfway = Some((found, account));
        }
        Ok(visitor)
    }
}

/// Whoever gave the right password, and may sign in.
async fn known(parts: &Parts, shared: &Shared) -> Result<Option<(Found, Account)>, Failed> {
    let Some(token) = Cookie::Staff.read(shared.served, &parts.headers) else {
        return Ok(None);
    };
    let Some(found) = session::find(shared.store.as_ref(), &token).await? else {
        return Ok(None);
    };
    let (Holder::Account(id) | Holder::Halfway(id)) = &found.holder else {
        return Ok(None);
    };
    let Ok(id) = AccountId::try_from(id.clone()) else {
        return Ok(None);
    };
    let account = shared.store.account_by_id(&id).await?.filter(|account| !account.disabled);
    Ok(account.map(|account| (found, account)))
}

/// Where everybody needs a second step, whoever has none is not in, whenever they signed in: it may have been asked for, or
/// taken away, since.
async fn is_in(shared: &Shared, found: &Found, account: &Account) -> Result<bool, Failed> {
    Ok(match (&found.holder, shared.rules.second_factor) {
        (Holder::Account(_), Policy::Offered) => true,
        (Holder::Account(_), Policy::Required) => second::has_one(shared.store.as_ref(), &account.id).await?,
        (Holder::Halfway(_) | Holder::Seat { .. } | Holder::Away { .. } | Holder::Pairing(_) | Holder::Known(_), _) => {
            false
        }
    })
}

/// Whether a person caused a request: they sent a form, or opened a page. What a page asks for by itself says nothing of
/// anybody being there.
fn is_by_a_person(parts: &Parts) -> bool {
    let by_itself = ["/given/", "/socket/", "/pictures/"].iter().any(|begin| parts.uri.path().starts_with(begin));
    // A browser that does not say what it asks for a page for opens it; but the page in a console's frame opens itself.
    let opened = parts.headers.get("sec-fetch-dest").is_none_or(|what| what == "document");
    let in_frame = parts.uri.path() == Entry::Stay.path();
    !by_itself && (parts.method != Method::GET || (opened && !in_frame))
}

async fn seat(parts: &Parts, shared: &Shared) -> Result<Option<Found>, Failed> {
    let Some(token) = Cookie::Seat.read(shared.served, &parts.headers) else {
        return Ok(None);
    };
    let found = session::find(shared.store.as_ref(), &token).await?;
    Ok(found.filter(|found| match found.holder {
        Holder::Seat { .. } | Holder::Away { .. } | Holder::Pairing(_) => true,
        Holder::Account(_) | Holder::Halfway(_) | Holder::Known(_) => false,
    }))
}
