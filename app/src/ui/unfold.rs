//! A child's tool as it unfolds: its places side by side, and the one that was opened last with what may be seen in it.
//!
//! Deliberately not here: opening a place (that is the chair's hand), and motion. One place lies open at a time, so that
//! the back of the room can read it.

use board::framework::Look;
use board::view::{EntryView, OpenPlace, PlaceSign, Unfolding, View};
use leptos::prelude::*;

use super::{CardLine, IntoPart as _, SectionHead};

/// The tool; before the first place is opened, whose it is and which places it has.
#[component]
pub fn Unfold(
    /// What is seen here.
    #[prop(into)]
    view: Signal<View>,
) -> impl IntoView {
    let unfolding = Memo::new(move |_| view.with(|view| view.unfolding.clone()));
    let label = Signal::derive(move || {
        let child = unfolding.with(|it| it.as_ref().map(|it| it.child.clone()));
        let known = |view: &View| view.head.children.iter().find(|other| Some(&other.id) == child.as_ref()).cloned();
        let name = view.with(known).map_or_else(|| "a child".to_owned(), |child| child.known_as);
        format!("What {name} wants us to know")
    });
    view! {
        <section class="section unfold" aria-label=label>
            <SectionHead look=Look::Child label />
            <div class="unfolded">
                {move || unfolding.get().map(|it| view! { <Street unfolding=it.clone() /> })}
                {move || unfolding.with(|it| it.as_ref().and_then(last)).map(|place| view! { <Inside place /> })}
            </div>
        </section>
    }
    .into_part()
}

/// The place that was opened last.
fn last(unfolding: &Unfolding) -> Option<OpenPlace> {
    unfolding.places.last().cloned()
}

/// All places from outside, in the tool's own order.
#[component]
fn Street(
    /// The tool.
    unfolding: Unfolding,
) -> impl IntoView {
    let Unfolding { street, places, houses, .. } = unfolding;
    let now = places.last().map(|place| place.place.clone());
    let each = street.into_iter().map(|PlaceSign { place, label }| {
        let here = (now.as_ref() == Some(&place)).then_some("true");
        let seen = places.iter().any(|open| open.place == place).then_some("open");
        view! {
            <li class="place" aria-current=here data-state=seen>
                {houses.then(|| view! { <House /> })}
                {label}
            </li>
        }
    });
    view! { <ul class="places" data-look=houses.then_some("houses")>{each.collect_view()}</ul> }
}

/// The outline of a house; no door is drawn.
#[component]
fn House() -> impl IntoView {
    view! {
        <svg class="outline" viewBox="0 0 240 132" preserveAspectRatio="none" aria-hidden="true">
            <path d="M4 62 L120 6 L236 62 M24 62 V128 H216 V62" />
        </svg>
    }
}

/// An open place.
#[component]
fn Inside(
    /// The place and what is in it.
    place: OpenPlace,
) -> impl IntoView {
    let OpenPlace { label, entries, revealed, .. } = place;
    let lines = entries.iter().filter_map(|entry| line(entry, revealed.contains(&entry.id)));
    let lines = lines.collect_view();
    view! {
        <div class="open-place">
            <h3>{label}</h3>
            <ul class="lines">{lines}</ul>
        </div>
    }
}

/// What the child put there. A picture is described first, and seen once the chair has shown it.
fn line(entry: &EntryView, seen: bool) -> Option<impl IntoView + use<>> {
    let mut card = entry.as_line()?;
    card.answer = None;
    let described: Vec<String> = card.pictures.iter().map(|picture| picture.alt.clone()).collect();
    let note = (!seen && !described.is_empty()).then(|| format!("On the picture: {}", described.join("; ")));
    if !seen {
        card.pictures.clear();
    }
    Some(view! { <CardLine card note=Signal::stored(note) /> })
}
