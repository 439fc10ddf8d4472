//! The grown-ups: the family first, then everybody whose work brings them.
//!
//! Deliberately not here: telephone numbers and addresses. The board has no field for them.

use board::id::PersonId;
use board::people::{Person, Role};
use board::view::may_know_words;
use leptos::prelude::*;

use super::editable::Editable;
use super::person_form::PersonForm;
use super::words;
use crate::live::{Live, new_id};
use crate::ui::IntoPart as _;

/// On which side of the page somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The family.
    Family,
    /// Everybody whose work brings them, and those who came to help the family.
    Professionals,
}

impl Side {
    fn holds(self, role: Role) -> bool {
        match self {
            Self::Family => role.is_of_the_family(),
            Self::Professionals => !role.is_of_the_family(),
        }
    }

    fn heading(self) -> (&'static str, &'static str, &'static str, Role) {
        match self {
            Self::Family => ("family", "Family", "Add somebody of the family", Role::Parent),
            Self::Professionals => {
                ("professionals", "Professionals, advocates and helpers", "Add somebody", Role::Professional)
            }
        }
    }
}

/// The people of one side, and a form for one more.
#[component]
pub(super) fn People(
    /// The page's connection.
    live: Live,
    /// Which side.
    side: Side,
) -> impl IntoView {
    let (id, heading, label, role) = side.heading();
    let ids = Memo::new(move |_| live.view.with(|view| in_order(view.people.values(), side)));
    let add =
        move |done| PersonId::try_from(new_id()).ok().map(|id| view! { <PersonForm live id person=None role done /> });
    view! {
        <section id=id class="sheet">
            <h2>{heading}</h2>
            <ul class="known">
                <For each=move || ids.get() key=Clone::clone children=move |id| view! { <OnePerson live id /> } />
            </ul>
            <Editable label form=add />
        </section>
    }
    .into_part()
}

/// By role, as a chair introduces people, then by name.
fn in_order<'a>(people: impl Iterator<Item = &'a Person>, side: Side) -> Vec<PersonId> {
    let place = |role: Role| words::FAMILY.iter().chain(&words::OTHERS).position(|other| *other == role);
    let mut people: Vec<&Person> = people.filter(|person| side.holds(person.role)).collect();
    people.sort_by(|a, b| place(a.role).cmp(&place(b.role)).then_with(|| a.name.cmp(&b.name)));
    people.into_iter().map(|person| person.id.clone()).collect()
}

/// One person, in a few lines or as a form.
#[component]
fn OnePerson(
    /// The page's connection.
    live: Live,
    /// The person.
    id: PersonId,
) -> impl IntoView {
    let known = StoredValue::new(id);
    let person = Memo::new(move |_| live.view.with(|view| known.with_value(|id| view.people.get(id).cloned())));
    let name = Signal::derive(move || person.get().map_or_else(String::new, |person| person.name));
    let form = move |done| {
        let person = person.get_untracked();
        let role = person.as_ref().map_or(Role::Professional, |person| person.role);
        view! { <PersonForm live id=known.get_value() person role done /> }
    };
    view! {
        <li>
            <Editable label="Change" about=name form>
                {move || person.get().map(|person| view! { <Summary live person /> })}
            </Editable>
        </li>
    }
}

/// A person in a few lines.
#[component]
fn Summary(
    /// The page's connection.
    live: Live,
    /// The person.
    person: Person,
) -> impl IntoView {
    let called = person.known_as.clone().filter(|called| *called != person.name);
    let known_by = person.may_know.clone();
    let secret = known_by != board::sharing::MayKnow::Everyone;
    let known_by = move || {
        let people = live.view.with(|view| view.people.clone());
        let name = |id: &PersonId| people.get(id).map_or_else(String::new, |person| person.called().to_owned());
        format!("That they take part: {}", may_know_words(&known_by, name))
    };
    let ties = person.relations.iter().map(|tie| {
        let child = tie.child.clone();
        let child = live.view.with_untracked(|view| view.children.get(&child).map(|child| child.known_as.clone()));
        let responsible = match tie.parental_responsibility {
            Some(true) => ", with parental responsibility",
            Some(false) => ", without parental responsibility",
            None => "",
        };
        view! { <li>{format!("{}: {}{responsible}", child.unwrap_or_default(), tie.relation)}</li> }
    });
    let facts = [
        Some(words::role(person.role).to_owned()),
        person.agency.map(|agency| words::agency(agency).to_owned()),
        person.organisation.clone(),
        person.title.clone(),
        Some(words::attendance(person.attendance).to_owned()),
        person.attended.clone(),
        person.out.then(|| "Out of the room just now".to_owned()),
    ];
    let facts = facts.into_iter().flatten().map(|text| view! { <li>{text}</li> }).collect_view();
    view! {
        <div class="summary">
            <h3>{person.name.clone()} <span>{called.map(|called| format!(" called {called}"))}</span></h3>
            <ul class="facts">{ties.collect_view()} {facts}</ul>
            {secret.then(|| view! { <p class="note">{known_by}</p> })}
        </div>
    }
    .into_part()
}
