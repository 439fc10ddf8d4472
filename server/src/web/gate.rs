//! The gate in front of every address: it asks the table of rights and who reaches the conference before anything else is done, and
//! writes down that somebody looks before they are answered. So no handler can forget to.
//!
//! Deliberately not here: which address needs what (that is [`super::routes`]), what a right means (that is [`crate::auth::rights`]), and
//! what somebody sees who was let in (that is the board's).

use app::failure::Failure;
use axum::extract::rejection::RawPathParamsRejection;
use axum::extract::{FromRequestParts as _, RawPathParams, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use board::id::ConferenceId;
use store::{AccountId, StoreError};

use super::failure::Failed;
use super::forms::go;
use super::{Shared, Visitor, kept, letter, minutes, socket};
use crate::auth::reach::{Reach, reaches};
use crate::auth::rights::{self, Right};
use crate::auth::role::Role;
use crate::auth::session::Holder;
use crate::journal::JournalError;
use crate::looked::{What, Who};

/// What an address asks of whoever comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// Nothing: it is a way in, a file, or says only whether Hearth lives.
    Nothing,
    /// The seat of this device, which says itself what it is for; without one there is nothing there.
    Seat,
    /// Being signed in.
    Account,
    /// A right that has to do with no conference.
    House(Right),
    /// A right, in front of the conference that the address names: whether it is reached is what the page is about.
    Before(Right),
    /// A right at the conference that the address names.
    At(Right),
    /// A right at the conference that the address names, which must be their own: whoever let themselves in for a while has it not, or
    /// they would stay for good.
    Of(Right),
}

/// What is written down of a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Each one.
    Each(What),
    /// What a page asks for by itself: a line only where its page left none.
    Once(What),
}

/// How somebody is told who is not let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// On a page.
    Page,
    /// In plain words.
    Plain,
    /// By what is drawn: a console whose sign-in has ended is told how to go on.
    Drawn,
    /// On the line itself: a page cannot see why a socket was refused.
    Line,
}

/// The gate of one address.
#[derive(Clone)]
pub(super) struct Gate {
    pub(super) shared: Shared,
    pub(super) need: Need,
    pub(super) kind: Kind,
    pub(super) look: Option<Look>,
}

/// That somebody was not let in: for the page that says so, and on the answer for whoever counts.
#[derive(Debug, Clone)]
pub(crate) struct TurnedAway(pub(crate) Failure);

/// Why somebody is not let in.
enum Refused {
    /// They have not what is needed.
    Failed(Failed),
    /// They have, but the conference is not theirs.
    NotTheirs,
}

impl From<Failed> for Refused {
    fn from(failed: Failed) -> Self {
        Self::Failed(failed)
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.into())
    }
}

/// Lets somebody in, or turns them away before anything is read or done.
pub(super) async fn gate(
    State(gate): State<Gate>,
    params: Result<RawPathParams, RawPathParamsRejection>,
    request: Request,
    next: Next,
) -> Response {
    if gate.need == Need::Nothing {
        return next.run(request).await;
    }
    let (mut parts, body) = request.into_parts();
    let visitor = match Visitor::from_request_parts(&mut parts, &gate.shared).await {
        Ok(visitor) => visitor,
        Err(failed) => return failed.into_response(),
    };
    let params = params.ok();
    let conference = params.as_ref().and_then(conference);
    let is_file = params.as_ref().is_some_and(is_file);
    let admitted = gate.admit(&visitor, conference.as_ref(), is_file).await;
    let may_let_themselves_in = visitor.may(Right::LetIn).is_ok();
    parts.extensions.insert(visitor);
    let failed = match admitted {
        Ok(()) => return next.run(Request::from_parts(parts, body)).await,
        Err(Refused::NotTheirs) if gate.kind == Kind::Page && may_let_themselves_in => {
            // The page that asks for a reason.
            let way = conference.map_or_else(|| "/conferences".to_owned(), |id| format!("/conferences/{id}/access"));
            return marked(go(&way, None), TurnedAway(Failure::NotFound));
        }
        Err(Refused::NotTheirs) => Failed::NotFound,
        Err(Refused::Failed(failed)) => failed,
    };
    let away = TurnedAway(failed.told());
    match gate.kind {
        Kind::Plain => {
            let kept = match failed {
                Failed::SignedOut => kept::page(gate.need, &parts, body).await,
                Failed::NotFound
                | Failed::Form
                | Failed::Picture(_)
                | Failed::NoRoom
                | Failed::TooOften
                | Failed::Unavailable(_) => None,
            };
            marked(kept.unwrap_or_else(|| failed.into_response()), away)
        }
        Kind::Line => marked(socket::turned_away(&mut parts, failed).await, away),
        Kind::Page | Kind::Drawn => {
            parts.extensions.insert(away.clone());
            marked(next.run(Request::from_parts(parts, body)).await, away)
        }
    }
}

fn marked(mut response: Response, away: TurnedAway) -> Response {
    response.extensions_mut().insert(away);
    response
}

/// The conference that an address names.
fn conference(params: &RawPathParams) -> Option<ConferenceId> {
    let named = params.iter().find(|(name, _)| matches!(*name, "id" | "conference"));
    named.and_then(|(_, id)| id.parse().ok())
}

impl Gate {
    /// Whoever has what is needed is let in once it is written down; that somebody was not let in is written down as well.
    async fn admit(&self, visitor: &Visitor, named: Option<&ConferenceId>, is_file: bool) -> Result<(), Refused> {
        let admitted = self.asked(visitor, named).await;
        let look = match (&admitted, self.look) {
            (Ok(()), Some(Look::Each(What::Minutes | What::Letter))) if is_file => Look::Each(What::Taken),
            (Ok(()), Some(look)) => look,
            (Err(_), _) if matches!(self.need, Need::At(_) | Need::Of(_)) => self.refusal(),
            (Ok(()), None) | (Err(_), _) => return admitted,
        };
        if let Some((who, conference)) = self.who(visitor, named).await? {
            let store = self.shared.store.as_ref();
            match look {
                Look::Each(what) => self.shared.book.write(store, who, &conference, what).await?,
                Look::Once(what) => self.shared.book.write_once(store, who, &conference, what).await?,
            }
        }
        admitted
    }

    /// What is written down of a refusal: a page that is open asks again and again by itself, and nobody came anew each time.
    fn refusal(&self) -> Look {
        match (self.kind, self.look) {
            (Kind::Line, _) | (Kind::Page | Kind::Plain | Kind::Drawn, Some(Look::Once(_))) => {
                Look::Once(What::Refused)
            }
            (Kind::Page | Kind::Plain | Kind::Drawn, Some(Look::Each(_)) | None) => Look::Each(What::Refused),
        }
    }

    /// Whether somebody has what is needed: the right, and where it is at a conference, one that they reach.
    async fn asked(&self, visitor: &Visitor, named: Option<&ConferenceId>) -> Result<(), Refused> {
        match self.need {
            Need::Nothing | Need::Seat => Ok(()),
            Need::Account => Ok(visitor.signed_in().map(drop)?),
            Need::House(right) => Ok(visitor.may(right)?),
            Need::Before(right) => {
                visitor.may(right)?;
                Ok(named.map(drop).ok_or(Failed::NotFound)?)
            }
            Need::At(right) | Need::Of(right) => {
                visitor.may(right)?;
                let (account, _) = visitor.signed_in()?;
                let conference = named.ok_or(Failed::NotFound)?;
                let reach = reaches(self.shared.store.as_ref(), &account.id, conference).await?;
                match (reach, matches!(self.need, Need::Of(_))) {
                    (Reach::Own, _) | (Reach::Pass, false) => Ok(()),
                    (Reach::Pass, true) | (Reach::Closed, _) => Err(Refused::NotTheirs),
                }
            }
        }
    }

    /// Who looks, and at which conference. An address that somebody made up leaves no line.
    async fn who(
        &self,
        visitor: &Visitor,
        named: Option<&ConferenceId>,
    ) -> Result<Option<(Who, ConferenceId)>, Failed> {
        if self.need == Need::Seat {
            let place = visitor.seat.as_ref().and_then(|found| match &found.holder {
                Holder::Seat { conference, seat } => Some((Who::Seat(seat.clone()), conference.clone())),
                Holder::Account(_)
                | Holder::Halfway(_)
                | Holder::Away { .. }
                | Holder::Pairing(_)
                | Holder::Known(_) => None,
            });
            return Ok(place);
        }
        let (Some(conference), Ok((account, _))) = (named, visitor.signed_in()) else {
            return Ok(None);
        };
        let is_there = match self.shared.rooms.room(conference).await {
            Ok(_) | Err(JournalError::Unreadable(_)) => true,
            Err(JournalError::NoBeginning | JournalError::Store(StoreError::NotFound | StoreError::Erased)) => false,
            // Where that cannot be found out, nobody looks without a line.
            Err(error @ (JournalError::Store(_) | JournalError::Unwritable(_))) => return Err(error.into()),
        };
        Ok(is_there.then(|| (Who::Account(account.id.clone()), conference.clone())))
    }
}

/// Whether an address asks for a file to take away: as whoever answers it reads the name, however it was written in the address.
fn is_file(params: &RawPathParams) -> bool {
    params.iter().any(|(name, value)| match name {
        "copy" => minutes::is_file(value),
        "child" => letter::is_file(value),
        _ => false,
    })
}

/// Whether an account that was let in would be let in again, and as the same: it may have another role by now, another team, or no time
/// left.
pub(super) async fn still(
    shared: &Shared,
    account: &AccountId,
    role: Role,
    right: Right,
    conference: &ConferenceId,
) -> Result<bool, StoreError> {
    let Some(account) = shared.store.account_by_id(account).await?.filter(|account| !account.disabled) else {
        return Ok(false);
    };
    let may = account.role.parse() == Ok(role) && rights::may(role, right);
    Ok(may && reaches(shared.store.as_ref(), &account.id, conference).await? != Reach::Closed)
}
