//! A child's words have not been on the wall, and the decision is next: show them now, or write why not.
//!
//! Deliberately not here: a refusal. The chair may go on; the minutes say why.

use board::command::Command;
use board::id::PlaceKey;
use board::seat::Showing;
use board::view::{ChildView, View};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::code::written;
use super::super::hand::{Asking, Hand};
use super::asked;
use super::door::walls_on;
use crate::ui::{Dialog, TextField};

/// Asks for the child's view.
#[component]
pub fn ChildsView() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, phase) =
        asked(hand, |asking| if let Asking::ChildsView(phase) = asking { Some(phase.clone()) } else { None });
    let reason = RwSignal::new(String::new());
    let unheard = Memo::new(move |_| hand.live().view.with(unheard));
    let no_wall = Memo::new(move |_| hand.live().view.with(|view| walls_on(view) == 0));
    let show = move |child: ChildView| {
        let commands = hand.live().view.with_untracked(|view| shown_now(view, &child));
        view! {
            <p>
                <button
                    type="button"
                    class="button"
                    data-kind="main"
                    disabled=commands.is_empty()
                    on:click=move |_| {
                        for command in commands.clone() {
                            hand.send(command);
                        }
                        open.set(false);
                    }
                >
                    {format!("Show {}’s words now", child.known_as)}
                </button>
            </p>
        }
    };
    let go = move |event: SubmitEvent| {
        event.prevent_default();
        if let (Some(phase), Some(why)) = (phase.get_untracked(), written(&reason.get_untracked())) {
            hand.send(Command::EnterPhase { phase, reason: Some(why) });
            reason.set(String::new());
            open.set(false);
        }
    };
    view! {
        <Dialog open title="The child’s view first">
            <p>"These children’s words have not been on the wall yet. Show them, let the room read, then go on."</p>
            <Show
                when=move || !no_wall.get()
                fallback=|| view! { <p>"No screen is the wall yet. It becomes one under “Joining, and the wall”."</p> }
            >
                {move || unheard.get().into_iter().map(show).collect_view()}
            </Show>
            <form class="stack way" on:submit=go>
                <TextField
                    label="Or write why not"
                    hint="The minutes print this"
                    value=reason
                    rows=2
                />
                <p>
                    <button type="submit" class="button">
                        "Go on without"
                    </button>
                </p>
            </form>
        </Dialog>
    }
}

/// The children whose words have not been on the wall.
fn unheard(view: &View) -> Vec<ChildView> {
    let shown = view.desk.as_ref().map_or(&[][..], |desk| &desk.views_shown);
    view.head.children.iter().filter(|child| !shown.iter().any(|(shown, _)| *shown == child.id)).cloned().collect()
}

/// What brings a child's words onto the wall: the wall is not empty, their words are not put away, and their tool opens at
/// the first place with something in it. A child without a tool has nothing to show here.
fn shown_now(view: &View, child: &ChildView) -> Vec<Command> {
    let entries = || view.entries.values().filter(|entry| entry.child == child.id && !entry.removed);
    let Some(tool) = entries().next().map(|entry| entry.tool.clone()) else {
        return Vec::new();
    };
    let mut places: Vec<PlaceKey> = Vec::new();
    for entry in entries().filter(|entry| entry.tool == tool) {
        if !places.contains(&entry.place) {
            places.push(entry.place.clone());
        }
    }
    let first = [
        Command::NotNow { child: child.id.clone(), not_now: false },
        Command::ShowOnWall { showing: Some(Showing::Tool(tool)) },
        Command::Blank { blank: false },
    ];
    // The last one that is opened is the one that is seen, so the first place comes last.
    let open = places.into_iter().rev().map(|place| Command::OpenPlace { place, open: true });
    first.into_iter().chain(open).collect()
}
