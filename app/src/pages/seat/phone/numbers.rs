//! The numbers people gave, each with its reason.
//!
//! Deliberately not here: an average. Each number is one person's.

use board::view::{RatingView, ScaleView, View};
use leptos::prelude::*;

use crate::live::Live;
use crate::ui::IntoPart as _;

/// Every scale that somebody has answered.
#[component]
pub(super) fn Numbers(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let scales =
        move || live.view.with(|view| view.head.scales.iter().filter_map(|scale| one(view, scale)).collect_view());
    view! {
        <section class="reading">
            <h2>"The numbers"</h2>
            {scales}
        </section>
    }
    .into_part()
}

fn one(view: &View, scale: &ScaleView) -> Option<impl IntoView + use<>> {
    let given: Vec<RatingView> =
        view.ratings.values().filter(|given| given.rating.scale == scale.key).cloned().collect();
    if given.is_empty() {
        return None;
    }
    let given = given.into_iter().map(|given| {
        let about = given.rating.card.as_ref().and_then(|card| view.cards.get(card)).map(|card| card.words.clone());
        let about = about.or(given.rating.about);
        view! {
            <li>
                <p>
                    <b>{format!("{}: {}", given.who, given.rating.value)}</b>
                    {about.map(|about| view! { <span>" about: "{about}</span> })}
                </p>
                {given.rating.reason.map(|reason| view! { <p>{reason}</p> })}
                {given.rating.one_higher.map(|words| view! { <p>{format!("One higher if: {words}")}</p> })}
            </li>
        }
    });
    Some(view! {
        <h3>{scale.question.clone()}</h3>
        <p class="hint">{format!("0: {}. 10: {}.", scale.low, scale.high)}</p>
        <ul class="given">{given.collect_view()}</ul>
    })
}
