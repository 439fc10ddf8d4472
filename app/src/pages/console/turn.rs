//! Who is speaking, for the room's wall.
//!
//! Deliberately not here: who has not spoken yet. Nobody is counted.

use board::command::Command;
use board::id::PersonId;
use board::view::View;
use leptos::prelude::*;

use super::hand::Hand;
use crate::ui::PickField;

/// The speaker and the way on to the next.
#[component]
pub(super) fn Turn() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let speaker =
        Memo::new(move |_| hand.live().view.with(|view| speaking(view).map(|id| id.to_string()).unwrap_or_default()));
    let picks = Memo::new(move |_| {
        let nobody = std::iter::once((String::new(), "Nobody".to_owned()));
        hand.live().view.with(|view| {
            nobody.chain(here(view).into_iter().map(|(id, name)| (id.to_string(), name))).collect::<Vec<_>>()
        })
    });
    let choose = move |id: String| hand.send(Command::Speak { person: id.parse().ok() });
    let next = move |_| {
        let person = hand.live().view.with_untracked(after);
        hand.send(Command::Speak { person });
    };
    move || {
        hand.chair.get().then(|| {
            view! {
                <section class="turn" aria-label="Speaking">
                    <PickField label="Speaking" value=speaker picks choose />
                    <button type="button" class="button" aria-label="Next speaker" on:click=next>
                        "Next"
                    </button>
                </section>
            }
        })
    }
}

/// Those in the room, in the order they were recorded.
fn here(view: &View) -> Vec<(PersonId, String)> {
    let here = view.people.values().filter(|person| person.is_in_the_room());
    let mut here: Vec<(PersonId, String)> = here.map(|person| (person.id.clone(), person.introduced())).collect();
    here.sort_by(|a, b| a.1.cmp(&b.1));
    here
}

/// Who is speaking, by id.
fn speaking(view: &View) -> Option<PersonId> {
    let name = view.stage.speaker.as_ref()?;
    view.people.values().find(|person| person.introduced() == *name).map(|person| person.id.clone())
}

/// Who comes after the one who is speaking, round and round.
fn after(view: &View) -> Option<PersonId> {
    let here = here(view);
    let now = speaking(view).and_then(|now| here.iter().position(|(id, _)| *id == now));
    let at = now.map_or(0, |now| if now + 1 < here.len() { now + 1 } else { 0 });
    here.into_iter().nth(at).map(|(id, _)| id)
}
