//! The hand on a child's tool while the wall unfolds it: which place is open, whether a drawing is seen.
//!
//! Deliberately not here: choosing the tool (that is with what the wall shows), and anything the wall's view does not hold.

use board::command::Command;
use board::id::{EntryId, PlaceKey};
use board::view::{EntryView, Unfolding};
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::hand::Hand;
use crate::ui::Icon;

/// The places of the tool on the wall; nothing while it shows the board.
#[component]
pub(super) fn UnfoldHand() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let unfolding = Memo::new(move |_| hand.live().view.with(|view| view.unfolding.clone()));
    move || {
        unfolding.get().map(|it| {
            let next = it.street.iter().find(|sign| !it.places.iter().any(|open| open.place == sign.place)).cloned();
            let drawings = drawings(&it);
            view! {
                <div class="unfold-hand" role="group" aria-label="The child’s tool on the wall">
                    {match next {
                        Some(sign) => {
                            let words = format!("Open: {}", sign.label);
                            view! { <Turn place=sign.place open=true words main=true /> }.into_part()
                        }
                        None => ().into_part(),
                    }}
                    <ul class="signs">{places(&it)}</ul>
                    {drawings.into_iter().map(|(entry, seen)| view! { <Drawing entry seen /> }).collect_view()}
                </div>
            }
        })
    }
}

/// Every place: the one that is seen closes, any other opens.
fn places(unfolding: &Unfolding) -> impl IntoView + use<> {
    let now = unfolding.places.last().map(|open| open.place.clone());
    let each = unfolding.street.iter().map(|sign| {
        let here = now.as_ref() == Some(&sign.place);
        let words = if here { format!("Close: {}", sign.label) } else { sign.label.clone() };
        view! {
            <li>
                <Turn place=sign.place.clone() open=!here words main=false />
            </li>
        }
    });
    each.collect_view()
}

/// The entries in the open place that have a drawing, and whether it is seen.
fn drawings(unfolding: &Unfolding) -> Vec<(EntryView, bool)> {
    let open = unfolding.places.last().into_iter();
    let drawn =
        open.flat_map(|open| open.entries.iter().map(|entry| (entry.clone(), open.revealed.contains(&entry.id))));
    drawn.filter(|(entry, _)| !entry.pictures.is_empty()).collect()
}

/// Opens a place on the wall, or closes it.
#[component]
fn Turn(
    /// The place.
    place: PlaceKey,
    /// Whether it opens.
    open: bool,
    /// What the button says.
    words: String,
    /// Whether it is the way on.
    main: bool,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    view! {
        <button
            type="button"
            class="button"
            data-kind=(!main).then_some("plain")
            on:click=move |_| hand.send(Command::OpenPlace { place: place.clone(), open })
        >
            {main.then(|| view! { <Icon name="next" /> })}
            {words}
        </button>
    }
}

/// Shows a drawing after its description, or covers it again.
#[component]
fn Drawing(
    /// The entry it belongs to.
    entry: EntryView,
    /// Whether it is seen.
    seen: bool,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let alt = entry.pictures.iter().map(|picture| picture.alt.clone()).collect::<Vec<_>>().join("; ");
    let id: EntryId = entry.id;
    view! {
        <p class="drawing-hand">
            <span class="hint">{alt}</span>
            <button
                type="button"
                class="button"
                aria-pressed=seen.to_string()
                on:click=move |_| hand.send(Command::Reveal { entry: id.clone(), seen: !seen })
            >
                {if seen { "Drawing is on the wall" } else { "Show the drawing" }}
            </button>
        </p>
    }
}
