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
    if first_unheard(state).is_none() || !events.iter().any(can_show) || !will_have_wall(state, &events, context) {
        return events;
    }
    let mut after = state.clone();
    for event in &events {
        after.apply(event);
    }
    if after.wall.blank {
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

/// A wall is there while a screen has its place; a board that no screen shows has been seen by nobody.
fn will_have_wall(state: &State, events: &[Event], context: Context) -> bool {
    events.iter().any(is_wall_given) || state.has_wall_at(context.now)
}

fn is_wall_given(event: &Event) -> bool {
    matches!(event, Event::SeatGiven(seat) if seat.holder == Holder::Wall)
}

/// What can bring a child's words onto the wall: they are put there, somebody may know them now, another is in the room, or the
/// wall shows something else. Nothing else is looked into, because looking costs a projection. What the chair writes of a
/// child under a decision is not the child's own telling, and does not count.
fn can_show(event: &Event) -> bool {
    match event {
        Event::CardAdded(card) => card.line.is_childs() || card.entry.is_some(),
        Event::SeatGiven(_) => is_wall_given(event),
        Event::CardDescribed { .. }
        | Event::CardRestored { .. }
        | Event::EntryGiven { .. }
        | Event::EntryGivenAgain { .. }
        | Event::SharingChosen { .. }
        | Event::OwnConferenceHeld(_)
        | Event::PersonRecorded(_)
        | Event::ChildRecorded(_)
        | Event::WallTurned(_)
        | Event::PhaseEntered(_)
        | Event::MatterRecorded(_)
        | Event::MatterDropped { .. }
        | Event::CurtainOpened { .. }
        | Event::SittingBegan { .. } => true,
        Event::ConferenceOpened { .. }
        | Event::CardMoved { .. }
        | Event::SafetyOverridden { .. }
        | Event::KeptBehind(_)
        | Event::HeaderChanged(_)
        | Event::ToolRecorded(_)
        | Event::PictureDescribed { .. }
        | Event::ChildsViewShown(_)
        | Event::CardFitForChild { .. }
        | Event::SignGiven(_)
        | Event::GuardSet(_)
        | Event::GuardLifted { .. }
        | Event::WarningSetAside { .. }
        | Event::CopyGiven(_)
        | Event::EntryTakenBack { .. }
        | Event::CardReworded { .. }
        | Event::CardGrouped { .. }
        | Event::CardRemoved { .. }
        | Event::EntryAnswered(_)
        | Event::AnswerWithdrawn { .. }
        | Event::DisagreementNamed(_)
        | Event::DisagreementWithdrawn { .. }
        | Event::LetterPrepared(_)
        | Event::RatingGiven(_)
        | Event::RatingWithdrawn { .. }
        | Event::ActionPlanned(_)
        | Event::ActionDropped { .. }
        | Event::ContingencyWritten { .. }
        | Event::DecisionMade(_)
        | Event::DecisionWithdrawn { .. }
        | Event::AgencyViewGiven(_)
        | Event::AgencyViewWithdrawn { .. }
        | Event::FamilyViewGiven(_)
        | Event::FamilyViewWithdrawn { .. }
        | Event::OfferMade(_)
        | Event::OfferSettled { .. }
        | Event::EarlierFollowed(_)
        | Event::CurtainDrawn(_)
        | Event::NumbersHidden { .. }
        | Event::RecordSigned(_)
        | Event::DoorOpened { .. }
        | Event::SeatClosed { .. } => false,
    }
}
