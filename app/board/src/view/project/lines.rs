//! The lines of the board as an audience sees them, where they stand, and those that were taken off.
//!
//! Deliberately not here: whether a line may be seen (that is in `see`). Only what may be seen comes here.

use litemap::LiteMap;

use super::is_console;
use crate::audience::Audience;
use crate::card::Card;
use crate::curtain::Thing;
use crate::id::{CardId, ChildId, ColumnKey, GroupId, SectionKey};
use crate::outcome::Answer;
use crate::state::State;
use crate::tool::{Entry, Translation};
use crate::view::compare::why_no_line;
use crate::view::last_time::since;
use crate::view::told::{At, Told, told};
use crate::view::words::{foreign, said};
use crate::view::{CardDesk, CardView, may_know_child, may_know_thing, may_see_card};

/// The lines of each section by rank, named in order so that no number shows what is missing between them.
pub(super) fn order(seen: &[&Card]) -> LiteMap<SectionKey, Vec<CardId>> {
    let mut sorted = seen.to_vec();
    sorted.sort_by(|a, b| a.rank.order(b.rank));
    let mut order: LiteMap<SectionKey, Vec<CardId>> = LiteMap::new();
    for card in sorted {
        order.entry(card.section.clone()).or_default().push(card.id.clone());
    }
    order
}

pub(super) fn newest(state: &State, seen: &[&Card]) -> LiteMap<ColumnKey, Vec<CardId>> {
    let mut newest: LiteMap<ColumnKey, Vec<CardId>> = LiteMap::new();
    for card in seen.iter().rev() {
        if let Some(column) = state.column_of(&card.id) {
            newest.entry(column.key.clone()).or_default().push(card.id.clone());
        }
    }
    newest
}

/// The strip holds the newest of each child's own words, one child beside the other, whatever the phase.
pub(super) fn strip(state: &State, seen: &[&Card], views: &LiteMap<CardId, CardView>) -> Vec<(ChildId, CardId)> {
    let is_theirs = |card: &CardView, child: &ChildId| card.line.is_childs() && card.children.contains(child);
    let newest_of = |child: &ChildId| {
        let words = seen.iter().rev().find(|card| views.get(&card.id).is_some_and(|view| is_theirs(view, child)));
        words.map(|card| (child.clone(), card.id.clone()))
    };
    let now = state.record.children.iter().filter(|child| !state.wall.not_now.contains(&child.id));
    now.filter_map(|child| newest_of(&child.id)).collect()
}

pub(in crate::view) fn card_view(state: &State, audience: &Audience, at: At, card: &Card) -> CardView {
    let record = &state.record;
    let from = card.entry.as_ref().and_then(|id| record.entry(id));
    let entry = from.map(|(_, entry)| entry);
    let told = from.and_then(|(tool, entry)| told(state, audience, at, tool, entry));
    let (line, who, how) = said(state, audience, card, told.as_ref());
    let named = told.as_ref().is_none_or(|told| told.named);
    let answered = entry.filter(|_| told.as_ref().is_some_and(Told::is_answered));
    let answer = answered.and_then(|entry| answer_to(state, audience, entry)).map(|answer| answer.words.clone());
    CardView {
        id: card.id.clone(),
        section: card.section.clone(),
        words: told.as_ref().map_or(&card.words, |told| &told.words).clone(),
        language: told.as_ref().and_then(|told| foreign(&told.language)),
        translation: told.as_ref().and_then(|told| told.translation.as_ref()).map(translated),
        pictures: from
            .zip(told.as_ref())
            .map_or_else(Vec::new, |((tool, entry), told)| told.pictures(record, tool, entry)),
        line,
        who,
        how,
        children: card
            .children
            .iter()
            .filter(|child| named && may_know_child(state, audience, child))
            .cloned()
            .collect(),
        group: card.group.clone().filter(|group| has_company(state, audience, card, group)),
        answer,
        fixed: card.is_fixed(),
        since: since(state, audience, &card.id),
        desk: is_console(audience).then(|| CardDesk {
            source: card.source.clone(),
            entry: card.entry.clone(),
            may_know: card.may_know.clone(),
            not_on_wall: not_on_wall(state, card),
            fit_for_child: card.fit_for_child,
        }),
    }
}

/// What was done about an entry, for those who may know it.
pub(super) fn answer_to<'a>(state: &'a State, audience: &Audience, entry: &Entry) -> Option<&'a Answer> {
    let answer = state.record.answers.get(&entry.id);
    answer.filter(|answer| may_know_thing(state, audience, &Thing::Answer(answer.entry.clone())))
}

/// Which lines belong together is shown at a console alone, and a line that belongs with none this console sees stands by itself.
fn has_company(state: &State, audience: &Audience, card: &Card, group: &GroupId) -> bool {
    let beside = |other: &Card| other.id != card.id && other.group.as_ref() == Some(group);
    let mut others = state.record.cards.iter().filter(|other| beside(other));
    is_console(audience) && others.any(|other| may_see_card(state, audience, other))
}

pub(super) fn translated(translation: &Translation) -> (String, String) {
    (translation.words.clone(), translation.by.clone())
}

/// Why the wall does not show a line, for those at a console.
fn not_on_wall(state: &State, card: &Card) -> Option<String> {
    let seen = may_see_card(state, &Audience::Wall, card);
    (!seen).then(|| format!("Not on the wall. {}", why_no_line(state, &Audience::Wall, At::Screen, card)))
}

/// Lines taken off the board, for those who could see them on it.
pub(super) fn removed(state: &State, audience: &Audience) -> LiteMap<CardId, CardView> {
    let off = state.record.cards.iter().filter(|card| card.removed);
    let as_it_was = off.map(|card| Card { removed: false, ..card.clone() });
    let seen = as_it_was.filter(|card| may_see_card(state, audience, card));
    seen.map(|card| (card.id.clone(), card_view(state, audience, At::Screen, &card))).collect()
}
