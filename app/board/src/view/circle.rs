//! What a child who says who may know a thing may know of the conference: who is around, and when.
//!
//! Deliberately not here: anything a person is not called by. No full names of family, no attendance, no ties to others.

use jiff::civil::Date;
use litemap::LiteMap;
use serde::{Deserialize, Serialize};

use super::letter::{is_for_an_adult, is_safe_to_find};
use super::see::is_apart_from_own_family;
use crate::audience::{Audience, Knower, Standing};
use crate::id::{ChildId, PersonId};
use crate::people::{Person, Role};
use crate::state::State;

/// What there is to choose from when a child says who may know a thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Circle {
    /// The people around.
    #[serde(with = "super::by_key")]
    pub people: LiteMap<PersonId, Around>,
    /// Whether the conference is about this young person alone, so that everybody will know whose words they are.
    pub only_child: bool,
    /// The day of the conference.
    #[serde(with = "crate::iso")]
    pub on: Date,
}

/// One person, as a child may know of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    /// What the board calls them.
    pub called: String,
    /// Their tie to this child, or their place of work.
    pub tie: Option<String>,
    /// On which side of the table they sit.
    pub standing: Standing,
    /// Whether they are of the family itself, and not somebody who came with it.
    pub family: bool,
}

/// Who may know a thing can only be chosen by somebody who knows who is there. A child with a tablet knows of everybody at
/// the conference, unless somebody's being there is only for some, is kept from anybody of the child's own family (a tablet
/// lies on a table between them), tells something of a grown-up, or is for another child alone, because they get nothing of
/// this one. In a split conference a supporter or a solicitor tells that somebody else comes too. Whom the child has named before, or chose to have with them, they know in any case.
pub(super) fn around<'a>(state: &'a State, child: &'a ChildId) -> impl Iterator<Item = &'a Person> {
    let own = state.record.own_conferences.get(child);
    let knower = Knower::Child { child: child.clone() };
    state.record.people.iter().filter(move |person| {
        let chosen = own.is_some_and(|own| own.companion.as_ref() == Some(&person.id));
        let for_another = !person.relations.is_empty() && !person.relations.iter().any(|tie| tie.child == *child);
        let may_be_found = person.may_know.allows(&knower) && is_safe_to_find(state, child, &person.may_know);
        let came_along = matches!(person.role, Role::Supporter | Role::Solicitor);
        let tells_of_a_part = came_along && is_apart_from_own_family(state, child, person);
        let may_be_found = may_be_found && !for_another && !is_for_an_adult(person) && !tells_of_a_part;
        chosen || named(state, child, &person.id) || may_be_found
    })
}

/// Whether the child has named somebody in a choice.
fn named(state: &State, child: &ChildId, person: &PersonId) -> bool {
    let own = state.record.tools.iter().filter(|tool| tool.child == *child);
    own.flat_map(|tool| tool.entries.iter()).any(|entry| entry.may_know.named().contains(person))
}

/// Whether a child's tablet knows that somebody is around.
pub(crate) fn knows_of(state: &State, child: &ChildId, person: &PersonId) -> bool {
    around(state, child).any(|known| known.id == *person)
}

/// The circle is for a child's own tablet, and for nobody else.
pub(super) fn circle(state: &State, audience: &Audience) -> Option<Circle> {
    match audience {
        Audience::Tablet(child) => state.record.children.has(child).then(|| Circle {
            people: around(state, child).map(|person| (person.id.clone(), as_known(person, child))).collect(),
            only_child: state.record.children.len() == 1,
            on: state.record.conference.date,
        }),
        Audience::Chair
        | Audience::Clerk
        | Audience::Wall
        | Audience::Person(_)
        | Audience::Child(_)
        | Audience::SideRoom(_)
        | Audience::Support
        | Audience::Professionals
        | Audience::Family => None,
    }
}

fn as_known(person: &Person, child: &ChildId) -> Around {
    let own_tie = person.relations.iter().find(|tie| tie.child == *child).map(|tie| tie.relation.clone());
    let work = || person.organisation.clone().or_else(|| person.title.clone());
    Around {
        called: person.called().to_owned(),
        tie: own_tie.or_else(work),
        standing: person.role.standing(),
        family: person.role.is_of_the_family(),
    }
}
