//! Whether people are told whose words they are.
//!
//! Deliberately not here: pretending. Where everybody will guess it, that is said plainly.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::one_of::OneOf;
use super::super::pad::Pad;
use super::Choice;
use super::fold::Fold;

/// The fold.
#[component]
pub(super) fn Named(
    /// The tablet.
    pad: Pad,
    /// The slip.
    choice: Choice,
) -> impl IntoView {
    let nameless = Memo::new(move |_| choice.telling.with(|telling| telling.nameless));
    let key = |nameless: bool| if nameless { "own.dont_say_who" } else { "own.say_me" };
    let answers = [false, true].map(|nameless| (nameless, pad.say.say(key(nameless)), None)).to_vec();
    let choose = Callback::new(move |nameless: bool| choice.telling.update(|telling| telling.nameless = nameless));
    let alone = untrack(|| pad.way.circle()).is_some_and(|circle| circle.only_child);
    let warning = if alone { "own.they_will_know" } else { "own.they_may_guess" };
    view! {
        <Fold head=pad.say.say("own.say_who") now=Signal::derive(move || pad.say.say(key(nameless.get())))>
            <OneOf
                legend=pad.say.say("own.say_who")
                name="named"
                answers
                chosen=Signal::derive(move || Some(nameless.get()))
                choose
            />
            <Show when=move || nameless.get()>
                <p class="limit" role="status">
                    {pad.say.say(warning)}
                </p>
            </Show>
        </Fold>
    }
    .into_part()
}
