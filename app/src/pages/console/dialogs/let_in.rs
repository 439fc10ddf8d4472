//! Who somebody in the lobby is.
//!
//! Deliberately not here: believing the name they gave. The chair chooses the person of the conference it is.

use board::command::Command;
use board::id::PersonId;
use board::seat::Holder;
use leptos::prelude::*;

use super::super::code::people;
use super::super::hand::{Asking, Hand};
use super::asked;
use crate::ui::Dialog;

/// Asks who it is.
#[component]
pub fn LetIn() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (open, seat) = asked(hand, |asking| if let Asking::LetIn(seat) = asking { Some(seat.clone()) } else { None });
    let name = move || {
        seat.with(|seat| {
            hand.live().view.with(|view| {
                match seat.as_ref().and_then(|seat| view.seats.get(seat)).map(|seat| &seat.holder) {
                    Some(Holder::Waiting(name)) => format!("On their device they wrote: {name}"),
                    Some(Holder::Person(_) | Holder::Tablet(_) | Holder::SideRoom(_) | Holder::Wall) | None => {
                        String::new()
                    }
                }
            })
        })
    };
    let people = Memo::new(move |_| {
        hand.live().view.with(|view| {
            people(view).into_iter().map(|person| (person.id.clone(), person.introduced())).collect::<Vec<_>>()
        })
    });
    let person = move |(id, name): (PersonId, String)| {
        let choose = move |_| {
            if let Some(seat) = seat.get_untracked() {
                hand.send(Command::GiveSeat { seat, holder: Holder::Person(id.clone()) });
                open.set(false);
            }
        };
        view! {
            <button type="button" class="button" on:click=choose>
                {name}
            </button>
        }
    };
    view! {
        <Dialog open title="Who is this?">
            <p>{name}</p>
            <p>"They will see what that person may see. If they have another device, it stops."</p>
            <div class="choices">{move || people.get().into_iter().map(person).collect_view()}</div>
            <p class="hint">"Not in the list? Add them under Prepare first."</p>
        </Dialog>
    }
}
