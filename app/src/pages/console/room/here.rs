//! Who is in the room, and which screens are open.
//!
//! Deliberately not here: attendance for the minutes. That is written under Prepare.

use board::command::Command;
use board::id::SeatId;
use board::people::Person;
use board::seat::Holder;
use board::view::View;
use leptos::prelude::*;

use super::super::code::people;
use super::super::hand::Hand;
use crate::ui::IntoPart as _;

/// The people in the room with a way to step out and in, and the devices with a way to close them.
#[component]
pub(super) fn Here() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let here = Memo::new(move |_| hand.live().view.with(takes_part));
    let devices = Memo::new(move |_| hand.live().view.with(devices));
    view! {
        <h2 class="label">"In the room"</h2>
        <ul>
            <For each=move || here.get() key=key children=|(person, device)| view! { <One person device /> } />
        </ul>
        <ul>
            <For each=move || devices.get() key=Clone::clone children=|(seat, what)| view! { <Device seat what /> } />
        </ul>
    }
    .into_part()
}

/// Those who take part, with the seat of their own device; family first.
fn takes_part(view: &View) -> Vec<(Person, Option<SeatId>)> {
    let part = people(view).into_iter().filter(|person| person.out || person.is_in_the_room());
    let seat = |person: &Person| {
        let own = view.seats.values().find(|seat| matches!(&seat.holder, Holder::Person(id) if *id == person.id));
        own.map(|seat| seat.id.clone())
    };
    part.map(|person| (person.clone(), seat(person))).collect()
}

/// What a person's line is drawn from.
fn key((person, device): &(Person, Option<SeatId>)) -> (String, String, bool, Option<SeatId>) {
    (person.id.to_string(), person.introduced(), person.out, device.clone())
}

/// The screens that are nobody's own, in words.
fn devices(view: &View) -> Vec<(SeatId, String)> {
    let named = view.seats.values().filter_map(|seat| match &seat.holder {
        Holder::Wall => Some((seat.id.clone(), "The wall".to_owned())),
        Holder::Tablet(child) => {
            let name = view.head.children.iter().find(|other| other.id == *child).map(|child| &child.known_as);
            Some((seat.id.clone(), format!("{}’s tablet", name.map_or("A child", String::as_str))))
        }
        Holder::SideRoom(child) => {
            let name = view.head.children.iter().find(|other| other.id == *child).map(|child| &child.known_as);
            Some((seat.id.clone(), format!("{}, in the side room", name.map_or("A child", String::as_str))))
        }
        Holder::Waiting(_) | Holder::Person(_) => None,
    });
    named.collect()
}

/// One person.
#[component]
fn One(
    /// The person.
    person: Person,
    /// The seat of their own device, when they have one.
    device: Option<SeatId>,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let (id, out, name) = (person.id.clone(), person.out, person.called().to_owned());
    let tie = person.introduced().strip_prefix(name.as_str()).map(|tie| tie.trim_start_matches(", ").to_owned());
    let turn = out.then_some("has stepped out");
    let about = name.clone();
    let close = device.map(|seat| {
        let words = format!("Close the device of {about}");
        view! {
            <button
                type="button"
                class="button"
                data-kind="plain"
                aria-label=words
                on:click=move |_| hand.send(Command::CloseSeat { seat: seat.clone() })
            >
                "Close device"
            </button>
        }
    });
    let step = move || {
        hand.chair.get().then(|| {
            let id = id.clone();
            let words = if out { format!("{about} is back") } else { format!("{about} steps out") };
            view! {
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    aria-label=words
                    on:click=move |_| hand.send(Command::StepOut { person: id.clone(), out: !out })
                >
                    {if out { "Back in" } else { "Step out" }}
                </button>
            }
        })
    };
    view! {
        <li class="seat" data-state=out.then_some("out")>
            <p>
                <b>{name}</b>
                {tie}
                {turn.map(|words| view! { <span>{words}</span> })}
            </p>
            {close}
            {step}
        </li>
    }
}

/// One screen that is nobody's own.
#[component]
fn Device(
    /// Its seat.
    seat: SeatId,
    /// What it is.
    what: String,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let words = format!("Close {what}");
    view! {
        <li class="seat">
            <p>
                <b>{what}</b>
            </p>
            <button
                type="button"
                class="button"
                data-kind="plain"
                aria-label=words
                on:click=move |_| hand.send(Command::CloseSeat { seat: seat.clone() })
            >
                "Close"
            </button>
        </li>
    }
}
