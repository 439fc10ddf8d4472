//! What is known of one grown-up.
//!
//! Deliberately not here: what they may see. That follows from what they are, and is decided on the server.

use board::command::Command;
use board::id::PersonId;
use board::people::{Agency, Person, Role};
use leptos::prelude::*;

use super::attendance::{AttendanceDraft, AttendanceFields};
use super::editable::EditForm;
use super::field::{Pick, Text, filled};
use super::known_by::{KnownBy, KnownByFields};
use super::relations::{Relations, RelationsDraft};
use super::words;
use crate::live::Live;
use crate::ui::IntoPart as _;

/// What is being typed.
#[derive(Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    called: RwSignal<String>,
    role: RwSignal<Role>,
    agency: RwSignal<Option<Agency>>,
    organisation: RwSignal<String>,
    title: RwSignal<String>,
    relations: RelationsDraft,
    attendance: AttendanceDraft,
    known_by: KnownBy,
}

impl Draft {
    fn new(live: Live, person: Option<&Person>, role: Role) -> Self {
        let text = |of: fn(&Person) -> Option<&String>| RwSignal::new(person.and_then(of).cloned().unwrap_or_default());
        Self {
            name: text(|person| Some(&person.name)),
            called: text(|person| person.known_as.as_ref()),
            role: RwSignal::new(role),
            agency: RwSignal::new(person.and_then(|person| person.agency)),
            organisation: text(|person| person.organisation.as_ref()),
            title: text(|person| person.title.as_ref()),
            relations: RelationsDraft::new(live, person),
            attendance: AttendanceDraft::new(person),
            known_by: KnownBy::new(person.map(|person| &person.may_know)),
        }
    }

    fn read(self, id: PersonId) -> Result<Command, &'static str> {
        let (attendance, attended, out) = self.attendance.read();
        let person = Person {
            id,
            name: filled(self.name).ok_or("A person needs a name. Type it, then save.")?,
            known_as: filled(self.called),
            role: self.role.get(),
            agency: self.agency.get(),
            organisation: filled(self.organisation),
            title: filled(self.title),
            relations: self.relations.read(),
            attendance,
            attended,
            out,
            may_know: self.known_by.read()?,
        };
        Ok(Command::RecordPerson { person })
    }
}

/// The form for one person, new or known.
#[component]
pub(super) fn PersonForm(
    /// The page's connection.
    live: Live,
    /// The person.
    id: PersonId,
    /// What is known; nothing of a new person.
    person: Option<Person>,
    /// What they are, to begin with.
    role: Role,
    /// Called when it is stored, or put away.
    done: Callback<()>,
) -> impl IntoView {
    let draft = Draft::new(live, person.as_ref(), role);
    let title = person.map_or_else(|| "Somebody new".to_owned(), |person| person.name);
    let key = StoredValue::new(id.clone());
    let make = Callback::new(move |()| draft.read(key.get_value()));
    let of = move |field: &str| format!("{id}-{field}");
    let work = of.clone();
    let roles = words::options(&[words::FAMILY.as_slice(), &words::OTHERS].concat(), words::role);
    let services = StoredValue::new({
        let known = words::AGENCIES.iter().map(|agency| (Some(*agency), words::agency(*agency).to_owned()));
        std::iter::once((None, "None".to_owned())).chain(known).collect::<Vec<_>>()
    });
    let family = move || draft.role.get().is_of_the_family();
    let attendance = of("attendance");
    let known_by = of("known-by");
    view! {
        <EditForm live title make done>
            <Text label="Full name" id=of("name") required=true value=draft.name />
            <Text
                label="What the board calls them"
                id=of("called")
                value=draft.called
                hint="Like Mum, or a first name"
            />
            <Pick label="What they are here" id=of("role") options=roles value=draft.role />
            <Show when=move || !family()>
                <Pick label="Service" id=work("agency") options=services.get_value() value=draft.agency />
                <Text
                    label="Place of work"
                    id=work("organisation")
                    value=draft.organisation
                    hint="Like Larkfield Primary"
                />
                <Text label="Title" id=work("title") value=draft.title hint="Like school nurse" />
            </Show>
            <Show when=family>
                <Relations live draft=draft.relations />
            </Show>
            <AttendanceFields draft=draft.attendance id=attendance />
            <KnownByFields live draft=draft.known_by id=known_by />
        </EditForm>
    }
    .into_part()
}
