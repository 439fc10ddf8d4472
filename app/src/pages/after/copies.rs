//! Which copies were given out, to whom and how, and a way to write down one more.
//!
//! Deliberately not here: calling one back. A copy that is out is out; what a child has thought again about is said beside
//! the child's words at the board.

use board::audience::Audience;
use board::command::Command;
use board::id::CopyId;
use board::view::{CopyView, View, day};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::Desk;
use crate::live::new_id;
use crate::ui::{IntoPart as _, Pick, PickField, Saving, SavingLine, TextField};

/// The list, and the form.
#[component]
pub(super) fn Copies(
    /// What the page works with.
    desk: Desk,
) -> impl IntoView {
    let given = Memo::new(move |_| desk.live.view.with(|view| view.copies.values().cloned().collect::<Vec<_>>()));
    let lines = move || given.get().iter().map(line).map(|words| view! { <li>{words}</li> }).collect_view();
    let to = RwSignal::new(Audience::Professionals.name());
    let how = RwSignal::new(String::new());
    let picks = Memo::new(move |_| desk.live.view.with(recipients));
    let saving = Saving::new(desk.live, Callback::new(move |()| how.set(String::new())));
    let give = move |event: SubmitEvent| {
        event.prevent_default();
        let how_given = how.get_untracked().trim().to_owned();
        if let (Some(to), Ok(copy)) = (Audience::named(&to.get_untracked()), CopyId::try_from(new_id())) {
            saving.send(Ok(Command::GiveCopy { copy, to, how: how_given }));
        }
    };
    let wanting = move || how.with(|how| how.trim().is_empty());
    view! {
        <section class="sheet stack" aria-label="Copies given out">
            <h2>"Copies given out"</h2>
            <Show
                when=move || !given.with(Vec::is_empty)
                fallback=|| view! { <p class="hint">"None is written down yet."</p> }
            >
                <ul class="given">{lines}</ul>
            </Show>
            <form class="stack" on:submit=give>
                <div class="pair">
                    <PickField label="Whose copy" value=to picks choose=move |name| to.set(name) />
                    <TextField label="How" hint="By hand, secure email" value=how />
                </div>
                <div class="answers">
                    <button
                        type="submit"
                        class="button"
                        disabled=move || !desk.chair.get() || saving.busy() || wanting()
                    >
                        "I gave this copy"
                    </button>
                    <SavingLine saving />
                </div>
            </form>
        </section>
    }
    .into_part()
}

/// "Gosia: by hand, Thursday 24 September 2026 at 15:40; two things children said in it".
fn line(copy: &CopyView) -> String {
    let held = match copy.entries.len() {
        0 => "no child’s words in it".to_owned(),
        1 => "one thing a child said in it".to_owned(),
        many => format!("{many} things children said in it"),
    };
    format!("{}: {}, {} at {}; {held}", copy.to, copy.how, day(copy.on), copy.at)
}

/// Everybody a copy can be for.
fn recipients(view: &View) -> Vec<Pick> {
    let groups = [(Audience::Professionals, "The professionals"), (Audience::Family, "The family")];
    let groups = groups.map(|(audience, words)| (audience.name(), words.to_owned()));
    let letters = view
        .head
        .children
        .iter()
        .map(|child| (Audience::Child(child.id.clone()).name(), format!("{}, as a letter", child.known_as)));
    let persons = view.people.values().map(|person| (Audience::Person(person.id.clone()).name(), person.introduced()));
    groups.into_iter().chain(letters).chain(persons).collect()
}
