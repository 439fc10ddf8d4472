//! What a seat is sent, for the chair who looks through its eyes, and for whoever looks through their own: the very frame its socket
//! would begin with.
//!
//! Deliberately not here: the page around it (that is the app's).

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use board::audience::Audience;
use board::id::ConferenceId;

use super::asked::Path;
use super::failure::Failed;
use super::{Shared, Visitor};
use crate::room::whole;

/// The chair looks through everybody's eyes; everybody else through their own.
pub(crate) fn may_look(own: &Audience, eyes: &Audience) -> Result<(), Failed> {
    if *own == Audience::Chair || own == eyes { Ok(()) } else { Err(Failed::NotFound) }
}

/// The first frame of an audience's socket, byte for byte.
pub(crate) async fn frame(
    State(shared): State<Shared>,
    Path((conference, who)): Path<(ConferenceId, String)>,
    visitor: Visitor,
) -> Result<Response, Failed> {
    let audience = Audience::named(&who).ok_or(Failed::NotFound)?;
    let room = shared.rooms.room(&conference).await?;
    may_look(&visitor.at(&room).await?.1.audience, &audience)?;
    let frame = room.read(move |state| {
        let known = match &audience {
            Audience::Person(person) => state.record.people.has(person),
            Audience::Tablet(child) | Audience::SideRoom(child) => state.record.children.has(child),
            Audience::Wall => true,
            // These have no screen.
            Audience::Chair
            | Audience::Clerk
            | Audience::Child(_)
            | Audience::Support
            | Audience::Professionals
            | Audience::Family => false,
        };
        known.then(|| whole(state, &audience))
    });
    let frame = frame.await?.ok_or(Failed::NotFound)?;
    Ok(([(CONTENT_TYPE, "application/json")], frame.as_str().to_owned()).into_response())
}
