//! The people around a conference, as a young person in a conference of their own may know of them.
//!
//! Deliberately not here: anything a person is not called by. No full names of family, no attendance, no ties to others.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::letter::is_for_an_adult;
use crate::audience::{Audience, Knower, Standing};
use crate::id::{ChildId, PersonId};
use crate::people::Person;
use crate::state::State;

/// One person, as a young person may know of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AroundView {
    /// What the board calls them.
    pub called: String,
    /// Their tie to this child, or their place of work.
    pub tie: Option<String>,
    /// On which side of the table they sit.
    pub standing: Standing,
}

/// Who may know a thing can only be chosen by somebody who knows who is there. A young person in a conference of their own
/// knows of everybody at the conference, unless somebody's being there is only for some or tells something of a grown-up;
/// the one they chose to have with them they know in any case.
pub(super) fn around<'a>(state: &'a State, child: &'a ChildId) -> impl Iterator<Item = &'a Person> {
    let own = state.record.own_conferences.get(child);
    let knower = Knower::Child { child: child.clone() };
    let people = state.record.people.iter().filter(move |_| own.is_some());
    people.filter(move |person| {
        let chosen = own.is_some_and(|own| own.companion.as_ref() == Some(&person.id));
        chosen || (person.may_know.allows(&knower) && !is_for_an_adult(person))
    })
}

/// The people around, for the child's own tablet.
pub(super) fn around_views(state: &State, audience: &Audience) -> BTreeMap<PersonId, AroundView> {
    match audience {
        Audience::Tablet(child) => {
            around(state, child).map(|person| (person.id.clone(), as_known(person, child))).collect()
        }
        Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Person(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Professionals
        | Audience::Family => BTreeMap::new(),
    }
}

fn as_known(person: &Person, child: &ChildId) -> AroundView {
    let own_tie = person.relations.iter().find(|tie| tie.child == *child).map(|tie| tie.relation.clone());
    let work = || person.organisation.clone().or_else(|| person.title.clone());
    AroundView { called: person.called().to_owned(), tie: own_tie.or_else(work), standing: person.role.standing() }
}
