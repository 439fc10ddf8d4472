//! What of a console's view the wall shows, for the small copy of the wall.
//!
//! Deliberately not here: deciding that. The console's view says of each line why the wall does not show it.

use board::id::CardId;
use board::sharing::MayKnow;
use board::view::{CardView, View};

/// A console's view with only what is on the wall.
pub(super) fn wall_view(view: &View) -> View {
    let mut wall = view.clone();
    wall.cards.retain(|_, card| on_wall(card));
    let stays = |id: &CardId| view.cards.get(id).is_some_and(on_wall);
    wall.order.iter_mut().for_each(|(_, order)| order.retain(stays));
    wall.newest.iter_mut().for_each(|(_, newest)| newest.retain(stays));
    wall.strip.retain(|(_, card)| stays(card));
    let missing = view.head.children.iter().filter(|child| !wall.strip.iter().any(|(id, _)| *id == child.id));
    let earlier: Vec<_> = missing.filter_map(|child| Some((child.id.clone(), earlier(&wall, &child.id)?))).collect();
    wall.strip.extend(earlier);
    let place = |id| view.head.children.iter().position(|child| child.id == id);
    wall.strip.sort_by_key(|(child, _)| place(child.clone()));
    wall.ratings.retain(|_, rating| {
        rating.rating.may_know == MayKnow::Everyone && rating.rating.card.as_ref().is_none_or(stays)
    });
    wall.stage.pointed = view.stage.pointed.clone().filter(stays);
    wall
}

fn on_wall(card: &CardView) -> bool {
    card.desk.as_ref().is_some_and(|desk| desk.not_on_wall.is_none())
}

/// Words of a child that the wall does show, where their newest are not for it.
fn earlier(wall: &View, child: &board::id::ChildId) -> Option<CardId> {
    let newest = wall.newest.values().flatten().filter_map(|id| wall.cards.get(id));
    newest.filter(|card| card.line.is_childs() && card.children.contains(child)).map(|card| card.id.clone()).next()
}
