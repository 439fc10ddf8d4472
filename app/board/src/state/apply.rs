//! Folds one event into the state. Nothing is checked here: it has happened.
//!
//! Deliberately not here: any rule. An event that names something unknown changes nothing.

use super::State;
use crate::card::Card;
use crate::curtain::{KeptBehind, Thing};
use crate::event::Event;
use crate::id::{CardId, MatterId, SeatId};
use crate::keyed::Identified as _;
use crate::seat::Holder;
use crate::sharing::MayKnow;
use crate::tool::Tool;

impl State {
    /// Makes the state what it is after the event.
    pub fn apply(&mut self, event: &Event) {
        self.note_thing(event);
        let record = &mut self.record;
        match event {
            Event::ConferenceOpened { header, framework } => {
                record.conference = header.clone();
                record.framework = (**framework).clone();
            }
            Event::HeaderChanged(header) => record.conference = header.clone(),
            Event::DoorOpened { code } => self.door = Some(code.clone()),
            Event::ChildRecorded(child) => record.children.put(child.clone()),
            Event::PersonRecorded(person) => record.people.put(person.clone()),
            Event::ToolRecorded(tool) => self.begin_tool(tool),
            Event::EntryGiven { tool, entry } => {
                if let Some(tool) = record.tools.get_mut(tool) {
                    tool.entries.put(entry.clone());
                }
            }
            Event::PictureDescribed { entry, picture, alt } => self.change_entry(entry, |entry| {
                if let Some(picture) = entry.pictures.iter_mut().find(|known| known.id == *picture) {
                    picture.alt = Some(alt.clone());
                }
            }),
            Event::SharingChosen { entry, may_know, telling } => self.change_entry(entry, |entry| {
                entry.may_know = may_know.clone();
                entry.telling = telling.clone();
            }),
            Event::SafetyOverridden { entry, overridden } => {
                self.change_entry(entry, |entry| entry.overridden.clone_from(overridden));
            }
            Event::OwnConferenceHeld(own) => record.own_conferences.put(own.clone()),
            Event::ChildsViewShown(shown) => record.views_shown.put(shown.clone()),
            Event::CardFitForChild { card, fit } => self.change_card(card, |card| card.fit_for_child = *fit),
            Event::SignGiven(sign) => record.signs.put(sign.clone()),
            Event::GuardSet(guarded) => record.do_not_show.put(guarded.clone()),
            Event::GuardLifted { guard } => drop(record.do_not_show.remove(guard)),
            // The log keeps what was set aside and why; the record is as the command left it.
            Event::WarningSetAside { .. } => {}
            Event::CopyGiven(copy) => record.copies.put(copy.clone()),
            Event::EntryTakenBack { entry } => self.change_entry(entry, |entry| entry.removed = true),
            Event::EntryGivenAgain { entry } => self.change_entry(entry, |entry| entry.removed = false),
            Event::CardAdded(card) => self.add_card(card),
            Event::CardReworded { card, words } => {
                self.change_card(card, |card| card.words.clone_from(words));
                self.note_behind(card);
            }
            Event::CardDescribed { card, line, source, children, may_know } => self.change_card(card, |card| {
                card.line = *line;
                card.source = source.clone();
                card.children.clone_from(children);
                card.may_know = may_know.clone();
            }),
            Event::CardMoved { card, section, rank } => self.change_card(card, |card| {
                card.section = section.clone();
                card.rank = *rank;
            }),
            Event::CardGrouped { card, group } => self.change_card(card, |card| card.group.clone_from(group)),
            Event::CardRemoved { card } => self.change_card(card, |card| card.removed = true),
            Event::CardRestored { card } => self.change_card(card, |card| card.removed = false),
            Event::EntryAnswered(answer) => record.answers.put(answer.clone()),
            Event::AnswerWithdrawn { entry } => drop(record.answers.remove(entry)),
            Event::DisagreementNamed(named) => record.disagreements.put(named.clone()),
            Event::DisagreementWithdrawn { child } => drop(record.disagreements.remove(child)),
            Event::LetterPrepared(choices) => record.letters.put(choices.clone()),
            Event::RatingGiven(rating) => record.ratings.put(rating.clone()),
            Event::RatingWithdrawn { rating } => drop(record.ratings.remove(rating)),
            Event::ActionPlanned(action) => record.plan.put(action.clone()),
            Event::ActionDropped { action } => drop(record.plan.remove(action)),
            Event::ContingencyWritten { contingency } => record.contingency.clone_from(contingency),
            Event::DecisionMade(decision) => record.decisions.put(decision.clone()),
            Event::DecisionWithdrawn { child } => drop(record.decisions.remove(child)),
            Event::AgencyViewGiven(view) => record.agency_views.put(view.clone()),
            Event::AgencyViewWithdrawn { view } => drop(record.agency_views.remove(view)),
            Event::FamilyViewGiven(view) => record.family_views.put(view.clone()),
            Event::FamilyViewWithdrawn { view } => drop(record.family_views.remove(view)),
            Event::PhaseEntered(entered) => {
                record.phases.push(entered.clone());
                self.wall.page = 0;
                self.wall.pointed = None;
            }
            Event::OfferMade(offer) => record.offers.put(offer.clone()),
            Event::OfferSettled { offer, state } => {
                if let Some(offer) = record.offers.get_mut(offer) {
                    offer.state = *state;
                }
            }
            Event::WallTurned(wall) => self.wall = wall.clone(),
            Event::MatterRecorded(matter) => record.matters.put(matter.clone()),
            Event::MatterDropped { matter } => drop(record.matters.remove(matter)),
            Event::EarlierFollowed(earlier) => record.earlier = Some(earlier.clone()),
            Event::CurtainDrawn(curtain) => self.curtain = Some(curtain.clone()),
            Event::CurtainOpened { .. } => self.curtain = None,
            Event::KeptBehind(kept) => self.keep_behind(kept),
            Event::SittingBegan { sitting } => self.begin_sitting(sitting.as_ref()),
            Event::NumbersHidden { hidden } => self.numbers_hidden = *hidden,
            Event::RecordSigned(signed) => record.signed.push(signed.clone()),
            Event::SeatGiven(seat) => self.seats.put(seat.clone()),
            Event::SeatClosed { seat } => self.close_seat(seat),
        }
    }

    /// Other people sit in another part, so a child in a side room is asked again whether they may know.
    fn begin_sitting(&mut self, sitting: Option<&MatterId>) {
        self.sitting = sitting.cloned();
        self.wall.here.clear();
        self.wall.speaker = None;
    }

    /// A tool keeps what a child has put into it, whatever surrounds it.
    fn begin_tool(&mut self, tool: &Tool) {
        let mut tool = tool.clone();
        if let Some(known) = self.record.tools.get(&tool.id) {
            tool.entries = known.entries.clone();
        }
        self.record.tools.put(tool);
    }

    fn add_card(&mut self, card: &Card) {
        self.record.cards.put(card.clone());
        self.note_behind(&card.id);
    }

    /// A line that is put down or reworded while the curtain is drawn is one of those that are asked about when it opens.
    fn note_behind(&mut self, card: &CardId) {
        if let Some(curtain) = self.curtain.as_mut().filter(|curtain| !curtain.lines.contains(card)) {
            curtain.lines.push(card.clone());
        }
    }

    /// Anything else that is said while the curtain is drawn is one of the things that are asked about then.
    fn note_thing(&mut self, event: &Event) {
        let Some(curtain) = self.curtain.as_mut() else { return };
        if let Some(thing) = said(event).filter(|thing| !curtain.things.contains(thing)) {
            curtain.things.push(thing);
        }
    }

    /// What everybody may know is kept no longer.
    fn keep_behind(&mut self, kept: &KeptBehind) {
        if kept.may_know == MayKnow::Everyone {
            self.record.kept_behind.remove(&kept.thing);
        } else {
            self.record.kept_behind.put(kept.clone());
        }
    }

    /// Whoever comes to a side room again is asked again whether the room may know.
    fn close_seat(&mut self, seat: &SeatId) {
        if let Some(Holder::SideRoom(child)) = self.seats.remove(seat).map(|seat| seat.holder) {
            self.wall.here.retain(|here| *here != child);
        }
    }

    fn change_card(&mut self, id: &crate::id::CardId, change: impl FnOnce(&mut crate::card::Card)) {
        if let Some(card) = self.record.cards.get_mut(id) {
            change(card);
        }
    }

    fn change_entry(&mut self, id: &crate::id::EntryId, change: impl FnOnce(&mut crate::tool::Entry)) {
        let tool = self.record.tools.iter().find(|tool| tool.entries.has(id)).map(|tool| tool.id.clone());
        if let Some(entry) =
            tool.and_then(|tool| self.record.tools.get_mut(&tool)).and_then(|tool| tool.entries.get_mut(id))
        {
            change(entry);
        }
    }
}

/// What somebody says with an event; nothing where it is a line of the board, a child's own, or an act of the room.
fn said(event: &Event) -> Option<Thing> {
    match event {
        Event::RatingGiven(rating) => Some(Thing::Rating(rating.id.clone())),
        Event::ActionPlanned(action) => Some(Thing::Action(action.id.clone())),
        Event::ContingencyWritten { contingency } => contingency.as_ref().map(|_| Thing::Contingency),
        Event::DecisionMade(decision) => Some(Thing::Decision(decision.child.clone())),
        Event::AgencyViewGiven(view) => Some(Thing::AgencyView(view.id.clone())),
        Event::FamilyViewGiven(view) => Some(Thing::FamilyView(view.id.clone())),
        Event::EntryAnswered(answer) => Some(Thing::Answer(answer.entry.clone())),
        Event::PhaseEntered(entered) => entered.has_reason().then(|| Thing::Phase(entered.phase.clone())),
        Event::MatterRecorded(matter) => matter.is_said().then(|| Thing::Matter(matter.id().clone())),
        Event::ConferenceOpened { .. }
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
        | Event::CardReworded { .. }
        | Event::CardDescribed { .. }
        | Event::CardMoved { .. }
        | Event::CardGrouped { .. }
        | Event::CardRemoved { .. }
        | Event::CardRestored { .. }
        | Event::AnswerWithdrawn { .. }
        | Event::DisagreementNamed(_)
        | Event::DisagreementWithdrawn { .. }
        | Event::LetterPrepared(_)
        | Event::RatingWithdrawn { .. }
        | Event::ActionDropped { .. }
        | Event::DecisionWithdrawn { .. }
        | Event::AgencyViewWithdrawn { .. }
        | Event::FamilyViewWithdrawn { .. }
        | Event::OfferMade(_)
        | Event::OfferSettled { .. }
        | Event::WallTurned(_)
        | Event::MatterDropped { .. }
        | Event::EarlierFollowed(_)
        | Event::CurtainDrawn(_)
        | Event::CurtainOpened { .. }
        | Event::KeptBehind(_)
        | Event::SittingBegan { .. }
        | Event::NumbersHidden { .. }
        | Event::RecordSigned(_)
        | Event::SeatGiven(_)
        | Event::SeatClosed { .. } => None,
    }
}
