//! Rules about lines on the board.
//!
//! Deliberately not here: how a child's entry gets there (that is `entries`).

use super::{Actor, curtain, texts};
use crate::audience::Audience;
use crate::card::{Card, LineKind, Rank, Source};
use crate::event::Event;
use crate::id::{CardId, ChildId, GroupId, SectionKey};
use crate::rejection::Rejection;
use crate::sharing::MayKnow;
use crate::state::State;
use crate::view::may_see_card;

/// What surrounds a card's words.
pub(super) struct Described<'a> {
    /// What sort of line.
    pub(super) line: LineKind,
    /// Who said it.
    pub(super) source: &'a Source,
    /// Which children.
    pub(super) children: &'a [ChildId],
    /// Who may know.
    pub(super) may_know: &'a MayKnow,
}

/// A line is put on the board with words, a section of this framework, and people of this conference.
pub(super) fn add(state: &State, actor: &Actor, card: &Card) -> Result<Vec<Event>, Rejection> {
    if card.entry.is_some() || card.removed {
        return Err(Rejection::ChildsWords);
    }
    if card.line.is_childs() { texts::childs(&card.words) } else { texts::line(&card.words) }?;
    let described =
        Described { line: card.line, source: &card.source, children: &card.children, may_know: &card.may_know };
    check_described(state, &described)?;
    place(state, actor, card)
}

/// Puts a card at the end of its section. The same card sent twice is there once.
pub(super) fn place(state: &State, actor: &Actor, card: &Card) -> Result<Vec<Event>, Rejection> {
    section_exists(state, &card.section)?;
    if let Some(there) = state.record.cards.get(&card.id) {
        let same = there.words == card.words && may_see_card(state, &audience(actor), there);
        return if same { Ok(Vec::new()) } else { Err(Rejection::IdTaken) };
    }
    let mut card = card.clone();
    card.rank = Rank::between(standing(state, &card.section).last().map(|last| last.rank), None);
    // Who may know a child's words, the child has said.
    let narrowed = if card.entry.is_some() { curtain::behind } else { curtain::said_now };
    card.may_know = narrowed(state, &card.may_know);
    Ok(vec![Event::CardAdded(card)])
}

/// An adult's line can get other words, unless somebody else changed it meanwhile; a child's words never can.
pub(super) fn reword(
    state: &State,
    actor: &Actor,
    card: &CardId,
    was: &str,
    words: &str,
) -> Result<Vec<Event>, Rejection> {
    let card = on_board(state, actor, card)?;
    if card.is_fixed() {
        return Err(Rejection::ChildsWords);
    }
    texts::line(words)?;
    if card.words == words {
        return Ok(Vec::new());
    }
    if card.words != was {
        return Err(Rejection::ChangedMeanwhile { now: card.words.clone() });
    }
    let reworded = Event::CardReworded { card: card.id.clone(), words: words.to_owned() };
    Ok(std::iter::once(reworded).chain(curtain::kept_behind(state, card)).collect())
}

/// What surrounds a line can be put right; what makes a line a child's cannot, and a child's line never becomes an
/// adult's.
pub(super) fn describe(
    state: &State,
    actor: &Actor,
    card: &CardId,
    described: &Described<'_>,
) -> Result<Vec<Event>, Rejection> {
    let card = on_board(state, actor, card)?;
    let turned = card.line.is_childs() != described.line.is_childs();
    let other_voice = card.entry.is_some() && (card.line != described.line || card.source != *described.source);
    if turned || other_voice {
        return Err(Rejection::ChildsWords);
    }
    check_described(state, described)?;
    let is_behind = curtain::is_behind(state, &card.id);
    Ok(vec![Event::CardDescribed {
        card: card.id.clone(),
        line: described.line,
        source: described.source.clone(),
        children: described.children.to_vec(),
        may_know: if is_behind { curtain::behind(state, described.may_know) } else { described.may_know.clone() },
    }])
}

/// A line can stand in any section, before any line there; the others keep their places.
pub(super) fn shift(
    state: &State,
    actor: &Actor,
    card: &CardId,
    section: &SectionKey,
    before: Option<&CardId>,
) -> Result<Vec<Event>, Rejection> {
    let card = on_board(state, actor, card)?;
    section_exists(state, section)?;
    let others: Vec<&Card> = standing(state, section).into_iter().filter(|other| other.id != card.id).collect();
    let place = match before {
        Some(before) => others.iter().position(|other| other.id == *before).ok_or(Rejection::NotFound)?,
        None => others.len(),
    };
    let neighbour = |index: Option<usize>| index.and_then(|index| others.get(index)).map(|other| other.rank);
    let (left, right) = (neighbour(place.checked_sub(1)), neighbour(Some(place)));
    let rank = Rank::between(left, right);
    if Some(rank) != left && Some(rank) != right {
        return Ok(vec![Event::CardMoved { card: card.id.clone(), section: section.clone(), rank }]);
    }
    Ok(renumber(card, section, &others, place))
}

/// When there is no number left between two neighbours the whole section is counted anew, in the order it has.
fn renumber(card: &Card, section: &SectionKey, others: &[&Card], place: usize) -> Vec<Event> {
    let (left, right) = others.split_at(place);
    let order = left.iter().copied().chain(std::iter::once(card)).chain(right.iter().copied());
    let mut rank = Rank::FIRST;
    let mut events = Vec::new();
    for other in order {
        events.push(Event::CardMoved { card: other.id.clone(), section: section.clone(), rank });
        rank = Rank::between(Some(rank), None);
    }
    events
}

/// A line joins the group of another, which then has one; or leaves its own.
pub(super) fn group(
    state: &State,
    actor: &Actor,
    card: &CardId,
    with: Option<&CardId>,
) -> Result<Vec<Event>, Rejection> {
    let card = on_board(state, actor, card)?;
    let Some(with) = with else {
        return Ok(vec![Event::CardGrouped { card: card.id.clone(), group: None }]);
    };
    let with = on_board(state, actor, with)?;
    if with.id == card.id || with.section != card.section {
        return Err(Rejection::NotFound);
    }
    let joins = |card: &Card, group: &GroupId| Event::CardGrouped { card: card.id.clone(), group: Some(group.clone()) };
    if let Some(group) = &with.group {
        return Ok(vec![joins(card, group)]);
    }
    let group = GroupId::try_from(with.id.as_str().to_owned()).map_err(|_| Rejection::NotFound)?;
    Ok(vec![joins(with, &group), joins(card, &group)])
}

/// The chair says which lines a child in a side room sees; a line about other children is never one of them.
pub(super) fn fit_for_child(state: &State, actor: &Actor, card: &CardId, fit: bool) -> Result<Vec<Event>, Rejection> {
    let card = on_board(state, actor, card)?;
    if card.fit_for_child == fit {
        return Ok(Vec::new());
    }
    Ok(vec![Event::CardFitForChild { card: card.id.clone(), fit }])
}

/// Any line can be taken off the board, a child's too; it stays in the record and can be put back.
pub(super) fn remove(state: &State, actor: &Actor, card: &CardId) -> Result<Vec<Event>, Rejection> {
    let card = on_board(state, actor, card)?;
    Ok(vec![Event::CardRemoved { card: card.id.clone() }])
}

/// A line that was taken off can be put back where it was, unless the same words of a child were put on the board anew.
pub(super) fn restore(state: &State, actor: &Actor, card: &CardId) -> Result<Vec<Event>, Rejection> {
    let card = state.record.cards.get(card).filter(|card| card.removed).ok_or(Rejection::NotFound)?;
    let as_it_was = Card { removed: false, ..card.clone() };
    if !may_see_card(state, &audience(actor), &as_it_was) {
        return Err(Rejection::NotFound);
    }
    if state.is_there_already(card) {
        return Err(Rejection::AlreadyThere);
    }
    Ok(vec![Event::CardRestored { card: card.id.clone() }])
}

/// A seat can only touch a line that it can see; for all others the line is not there.
pub(super) fn on_board<'a>(state: &'a State, actor: &Actor, card: &CardId) -> Result<&'a Card, Rejection> {
    let card = state.record.cards.get(card).filter(|card| !card.removed).ok_or(Rejection::NotFound)?;
    if may_see_card(state, &audience(actor), card) { Ok(card) } else { Err(Rejection::NotFound) }
}

/// The lines of a section that are on the board, in their order.
pub(super) fn standing<'a>(state: &'a State, section: &SectionKey) -> Vec<&'a Card> {
    let mut cards: Vec<&Card> =
        state.record.cards.iter().filter(|card| card.section == *section && !card.removed).collect();
    cards.sort_by(|a, b| a.rank.order(b.rank));
    cards
}

/// The audience whose view an actor has.
pub(super) fn audience(actor: &Actor) -> Audience {
    match actor {
        Actor::Chair => Audience::Chair,
        Actor::Clerk => Audience::Clerk,
        Actor::Support => Audience::Support,
        // What the social worker may see is what they see on their own device.
        Actor::Person(person) | Actor::SocialWorker(person) => Audience::Person(person.clone()),
        Actor::Tablet(child) => Audience::Tablet(child.clone()),
        Actor::SideRoom(child) => Audience::SideRoom(child.clone()),
        Actor::Wall | Actor::Lobby(_) => Audience::Wall,
    }
}

/// A section of this conference's framework.
pub(super) fn section_exists(state: &State, section: &SectionKey) -> Result<(), Rejection> {
    match state.record.framework.section(section) {
        Some(_) => Ok(()),
        None => Err(Rejection::Unknown { what: section.to_string() }),
    }
}

/// Source, children and those who may know are all of this conference; a child's line comes from that child.
fn check_described(state: &State, described: &Described<'_>) -> Result<(), Rejection> {
    let record = &state.record;
    let unknown = |what: &str| Rejection::Unknown { what: what.to_owned() };
    match described.source {
        Source::Person(person) if !record.people.has(person) => return Err(unknown(person.as_str())),
        Source::Child(child) if !record.children.has(child) => return Err(unknown(child.as_str())),
        Source::Agency(name) => texts::name(name)?,
        Source::Person(_) | Source::Child(_) => {}
    }
    let from_child = matches!(described.source, Source::Child(_));
    if described.line.is_childs() && !from_child {
        return Err(Rejection::Unknown { what: "the child whose words these are".to_owned() });
    }
    for child in described.children {
        if !record.children.has(child) {
            return Err(unknown(child.as_str()));
        }
    }
    for person in described.may_know.named() {
        if !record.people.has(person) {
            return Err(unknown(person.as_str()));
        }
    }
    Ok(())
}
