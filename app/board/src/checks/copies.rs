//! What is asked about the copies that go home: the same view that makes a copy is read again for what must not be on it.
//!
//! Deliberately not here: the finished file. Whoever makes copies scans that too.

use super::Finding;
use crate::audience::{Audience, Standing};
use crate::document::Edition;
use crate::guard::GuardKind;
use crate::id::{ChildId, PersonId};
use crate::matter::{CopyFor, CopyType, Recipient};
use crate::people::{Attendance, Person};
use crate::scan::{Banned, banned_for, found_in};
use crate::state::State;
use crate::view::minutes::MinutesView;

/// The people of the family who get a copy, each with what would be on it.
fn home_copies(state: &State) -> impl Iterator<Item = (&Person, String)> {
    let gets = |person: &&Person| {
        let invited = person.attendance != Attendance::NotInvited;
        person.role.standing() == Standing::Family && copy_of(state, &person.id).map_or(invited, is_on_paper)
    };
    state.record.people.iter().filter(gets).map(|person| {
        let view = MinutesView::of(state, &Audience::Person(person.id.clone()));
        (person, crate::paper::minutes(&view, &Edition::draft("00:00")).words())
    })
}

fn copy_of<'a>(state: &'a State, person: &PersonId) -> Option<&'a Recipient> {
    state.record.all::<Recipient>().find(|recipient| recipient.to == CopyFor::Person(person.clone()))
}

fn is_on_paper(recipient: &Recipient) -> bool {
    match recipient.copy {
        CopyType::None | CopyType::VerbalOnly => false,
        CopyType::Full
        | CopyType::OwnChildOnly
        | CopyType::PlanAndDecisions
        | CopyType::DecisionsOnly
        | CopyType::PlanOnly
        | CopyType::ChildVersion
        | CopyType::File => true,
    }
}

/// What is found of some banned words on the copies that go home.
fn found(state: &State, of: impl Fn(&Banned) -> bool) -> Vec<Finding> {
    let found = home_copies(state).flat_map(|(person, text)| {
        let banned = banned_for(state, &Audience::Person(person.id.clone()));
        let hits = found_in(&text, banned.iter().filter(|banned| of(banned)));
        let say = |hit: &Banned| {
            Finding::new(format!("The copy of {} holds “{}”: {}.", person.called(), hit.words, hit.rule.words()))
        };
        hits.into_iter().map(say).collect::<Vec<_>>()
    });
    found.collect()
}

/// No copy for the family holds words that were kept from its reader (R1).
pub(super) fn nothing_kept_back(state: &State) -> Vec<Finding> {
    found(state, |banned| banned.child.is_none() && !banned.finds_somebody())
}

/// No copy for the family holds an address, a number or a place that was kept from its reader (R2).
pub(super) fn nobody_found(state: &State) -> Vec<Finding> {
    found(state, Banned::finds_somebody)
}

/// No copy for the family of one child names a child they do not know of (R3).
pub(super) fn no_other_child(state: &State) -> Vec<Finding> {
    found(state, |banned| banned.child.is_some())
}

/// Everybody who was invited and each child has a line that says which copy they get, in which form and by which way (R4).
pub(super) fn settled(state: &State) -> Vec<Finding> {
    let record = &state.record;
    let named = |to: &CopyFor| record.all::<Recipient>().find(|recipient| recipient.to == *to);
    let way = |recipient: &Recipient| {
        !is_on_paper(recipient) || recipient.method.as_ref().is_some_and(|way| !way.trim().is_empty())
    };
    let invited = record.people.iter().filter(|person| match (person.attendance, person.role.standing()) {
        (Attendance::NotInvited, _) | (_, Standing::Chair | Standing::Clerk) => false,
        (_, Standing::SocialWorker | Standing::Professional | Standing::Family) => true,
    });
    let people = invited.filter_map(|person| match named(&CopyFor::Person(person.id.clone())) {
        None => Some(Finding::new(format!("It does not say which copy {} gets.", person.called()))),
        Some(recipient) if !way(recipient) => {
            Some(Finding::new(format!("It does not say how {} gets the copy.", person.called())))
        }
        Some(_) => None,
    });
    let child = |id: &ChildId| named(&CopyFor::Child(id.clone()));
    let children = record
        .children
        .iter()
        .filter(|of| child(&of.id).is_none())
        .map(|of| Finding::new(format!("It does not say how {} gets a letter.", of.known_as)).about(&of.id));
    people.chain(children).collect()
}

impl Banned {
    /// Whether it is something by which somebody can be found.
    fn finds_somebody(&self) -> bool {
        match self.kind {
            Some(GuardKind::Address | GuardKind::Phone | GuardKind::Place) => true,
            Some(GuardKind::Person | GuardKind::Other) | None => false,
        }
    }
}
