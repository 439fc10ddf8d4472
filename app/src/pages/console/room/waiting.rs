//! What waits for the chair: signs from a side room, people in the lobby, and lines that people offer from their own devices.
//!
//! Deliberately not here: anything that decides by itself. Nobody comes in and nothing goes on the board without the
//! chair.

use board::command::Command;
use board::id::{OfferId, SeatId};
use board::record::OfferState;
use board::seat::Holder;
use board::view::{OfferView, View};
use leptos::prelude::*;

use super::super::hand::{Asking, Hand};
use super::from_side_room::{FromSideRoom, signs};
use crate::ui::IntoPart as _;

/// Everything that waits, under one head that counts it and stays in sight; nothing is said while nothing does.
#[component]
pub(super) fn Waiting() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let seats = Memo::new(move |before| as_they_came(before, hand.live().view.with(in_the_lobby)));
    let offers = Memo::new(move |before| as_they_came(before, hand.live().view.with(offered)));
    let signs = Memo::new(move |_| hand.live().view.with(signs));
    let count = Memo::new(move |_| seats.with(Vec::len) + offers.with(Vec::len) + signs.with(Vec::len));
    let some = Memo::new(move |_| count.get() > 0);
    let knocks = Memo::new(move |_| seats.with(|seats| !seats.is_empty()));
    view! {
        <Show when=move || some.get()>
            <section class="waiting" aria-label="Waiting for you">
                <h2 class="label">{move || counted(count.get())}</h2>
                <FromSideRoom signs />
                <Show when=move || knocks.get()>
                    <ul>
                        <For each=move || seats.get() key=Clone::clone children=|(seat, name)| view! { <Knocking seat name /> } />
                    </ul>
                </Show>
                <For
                    each=move || offers.get()
                    key=|(id, _)| id.clone()
                    children=|(id, offer)| view! { <Offered id offer /> }
                />
            </section>
        </Show>
    }
    .into_part()
}

/// How much waits is said from two on: the rest may be below what the place shows.
fn counted(waiting: usize) -> String {
    match waiting {
        0 | 1 => "Waiting for you".to_owned(),
        many => format!("Waiting for you: {many}"),
    }
}

/// What waited before stays where it was, and what is new comes below it: an id says nothing of when somebody came.
fn as_they_came<T: Clone + PartialEq>(before: Option<&Vec<T>>, now: Vec<T>) -> Vec<T> {
    let before: &[T] = before.map_or(&[], Vec::as_slice);
    let still = before.iter().filter(|one| now.contains(one)).cloned();
    let new = now.iter().filter(|one| !before.contains(one)).cloned();
    still.chain(new).collect()
}

/// The lines that people offer.
fn offered(view: &View) -> Vec<(OfferId, OfferView)> {
    let waiting = view.offers.iter().filter(|(_, offer)| offer.state == OfferState::Waiting);
    waiting.map(|(id, offer)| (id.clone(), offer.clone())).collect()
}

/// Those in the lobby, by the names they gave.
fn in_the_lobby(view: &View) -> Vec<(SeatId, String)> {
    let waiting = view.seats.values().filter_map(|seat| match &seat.holder {
        Holder::Waiting(name) => Some((seat.id.clone(), name.clone())),
        Holder::Person(_) | Holder::Tablet(_) | Holder::SideRoom(_) | Holder::Wall => None,
    });
    waiting.collect()
}

/// Somebody in the lobby.
#[component]
fn Knocking(
    /// Their seat.
    seat: SeatId,
    /// The name they gave.
    name: String,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let turn_away = seat.clone();
    let about = name.clone();
    view! {
        <li class="seat" data-state="waiting">
            <p>
                <b>{name}</b>
                "in the lobby"
            </p>
            <button
                type="button"
                class="button"
                data-kind="plain"
                aria-label=format!("Turn {about} away")
                on:click=move |_| hand.send(Command::CloseSeat { seat: turn_away.clone() })
            >
                "No"
            </button>
            <button type="button" class="button" on:click=move |_| hand.asking.set(Some(Asking::LetIn(seat.clone())))>
                "Let in"
            </button>
        </li>
    }
}

/// A line somebody offers.
#[component]
fn Offered(
    /// The offer.
    id: OfferId,
    /// What is offered.
    offer: OfferView,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let decline = id.clone();
    let put = format!("Put on board: {}", offer.words);
    view! {
        <article class="card" data-state="waiting">
            <p class="who">
                <b>{offer.who}</b>
                " from their own device"
            </p>
            <p class="words" dir="auto">{offer.words}</p>
            <p class="answers">
                <button
                    type="button"
                    class="button"
                    aria-label=put
                    on:click=move |_| hand.asking.set(Some(Asking::TakeOffer(id.clone())))
                >
                    "Put on board"
                </button>
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    on:click=move |_| hand.send(Command::DeclineOffer { offer: decline.clone() })
                >
                    "Not now"
                </button>
            </p>
        </article>
    }
}
