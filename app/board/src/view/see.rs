//! Who may see a thing: one function for each, beginning with the rule.
//!
//! Deliberately not here: the reading of a choice itself (that is `MayKnow::allows`).

use super::told::{At, told};
use crate::audience::{Audience, Standing};
use crate::card::{Card, Source};
use crate::curtain::Thing;
use crate::id::{ChildId, PersonId};
use crate::keyed::Identified as _;
use crate::matter::{Exclusion, Kind, Sitting};
use crate::outcome::{Action, Owner, Rating};
use crate::people::{Person, Relation};
use crate::quorum::takes_part;
use crate::sharing::MayKnow;
use crate::state::State;
use crate::tool::{Entry, Tool};

/// A thing is for those it was shared with.
pub(crate) fn may_know(state: &State, audience: &Audience, may_know: &MayKnow) -> bool {
    audience.knower(state).is_some_and(|knower| may_know.allows(&knower))
}

/// What was said behind the curtain stays with those who were behind it, until the chair shares it with the room.
pub(crate) fn may_know_thing(state: &State, audience: &Audience, thing: &Thing) -> bool {
    state.record.kept_behind.get(thing).is_none_or(|kept| may_know(state, audience, &kept.may_know))
}

/// The matters of one kind, without what was said behind the curtain and is not for this audience.
pub(super) fn matters<'a, T: Kind + 'a>(state: &'a State, audience: &'a Audience) -> impl Iterator<Item = &'a T> {
    let known = |matter: &&crate::matter::Matter| may_know_thing(state, audience, &Thing::Matter(matter.id().clone()));
    state.record.matters.iter().filter(known).filter_map(T::of)
}

/// What a child wants about who is there may name somebody: it is for the chair and the lead social worker.
pub(crate) fn may_know_wishes(state: &State, audience: &Audience) -> bool {
    may_know(state, audience, &MayKnow::ChairAndSocialWorker)
}

/// The professionals, the chair and the minute taker.
pub(super) fn is_at_work(state: &State, audience: &Audience) -> bool {
    match audience {
        Audience::Chair | Audience::Clerk | Audience::Professionals => true,
        Audience::Person(person) => {
            let person = state.record.people.get(person);
            person.is_some_and(|person| person.role.standing() != Standing::Family)
        }
        Audience::Wall
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Family => false,
    }
}

/// Somebody of the family who is tied to some of the children is here for those, and finds nothing of the others: a
/// father of one child does not learn of a half-brother. Paper for the family is about the children whom the family in the
/// room have in common, and a tablet about its own. The wall names all of them, because the chair knows who is in the room;
/// while a part of a split conference is held, those whom the family of that part have in common.
pub fn may_know_child(state: &State, audience: &Audience, child: &ChildId) -> bool {
    let here_for = |ties: &[Relation]| ties.is_empty() || ties.iter().any(|tie| tie.child == *child);
    let family = |person: &Person| person.role.standing() == Standing::Family;
    match audience {
        Audience::Chair | Audience::Clerk | Audience::Support | Audience::Professionals => true,
        Audience::Wall => held_now(state).is_none_or(|part| {
            let sit = state.record.people.iter().filter(|person| part.people.contains(&person.id));
            sit.filter(|person| person.role.is_of_the_family()).all(|person| here_for(&person.relations))
        }),
        Audience::Person(id) => {
            state.record.people.get(id).is_some_and(|person| !family(person) || here_for(&person.relations))
        }
        Audience::Tablet(own) | Audience::Child(own) | Audience::SideRoom(own) => own == child,
        Audience::Family => {
            let in_the_room = |person: &&Person| person.role.is_of_the_family() && person.is_in_the_room();
            state.record.people.iter().filter(in_the_room).all(|person| here_for(&person.relations))
        }
    }
}

/// A thing about several children is for those who may know one of them; a thing about none is for everybody.
fn may_know_one(state: &State, audience: &Audience, children: &[ChildId]) -> bool {
    children.is_empty() || children.iter().any(|child| may_know_child(state, audience, child))
}

/// What a child said is for those who may know the child.
fn may_know_source(state: &State, audience: &Audience, source: &Source) -> bool {
    match source {
        Source::Child(child) => may_know_child(state, audience, child),
        Source::Person(_) | Source::Agency(_) => true,
    }
}

/// A line on the board is for those whom the chair shared it with and who may know a child it is about; one that came
/// from a child's entry is, beyond that, only for those whom the child chose.
pub fn may_see_card(state: &State, audience: &Audience, card: &Card) -> bool {
    may_see_card_at(state, audience, At::Screen, card)
}

/// The same, on a screen or on paper.
pub fn may_see_card_at(state: &State, audience: &Audience, at: At, card: &Card) -> bool {
    let childs_choice = match &card.entry {
        None => true,
        Some(id) => {
            state.record.entry(id).is_some_and(|(tool, entry)| told(state, audience, at, tool, entry).is_some())
        }
    };
    let known = may_know_one(state, audience, &card.children) && may_know_source(state, audience, &card.source);
    !card.removed
        && known
        && childs_choice
        && is_fit(state, audience, card)
        && may_know(state, audience, &card.may_know)
}

/// What a child has back is their own words; in a side room also the lines that the chair has found fit for a child. The
/// words of a child for whom it is not the time just now are not on the wall.
pub(super) fn is_fit(state: &State, audience: &Audience, card: &Card) -> bool {
    match audience {
        Audience::Child(child) => card.source == Source::Child(child.clone()),
        Audience::SideRoom(child) => card.source == Source::Child(child.clone()) || card.fit_for_child,
        Audience::Wall => !is_put_away(state, &card.source),
        Audience::Support => false,
        Audience::Chair
        | Audience::Clerk
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Professionals
        | Audience::Family => true,
    }
}

pub(super) fn is_put_away(state: &State, source: &Source) -> bool {
    match source {
        Source::Child(child) => state.wall.not_now.contains(child),
        Source::Person(_) | Source::Agency(_) => false,
    }
}

/// A child's entry is for those whom the child chose and who may know the child, at the places and from the time the child
/// chose, and on the child's own tablet. What was taken back is for nobody else.
pub fn may_see_entry(state: &State, audience: &Audience, entry: &Entry) -> bool {
    let found = state.record.entry(&entry.id);
    found.is_some_and(|(tool, entry)| may_see_entry_at(state, audience, At::Screen, tool, entry))
}

/// The same, on a screen or on paper.
pub fn may_see_entry_at(state: &State, audience: &Audience, at: At, tool: &Tool, entry: &Entry) -> bool {
    told(state, audience, at, tool, entry).is_some()
}

/// Somebody who has stepped out behind the curtain, or is not in the part of a split conference that is held now, finds nothing of
/// the conference on their device; the wall is neutral while the curtain is drawn, and a child in a side room waits.
pub fn is_paused(state: &State, audience: &Audience) -> bool {
    let curtain = state.curtain.as_ref();
    match audience {
        Audience::Wall | Audience::SideRoom(_) => curtain.is_some(),
        Audience::Person(id) => {
            let behind = curtain.is_some_and(|curtain| curtain.paused.contains(id));
            behind || held_now(state).is_some_and(|part| !part.people.contains(id))
        }
        Audience::Chair
        | Audience::Clerk
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    }
}

fn sittings(state: &State) -> impl Iterator<Item = &Sitting> {
    state.record.all::<Sitting>()
}

/// The part of a split conference that is held now.
fn held_now(state: &State) -> Option<&Sitting> {
    state.sitting.as_ref().and_then(|now| sittings(state).find(|sitting| sitting.id == *now))
}

/// In a split conference two of the family, and those who came with them, who share no part do not learn that the other is there.
fn meet(state: &State, looker: &PersonId, person: &Person) -> bool {
    let of_the_family =
        |id: &PersonId| state.record.people.get(id).is_some_and(|person| person.role.standing() == Standing::Family);
    let parts_of =
        |id: &PersonId| -> Vec<&Sitting> { sittings(state).filter(|sitting| sitting.people.contains(id)).collect() };
    let (mine, theirs) = (parts_of(looker), parts_of(&person.id));
    let apart = !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(|part| theirs.contains(part));
    !(apart && of_the_family(looker) && of_the_family(&person.id))
}

/// Whether somebody of a child's own family must not find that somebody else is there: then it stands on nothing of the child's that lies
/// about at home. Whoever was left out was told so, and knows that the others were there.
pub(super) fn is_apart_from_own_family(state: &State, child: &ChildId, person: &Person) -> bool {
    let own = |other: &&Person| {
        let ties = &other.relations;
        other.role.is_of_the_family() && (ties.is_empty() || ties.iter().any(|tie| tie.child == *child))
    };
    let left_out = |other: &Person| state.record.all::<Exclusion>().any(|exclusion| exclusion.person == other.id);
    let mut others = state.record.people.iter().filter(own).filter(|other| other.id != person.id && !left_out(other));
    others.any(|other| !meet(state, &other.id, person))
}

/// That somebody takes part is for everyone, unless their being there could give something away.
pub fn may_see_person(state: &State, audience: &Audience, person: &Person) -> bool {
    match audience {
        // Business support writes the invitations.
        Audience::Chair | Audience::Clerk | Audience::Support => true,
        Audience::Person(id) if *id == person.id => true,
        Audience::Wall
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Professionals
        | Audience::Family => may_know(state, audience, &person.may_know),
    }
}

/// That somebody is here, or was, is for those who may know that they take part and who are not kept apart from them.
pub fn may_see_present(state: &State, audience: &Audience, person: &Person) -> bool {
    !is_apart(state, audience, person) && may_see_person(state, audience, person)
}

/// Somebody is kept apart from those of the family with whom they share no part. The wall is looked at by the part that is held
/// now, and paper for the family by all of the family who were in the room.
pub(super) fn is_apart(state: &State, audience: &Audience, person: &Person) -> bool {
    let from = |id: &PersonId| *id != person.id && !meet(state, id, person);
    match audience {
        Audience::Person(id) => from(id),
        Audience::Wall => held_now(state).is_some_and(|part| part.people.iter().any(from)),
        Audience::Family => {
            let family = state.record.people.iter().filter(|other| other.role.is_of_the_family());
            family.filter(|other| takes_part(other)).any(|other| from(&other.id))
        }
        Audience::Chair
        | Audience::Clerk
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals => false,
    }
}

/// A number is for those it was shared with, who may also know the line it is about and whoever gave it. A child has back
/// the numbers they gave themselves.
pub fn may_see_rating(state: &State, audience: &Audience, rating: &Rating) -> bool {
    let line = rating
        .card
        .as_ref()
        .is_none_or(|card| state.record.cards.get(card).is_some_and(|card| may_see_card(state, audience, card)));
    let giver = match &rating.by {
        Source::Person(person) => {
            state.record.people.get(person).is_some_and(|person| may_see_present(state, audience, person))
        }
        Source::Child(_) | Source::Agency(_) => true,
    };
    let known = may_know_source(state, audience, &rating.by) && is_for(audience, &rating.by);
    line && giver && known && is_revealed(state, audience, &rating.by) && may_know(state, audience, &rating.may_know)
}

/// While numbers are hidden, each has their own, a child too, and the consoles have all.
fn is_revealed(state: &State, audience: &Audience, by: &Source) -> bool {
    match audience {
        Audience::Chair | Audience::Clerk => true,
        Audience::Person(id) if *by == Source::Person(id.clone()) => true,
        Audience::Tablet(id) | Audience::Child(id) | Audience::SideRoom(id) if *by == Source::Child(id.clone()) => true,
        Audience::Wall
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => !state.numbers_hidden,
    }
}

/// Whether what somebody gave is for an audience: a child has back their own, everybody else what they may know.
fn is_for(audience: &Audience, by: &Source) -> bool {
    match audience {
        Audience::Child(child) | Audience::SideRoom(child) => *by == Source::Child(child.clone()),
        Audience::Support => false,
        Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Professionals
        | Audience::Family => true,
    }
}

/// A line of the plan is for those it was shared with, who may also know a child it is for and the person who does it. It is
/// not for a side room, where nobody is there to explain it.
pub fn may_see_action(state: &State, audience: &Audience, action: &Action) -> bool {
    let owner = match &action.owner {
        Owner::Person(person) => {
            state.record.people.get(person).is_some_and(|person| may_see_person(state, audience, person))
        }
        Owner::Named(_) => true,
    };
    let explained = !matches!(audience, Audience::SideRoom(_));
    let known = may_know_one(state, audience, &action.children) && may_know(state, audience, &action.may_know);
    explained && owner && known
}
