//! Rules about what is released: the check before words go to more people, the do-not-show list, copies given out.
//!
//! Deliberately not here: what the check looks for (that is [`crate::guard`]).

use super::{Context, texts};
use crate::audience::Audience;
use crate::command::Command;
use crate::copies::GivenCopy;
use crate::event::Event;
use crate::guard::{Guarded, Readers, Warning, warnings};
use crate::id::{CardId, ChildId, CopyId, EntryId, GuardId};
use crate::matter::ReviewState;
use crate::outcome::Action;
use crate::rejection::Rejection;
use crate::sharing::MayKnow;
use crate::state::State;
use crate::view::letter::entries_in_letter;
use crate::view::minutes::MinutesView;

/// Words that hold something their readers may not know are not released until they are changed, or somebody has written
/// why they can stay.
pub(super) fn check(state: &State, command: &Command) -> Result<(), Rejection> {
    check_texts(state, texts_of(state, command))
}

/// The same for a line of the plan from the record's pages. What stood there already was looked at when it was written.
pub(super) fn check_plan(state: &State, action: &Action) -> Result<(), Rejection> {
    let known = state.record.plan.get(&action.id).filter(|known| known.may_know == action.may_know);
    let stood: Vec<&str> = known.into_iter().flat_map(plan_texts).map(|text| text.words).collect();
    check_texts(state, plan_texts(action).into_iter().filter(|text| !stood.contains(&text.words)))
}

fn check_texts<'a>(state: &State, texts: impl IntoIterator<Item = Text<'a>>) -> Result<(), Rejection> {
    let mut found: Vec<Warning> = Vec::new();
    for Text { words, reach, own, about } in texts {
        for warning in warnings(state, words, Readers { reach, own, about }) {
            if !found.contains(&warning) {
                found.push(warning);
            }
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Rejection::LookAgain { warnings: found }) }
}

/// A text that a command releases, and whom it reaches.
struct Text<'a> {
    words: &'a str,
    reach: &'a MayKnow,
    own: Option<&'a EntryId>,
    /// The child it is about, where it is for those alone who may know that child.
    about: Option<&'a ChildId>,
}

/// Those texts that are there, for those who may know them.
fn with<'a>(reach: &'a MayKnow, words: &[Option<&'a String>]) -> Vec<Text<'a>> {
    words.iter().flatten().map(|words| Text { words, reach, own: None, about: None }).collect()
}

/// What a command releases that an adult wrote, or puts up that a child said.
fn texts_of<'a>(state: &'a State, command: &'a Command) -> Vec<Text<'a>> {
    let everyone = &MayKnow::Everyone;
    let about = |child, words: &[_]| {
        with(everyone, words).into_iter().map(|text| Text { about: Some(child), ..text }).collect()
    };
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
        Command::AnswerEntry { answer } => match state.record.entry(&answer.entry) {
            Some((_, entry)) => {
                let text =
                    |words: &'a String| Text { words, reach: &entry.may_know, own: Some(&entry.id), about: None };
                [Some(&answer.words), answer.reason.as_ref()].into_iter().flatten().map(text).collect()
            }
            None => Vec::new(),
        },
        Command::Rate { rating } => with(&rating.may_know, &[rating.reason.as_ref(), rating.one_higher.as_ref()]),
        Command::Plan { action } => plan_texts(action),
        Command::Decide { decision } => {
            let texts = [Some(&decision.reasons), decision.childs_view.as_ref(), decision.for_child.as_ref()];
            about(&decision.child, &texts)
        }
        Command::GiveAgencyView { view } => about(&view.child, &[view.reason.as_ref()]),
        Command::GiveFamilyView { view } => with(&view.may_know, &[Some(&view.words)]),
        Command::EnterPhase { reason, .. } => with(everyone, &[reason.as_ref()]),
        Command::PrepareLetter { letter } => {
            with(everyone, &[letter.expect.as_ref(), letter.teller.as_ref(), letter.keep.as_ref()])
        }
        Command::WriteContingency { words } => with(everyone, &[words.as_ref()]),
        Command::OpenCurtain { shared, .. } => {
            let lines = shared.iter().filter_map(|card| state.record.cards.get(card));
            lines.filter(|card| !card.line.is_childs()).flat_map(|card| with(everyone, &[Some(&card.words)])).collect()
        }
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

/// Every text of a line of the plan, for those who may know the line.
fn plan_texts(action: &Action) -> Vec<Text<'_>> {
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
    with(&action.may_know, &texts)
}

/// What must not be shown is written on the list with who may read it.
pub(super) fn guard(state: &State, guarded: &Guarded) -> Result<Vec<Event>, Rejection> {
    texts::name(&guarded.words)?;
    if let Some(person) = guarded.may_know.named().iter().find(|person| !state.record.people.has(person)) {
        return Err(Rejection::Unknown { what: person.to_string() });
    }
    Ok(vec![Event::GuardSet(guarded.clone())])
}

/// A thing can come off the list.
pub(super) fn unguard(state: &State, guard: &GuardId) -> Vec<Event> {
    let there = state.record.do_not_show.get(guard);
    there.map(|there| Event::GuardLifted { guard: there.id.clone() }).into_iter().collect()
}

/// A copy that leaves the room is written down with the children's words that are in it, so that a child who thinks again
/// can be told honestly which copies cannot be called back.
pub(super) fn give_copy(
    state: &State,
    id: &CopyId,
    to: &Audience,
    how: &str,
    context: Context,
) -> Result<Vec<Event>, Rejection> {
    texts::name(how)?;
    let known = match to {
        Audience::Person(person) => state.record.people.has(person),
        Audience::Child(child) => state.record.children.has(child),
        Audience::Professionals | Audience::Family => true,
        Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Tablet(_)
        | Audience::SideRoom(_)
        | Audience::Support => false,
    };
    if !known {
        return Err(Rejection::NotFound);
    }
    if state.record.copies.has(id) {
        return Ok(Vec::new());
    }
    let entries = match to {
        Audience::Child(child) => entries_in_letter(state, child),
        Audience::Person(_)
        | Audience::Professionals
        | Audience::Family
        | Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Tablet(_)
        | Audience::SideRoom(_)
        | Audience::Support => MinutesView::of(state, to).entries(state),
    };
    let copy = GivenCopy { id: id.clone(), to: to.clone(), how: how.to_owned(), at: context.now, entries };
    Ok(vec![Event::CopyGiven(copy)])
}
