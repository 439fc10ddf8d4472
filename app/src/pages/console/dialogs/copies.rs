//! Which copies were given out, to whom and how, and a way to write down one more.
//!
//! Deliberately not here: calling one back. A copy that is out is out; what a child has thought again about is said beside
//! the child's words.

use board::audience::Audience;
use board::command::Command;
use board::id::CopyId;
use board::view::{CopyView, View, clock};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::{people, written};
use super::super::hand::{Asking, Hand};
use super::asked;
use crate::live::new_id;
use crate::ui::{Dialog, Pick, PickField, TextField};

/// The list, and the form.
#[component]
pub fn Copies() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, _) = asked(hand, |asking| matches!(asking, Asking::Copies).then_some(()));
    let given = Memo::new(move |_| hand.live().view.with(|view| view.copies.values().cloned().collect::<Vec<_>>()));
    let to = RwSignal::new(Audience::Professionals.name());
    let how = RwSignal::new(String::new());
    let picks = Memo::new(move |_| hand.live().view.with(recipients));
    let give = move |event: SubmitEvent| {
        event.prevent_default();
        let (to, how_given) = (Audience::named(&to.get_untracked()), written(&how.get_untracked()));
        if let (Some(to), Some(given), Ok(copy)) = (to, how_given, CopyId::try_from(new_id())) {
            hand.send(Command::GiveCopy { copy, to, how: given });
            how.set(String::new());
        }
    };
    view! {
        <Dialog open title="Copies given out">
            <Show
                when=move || !given.with(Vec::is_empty)
                fallback=|| view! { <p class="hint">"None yet."</p> }
            >
                <ul class="given">{move || given.get().iter().map(line).map(|words| view! { <li>{words}</li> }).collect_view()}</ul>
            </Show>
            <form class="stack way" on:submit=give>
                <h3 class="part">"I gave this copy"</h3>
                <PickField label="Whose copy" value=to picks choose=move |name| to.set(name) />
                <TextField label="How" hint="By hand, secure email" value=how />
                <p>
                    <button
                        type="submit"
                        class="button"
                        data-kind="main"
                        disabled=move || how.with(|how| how.trim().is_empty())
                    >
                        "I gave this copy"
                    </button>
                </p>
            </form>
        </Dialog>
    }
}

/// "Gosia, by hand, at 15:40".
fn line(copy: &CopyView) -> String {
    let held = match copy.entries.len() {
        0 => "no child’s words in it".to_owned(),
        1 => "one thing a child said in it".to_owned(),
        many => format!("{many} things children said in it"),
    };
    format!("{}: {}, at {}; {held}", copy.to, copy.how, clock(copy.at))
}

/// Everybody a copy can be for.
fn recipients(view: &View) -> Vec<Pick> {
    let groups = [(Audience::Professionals, "The professionals"), (Audience::Family, "The family")];
    let groups = groups.map(|(audience, words)| (audience.name(), words.to_owned()));
    let letters = view.head.children.iter().map(|child| {
        (Audience::Child(child.id.clone()).name(), format!("{}, as a letter", child.known_as))
    });
    let persons = people(view).into_iter().map(|person| (person.id.to_string(), person.introduced()));
    groups.into_iter().chain(letters).chain(persons).collect()
}
