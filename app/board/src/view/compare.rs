//! What an audience does not get of the chair's board, or gets otherwise, line by line and with the reason, in words.
//!
//! For the chair alone: it names what is kept from whom. Deliberately not here: any rule. Both sides are what the rules
//! give, and only a difference between them is looked into.

use serde::{Deserialize, Serialize};

use super::project::project_at;
use super::see::{is_fit, is_put_away};
use super::told::{told, why_not};
use super::words::{in_words_of, shared_with};
use super::{At, CardView, View, may_know, may_know_child};
use crate::audience::Audience;
use crate::card::{Card, Source};
use crate::id::ChildId;
use crate::sharing::MayKnow;
use crate::state::State;
use crate::view::minutes::MinutesView;

/// One thing that an audience does not get as the chair has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What the chair has: who said it, and the words.
    pub what: String,
    /// What the audience has instead; nothing where it has nothing.
    pub instead: Option<String>,
    /// Why, in words.
    pub why: String,
}

/// Everything of the chair's board that an audience does not get, or gets otherwise, in the board's order.
pub fn differences(state: &State, audience: &Audience) -> Vec<Difference> {
    if let Audience::Tablet(_) = audience {
        let why = "A tablet has the child’s own tools and nothing else.".to_owned();
        return vec![Difference { what: "The board".to_owned(), instead: None, why }];
    }
    let at = place_of(audience);
    let theirs = project_at(state, audience, at);
    let chairs = project_at(state, &Audience::Chair, At::Screen);
    let columns = chairs.head.columns.iter().flat_map(|column| chairs.lines(column));
    let lines = columns.filter_map(|card| line(state, audience, at, card, theirs.cards.get(&card.id)));
    let mut all: Vec<Difference> = lines.collect();
    all.extend(numbers(state, audience, &chairs, &theirs));
    all.extend(plan(state, audience, &chairs, &theirs));
    if at == At::Board {
        all.extend(pages(state, audience, &chairs));
    }
    all
}

/// Where an audience meets the board: groups and letters on paper, everybody else on a screen.
fn place_of(audience: &Audience) -> At {
    match audience {
        Audience::Professionals | Audience::Family | Audience::Child(_) => At::Board,
        Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::SideRoom(_)
        | Audience::Support => At::Screen,
    }
}

fn line(
    state: &State,
    audience: &Audience,
    at: At,
    chairs: &CardView,
    theirs: Option<&CardView>,
) -> Option<Difference> {
    let card = state.record.cards.get(&chairs.id)?;
    let what = said(&chairs.who, &chairs.words);
    match theirs {
        None => Some(Difference { what, instead: None, why: why_no_line(state, audience, at, card) }),
        Some(theirs) if theirs.words == chairs.words && theirs.who == chairs.who => None,
        Some(theirs) => {
            let instead = Some(said(&theirs.who, &theirs.words));
            Some(Difference { what, instead, why: why_otherwise(state, card) })
        }
    }
}

/// "Police: Three earlier call-outs."
fn said(who: &str, words: &str) -> String {
    if words.is_empty() { format!("{who}: the picture alone") } else { format!("{who}: {words}") }
}

/// Why an audience has nothing of a line.
pub(super) fn why_no_line(state: &State, audience: &Audience, at: At, card: &Card) -> String {
    let about_others =
        !card.children.is_empty() && !card.children.iter().any(|child| may_know_child(state, audience, child));
    let others_words = match &card.source {
        Source::Child(child) => !may_know_child(state, audience, child),
        Source::Person(_) | Source::Agency(_) => false,
    };
    if about_others || others_words {
        return not_their_child(state, &card.children, &card.source);
    }
    let from = card.entry.as_ref().and_then(|entry| state.record.entry(entry));
    if let Some((tool, entry)) = from.filter(|(tool, entry)| told(state, audience, at, tool, entry).is_none()) {
        return why_not(state, audience, at, tool, entry);
    }
    if !is_fit(state, audience, card) {
        let away = *audience == Audience::Wall && is_put_away(state, &card.source);
        let why = if away {
            "You put this child’s words away for now."
        } else {
            "You have not marked it as fit for a child."
        };
        return why.to_owned();
    }
    chairs_choice(state, &card.may_know)
}

/// "It is about Tomek only, and this is not for those who are here for another child."
fn not_their_child(state: &State, children: &[ChildId], source: &Source) -> String {
    let name = |child: &ChildId| state.record.children.get(child).map(|child| child.known_as.clone());
    let of = match source {
        Source::Child(child) => name(child),
        Source::Person(_) | Source::Agency(_) => children.first().and_then(name),
    };
    let of = of.unwrap_or_else(|| "another child".to_owned());
    format!("It is about {of}, and they are here for another child.")
}

fn chairs_choice(state: &State, may_know: &MayKnow) -> String {
    format!("You chose: {}.", shared_with(&state.record, may_know))
}

fn why_otherwise(state: &State, card: &Card) -> String {
    let entry = card.entry.as_ref().and_then(|entry| state.record.entry(entry));
    match (&card.source, entry) {
        (Source::Child(child), Some(_)) => {
            let name = state.record.children.get(child).map_or("", |child| child.known_as.as_str());
            format!("That is how {name} agreed to have it told.")
        }
        (Source::Child(_) | Source::Person(_) | Source::Agency(_), _) => {
            "That this person takes part is not for everybody.".to_owned()
        }
    }
}

fn numbers(state: &State, audience: &Audience, chairs: &View, theirs: &View) -> Vec<Difference> {
    let missing = chairs.ratings.iter().filter(|(id, _)| !theirs.ratings.contains_key(*id));
    let each = missing.map(|(_, rating)| {
        let line = rating.rating.card.as_ref();
        let why = match &rating.rating.by {
            Source::Child(child) if !may_know_child(state, audience, child) => {
                not_their_child(state, &[], &rating.rating.by)
            }
            _ if line.is_some_and(|card| !theirs.cards.contains_key(card)) => {
                "It is about a line they do not have.".to_owned()
            }
            _ if !may_know(state, audience, &rating.rating.may_know) => chairs_choice(state, &rating.rating.may_know),
            Source::Child(_) | Source::Person(_) | Source::Agency(_) => {
                "That this person takes part is not for everybody.".to_owned()
            }
        };
        Difference { what: format!("A number: {} by {}", rating.rating.value, rating.who), instead: None, why }
    });
    each.collect()
}

fn plan(state: &State, audience: &Audience, chairs: &View, theirs: &View) -> Vec<Difference> {
    let missing = chairs.plan_order.iter().filter(|id| !theirs.plan.contains_key(*id));
    let each = missing.filter_map(|id| chairs.plan.get(id)).map(|action| {
        let children = &action.action.children;
        let known = children.is_empty() || children.iter().any(|child| may_know_child(state, audience, child));
        let why = if !known {
            not_their_child(state, children, &Source::Agency(String::new()))
        } else if !may_know(state, audience, &action.action.may_know) {
            chairs_choice(state, &action.action.may_know)
        } else {
            "That the person who does it takes part is not for everybody.".to_owned()
        };
        Difference { what: format!("The plan: {}", action.action.what), instead: None, why }
    });
    each.collect()
}

/// The children's own pages: what is in the tools and not on this paper.
fn pages(state: &State, audience: &Audience, chairs: &View) -> Vec<Difference> {
    let paper = MinutesView::of(state, audience);
    let there =
        |id| paper.children.iter().flat_map(|child| &child.tools).flat_map(|tool| &tool.entries).any(|it| it.id == id);
    let missing = chairs.entries.values().filter(|entry| !entry.removed && !there(entry.id.clone()));
    let each = missing.filter_map(|entry| {
        let (tool, said_of) = state.record.entry(&entry.id)?;
        let name =
            chairs.head.children.iter().find(|child| child.id == entry.child).map_or("", |child| &child.known_as);
        let why = if may_know_child(state, audience, &entry.child) {
            why_not(state, audience, At::ChildsPages, tool, said_of)
        } else {
            not_their_child(state, &[], &Source::Child(entry.child.clone()))
        };
        Some(Difference {
            what: format!("In the child’s pages. {}: {}", in_words_of(name), entry.words),
            instead: None,
            why,
        })
    });
    each.collect()
}
