//! The addresses of sockets: from who asks to a connection that is theirs.
//!
//! Deliberately not here: what is said on it (that is [`connection`]). Whoever may not have one any more is told so on the line
//! itself, because a browser lets no page see why a socket was refused: a device that was away when its seat was closed has to
//! hear of it. Whoever was never here is refused.

use axum::extract::{FromRequestParts as _, State};
use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use axum::response::{IntoResponse as _, Response};
use board::audience::Audience;
use board::id::ConferenceId;
use board::wire::Close;
use store::StoreError;
use tokio::sync::OwnedSemaphorePermit;

use super::asked::Path;
use super::failure::Failed;
use super::seats::seated;
use super::{Shared, Visitor};
use crate::counts::Frames;
use crate::journal::JournalError;

mod budget;
mod connection;
mod line;
mod place;
mod quiet;
mod upgrade;

use connection::Connection;
use place::{AtConsole, Kept, User};
pub(crate) use upgrade::Upgrade;

/// A console's socket.
pub(crate) async fn console(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
    upgrade: Upgrade,
) -> Result<Response, Failed> {
    let (session, account, role) = visitor.staff.as_ref().ok_or(Failed::SignedOut)?;
    let room = match shared.rooms.room(&conference).await {
        Ok(room) => room,
        // A page that was not connected when its conference was erased comes back, and must let go of what it shows.
        Err(JournalError::Store(StoreError::Erased)) => return Ok(told(upgrade, Close::Paused)),
        Err(error) => return Err(error.into()),
    };
    let (who, onlooker) = visitor.at(&room).await?;
    let hung = shared.ends.of_staff(session.hash);
    let place = hung.place().ok_or(Failed::TooOften)?;
    let user = Some(User::new(&shared, session.clone()));
    let (stopping, sockets) = (shared.stopping.clone(), shared.sockets.clone());
    let kept = Some(Kept::of(&shared, &format!("account {} at {conference}", account.id)));
    let console = Some(AtConsole { account: account.id.clone(), role: *role, shared, conference });
    let frames = Frames::new();
    let connection =
        Connection { room, who, onlooker, seat: None, console, hung, user, kept, stopping, sockets, frames };
    Ok(open(upgrade, Box::new(connection), place))
}

/// The socket of a device with a seat: a person's, a child's tablet, or a wall.
pub(crate) async fn seat(State(shared): State<Shared>, visitor: Visitor, upgrade: Upgrade) -> Result<Response, Failed> {
    let Some(session) = visitor.seat.as_ref() else {
        return Ok(told(upgrade, Close::SignedOut));
    };
    let seated = match seated(&shared, Some(session)).await {
        Ok(Some(seated)) => seated,
        // The seat was closed, or the conference is there no more.
        Ok(None) | Err(Failed::NotFound) => return Ok(told(upgrade, Close::SeatClosed)),
        Err(failed) => return Err(failed),
    };
    let audience = seated.seat.audience().ok_or(Failed::SignedOut)?;
    let who = seated.who();
    let hung = shared.ends.of_seat(session.hash);
    let place = hung.place().ok_or(Failed::TooOften)?;
    let (stopping, sockets) = (shared.stopping.clone(), shared.sockets.clone());
    let keeps = audience != Audience::Wall;
    let kept = keeps.then(|| Kept::of(&shared, &format!("{} at {}", who.name(), seated.conference)));
    let (room, seat) = (seated.room, Some(seated.seat));
    let (onlooker, console, user, frames) = (audience.into(), None, None, Frames::new());
    let connection = Connection { room, who, onlooker, seat, console, hung, user, kept, stopping, sockets, frames };
    Ok(open(upgrade, Box::new(connection), place))
}

/// Tells a page that was not let in, on the line that it asked for. What asks for no line, was never here, or comes while nothing
/// can be looked up, is answered as everything is.
pub(super) async fn turned_away(parts: &mut Parts, failed: Failed) -> Response {
    let has_no_place = matches!(failed, Failed::SignedOut | Failed::NotFound);
    if has_no_place
        && was_here(&parts.headers)
        && let Ok(upgrade) = Upgrade::from_request_parts(parts, &()).await
    {
        return told(upgrade, Close::SignedOut);
    }
    failed.into_response()
}

/// Whether a browser says that it was let in once, by whatever cookie.
fn was_here(headers: &HeaderMap) -> bool {
    headers.get(COOKIE).is_some_and(|cookies| !cookies.is_empty())
}

/// One word, and nothing more.
fn told(upgrade: Upgrade, close: Close) -> Response {
    upgrade.then(async move |mut line| line.end(close).await)
}

/// A connection, which keeps its session's place for as long as it lasts.
fn open(upgrade: Upgrade, connection: Box<Connection>, place: OwnedSemaphorePermit) -> Response {
    upgrade.then(async move |line| {
        let tracked = connection.sockets.clone();
        tracked.track_future(connection.run(line)).await;
        drop(place);
    })
}
