//! The drawing of a tool, and the way from one of its places to another. Every drawing is Hearth's own.
//!
//! Deliberately not here: an order in which to fill the places. The child begins where they like.

use board::toolkit::{Artwork as Kind, Feeds, Place, Template};
use leptos::prelude::*;

use super::pad::Pad;
use crate::ui::{Icon, IntoPart as _};

/// The drawing of the open tool with its places.
#[component]
pub(super) fn Artwork(
    /// The tablet.
    pad: Pad,
    /// The open tool's template.
    template: Template,
) -> impl IntoView {
    let kind = pad.tool.with_untracked(|tool| tool.as_ref().map(|tool| tool.kind.clone()));
    let name = kind.as_ref().map(|kind| pad.say.kind(kind)).unwrap_or_default();
    let (aside, among): (Vec<Place>, Vec<Place>) = template.places.iter().cloned().partition(|place| place.aside);
    let symbol = match template.artwork {
        Kind::Houses | Kind::Pages | Kind::Board | Kind::Paper => None,
        Kind::Figure => kind.map(|kind| format!("/art.svg#{kind}")),
        Kind::SafetyHouse => Some("/art.svg#safety_house".to_owned()),
    };
    let class = match template.artwork {
        Kind::Houses => "street",
        Kind::Figure => "scene figure",
        Kind::SafetyHouse => "scene safe",
        Kind::Board => "tabs",
        Kind::Pages | Kind::Paper => "tabs places",
    };
    let house = template.artwork == Kind::Houses;
    let board = template.artwork == Kind::Board;
    let links = |places: Vec<Place>, part: bool| {
        let template = &template;
        let links = places.into_iter().enumerate().map(|(at, place)| {
            let number = part.then(|| (at + 1).to_string());
            let icon = board.then(|| icon(place.feeds)).flatten();
            view! { <Way pad template=template.clone() place house=house && part number icon /> }
        });
        links.collect_view()
    };
    let beside = |aside: &[Place]| {
        (!aside.is_empty()).then(|| view! { <div class="aside">{links(aside.to_vec(), false)}</div> })
    };
    let current = {
        let among: Vec<_> = among.iter().map(|place| place.key.clone()).collect();
        move || {
            pad.open.with(|open| {
                let open = open.as_ref()?;
                among.iter().position(|key| *key == open.key).map(|at| (at + 1).to_string())
            })
        }
    };
    view! {
        <nav class="places-of" aria-label=name>
            {board.then(|| beside(&aside))}
            <div class=class>
                {symbol
                    .map(|symbol| {
                        view! {
                            <svg class="drawing" data-part=current aria-hidden="true">
                                <use_ href=symbol />
                            </svg>
                        }
                    })} {links(among, true)}
            </div>
            {(!board).then(|| beside(&aside))}
        </nav>
    }
    .into_part()
}

/// What an answer is to a board, as the board itself draws it.
fn icon(feeds: Feeds) -> Option<&'static str> {
    match feeds {
        Feeds::Worry => Some("worry"),
        Feeds::Good => Some("well"),
        Feeds::Unsure => Some("grey"),
        Feeds::Wish => Some("change"),
        Feeds::Safety | Feeds::Fear | Feeds::Rule | Feeds::Life | Feeds::Say | Feeds::Number | Feeds::Nothing => None,
    }
}

/// The way to one place: its name, and how much is in it.
#[component]
fn Way(
    /// The tablet.
    pad: Pad,
    /// The open tool's template.
    template: Template,
    /// The place.
    place: Place,
    /// Whether it is a house on a street.
    house: bool,
    /// Which part of the drawing it is.
    number: Option<String>,
    /// Its icon, where the drawing is made of icons.
    icon: Option<&'static str>,
) -> impl IntoView {
    let short = pad.say.place(&template, &place.key, "short");
    let short = short.unwrap_or_else(|| pad.say.label(&template, &place.key));
    let href = pad.address(&place.key);
    let key = StoredValue::new(place.key);
    let count = move || {
        let there = key.with_value(|key| pad.entries(key)).iter().filter(|shown| !shown.entry.removed).count();
        match there {
            0 => pad.say.say("here.empty"),
            1 => pad.say.say("here.one"),
            count => pad.say.fill("here.many", "count", &count.to_string()),
        }
    };
    let current = move || {
        let here = pad.open.with(|open| open.as_ref().is_some_and(|open| key.with_value(|key| open.key == *key)));
        here.then_some("page")
    };
    let outline = house.then(|| {
        view! {
            <svg viewBox="0 0 240 132" aria-hidden="true">
                <path d="M26 66v64h188V66M8 66 120 8l112 58"></path>
            </svg>
        }
    });
    view! {
        <a
            class=if house { "house" } else { "spot" }
            href=href
            data-part=number
            aria-current=current
        >
            {outline}
            {icon.map(|name| view! { <Icon name /> })}
            {short}
            <span>{count}</span>
        </a>
    }
    .into_part()
}
