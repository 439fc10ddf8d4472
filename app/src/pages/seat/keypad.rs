//! Four numbers, tapped on big keys: to put a tablet away, and to open it again.
//!
//! Deliberately not here: which numbers are right, and showing them. Only how many were tapped is seen.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

use crate::ui::Icon;

/// How many numbers there are to tap.
pub(super) const NUMBERS: usize = 4;

/// The keys, and how many have been tapped.
#[component]
pub(super) fn Keypad(
    /// What the keys are for, for those who hear the screen.
    #[prop(into)]
    label: Signal<String>,
    /// The word of the key that takes the last number back.
    #[prop(into)]
    back: Signal<String>,
    /// Takes the numbers once there are four; the keys are then empty again.
    done: Callback<String>,
) -> impl IntoView {
    let tapped = RwSignal::new(String::new());
    let tap = move |digit: char| {
        tapped.update(|tapped| tapped.push(digit));
        if tapped.with_untracked(|tapped| tapped.len() == NUMBERS) {
            let numbers = tapped.get_untracked();
            tapped.set(String::new());
            done.run(numbers);
        }
    };
    let take_back = move |_| {
        tapped.update(|tapped| {
            // Nothing to take back is nothing to do.
            let _ = tapped.pop();
        });
    };
    let keys = ('1'..='9').chain(['0']).map(move |digit| {
        view! {
            <button type="button" class="button" on:click=move |_| tap(digit)>
                {digit.to_string()}
            </button>
        }
    });
    let dots = (0..NUMBERS).map(move |at| {
        let there = move || tapped.with(|tapped| tapped.len() > at).then_some("on");
        view! { <span data-state=there></span> }
    });
    view! {
        <div class="keypad" role="group" aria-label=label dir="ltr">
            <p class="dots" role="img" aria-label=move || tapped.with(|tapped| format!("{} / {NUMBERS}", tapped.len()))>
                {dots.collect_view()}
            </p>
            {keys.collect_view()}
            <button type="button" class="button" data-kind="plain" aria-label=back on:click=take_back>
                <Icon name="back" />
            </button>
        </div>
    }
    .into_part()
}
