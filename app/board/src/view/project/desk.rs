//! What is for some alone: what a console has at hand, and what waits between one person, or one child, and the chair.
//!
//! Deliberately not here: the board, which is for all who may see each line of it.

use litemap::LiteMap;

use super::map;
use crate::audience::Audience;
use crate::copies::GivenCopy;
use crate::decide::name_at;
use crate::id::{AccountId, ChildId, CopyId, EntryId, OfferId, SignId};
use crate::matter::Sitting;
use crate::own::OwnConference;
use crate::people::Person;
use crate::quorum::{Quorum, QuorumRule};
use crate::record::{Offer, OfferState};
use crate::sharing::MayKnow;
use crate::side_room::Sign;
use crate::state::State;
use crate::tool::Tool;
use crate::view::behind::{behind, stayed};
use crate::view::circle::knows_of;
use crate::view::words::{local, person_name, recipient};
use crate::view::{CopyView, Desk, Meeting, OfferView};

pub(in crate::view) fn desk(state: &State, audience: &Audience, account: Option<&AccountId>) -> Desk {
    let record = &state.record;
    let chair = matches!(audience, Audience::Chair);
    let who = name_at(audience, account);
    let undecided = |tool: &Tool| {
        tool.entries.iter().filter(|entry| !entry.removed && entry.may_know == MayKnow::NotDecided).count()
    };
    let not_decided: usize = state.record.tools.iter().map(undecided).sum();
    Desk {
        chair,
        can_undo: state.step_back(&who).is_some(),
        can_redo: state.step_forth(&who).is_some(),
        door: state.door.clone().filter(|_| chair),
        header: Some(state.record.conference.clone()),
        time: state.record.conference.time.clone(),
        letters: state.record.letters.iter().cloned().collect(),
        not_decided: if chair { u32::try_from(not_decided).unwrap_or(u32::MAX) } else { 0 },
        do_not_show: record.do_not_show.iter().filter(|_| chair).cloned().collect(),
        meeting: meeting(state, audience),
        views_shown: record.views_shown.iter().map(|shown| (shown.child.clone(), local(shown.at).1)).collect(),
    }
}

fn meeting(state: &State, audience: &Audience) -> Meeting {
    let record = &state.record;
    let sittings = || record.all::<Sitting>();
    Meeting {
        curtain: state.curtain.clone(),
        behind: behind(state, audience),
        stayed: stayed(state, audience),
        since: state.curtain.as_ref().map(|curtain| local(curtain.since).1),
        sitting: sittings().find(|sitting| state.sitting.as_ref() == Some(&sitting.id)).map(|now| now.name.clone()),
        sittings: sittings().map(|sitting| (sitting.id.clone(), sitting.name.clone())).collect(),
        numbers_hidden: state.numbers_hidden,
        quorum: Some(Quorum::of(record, QuorumRule::default())),
    }
}

/// An offered line is for the one who offered it and for the consoles, while it waits; then only for the one.
pub(super) fn offers(state: &State, audience: &Audience) -> LiteMap<OfferId, OfferView> {
    let for_me = |offer: &&Offer| match audience {
        Audience::Chair | Audience::Clerk => offer.state == OfferState::Waiting,
        Audience::Person(person) => offer.by == *person,
        Audience::Wall
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    };
    let offers = state.record.offers.iter().filter(for_me).map(|offer| {
        let who = person_name(state, audience, &offer.by, Person::introduced);
        let view = OfferView { who, by: offer.by.clone(), words: offer.words.clone(), state: offer.state };
        (offer.id.clone(), view)
    });
    offers.collect()
}

/// A young person's own conference is for them and the chair.
pub(super) fn own_conferences(state: &State, audience: &Audience) -> LiteMap<ChildId, OwnConference> {
    let seen = state.record.own_conferences.iter().filter(|own| match audience {
        Audience::Chair => true,
        Audience::Tablet(child) => *child == own.child,
        Audience::Clerk
        | Audience::Wall
        | Audience::Person(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    });
    map(seen, |own| own.child.clone())
}

/// A sign is for the chair, and for the child who sent it.
pub(super) fn signs(state: &State, audience: &Audience) -> LiteMap<SignId, Sign> {
    let seen = state.record.signs.iter().filter(|sign| match audience {
        Audience::Chair => true,
        Audience::SideRoom(child) => *child == sign.child,
        Audience::Clerk
        | Audience::Wall
        | Audience::Person(_)
        | Audience::Tablet(_)
        | Audience::Child(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => false,
    });
    map(seen, |sign| sign.id.clone())
}

/// Which copies have gone out is for the chair, and for a child as far as their own words are in them.
pub(super) fn copies(state: &State, audience: &Audience) -> LiteMap<CopyId, CopyView> {
    let own = |copy: &GivenCopy| -> Vec<EntryId> {
        let owner = |entry: &EntryId| state.record.entry(entry).map(|(tool, _)| &tool.child);
        let theirs = |entry: &&EntryId| match audience {
            Audience::Tablet(child) => owner(entry) == Some(child),
            Audience::Chair
            | Audience::Clerk
            | Audience::Wall
            | Audience::Person(_)
            | Audience::Child(_)
            | Audience::SideRoom(_)
            | Audience::Support
            | Audience::Professionals
            | Audience::Family => true,
        };
        copy.entries.iter().filter(theirs).cloned().collect()
    };
    let view = |copy: &GivenCopy, entries: Vec<EntryId>| {
        let (on, at) = local(copy.at);
        CopyView { to: has_copy(state, audience, &copy.to), how: copy.how.clone(), on, at, entries }
    };
    let seen = state.record.copies.iter().filter_map(|copy| {
        let entries = own(copy);
        let shown = match audience {
            Audience::Chair => true,
            Audience::Tablet(_) => !entries.is_empty(),
            Audience::Clerk
            | Audience::Wall
            | Audience::Person(_)
            | Audience::Child(_)
            | Audience::SideRoom(_)
            | Audience::Support
            | Audience::Professionals
            | Audience::Family => false,
        };
        shown.then(|| (copy.id.clone(), view(copy, entries)))
    });
    seen.collect()
}

/// Who has a copy. A child is told that it is out, but not by name who has it where the child does not know of them.
fn has_copy(state: &State, audience: &Audience, to: &Audience) -> String {
    if let (Audience::Tablet(child), Audience::Person(person)) = (audience, to)
        && !knows_of(state, child, person)
    {
        return "Somebody".to_owned();
    }
    recipient(&state.record, to)
}
