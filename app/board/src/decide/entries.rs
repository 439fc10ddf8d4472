//! Rules about a child's tools and words, and about lines that people offer.
//!
//! Deliberately not here: who sees what. A rule here never widens a choice a child has made.

use super::cards::{place, section_exists};
use super::sharing::childs_own;
use super::{Actor, cards, pictures, sharing, texts};
use crate::card::{Card, Rank, Source};
use crate::event::Event;
use crate::id::{CardId, EntryId, OfferId, SectionKey, ToolId};
use crate::record::{Offer, OfferState};
use crate::rejection::Rejection;
use crate::sharing::MayKnow;
use crate::state::State;
use crate::tool::{Entry, Pen, Tapped, Tool};
use crate::toolkit::Asked;

/// The chair puts a child's words on the board with one action: exactly, into the section their house feeds, for those
/// whom the child chose. Words that the child has not shared with anybody cannot be put there.
pub(super) fn pull(
    state: &State,
    entry: &EntryId,
    card: &CardId,
    section: Option<&SectionKey>,
) -> Result<Vec<Event>, Rejection> {
    let (tool, entry) = state.record.entry(entry).ok_or(Rejection::NotFound)?;
    let undecided = entry.may_know == MayKnow::NotDecided && entry.overridden.is_none();
    if entry.removed || undecided {
        return Err(Rejection::NotShared);
    }
    if !state.record.is_agreed(tool) {
        return Err(Rejection::NotAgreed);
    }
    let there = state.record.cards.iter().find(|card| card.entry.as_ref() == Some(&entry.id) && !card.removed);
    if let Some(there) = there {
        return if there.id == *card { Ok(Vec::new()) } else { Err(Rejection::AlreadyThere) };
    }
    let feeds = tool.place_asked(&entry.place).map(|place| place.feeds);
    let fittest = || state.record.framework.section_for(&entry.place, feeds).map(|section| section.key.clone());
    let section = section.cloned().or_else(fittest);
    let card = Card {
        id: card.clone(),
        section: section.ok_or(Rejection::Unknown { what: entry.place.to_string() })?,
        words: entry.words.clone(),
        line: entry.pen.line(),
        source: source(tool, entry),
        children: vec![tool.child.clone()],
        entry: Some(entry.id.clone()),
        group: None,
        rank: Rank::default(),
        may_know: MayKnow::Everyone,
        fit_for_child: false,
        removed: false,
    };
    place(state, &Actor::Chair, &card)
}

/// A child's words are the child's. What was seen is told by the one who saw it.
fn source(tool: &Tool, entry: &Entry) -> Source {
    match (entry.pen, &tool.with_person) {
        (Pen::Child | Pen::Adult | Pen::Drawing, _) => Source::Child(tool.child.clone()),
        (Pen::Seen, Some(person)) => Source::Person(person.clone()),
        (Pen::Seen, None) => {
            let named = entry.scribe.as_ref().or(tool.done_with.as_ref());
            Source::Agency(named.map_or_else(|| "A worker".to_owned(), Clone::clone))
        }
    }
}

/// What surrounds a tool can be put right at any time; its entries come only one by one. A tool keeps what it asked when
/// it was begun, whatever such tools ask later.
pub(super) fn record_tool(state: &State, actor: &Actor, tool: &Tool) -> Result<Vec<Event>, Rejection> {
    childs_own(state, actor, &tool.child)?;
    let known = state.record.tools.get(&tool.id);
    if known.is_some_and(|known| known.child != tool.child) {
        return Err(Rejection::IdTaken);
    }
    let kept = known.filter(|known| known.kind == tool.kind).map(|known| known.asked.clone());
    let asked = match kept {
        Some(asked) => asked,
        None => Some(Box::new(Asked::today(&tool.kind).ok_or(Rejection::Unknown { what: tool.kind.to_string() })?)),
    };
    let texts = [
        &tool.place,
        &tool.done_with,
        &tool.others_present,
        &tool.author,
        &tool.interpreter,
        &tool.aids,
        &tool.stopped_early,
        &tool.kept_at,
        &tool.drawing_described,
    ];
    for text in texts {
        texts::optional(text.as_deref())?;
    }
    Ok(vec![Event::ToolRecorded(Tool { asked, ..tool.envelope() })])
}

/// What a child says is taken word for word, once; a picture can stand without words. Given words never change; a child
/// can take them back and say others.
pub(super) fn give(state: &State, actor: &Actor, tool: &ToolId, entry: &Entry) -> Result<Vec<Event>, Rejection> {
    let tool = state.record.tools.get(tool).ok_or(Rejection::NotFound)?;
    childs_own(state, actor, &tool.child)?;
    if entry.pictures.is_empty() { texts::childs(&entry.words) } else { texts::beside_a_picture(&entry.words) }?;
    texts::optional(entry.meaning.as_deref())?;
    check_tapped(tool, entry)?;
    pictures::belong(state, entry)?;
    sharing::check(state, &entry.may_know, &entry.telling)?;
    if let Some((_, there)) = state.record.entry(&entry.id) {
        let pictures = |entry: &Entry| entry.pictures.iter().map(|picture| picture.id.clone()).collect::<Vec<_>>();
        let same = there.words == entry.words && pictures(there) == pictures(entry);
        return if same { Ok(Vec::new()) } else { Err(Rejection::IdTaken) };
    }
    let entry = Entry { removed: false, overridden: None, ..entry.clone() };
    Ok(vec![Event::EntryGiven { tool: tool.id.clone(), entry }])
}

/// A child can take words back, and give the same words again.
pub(super) fn take_back(state: &State, actor: &Actor, entry: &EntryId, back: bool) -> Result<Vec<Event>, Rejection> {
    let (tool, entry) = state.record.entry(entry).ok_or(Rejection::NotFound)?;
    childs_own(state, actor, &tool.child)?;
    let id = entry.id.clone();
    Ok(match (entry.removed, back) {
        (false, true) => vec![Event::EntryTakenBack { entry: id }],
        (true, false) => vec![Event::EntryGivenAgain { entry: id }],
        (true, true) | (false, false) => Vec::new(),
    })
}

/// A person at the conference can offer a line from their own device; only they and the chair see it until it is taken.
pub(super) fn offer(state: &State, actor: &Actor, offer: &OfferId, words: &str) -> Result<Vec<Event>, Rejection> {
    let Actor::Person(by) = actor else {
        return Err(Rejection::NotYours);
    };
    texts::line(words)?;
    if let Some(there) = state.record.offers.get(offer) {
        let same = there.by == *by && there.words == words;
        return if same { Ok(Vec::new()) } else { Err(Rejection::IdTaken) };
    }
    let offer = Offer { id: offer.clone(), by: by.clone(), words: words.to_owned(), state: OfferState::Waiting };
    Ok(vec![Event::OfferMade(offer)])
}

/// The chair puts an offered line on the board in the words it was offered in, as said by the one who offered it.
pub(super) fn take_offer(state: &State, actor: &Actor, offer: &OfferId, card: &Card) -> Result<Vec<Event>, Rejection> {
    let offer = waiting(state, offer)?;
    section_exists(state, &card.section)?;
    let card = Card { words: offer.words.clone(), source: Source::Person(offer.by.clone()), ..card.clone() };
    if card.line.is_childs() {
        return Err(Rejection::ChildsWords);
    }
    let mut events = cards::add(state, actor, &card)?;
    events.push(Event::OfferSettled { offer: offer.id.clone(), state: OfferState::Taken });
    Ok(events)
}

/// The chair can say not now; the line stays with the one who offered it.
pub(super) fn decline_offer(state: &State, offer: &OfferId) -> Result<Vec<Event>, Rejection> {
    let offer = waiting(state, offer)?;
    Ok(vec![Event::OfferSettled { offer: offer.id.clone(), state: OfferState::NotNow }])
}

fn waiting<'a>(state: &'a State, offer: &OfferId) -> Result<&'a Offer, Rejection> {
    let offer = state.record.offers.get(offer).ok_or(Rejection::NotFound)?;
    match offer.state {
        OfferState::Waiting => Ok(offer),
        OfferState::Taken | OfferState::NotNow => Err(Rejection::AlreadySettled),
    }
}

/// What was tapped is one of the answers that were there.
fn check_tapped(tool: &Tool, entry: &Entry) -> Result<(), Rejection> {
    match &entry.tapped {
        None | Some(Tapped::Face(1..=5) | Tapped::Number(..=10)) => Ok(()),
        Some(Tapped::Face(_) | Tapped::Number(_)) => Err(Rejection::OffScale),
        Some(Tapped::Choices(chosen)) => {
            let offered = tool.place_asked(&entry.place).map_or(&[][..], |place| &place.choices);
            match chosen.iter().find(|choice| !offered.contains(choice)) {
                Some(choice) => Err(Rejection::Unknown { what: choice.to_string() }),
                None => Ok(()),
            }
        }
        Some(Tapped::People(people)) => people.iter().try_for_each(|person| texts::name(&person.name)),
    }
}
