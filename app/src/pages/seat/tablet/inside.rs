//! The street, and the open house with what the child has put in it.
//!
//! Deliberately not here: an order in which to fill the houses. The child begins where they like.

use board::tool::Pen;
use leptos::prelude::*;

use super::entry::EntryCard;
use super::heading::Heading;
use super::house::House;
use super::pad::{Pad, Screen};
use crate::ui::Icon;

/// The street and the open house.
#[component]
pub(super) fn Inside(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let entries = Memo::new(move |_| pad.entries(pad.house.get()));
    let ids = move || entries.with(|entries| entries.iter().map(|shown| shown.id.clone()).collect::<Vec<_>>());
    let write = move |pen: Pen| {
        pad.pen.set(pen);
        pad.go(Screen::Words);
    };
    let name = Signal::derive(move || pad.house.get().name().to_owned());
    let drafting = move || !pad.draft(pad.house.get()).is_blank();
    let invite = move || match (drafting(), entries.with(Vec::is_empty)) {
        (true, _) => "You have begun something in this house",
        (false, true) => "Put something in this house",
        (false, false) => "Put something else in this house",
    };
    view! {
        <Street pad />
        <main class="inside">
            <svg class="roof" viewBox="0 0 778 132" preserveAspectRatio="none" aria-hidden="true">
                <path d="M2 131 389 4l387 127"></path>
            </svg>
            <Heading pad words=name />
            <p class="ask">{move || pad.house.get().question()}</p>
            <ul class="lines">
                <For
                    each=ids
                    key=Clone::clone
                    children=move |id| view! { <EntryCard pad id entries /> }
                />
            </ul>
            <p class="label">
                {invite}
            </p>
            <div class="ways" role="group" aria-label="Put something in this house">
                <button type="button" class="button" on:click=move |_| write(Pen::Child)>
                    <Icon name="pen" />
                    "Write"
                </button>
                <button type="button" class="button" on:click=move |_| write(Pen::Adult)>
                    <Icon name="mic" />
                    "Say it"
                </button>
                <button type="button" class="button" on:click=move |_| write(Pen::Drawing)>
                    <Icon name="draw" />
                    "I drew it"
                </button>
            </div>
        </main>
        <footer class="houses-foot">
            <PenHolder pad />
            <button type="button" class="button" data-kind="main" on:click=move |_| pad.go(Screen::Finished)>
                "I’ve finished"
            </button>
        </footer>
    }
    .into_any()
}

/// The three houses, side by side.
#[component]
fn Street(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let count = move |house: House| match pad.entries(house).iter().filter(|shown| !shown.entry.removed).count() {
        0 => "Empty".to_owned(),
        1 => "1 thing".to_owned(),
        count => format!("{count} things"),
    };
    let houses = House::STREET.map(|house| {
        view! {
            <a
                class="house"
                href=format!("/seat?house={}", house.key())
                aria-current=move || (pad.house.get() == house).then_some("page")
            >
                <svg viewBox="0 0 240 132" aria-hidden="true">
                    <path d="M26 66v64h188V66M8 66 120 8l112 58"></path>
                </svg>
                {house.short()}
                <span>{move || count(house)}</span>
            </a>
        }
    });
    view! {
        <nav class="street" aria-label="Houses">
            {houses.into_iter().collect_view()}
        </nav>
    }
    .into_any()
}

/// Who holds the pen, always in sight.
#[component]
pub(super) fn PenHolder(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let words = move || match pad.pen.get() {
        Pen::Child => "You hold the pen".to_owned(),
        Pen::Adult => format!("{} holds the pen", pad.scribe_name()),
        Pen::Drawing => format!("You drew it. {} holds the pen", pad.scribe_name()),
    };
    view! {
        <p class="pen" role="status">
            <Icon name="pen" />
            {words}
        </p>
    }
    .into_any()
}
