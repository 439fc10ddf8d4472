//! One place on a screen: its picture above, and the way on and back below.
//!
//! Deliberately not here: how far the child has come, drawn as a race. The page says its number, and no page must be done.

use board::toolkit::{Place, Template};
use leptos::prelude::*;

use super::pad::{Pad, Screen};
use super::pen::{HandOver, PenHolder};
use crate::ui::{Icon, IntoPart as _};

/// The page's picture and its number.
#[component]
pub(super) fn PageHead(
    /// The tablet.
    pad: Pad,
    /// The open tool's template.
    template: Template,
    /// The open place.
    place: Place,
) -> impl IntoView {
    let at = template.places.iter().position(|other| other.key == place.key).map_or(1, |at| at + 1);
    let words = pad.say.fill("here.page", "page", &at.to_string());
    let words = words.replace("{pages}", &template.places.len().to_string());
    let label = words.clone();
    let picture = place.picture.map(|name| {
        view! {
            <svg class="picture" viewBox="0 0 96 96" aria-hidden="true">
                <use_ href=format!("/art.svg#{name}") />
            </svg>
        }
    });
    view! {
        <section class="page-head" aria-label=label>
            {picture}
            <p>{words}</p>
        </section>
    }
    .into_part()
}

/// Back, who holds the pen, and on.
#[component]
pub(super) fn PageFoot(
    /// The tablet.
    pad: Pad,
    /// The open tool's template.
    template: Template,
    /// The open place.
    place: Place,
) -> impl IntoView {
    let at = template.places.iter().position(|other| other.key == place.key).unwrap_or_default();
    let address = |at: Option<usize>| at.and_then(|at| template.places.get(at)).map(|place| pad.address(&place.key));
    let back = address(at.checked_sub(1)).map(|href| {
        view! {
            <a class="button" href=href>
                <Icon name="back" />
                {pad.say.say("do.back")}
            </a>
        }
    });
    let on = match address(at.checked_add(1)) {
        Some(href) => view! {
            <a class="button" data-kind="main" href=href>
                {pad.say.say("do.next")}
                <Icon name="next" />
            </a>
        }
        .into_part(),
        None => view! {
            <button type="button" class="button" data-kind="main" on:click=move |_| pad.go(Screen::Finished)>
                {pad.say.say("do.finish")}
            </button>
        }
        .into_part(),
    };
    view! {
        <footer class="houses-foot">
            {back}
            <PenHolder pad />
            <HandOver pad />
            {on}
        </footer>
    }
    .into_part()
}
