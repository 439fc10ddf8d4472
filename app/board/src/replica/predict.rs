//! What a command will probably do to this device's own view, shown at once and replaced by what the server says.
//!
//! Deliberately not here: rules. A prediction may be wrong; it is never shown to anybody else and never called saved.

use crate::card::{Card, Source};
use crate::command::Command;
use crate::id::CardId;
use crate::outcome::{Due, Owner};
use crate::sharing::MayKnow;
use crate::view::{ActionView, CardDesk, CardView, RatingView, View, day};

/// Shows the effect of a command that its sender can see whole. All others wait for the server.
pub(super) fn predict(view: &mut View, command: &Command) {
    match command {
        Command::AddCard { card } => add(view, card),
        Command::RewordCard { card, words, .. } => {
            if let Some(card) = view.cards.get_mut(card) {
                card.words.clone_from(words);
            }
        }
        Command::MoveCard { card, section, before } => shift(view, card, section, before.as_ref()),
        Command::RemoveCard { card } => take_off(view, card),
        Command::Rate { rating } => {
            let who = name(view, &rating.by);
            view.ratings.insert(rating.id.clone(), RatingView { rating: rating.clone(), who, last: None });
        }
        Command::WithdrawRating { rating } => drop(view.ratings.remove(rating)),
        Command::Plan { action } => {
            if !view.plan_order.contains(&action.id) {
                view.plan_order.push(action.id.clone());
            }
            let owner = match &action.owner {
                Owner::Person(person) => name(view, &Source::Person(person.clone())),
                Owner::Named(words) => words.clone(),
            };
            let due = match &action.due {
                Due::On(date) => day(*date),
                Due::Said(words) => words.clone(),
            };
            let shown = ActionView { action: action.clone(), owner, due, children: String::new() };
            view.plan.insert(action.id.clone(), shown);
        }
        Command::DropAction { action } => {
            view.plan.remove(action);
            view.plan_order.retain(|other| other != action);
        }
        Command::Blank { blank } => view.stage.blank = *blank,
        Command::Point { card } => view.stage.pointed.clone_from(card),
        Command::Anyway { command, .. } => predict(view, command),
        Command::DescribeCard { .. }
        | Command::GroupCard { .. }
        | Command::RestoreCard { .. }
        | Command::PullEntry { .. }
        | Command::AnswerEntry { .. }
        | Command::NameDisagreement { .. }
        | Command::PrepareLetter { .. }
        | Command::Undo
        | Command::Redo
        | Command::WriteContingency { .. }
        | Command::Decide { .. }
        | Command::GiveAgencyView { .. }
        | Command::WithdrawAgencyView { .. }
        | Command::GiveFamilyView { .. }
        | Command::EnterPhase { .. }
        | Command::ShowOnWall { .. }
        | Command::TurnPage { .. }
        | Command::Light { .. }
        | Command::Speak { .. }
        | Command::ChangeHeader { .. }
        | Command::RecordChild { .. }
        | Command::RecordPerson { .. }
        | Command::StepOut { .. }
        | Command::RecordTool { .. }
        | Command::GiveEntry { .. }
        | Command::DescribePicture { .. }
        | Command::ChooseSharing { .. }
        | Command::TakeBackEntry { .. }
        | Command::OverrideSharing { .. }
        | Command::AnswerOverride { .. }
        | Command::HoldOwnConference { .. }
        | Command::AgreeSharing { .. }
        | Command::FitForChild { .. }
        | Command::SendSign { .. }
        | Command::TakeUpSign { .. }
        | Command::SayHere { .. }
        | Command::Guard { .. }
        | Command::Unguard { .. }
        | Command::GiveCopy { .. }
        | Command::OpenPlace { .. }
        | Command::Reveal { .. }
        | Command::NotNow { .. }
        | Command::OfferLine { .. }
        | Command::TakeOffer { .. }
        | Command::DeclineOffer { .. }
        | Command::GiveSeat { .. }
        | Command::CloseSeat { .. }
        | Command::DrawCurtain { .. }
        | Command::OpenCurtain { .. }
        | Command::ShareBehind { .. }
        | Command::BeginSitting { .. }
        | Command::HideNumbers { .. }
        | Command::TellFate { .. }
        | Command::OpenDoor { .. } => {}
    }
}

/// Whether a command is about a card, so that the card can be marked as not sent.
pub(super) fn touches(command: &Command, id: &CardId) -> bool {
    if let Command::Anyway { command, .. } = command {
        return touches(command, id);
    }
    let adds = matches!(command, Command::AddCard { card } if card.id == *id);
    adds || matches!(command, Command::RewordCard { card, .. } | Command::MoveCard { card, .. } if card == id)
}

fn name(view: &View, source: &Source) -> String {
    match source {
        Source::Person(person) => view.people.get(person).map_or_else(String::new, crate::people::Person::introduced),
        Source::Child(child) => {
            let known = view.head.children.iter().find(|known| known.id == *child);
            known.map_or_else(String::new, |known| known.known_as.clone())
        }
        Source::Agency(words) => words.clone(),
    }
}

fn add(view: &mut View, card: &Card) {
    if view.cards.contains_key(&card.id) {
        return;
    }
    let who = match &card.source {
        Source::Child(_) => format!("In {}’s words", name(view, &card.source)),
        Source::Person(_) | Source::Agency(_) => name(view, &card.source),
    };
    let shown = CardView {
        id: card.id.clone(),
        section: card.section.clone(),
        words: card.words.clone(),
        language: None,
        translation: None,
        pictures: Vec::new(),
        line: card.line,
        who,
        how: None,
        children: card.children.clone(),
        group: None,
        answer: None,
        fixed: card.line.is_childs(),
        since: None,
        desk: Some(CardDesk {
            source: card.source.clone(),
            entry: None,
            may_know: MayKnow::Everyone,
            not_on_wall: None,
            fit_for_child: card.fit_for_child,
        }),
    };
    view.order.entry(card.section.clone()).or_default().push(card.id.clone());
    view.cards.insert(card.id.clone(), shown);
}

fn shift(view: &mut View, card: &CardId, section: &crate::id::SectionKey, before: Option<&CardId>) {
    let Some(shown) = view.cards.get_mut(card) else {
        return;
    };
    shown.section = section.clone();
    for (_, order) in view.order.iter_mut() {
        order.retain(|other| other != card);
    }
    let order = view.order.entry(section.clone()).or_default();
    let place = before.and_then(|before| order.iter().position(|other| other == before)).unwrap_or(order.len());
    order.insert(place, card.clone());
}

fn take_off(view: &mut View, card: &CardId) {
    if let Some(shown) = view.cards.remove(card) {
        view.removed.insert(card.clone(), shown);
    }
    for (_, order) in view.order.iter_mut() {
        order.retain(|other| other != card);
    }
    view.strip.retain(|(_, other)| other != card);
}
