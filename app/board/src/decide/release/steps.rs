//! What comes out again when something is taken back, or done again.
//!
//! Deliberately not here: a child's words. They are told as the child chose, whatever else is taken back.

use super::matters::of_matter;
use super::texts::{
    self, Text, of_agency_view, of_answer, of_decision, of_family_view, of_rating, of_thing, plan_texts, with,
};
use crate::event::Event;
use crate::id::CardId;
use crate::sharing::MayKnow;
use crate::state::State;

/// The texts that an event of a step brings out, each for those who may know it once the step is taken.
pub(super) fn of_event<'a>(after: &'a State, event: &'a Event) -> Vec<Text<'a>> {
    let everyone = &MayKnow::Everyone;
    match event {
        Event::CardRestored { card } | Event::CardReworded { card, .. } | Event::CardDescribed { card, .. } => {
            of_card(after, card)
        }
        Event::EntryAnswered(answer) => of_answer(after, answer),
        Event::RatingGiven(rating) => of_rating(rating, &rating.may_know),
        Event::ActionPlanned(action) => plan_texts(action, &action.may_know),
        Event::ContingencyWritten { contingency } => {
            contingency.as_ref().map(|it| with(&it.may_know, &[Some(&it.words)])).unwrap_or_default()
        }
        Event::DecisionMade(decision) => of_decision(decision),
        Event::AgencyViewGiven(view) => of_agency_view(view),
        Event::FamilyViewGiven(view) => of_family_view(view, &view.may_know),
        Event::MatterRecorded(matter) => of_matter(after, matter, None),
        Event::KeptBehind(kept) if kept.may_know == *everyone => of_thing(after, &kept.thing),
        Event::KeptBehind(_)
        | Event::ConferenceOpened { .. }
        | Event::HeaderChanged(_)
        | Event::DoorOpened { .. }
        | Event::ChildRecorded(_)
        | Event::PersonRecorded(_)
        | Event::ToolRecorded(_)
        | Event::EntryGiven { .. }
        | Event::PictureDescribed { .. }
        | Event::SharingChosen { .. }
        | Event::SafetyOverridden { .. }
        | Event::OwnConferenceHeld(_)
        | Event::ChildsViewShown(_)
        | Event::CardFitForChild { .. }
        | Event::SignGiven(_)
        | Event::GuardSet(_)
        | Event::GuardLifted { .. }
        | Event::WarningSetAside { .. }
        | Event::CopyGiven(_)
        | Event::EntryTakenBack { .. }
        | Event::EntryGivenAgain { .. }
        | Event::CardAdded(_)
        | Event::CardMoved { .. }
        | Event::CardGrouped { .. }
        | Event::CardRemoved { .. }
        | Event::AnswerWithdrawn { .. }
        | Event::DisagreementNamed(_)
        | Event::DisagreementWithdrawn { .. }
        | Event::LetterPrepared(_)
        | Event::RatingWithdrawn { .. }
        | Event::ActionDropped { .. }
        | Event::DecisionWithdrawn { .. }
        | Event::AgencyViewWithdrawn { .. }
        | Event::FamilyViewWithdrawn { .. }
        | Event::PhaseEntered(_)
        | Event::OfferMade(_)
        | Event::OfferSettled { .. }
        | Event::WallTurned(_)
        | Event::MatterDropped { .. }
        | Event::EarlierFollowed(_)
        | Event::CurtainDrawn(_)
        | Event::CurtainOpened { .. }
        | Event::SittingBegan { .. }
        | Event::NumbersHidden { .. }
        | Event::RecordSigned(_)
        | Event::SeatGiven(_)
        | Event::SeatClosed { .. } => Vec::new(),
    }
}

/// A line that comes back, gets its words of before, or goes back to those who knew it before.
fn of_card<'a>(after: &'a State, card: &CardId) -> Vec<Text<'a>> {
    after.record.cards.get(card).filter(|card| !card.removed).map(texts::of_card).unwrap_or_default()
}
