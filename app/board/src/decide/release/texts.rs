//! Every text that is released with a command, and whom it reaches.
//!
//! Deliberately not here: what is looked for in it ([`crate::guard`]).

use super::matters::of_matter;
use crate::command::Command;
use crate::curtain::Thing;
use crate::id::{CardId, ChildId, EntryId};
use crate::matter::ReviewState;
use crate::outcome::{Action, AgencyView, Answer, Decision, FamilyView, Rating};
use crate::sharing::MayKnow;
use crate::state::State;

/// A text that a command releases, and whom it reaches.
pub(super) struct Text<'a> {
    /// Its words.
    pub(super) words: &'a str,
    /// Who may know them.
    pub(super) reach: &'a MayKnow,
    /// The entry it comes from, or answers.
    pub(super) own: Option<&'a EntryId>,
    /// The child it is about, where it is for those alone who may know that child.
    pub(super) about: Option<&'a ChildId>,
}

/// Those texts that are there, for those who may know them.
pub(super) fn with<'a>(reach: &'a MayKnow, words: &[Option<&'a String>]) -> Vec<Text<'a>> {
    words.iter().flatten().map(|words| Text { words, reach, own: None, about: None }).collect()
}

/// What a command releases that an adult wrote, or puts up that a child said.
pub(super) fn texts_of<'a>(state: &'a State, command: &'a Command) -> Vec<Text<'a>> {
    let everyone = &MayKnow::Everyone;
    match command {
        Command::AddCard { card } if !card.line.is_childs() => with(&card.may_know, &[Some(&card.words)]),
        Command::RewordCard { card, words, .. } => {
            let reach = state.record.cards.get(card).map_or(everyone, |card| &card.may_know);
            with(reach, &[Some(words)])
        }
        Command::DescribeCard { card, may_know, .. } => match state.record.cards.get(card) {
            Some(card) if !card.line.is_childs() && card.may_know != *may_know => with(may_know, &[Some(&card.words)]),
            Some(_) | None => Vec::new(),
        },
        Command::TakeOffer { offer, card } => {
            with(&card.may_know, &[state.record.offers.get(offer).map(|offer| &offer.words)])
        }
        Command::PullEntry { entry, .. } => match state.record.entry(entry) {
            Some((_, entry)) => {
                vec![Text { words: &entry.words, reach: &entry.may_know, own: Some(&entry.id), about: None }]
            }
            None => Vec::new(),
        },
        Command::AnswerEntry { answer } => of_answer(state, answer),
        Command::Rate { rating } => of_rating(rating, &rating.may_know),
        Command::Plan { action } => plan_texts(action, &action.may_know),
        Command::Decide { decision } => of_decision(decision),
        Command::GiveAgencyView { view } => of_agency_view(view),
        Command::GiveFamilyView { view } => of_family_view(view, &view.may_know),
        Command::EnterPhase { reason, .. } => with(everyone, &[reason.as_ref()]),
        Command::PrepareLetter { letter } => {
            with(everyone, &[letter.expect.as_ref(), letter.teller.as_ref(), letter.keep.as_ref()])
        }
        Command::WriteContingency { words } => with(everyone, &[words.as_ref()]),
        Command::OpenCurtain { shared, things, .. } => {
            let lines = shared.iter().filter_map(|card| state.record.cards.get(card));
            let lines = lines.filter(|card| !card.line.is_childs());
            let lines = lines.flat_map(|card| with(everyone, &[Some(&card.words)]));
            lines.chain(of_things(state, things)).collect()
        }
        Command::ShareBehind { things } => of_things(state, things),
        Command::TellFate { card, state: became, .. } => back_on_board(state, card, *became),
        Command::AddCard { .. }
        | Command::MoveCard { .. }
        | Command::GroupCard { .. }
        | Command::RemoveCard { .. }
        | Command::RestoreCard { .. }
        | Command::Undo
        | Command::Redo
        | Command::Anyway { .. }
        | Command::WithdrawRating { .. }
        | Command::DropAction { .. }
        | Command::NameDisagreement { .. }
        | Command::WithdrawAgencyView { .. }
        | Command::ShowOnWall { .. }
        | Command::TurnPage { .. }
        | Command::Blank { .. }
        | Command::Point { .. }
        | Command::Light { .. }
        | Command::Speak { .. }
        | Command::OpenPlace { .. }
        | Command::Reveal { .. }
        | Command::NotNow { .. }
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
        | Command::OfferLine { .. }
        | Command::DeclineOffer { .. }
        | Command::GiveSeat { .. }
        | Command::CloseSeat { .. }
        | Command::DrawCurtain { .. }
        | Command::BeginSitting { .. }
        | Command::HideNumbers { .. }
        | Command::OpenDoor { .. } => Vec::new(),
    }
}

/// A line of last time that stands on the board again is released again.
fn back_on_board<'a>(state: &'a State, card: &CardId, became: ReviewState) -> Vec<Text<'a>> {
    let then = state.record.earlier.as_deref().and_then(|earlier| earlier.cards.get(card));
    let stands = then.filter(|then| became != ReviewState::Gone && !then.is_fixed());
    stands.map_or_else(Vec::new, |then| with(&then.may_know, &[Some(&then.words)]))
}

/// What is said with things that the whole room may know.
fn of_things<'a>(state: &'a State, things: &[Thing]) -> Vec<Text<'a>> {
    things.iter().flat_map(|thing| of_thing(state, thing)).collect()
}

/// What is said with one thing that the whole room may know, as it stands.
pub(super) fn of_thing<'a>(state: &'a State, thing: &Thing) -> Vec<Text<'a>> {
    let (record, everyone) = (&state.record, &MayKnow::Everyone);
    let found = match thing {
        Thing::Rating(id) => record.ratings.get(id).map(|rating| of_rating(rating, everyone)),
        Thing::Action(id) => record.plan.get(id).map(|action| plan_texts(action, everyone)),
        Thing::Contingency => record.contingency.as_ref().map(|written| with(everyone, &[Some(&written.words)])),
        Thing::Decision(child) => record.decisions.get(child).map(of_decision),
        Thing::AgencyView(id) => record.agency_views.get(id).map(of_agency_view),
        Thing::FamilyView(id) => record.family_views.get(id).map(|view| of_family_view(view, everyone)),
        Thing::Answer(entry) => record.answers.get(entry).map(|answer| of_answer(state, answer)),
        Thing::Phase(key) => {
            let entered = record.phases.iter().filter(|entered| entered.phase == *key);
            let reasons = entered.flat_map(|entered| [&entered.skipped_because, &entered.without_childs_view]);
            Some(reasons.flat_map(|reason| with(everyone, &[reason.as_ref()])).collect())
        }
        Thing::Matter(id) => record.matters.get(id).map(|matter| of_matter(state, matter, Some(everyone))),
    };
    found.unwrap_or_default()
}

/// The same, for those alone who may know a child.
pub(super) fn about<'a>(child: &'a ChildId, texts: Vec<Text<'a>>) -> Vec<Text<'a>> {
    texts.into_iter().map(|text| Text { about: Some(child), ..text }).collect()
}

fn of_answer<'a>(state: &'a State, answer: &'a Answer) -> Vec<Text<'a>> {
    let Some((_, entry)) = state.record.entry(&answer.entry) else { return Vec::new() };
    let texts = with(&entry.may_know, &[Some(&answer.words), answer.reason.as_ref()]);
    texts.into_iter().map(|text| Text { own: Some(&entry.id), ..text }).collect()
}

fn of_rating<'a>(rating: &'a Rating, reach: &'a MayKnow) -> Vec<Text<'a>> {
    with(reach, &[rating.reason.as_ref(), rating.one_higher.as_ref()])
}

fn of_decision(decision: &Decision) -> Vec<Text<'_>> {
    let texts = [Some(&decision.reasons), decision.childs_view.as_ref(), decision.for_child.as_ref()];
    about(&decision.child, with(&MayKnow::Everyone, &texts))
}

fn of_agency_view(view: &AgencyView) -> Vec<Text<'_>> {
    about(&view.child, with(&MayKnow::Everyone, &[view.reason.as_ref()]))
}

fn of_family_view<'a>(view: &'a FamilyView, reach: &'a MayKnow) -> Vec<Text<'a>> {
    with(reach, &[Some(&view.words)])
}

/// Every text of a line of the plan, for those who may know it.
pub(super) fn plan_texts<'a>(action: &'a Action, reach: &'a MayKnow) -> Vec<Text<'a>> {
    let texts = [
        Some(&action.what),
        action.need.as_ref(),
        action.outcome.as_ref(),
        action.supporting.as_ref(),
        action.measure.as_ref(),
        action.evidence.as_ref(),
        action.contingency.as_ref(),
        action.family_says.as_ref(),
        action.for_child.as_ref(),
    ];
    with(reach, &texts)
}
