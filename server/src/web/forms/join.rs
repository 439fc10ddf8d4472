//! Joining with a code, and leaving.
//!
//! Deliberately not here: being let in. A code leads to the lobby, or to a child's own tools; the chair does the rest.

use std::time::Instant;

use app::here::Asked;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderName, HeaderValue, Uri};
use axum::response::Response;
use board::command::Command;
use board::decide::{Actor, Who};
use board::id::{CommandId, ConferenceId, SeatId};
use board::language::shipped_by_tag;
use board::rejection::Rejection;
use board::seat::Holder as SeatHolder;
use serde::Deserialize;

use super::go;
use crate::auth::codes::{self, Leads};
use crate::auth::session::{self, Holder};
use crate::code;
use crate::room::Answer;
use crate::web::asked::Form;
use crate::web::cookie::Cookie;
use crate::web::failure::Failed;
use crate::web::seats::seated;
use crate::web::{Shared, Visitor};

/// The form for joining.
#[derive(Deserialize)]
pub(crate) struct Join {
    code: String,
    #[serde(default)]
    name: String,
}

/// Leads a device to the lobby of a conference, or to a child's tools.
pub(crate) async fn join(
    State(shared): State<Shared>,
    visitor: Visitor,
    Form(form): Form<Join>,
) -> Result<Response, Failed> {
    let Some(code) = code::typed(&form.code) else {
        return Ok(go("/?wrong=code", None));
    };
    if !shared.joins.begin(Instant::now()) {
        return Ok(go("/?wrong=slow", None));
    }
    let Some(leads) = codes::follow(shared.store.as_ref(), &code).await? else {
        return Ok(go("/?wrong=code", None));
    };
    shared.joins.succeeded();
    let for_a_child = matches!(leads, Leads::Tablet(..) | Leads::SideRoom(..));
    let (conference, actor, holder, seat) = match leads {
        Leads::Lobby(conference) => {
            let name = match form.name.trim() {
                "" => "Somebody",
                name => name,
            };
            let seat = new_seat()?;
            (conference, Actor::Lobby(seat.clone()), SeatHolder::Waiting(name.to_owned()), seat)
        }
        // The chair made the code for this child's device, so the seat is the chair's to give; but which chair typed it, or who
        // at all, cannot be known, so no account stands behind it.
        Leads::Tablet(conference, child) => (conference, Actor::Chair, SeatHolder::Tablet(child), new_seat()?),
        Leads::SideRoom(conference, child) => (conference, Actor::Chair, SeatHolder::SideRoom(child), new_seat()?),
    };
    let given = Command::GiveSeat { seat: seat.clone(), holder };
    match ask(&shared, &conference, actor.into(), given).await? {
        Answer::Done => {}
        Answer::Rejected(Rejection::LobbyFull) => return Ok(go("/?wrong=full", None)),
        Answer::Rejected(_) => return Ok(go("/?wrong=code", None)),
    }
    let holder = Holder::Seat { conference, seat };
    let token = session::begin(shared.store.as_ref(), &holder, session::SEAT).await?;
    let mut response = go("/seat", [Cookie::Seat.set(shared.served, &token)?, Cookie::Handed.clear(shared.served)?]);
    if for_a_child && visitor.known().is_ok() {
        sign_staff_out(&shared, visitor, &mut response).await?;
    }
    Ok(response)
}

/// A tablet in a child's hands has no way to anybody's account: whoever was signed in on it is signed out.
async fn sign_staff_out(shared: &Shared, visitor: Visitor, response: &mut Response) -> Result<(), Failed> {
    if let Ok((found, _)) = visitor.known() {
        shared.store.delete_session(&found.hash).await?;
        shared.ends.end(&found.hash);
    }
    response.headers_mut().append(SET_COOKIE, Cookie::Staff.clear(shared.served)?);
    Ok(())
}

/// What the browser is told to throw away when a device is handed back; cookies of others who sign in here stay.
const FORGET: HeaderValue = HeaderValue::from_static("\"cache\", \"storage\"");

/// Leaves the conference: the seat is closed, and the device forgets it and whatever a page has left on it.
pub(crate) async fn leave(State(shared): State<Shared>, visitor: Visitor, uri: Uri) -> Result<Response, Failed> {
    let seated = seated(&shared, visitor.seat.as_ref()).await;
    let is_childs = seated.is_ok_and(|seated| seated.is_some_and(|seated| seated.is_childs()));
    if let Some(found) = visitor.seat {
        if let Some((conference, seat)) = found.holder.place() {
            // The device gives its own seat back; closing it is the chair's verb, and no account stands behind it.
            ask(&shared, conference, Actor::Chair.into(), Command::CloseSeat { seat: seat.clone() }).await?;
        }
        shared.store.delete_session(&found.hash).await?;
        shared.ends.end(&found.hash);
    }
    // A child is thanked; everybody else comes to the front door.
    let language = Asked::read(uri.query().unwrap_or_default()).get("language");
    let language = language.and_then(|tag| shipped_by_tag(&tag)).map(|language| &language.tongue.tag);
    let to = match (is_childs, language) {
        (true, Some(tag)) => format!("/seat?left&language={tag}"),
        (true, None) => "/seat?left".to_owned(),
        (false, _) => "/?left".to_owned(),
    };
    let mut response = go(&to, [Cookie::Seat.clear(shared.served)?, Cookie::Handed.clear(shared.served)?]);
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), FORGET);
    Ok(response)
}

/// Sends a command that a form stands for.
pub(super) async fn ask(
    shared: &Shared,
    conference: &ConferenceId,
    who: Who,
    command: Command,
) -> Result<Answer, Failed> {
    let room = shared.rooms.room(conference).await?;
    let id: CommandId = uuid::Uuid::new_v4().to_string().parse().map_err(|_| Failed::Form)?;
    Ok(room.command(who, id, command).await?)
}

/// An id for a new seat.
pub(super) fn new_seat() -> Result<SeatId, Failed> {
    uuid::Uuid::new_v4().to_string().parse().map_err(|_| Failed::Form)
}
