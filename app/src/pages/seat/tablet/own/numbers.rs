//! Four numbers that open the tablet again after it was put away, because somebody may come in.
//!
//! Deliberately not here: keeping them. They are gone with the page, and whoever forgets them asks for a new code.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::super::keypad::Keypad;
use super::super::pad::{Pad, Screen};
use super::Stage;
use super::limits::Asked;
use super::steps::Steps;

/// The screen on which the numbers are chosen, twice.
#[component]
pub(super) fn Numbers(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let first = RwSignal::new(None::<String>);
    let differ = RwSignal::new(false);
    let done = Callback::new(move |numbers: String| match first.get_untracked() {
        None => {
            differ.set(false);
            first.set(Some(numbers));
        }
        Some(before) => {
            first.set(None);
            differ.set(before != numbers);
            pad.way.numbers.set((before == numbers).then_some(numbers));
        }
    });
    let set = move || pad.way.numbers.with(Option::is_some);
    let words = move || {
        let key = match (set(), differ.get(), first.with(Option::is_some)) {
            (true, _, _) => "own.numbers_set",
            (false, true, _) => "own.numbers_differ",
            (false, false, true) => "own.numbers_again",
            (false, false, false) => "own.numbers_tap",
        };
        pad.say.say(key)
    };
    let other = move |_| pad.way.numbers.set(None);
    let on_words = Signal::derive(move || pad.say.say(if set() { "do.next" } else { "own.no_numbers" }));
    view! {
        <main class="sheet open own">
            <Asked pad head="own.numbers_head" text="own.numbers_text" />
            <p class="label centred" role="status">{words}</p>
            <Show
                when=set
                fallback=move || {
                    view! { <Keypad label=pad.say.say("own.numbers_head") back=pad.say.say("own.last_back") done /> }
                }
            >
                <p class="centred">
                    <button type="button" class="button" on:click=other>
                        {pad.say.say("own.numbers_other")}
                    </button>
                </p>
            </Show>
            <Steps pad back=Screen::Own(Stage::Called) on=Screen::Own(Stage::Looks) words=on_words />
        </main>
    }
    .into_part()
}
