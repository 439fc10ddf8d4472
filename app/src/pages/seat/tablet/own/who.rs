//! Who is here: the chair, and one person whom the young person chose, or nobody else.
//!
//! Deliberately not here: family. They have the conference itself; this one is the young person's own.

use board::id::PersonId;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::one_of::OneOf;
use super::super::pad::{Pad, Screen};
use super::Stage;
use super::limits::Asked;
use super::steps::Steps;

/// The screen on which one person is chosen.
#[component]
pub(super) fn Who(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let alone = (None::<PersonId>, pad.of_chair("own.just_chair"), None);
    let helpers = untrack(|| pad.way.helpers()).into_iter();
    let helpers = helpers.map(|(id, person)| (Some(id), person.called, person.tie));
    let answers = std::iter::once(alone).chain(helpers).collect();
    let chosen = Signal::derive(move || pad.way.own().map(|own| own.companion));
    let choose = Callback::new(move |companion: Option<PersonId>| pad.way.change(|own| own.companion = companion));
    view! {
        <main class="sheet open own">
            <Asked pad head="own.who_head" text="own.who_text" />
            <OneOf legend=pad.say.say("own.who_legend") name="companion" answers chosen choose />
            <Steps
                pad
                back=Screen::Own(Stage::Limits)
                on=Screen::Own(Stage::Called)
                words=pad.say.say("do.next")
            />
        </main>
    }
    .into_part()
}
