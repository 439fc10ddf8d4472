//! What would take an event back. Undo adds the opposite to the log; nothing is ever deleted from it.
//!
//! Deliberately not here: who may undo what. Some things cannot be undone at all: seats, sharing, offers, the wall.

use super::State;
use crate::card::Card;
use crate::curtain::{KeptBehind, Thing};
use crate::event::Event;
use crate::keyed::Identified as _;
use crate::sharing::MayKnow;

impl State {
    /// The event that takes this one back, seen from before it happened; nothing when it cannot be undone.
    ///
    /// A child's choices and words are the child's: no adult's undo touches them. Seats, offers, phases and the wall
    /// are acts of the room that the room has seen.
    pub(crate) fn inverse(&self, event: &Event) -> Option<Event> {
        let record = &self.record;
        Some(match event {
            Event::CardAdded(card) => Event::CardRemoved { card: card.id.clone() },
            Event::CardReworded { card, .. } => {
                let words = record.cards.get(card)?.words.clone();
                Event::CardReworded { card: card.clone(), words }
            }
            Event::CardDescribed { card, .. } => described(record.cards.get(card)?),
            Event::CardMoved { card, .. } => {
                let before = record.cards.get(card)?;
                Event::CardMoved { card: card.clone(), section: before.section.clone(), rank: before.rank }
            }
            Event::CardGrouped { card, .. } => {
                Event::CardGrouped { card: card.clone(), group: record.cards.get(card)?.group.clone() }
            }
            Event::CardFitForChild { card, .. } => {
                Event::CardFitForChild { card: card.clone(), fit: record.cards.get(card)?.fit_for_child }
            }
            Event::CardRemoved { card } => Event::CardRestored { card: card.clone() },
            Event::CardRestored { card } => Event::CardRemoved { card: card.clone() },
            Event::EntryAnswered(answer) => match record.answers.get(&answer.entry) {
                Some(before) => Event::EntryAnswered(before.clone()),
                None => Event::AnswerWithdrawn { entry: answer.entry.clone() },
            },
            Event::AnswerWithdrawn { entry } => Event::EntryAnswered(record.answers.get(entry)?.clone()),
            Event::DisagreementNamed(named) => match record.disagreements.get(&named.child) {
                Some(before) => Event::DisagreementNamed(before.clone()),
                None => Event::DisagreementWithdrawn { child: named.child.clone() },
            },
            Event::DisagreementWithdrawn { child } => {
                Event::DisagreementNamed(record.disagreements.get(child)?.clone())
            }
            Event::RatingGiven(rating) => match record.ratings.get(&rating.id) {
                Some(before) => Event::RatingGiven(before.clone()),
                None => Event::RatingWithdrawn { rating: rating.id.clone() },
            },
            Event::RatingWithdrawn { rating } => Event::RatingGiven(record.ratings.get(rating)?.clone()),
            Event::ActionPlanned(action) => match record.plan.get(&action.id) {
                Some(before) => Event::ActionPlanned(before.clone()),
                None => Event::ActionDropped { action: action.id.clone() },
            },
            Event::ActionDropped { action } => Event::ActionPlanned(record.plan.get(action)?.clone()),
            Event::ContingencyWritten { .. } => Event::ContingencyWritten { contingency: record.contingency.clone() },
            Event::DecisionMade(decision) => match record.decisions.get(&decision.child) {
                Some(before) => Event::DecisionMade(before.clone()),
                None => Event::DecisionWithdrawn { child: decision.child.clone() },
            },
            Event::DecisionWithdrawn { child } => Event::DecisionMade(record.decisions.get(child)?.clone()),
            Event::AgencyViewGiven(view) => match record.agency_views.get(&view.id) {
                Some(before) => Event::AgencyViewGiven(before.clone()),
                None => Event::AgencyViewWithdrawn { view: view.id.clone() },
            },
            Event::AgencyViewWithdrawn { view } => Event::AgencyViewGiven(record.agency_views.get(view)?.clone()),
            Event::FamilyViewGiven(view) => match record.family_views.get(&view.id) {
                Some(before) => Event::FamilyViewGiven(before.clone()),
                None => Event::FamilyViewWithdrawn { view: view.id.clone() },
            },
            Event::FamilyViewWithdrawn { view } => Event::FamilyViewGiven(record.family_views.get(view)?.clone()),
            Event::MatterRecorded(matter) => match record.matters.get(matter.id()) {
                Some(before) => Event::MatterRecorded(before.clone()),
                None => Event::MatterDropped { matter: matter.id().clone() },
            },
            Event::MatterDropped { matter } => Event::MatterRecorded(record.matters.get(matter)?.clone()),
            Event::KeptBehind(kept) => kept_before(record.kept_behind.get(&kept.thing), &kept.thing),
            Event::ConferenceOpened { .. }
            | Event::EarlierFollowed(_)
            | Event::CurtainDrawn(_)
            | Event::CurtainOpened { .. }
            | Event::SittingBegan { .. }
            | Event::NumbersHidden { .. }
            | Event::RecordSigned(_)
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
            | Event::SignGiven(_)
            | Event::GuardSet(_)
            | Event::GuardLifted { .. }
            | Event::WarningSetAside { .. }
            | Event::CopyGiven(_)
            | Event::EntryTakenBack { .. }
            | Event::EntryGivenAgain { .. }
            | Event::LetterPrepared(_)
            | Event::PhaseEntered(_)
            | Event::OfferMade(_)
            | Event::OfferSettled { .. }
            | Event::WallTurned(_)
            | Event::SeatGiven(_)
            | Event::SeatClosed { .. } => return None,
        })
    }
}

/// What was not kept before is for everybody again.
fn kept_before(before: Option<&KeptBehind>, thing: &Thing) -> Event {
    let open = || KeptBehind { thing: thing.clone(), may_know: MayKnow::Everyone };
    Event::KeptBehind(before.cloned().unwrap_or_else(open))
}

fn described(before: &Card) -> Event {
    Event::CardDescribed {
        card: before.id.clone(),
        line: before.line,
        source: before.source.clone(),
        children: before.children.clone(),
        may_know: before.may_know.clone(),
    }
}
