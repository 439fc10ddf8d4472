//! When a child's view was first on the wall.
//!
//! Deliberately not here: what the wall shows (that is its view). The view is asked, so that the record cannot say that the
//! room saw what it did not.

use super::Context;
use crate::audience::Audience;
use crate::event::Event;
use crate::people::Child;
use crate::record::ViewShown;
use crate::seat::Holder;
use crate::state::State;
use crate::view::project;

/// The first child whose words have not been on the wall.
pub(super) fn first_unheard(state: &State) -> Option<&Child> {
    state.record.children.iter().find(|child| !state.record.views_shown.has(&child.id))
}

/// When a child's words come onto a wall that is there and not empty for the first time, the record says when that was.
pub(super) fn with_first(state: &State, mut events: Vec<Event>, context: Context) -> Vec<Event> {
    if first_unheard(state).is_none() || !events.iter().any(can_show) {
        return events;
    }
    let mut after = state.clone();
    for event in &events {
        after.apply(event);
    }
    if after.wall.blank || !has_wall(&after) {
        return events;
    }
    let wall = project(&after, &Audience::Wall);
    let is_on_wall = |child: &Child| {
        let unfolded = wall.unfolding.iter().filter(|unfolding| unfolding.child == child.id);
        wall.strip.iter().any(|(of, _)| *of == child.id)
            || unfolded.flat_map(|unfolding| &unfolding.places).any(|place| !place.entries.is_empty())
    };
    let unheard = after.record.children.iter().filter(|child| !state.record.views_shown.has(&child.id));
    let shown = unheard.filter(|child| is_on_wall(child));
    events.extend(shown.map(|child| Event::ChildsViewShown(ViewShown { child: child.id.clone(), at: context.now })));
    events
}

/// A wall is there while a screen has its seat; a board that no screen shows has been seen by nobody.
fn has_wall(state: &State) -> bool {
    state.seats.iter().any(|seat| match seat.holder {
        Holder::Wall => true,
        Holder::Waiting(_) | Holder::Person(_) | Holder::Tablet(_) | Holder::SideRoom(_) => false,
    })
}

/// What can bring a child's words onto the wall; nothing else is looked into, because looking costs a projection.
fn can_show(event: &Event) -> bool {
    matches!(
        event,
        Event::CardAdded(_)
            | Event::CardDescribed { .. }
            | Event::CardRestored { .. }
            | Event::WallTurned(_)
            | Event::PhaseEntered(_)
            | Event::PersonRecorded(_)
            | Event::SharingChosen { .. }
            | Event::OwnConferenceHeld(_)
            | Event::CurtainOpened { .. }
            | Event::SittingBegan { .. }
            | Event::SeatGiven(_)
    )
}
