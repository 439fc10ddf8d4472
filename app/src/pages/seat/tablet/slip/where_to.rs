//! Where a card may stand: on the big screen, on phones, on paper.
//!
//! Deliberately not here: who. Keeping a card off a place keeps it from nobody who may know it.

use board::sharing::Surface;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::pad::Pad;
use super::Choice;
use super::fold::Fold;

fn key(surface: Surface) -> &'static str {
    match surface {
        Surface::Wall => "own.on_wall",
        Surface::Devices => "own.on_devices",
        Surface::ChildsPages => "own.on_my_pages",
        Surface::Board => "own.on_board_paper",
        Surface::FamilyPaper => "own.on_family_paper",
        Surface::Letter => "own.on_letter",
    }
}

/// Where it must not be, where there is such a place.
pub(super) fn where_words(pad: Pad, not_on: &[Surface]) -> Option<String> {
    let off: Vec<String> = not_on.iter().map(|surface| pad.say.say(key(*surface))).collect();
    (!off.is_empty()).then(|| pad.say.fill("own.not_there", "places", &off.join(", ")))
}

/// The fold.
#[component]
pub(super) fn WhereTo(
    /// The tablet.
    pad: Pad,
    /// The slip.
    choice: Choice,
) -> impl IntoView {
    let places = Surface::ALL.map(|surface| {
        let on = move || choice.telling.with(|telling| !telling.keeps_off(surface));
        let tap = move |_| {
            choice.telling.update(|telling| {
                if telling.keeps_off(surface) {
                    telling.not_on.retain(|other| *other != surface);
                } else {
                    telling.not_on.push(surface);
                }
            });
        };
        view! {
            <label>
                <input type="checkbox" prop:checked=on on:change=tap />
                <span data-read="">{pad.say.say(key(surface))}</span>
            </label>
        }
    });
    let now = move || {
        let off = choice.telling.with(|telling| where_words(pad, &telling.not_on));
        off.unwrap_or_else(|| pad.say.say("own.everywhere"))
    };
    view! {
        <Fold head=pad.say.say("own.where") now=Signal::derive(now)>
            <fieldset class="choice" data-shape="list" data-many="many">
                <legend class="unseen">{pad.say.say("own.where")}</legend>
                <div class="answers names">{places.into_iter().collect_view()}</div>
            </fieldset>
            <p class="hint">{pad.say.say("own.where_hint")}</p>
        </Fold>
    }
    .into_part()
}
