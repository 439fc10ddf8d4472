//! What surrounds a child's tool: which one, when, where, with whom.
//!
//! Deliberately not here: the child's words. They are given one by one, and never through this form.

use board::command::Command;
use board::id::{ChildId, PersonId, ToolId, ToolKey};
use board::iso;
use board::tool::{HeldPen, Tool};
use leptos::prelude::*;

use super::editable::EditForm;
use super::field::{LongText, Pick, Text, filled, yes_no};
use super::words;
use crate::given::ToolLine;
use crate::live::Live;
use crate::pages::spoken::SPOKEN;
use crate::ui::IntoPart as _;

/// What is being typed.
#[derive(Clone, Copy)]
struct Draft {
    kind: RwSignal<ToolKey>,
    date: RwSignal<String>,
    place: RwSignal<String>,
    done_with: RwSignal<String>,
    others: RwSignal<String>,
    alone: RwSignal<Option<bool>>,
    author: RwSignal<String>,
    held_pen: RwSignal<Option<HeldPen>>,
    language: RwSignal<Option<String>>,
    interpreter: RwSignal<String>,
    aids: RwSignal<String>,
    stopped_early: RwSignal<String>,
    kept_at: RwSignal<String>,
    drawing: RwSignal<String>,
    with: RwSignal<Option<PersonId>>,
}

impl Draft {
    fn new(tool: Option<&Tool>, kind: ToolKey) -> Self {
        let text = |of: fn(&Tool) -> Option<&String>| RwSignal::new(tool.and_then(of).cloned().unwrap_or_default());
        Self {
            kind: RwSignal::new(kind),
            date: RwSignal::new(tool.map(|tool| iso::written(tool.date)).unwrap_or_default()),
            place: text(|tool| tool.place.as_ref()),
            done_with: text(|tool| tool.done_with.as_ref()),
            others: text(|tool| tool.others_present.as_ref()),
            alone: RwSignal::new(tool.and_then(|tool| tool.seen_alone)),
            author: text(|tool| tool.author.as_ref()),
            held_pen: RwSignal::new(tool.and_then(|tool| tool.held_pen)),
            language: RwSignal::new(tool.and_then(|tool| tool.language.clone())),
            interpreter: text(|tool| tool.interpreter.as_ref()),
            aids: text(|tool| tool.aids.as_ref()),
            stopped_early: text(|tool| tool.stopped_early.as_ref()),
            kept_at: text(|tool| tool.kept_at.as_ref()),
            drawing: text(|tool| tool.drawing_described.as_ref()),
            with: RwSignal::new(tool.and_then(|tool| tool.with_person.clone())),
        }
    }

    fn read(self, id: ToolId, child: ChildId) -> Result<Command, &'static str> {
        let date = iso::read(&self.date.get()).ok_or("The day it was done is missing. Choose it, then save.")?;
        let tool = Tool {
            place: filled(self.place),
            done_with: filled(self.done_with),
            others_present: filled(self.others),
            seen_alone: self.alone.get(),
            author: filled(self.author),
            held_pen: self.held_pen.get(),
            language: self.language.get(),
            interpreter: filled(self.interpreter),
            aids: filled(self.aids),
            stopped_early: filled(self.stopped_early),
            kept_at: filled(self.kept_at),
            drawing_described: filled(self.drawing),
            with_person: self.with.get(),
            ..Tool::begun(id, self.kind.get(), child, date)
        };
        Ok(Command::RecordTool { tool })
    }
}

/// The form for one tool, new or known.
#[component]
pub(super) fn ToolForm(
    /// The page's connection.
    live: Live,
    /// The tool.
    id: ToolId,
    /// Whose it is.
    child: ChildId,
    /// Which tool, to begin with.
    kind: ToolKey,
    /// The kinds of tool to choose from.
    kinds: StoredValue<Vec<ToolLine>>,
    /// What is known; nothing of a new tool.
    tool: Option<Tool>,
    /// Called when it is stored, or put away.
    done: Callback<()>,
) -> impl IntoView {
    let is_new = tool.is_none();
    let draft = Draft::new(tool.as_ref(), kind);
    let name = live.view.with_untracked(|view| view.children.get(&child).map(|child| child.known_as.clone()));
    let title = format!("{}’s tool", name.unwrap_or_default());
    let key = StoredValue::new((id.clone(), child));
    let make = Callback::new(move |()| {
        let (id, child) = key.get_value();
        draft.read(id, child)
    });
    // A tool that is begun now was done today, by this device's own calendar; it can be put right.
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        if is_new {
            draft.date.set(crate::live::today());
        }
    });
    #[cfg(not(feature = "hydrate"))]
    let _ = is_new;
    let of = move |field: &str| format!("{id}-{field}");
    let kinds = kinds.with_value(|kinds| kinds.iter().map(option).collect::<Vec<_>>());
    let pens = HeldPen::ALL.map(|pen| (Some(pen), words::capital(pen.words())));
    let pens = std::iter::once((None, "Not known".to_owned())).chain(pens).collect::<Vec<_>>();
    let spoken = SPOKEN.map(|(tag, name)| (Some(tag.to_owned()), name.to_owned()));
    let spoken = std::iter::once((None, "Not known".to_owned())).chain(spoken).collect::<Vec<_>>();
    let people = live.view.with_untracked(|view| {
        let known = view.people.values().map(|person| (Some(person.id.clone()), person.introduced()));
        std::iter::once((None, "Nobody of this list".to_owned())).chain(known).collect::<Vec<_>>()
    });
    view! {
        <EditForm live title make done>
            <Pick label="Which tool" id=of("kind") options=kinds value=draft.kind />
            <Text label="Day it was done" id=of("date") kind="date" required=true value=draft.date />
            <Text
                label="Place"
                id=of("place")
                value=draft.place
                hint="Like school, or at home with Gran. Never an address."
            />
            <Text label="Done with" id=of("with") value=draft.done_with hint="Who sat with the child" />
            <Pick label="Are they coming to this conference?" id=of("person") options=people value=draft.with />
            <Text label="Who else was there" id=of("others") value=draft.others />
            <Pick label="Seen alone" id=of("alone") options=yes_no() value=draft.alone />
            <Pick label="Who held the pen" id=of("pen") options=pens value=draft.held_pen />
            <Pick label="Language" id=of("language") options=spoken value=draft.language />
            <Text label="Interpreter" id=of("interpreter") value=draft.interpreter hint="Never family, friends or a child" />
            <Text
                label="What helped the child to say it"
                id=of("aids")
                value=draft.aids
                hint="Pictures, signs, somebody who knows how the child says things"
            />
            <Text
                label="If the child stopped early, why"
                id=of("stopped")
                value=draft.stopped_early
                hint="Empty if they did not"
            />
            <Text
                label="Who made it"
                id=of("author")
                value=draft.author
                hint="For a letter, a drawing or a statement that came from elsewhere"
            />
            <Text label="Where the original is kept" id=of("kept") value=draft.kept_at />
            <LongText
                label="What is on the drawing"
                id=of("drawing")
                value=draft.drawing
                hint="In words agreed with the child. Nothing is read into it."
            />
        </EditForm>
    }
    .into_part()
}

/// A kind of tool, with the ages it is made for.
fn option(line: &ToolLine) -> (ToolKey, String) {
    let ages: Vec<&str> = line.ages.iter().map(|age| words::age(*age)).collect();
    (line.kind.clone(), format!("{} ({})", line.name, ages.join(", ")))
}
