//! A child's tool as it unfolds: the open places in the child's order, each with the words that may be seen here.
//!
//! Deliberately not here: opening a place. That is the chair's hand, and the view says what is open.

use board::id::EntryId;
use board::view::{EntryView, OpenPlace, View};
use leptos::prelude::*;

use super::Pictures;
use crate::ui::IntoPart as _;

/// The open places; before the first one is opened, whose tool it is.
#[component]
pub fn Unfold(
    /// What is seen here.
    #[prop(into)]
    view: Signal<View>,
) -> impl IntoView {
    let unfolding = Memo::new(move |_| view.with(|view| view.unfolding.clone()));
    let name = move || {
        let child = unfolding.with(|it| it.as_ref().map(|it| it.child.clone()));
        let known = |view: &View| view.head.children.iter().find(|other| Some(&other.id) == child.as_ref()).cloned();
        view.with(known).map(|child| format!("What {} wants us to know", child.known_as))
    };
    let places = move || unfolding.get().map(|it| it.places).unwrap_or_default();
    view! {
        <section class="unfold">
            <h2>{name}</h2>
            {move || places().into_iter().map(|place| view! { <Place place /> }).collect_view()}
        </section>
    }
    .into_part()
}

/// One open place.
#[component]
fn Place(
    /// The place and what is in it.
    place: OpenPlace,
) -> impl IntoView {
    let OpenPlace { place, entries, revealed } = place;
    view! {
        <div class="place" data-place=place.to_string()>
            {entries
                .into_iter()
                .map(|entry| {
                    let pictures = pictures(&entry, &revealed);
                    view! {
                        <figure class="card" data-kind="own">
                            <figcaption class="who">{entry.who}</figcaption>
                            <blockquote class="words">
                                <span lang=entry.language dir="auto">{entry.words}</span>
                                {pictures}
                            </blockquote>
                            {entry.translation.map(|(words, by)| view! { <p class="note">{format!("{words} (English by {by})")}</p> })}
                        </figure>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// The drawings of an entry: described first, and seen once the chair has shown them.
fn pictures(entry: &EntryView, revealed: &[EntryId]) -> AnyView {
    if revealed.contains(&entry.id) {
        return view! { <Pictures pictures=entry.pictures.clone() /> }.into_any();
    }
    entry
        .pictures
        .iter()
        .map(|picture| view! { <span class="picture">{picture.alt.clone()}</span> })
        .collect_view()
        .into_any()
}
