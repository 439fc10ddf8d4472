//! From a device's session to its seat at a conference, and to the room it is in.
//!
//! Deliberately not here: making seats (see `forms`).

use board::decide::{Actor, Who};
use board::id::ConferenceId;
use board::seat::{Holder as SeatHolder, Seat};

use super::Shared;
use super::failure::Failed;
use crate::auth::session::{Found, Holder};
use crate::room::RoomHandle;

/// A device's seat, as the conference knows it now.
pub(crate) struct Seated {
    pub(crate) room: RoomHandle,
    pub(crate) conference: ConferenceId,
    pub(crate) seat: Seat,
}

impl Seated {
    /// Whether the device shows a child's screens.
    pub(crate) fn is_childs(&self) -> bool {
        match self.seat.holder {
            SeatHolder::Tablet(_) | SeatHolder::SideRoom(_) => true,
            SeatHolder::Waiting(_) | SeatHolder::Person(_) | SeatHolder::Wall => false,
        }
    }

    /// Who the seat is when it sends a command; nobody signs in at a seat.
    pub(crate) fn who(&self) -> Who {
        let actor = match &self.seat.holder {
            SeatHolder::Waiting(_) => Actor::Lobby(self.seat.id.clone()),
            SeatHolder::Person(person) => Actor::Person(person.clone()),
            SeatHolder::Tablet(child) => Actor::Tablet(child.clone()),
            SeatHolder::SideRoom(child) => Actor::SideRoom(child.clone()),
            SeatHolder::Wall => Actor::Wall,
        };
        actor.into()
    }
}

/// The seat of a device's session, unless it was closed.
pub(crate) async fn seated(shared: &Shared, found: Option<&Found>) -> Result<Option<Seated>, Failed> {
    let Some(Holder::Seat { conference, seat }) = found.map(|found| &found.holder) else {
        return Ok(None);
    };
    let room = shared.rooms.room(conference).await?;
    let wanted = seat.clone();
    let seat = room.read(move |state| state.seats.get(&wanted).cloned()).await?;
    Ok(seat.map(|seat| Seated { room, conference: conference.clone(), seat }))
}
