//! What is known of a child.
//!
//! Deliberately not here: an address. The board has no field for one.

use board::command::Command;
use board::id::ChildId;
use board::people::Child;
use leptos::prelude::*;

use super::birth::{BirthDraft, BirthFields};
use super::editable::EditForm;
use super::field::{LongText, Text, filled};
use crate::live::Live;
use crate::ui::IntoPart as _;

/// What is being typed.
#[derive(Clone, Copy)]
struct Draft {
    legal: RwSignal<String>,
    known: RwSignal<String>,
    pronouns: RwSignal<String>,
    birth: BirthDraft,
    case_number: RwSignal<String>,
    school: RwSignal<String>,
    languages: RwSignal<String>,
    communication: RwSignal<String>,
    lives_with: RwSignal<String>,
    participation: RwSignal<String>,
}

impl Draft {
    fn new(child: Option<&Child>) -> Self {
        let text = |of: fn(&Child) -> Option<&String>| RwSignal::new(child.and_then(of).cloned().unwrap_or_default());
        Self {
            legal: text(|child| Some(&child.legal_name)),
            known: text(|child| Some(&child.known_as)),
            pronouns: text(|child| child.pronouns.as_ref()),
            birth: BirthDraft::new(child.map(|child| &child.birth)),
            case_number: text(|child| child.case_number.as_ref()),
            school: text(|child| child.school.as_ref()),
            languages: text(|child| child.languages.as_ref()),
            communication: text(|child| child.communication.as_ref()),
            lives_with: text(|child| child.lives_with.as_ref()),
            participation: text(|child| child.participation.as_ref()),
        }
    }

    fn read(self, id: ChildId) -> Result<Command, &'static str> {
        let child = Child {
            id,
            legal_name: filled(self.legal).ok_or("A child needs a name in law. Type it, then save.")?,
            known_as: filled(self.known).ok_or("A child needs the name they go by. Type it, then save.")?,
            pronouns: filled(self.pronouns),
            birth: self
                .birth
                .read()
                .ok_or("The day they were born or are expected is missing. Choose it, then save.")?,
            case_number: filled(self.case_number),
            school: filled(self.school),
            languages: filled(self.languages),
            communication: filled(self.communication),
            lives_with: filled(self.lives_with),
            participation: filled(self.participation),
        };
        Ok(Command::RecordChild { child })
    }
}

/// The form for one child, new or known.
#[component]
pub(super) fn ChildForm(
    /// The page's connection.
    live: Live,
    /// The child.
    id: ChildId,
    /// What is known; nothing of a new child.
    child: Option<Child>,
    /// Called when it is stored, or put away.
    done: Callback<()>,
) -> impl IntoView {
    let draft = Draft::new(child.as_ref());
    let title = child.map_or_else(|| "A child".to_owned(), |child| child.known_as);
    let key = StoredValue::new(id.clone());
    let make = Callback::new(move |()| draft.read(key.get_value()));
    let of = move |field: &str| format!("{id}-{field}");
    view! {
        <EditForm live title make done>
            <Text label="Name in law" id=of("legal") required=true value=draft.legal />
            <Text
                label="Name they go by"
                id=of("known")
                required=true
                value=draft.known
                hint="The only one that is shown on a screen."
            />
            <Text label="Pronouns" id=of("pronouns") value=draft.pronouns hint="Like she/her" />
            <BirthFields draft=draft.birth id=of("birthday") />
            <Text label="Case number" id=of("case") value=draft.case_number />
            <Text label="School or nursery" id=of("school") value=draft.school hint="And the year" />
            <Text label="Languages" id=of("languages") value=draft.languages />
            <LongText
                label="What helps them say and follow things"
                id=of("communication")
                value=draft.communication
                hint="A disability, short questions, drawing, an interpreter"
            />
            <Text label="Lives with" id=of("lives") value=draft.lives_with hint="Who, never where" />
            <LongText
                label="How they take part"
                id=of("part")
                value=draft.participation
                hint="What they were offered, what they chose, and who speaks for them"
            />
        </EditForm>
    }
    .into_part()
}
