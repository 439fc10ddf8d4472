//! Every text that is released with a command, and whom it reaches.
//!
//! Deliberately not here: what is looked for in it ([`crate::guard`]).

use super::matters::of_matter;
use crate::card::Card;
use crate::command::Command;
use crate::curtain::Thing;
use crate::id::{CardId, ChildId, EntryId};
use crate::matter::ReviewState;
use crate::outcome::{Action, AgencyView, Answer, Decision, FamilyView, Rating};
use crate::people::{Child, Person};
use crate::record::Header;
use crate::sharing::MayKnow;
use crate::state::State;
use crate::tool::Tool;

/// A text that a command releases, and whom it reaches.
#[derive(Clone, Copy)]
pub(super) struct Text<'a> {
    /// Its words.
    pub(super) words: &'a str,
    /// Who may know them.
    pub(super) reach: &'a MayKnow,
    /// The entry it comes from, or answers.
    pub(super) own: Option<&'a EntryId>,
    /// The child it is about, where it is for those alone who may know that child.
    pub(super) about: Option<&'a ChildId>,
    /// Where people meet is an address by itself, and its postcode says nothing.
    pub(super) is_where_we_meet: bool,
}

/// Those texts that are there, for those who may know them.
pub(super) fn with<'a>(reach: &'a MayKnow, words: &[Option<&'a String>]) -> Vec<Text<'a>> {
    let text = |words: &'a String| Text { words, reach, own: None, about: None, is_where_we_meet: false };
    words.iter().flatten().copied().map(text).collect()
}

/// What a command releases that an adult wrote, or puts up that a child said.
pub(super) fn texts_of<'a>(state: &'a State, command: &'a Command) -> Vec<Text<'a>> {
    let everyone = &MayKnow::Everyone;
    match command {
        Command::AddCard { card } => of_card(card),
        Command::RestoreCard { card } => state.record.cards.get(card).map(of_card).unwrap_or_default(),
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
            Some((_, entry)) => with(&entry.may_know, &[Some(&entry.words)])
                .into_iter()
                .map(|text| Text { own: Some(&entry.id), ..text })
                .collect(),
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
        Command::ChangeHeader { header } => of_header(state, header),
        Command::RecordChild { child } => of_child(state, child),
        Command::RecordPerson { person } => of_person(state, person),
        Command::RecordTool { tool } => of_tool(state, tool),
        Command::MoveCard { .. }
        | Command::GroupCard { .. }
        | Command::RemoveCard { .. }
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
        | Command::StepOut { .. }
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

/// A line of a grown-up is for those who may know it; a child's words are told as the child chose.
pub(super) fn of_card(card: &Card) -> Vec<Text<'_>> {
    if card.line.is_childs() { Vec::new() } else { with(&card.may_know, &[Some(&card.words)]) }
}

/// A line of last time that stands on the board again is released again.
fn back_on_board<'a>(state: &'a State, card: &CardId, became: ReviewState) -> Vec<Text<'a>> {
    let then = state.record.earlier.as_deref().and_then(|earlier| earlier.cards.get(card));
    let stands = then.filter(|then| became != ReviewState::Gone && !then.is_fixed());
    stands.map_or_else(Vec::new, |then| with(&then.may_know, &[Some(&then.words)]))
}

/// Those texts that are new: what stood there already for the same people was looked at when it was written.
pub(super) fn new<'a>(texts: Vec<Text<'a>>, stood: &[Text<'_>]) -> Vec<Text<'a>> {
    let is_same = |one: &Text<'_>, other: &Text<'_>| {
        (one.words, one.reach, one.own, one.about) == (other.words, other.reach, other.own, other.about)
    };
    let stands = |text: &Text<'_>| stood.iter().any(|stood| is_same(stood, text));
    texts.into_iter().filter(|text| !stands(text)).collect()
}

/// The head of a record is for everybody, and each day that follows for those who may know it.
pub(super) fn of_header<'a>(state: &'a State, header: &'a Header) -> Vec<Text<'a>> {
    fn all(header: &Header) -> Vec<Text<'_>> {
        let place = with(&MayKnow::Everyone, &[Some(&header.place)]);
        let place = place.into_iter().map(|text| Text { is_where_we_meet: true, ..text });
        let next = header.next.iter().flat_map(|next| with(&next.may_know, &[Some(&next.what), next.at.as_ref()]));
        let open = with(&MayKnow::Everyone, &[header.reason.as_ref(), header.time.as_ref()]);
        place.chain(open).chain(next).collect()
    }
    new(all(header), &all(&state.record.conference))
}

/// How a child took part is for those who may know the child.
pub(super) fn of_child<'a>(state: &'a State, child: &'a Child) -> Vec<Text<'a>> {
    fn all(child: &Child) -> Vec<Text<'_>> {
        about(&child.id, with(&MayKnow::Everyone, &[child.participation.as_ref()]))
    }
    new(all(child), &state.record.children.get(&child.id).map(all).unwrap_or_default())
}

/// Who somebody is and from when to when they were there is for those who may know that they take part.
pub(super) fn of_person<'a>(state: &'a State, person: &'a Person) -> Vec<Text<'a>> {
    fn all(person: &Person) -> Vec<Text<'_>> {
        let called = [Some(&person.name), person.known_as.as_ref(), person.title.as_ref()];
        let there = [person.organisation.as_ref(), person.attended.as_ref()];
        with(&person.may_know, &[called.as_slice(), &there].concat())
    }
    new(all(person), &state.record.people.get(&person.id).map(all).unwrap_or_default())
}

/// Where and with whom a tool was done is for the professionals; what helped, and what was drawn, for those who may know the child.
fn of_tool<'a>(state: &'a State, tool: &'a Tool) -> Vec<Text<'a>> {
    fn all(tool: &Tool) -> Vec<Text<'_>> {
        let people = [tool.done_with.as_ref(), tool.others_present.as_ref(), tool.author.as_ref()];
        let places = [tool.place.as_ref(), tool.kept_at.as_ref(), tool.interpreter.as_ref()];
        let kept = with(&MayKnow::Professionals, &[people, places].concat());
        let open = [tool.aids.as_ref(), tool.stopped_early.as_ref(), tool.drawing_described.as_ref()];
        let open = with(&MayKnow::Everyone, &open);
        about(&tool.child, kept.into_iter().chain(open).collect())
    }
    new(all(tool), &state.record.tools.get(&tool.id).map(all).unwrap_or_default())
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

pub(super) fn of_answer<'a>(state: &'a State, answer: &'a Answer) -> Vec<Text<'a>> {
    let Some((_, entry)) = state.record.entry(&answer.entry) else { return Vec::new() };
    let texts = with(&entry.may_know, &[Some(&answer.words), answer.reason.as_ref(), answer.told_by.as_ref()]);
    texts.into_iter().map(|text| Text { own: Some(&entry.id), ..text }).collect()
}

pub(super) fn of_rating<'a>(rating: &'a Rating, reach: &'a MayKnow) -> Vec<Text<'a>> {
    with(reach, &[rating.reason.as_ref(), rating.one_higher.as_ref()])
}

pub(super) fn of_decision(decision: &Decision) -> Vec<Text<'_>> {
    let texts = [Some(&decision.reasons), decision.childs_view.as_ref(), decision.for_child.as_ref()];
    about(&decision.child, with(&MayKnow::Everyone, &texts))
}

pub(super) fn of_agency_view(view: &AgencyView) -> Vec<Text<'_>> {
    about(&view.child, with(&MayKnow::Everyone, &[view.reason.as_ref()]))
}

pub(super) fn of_family_view<'a>(view: &'a FamilyView, reach: &'a MayKnow) -> Vec<Text<'a>> {
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
