//! Looking back: for the big screen, each person they know of and each paper, exactly what those will get.
//!
//! Deliberately not here: working it out. The server does, with the rules that everybody's own view comes from.

use board::audience::Audience;
use board::view::look_back::SeenBy;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::pad::{Pad, Screen};
use super::Stage;
use super::limits::Asked;
use super::safety::overridden;
use super::seen::{Seen, audience_name};
use super::steps::Steps;

/// The screen.
#[component]
pub(super) fn LookBack(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let all = RwSignal::new(None::<Vec<SeenBy>>);
    let lost = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        // What is still on its way is not known to the server, so it is asked when that has arrived.
        let _ = pad.all();
        if pad.waiting.count() > 0 {
            return;
        }
        leptos::task::spawn_local(async move {
            match crate::given::ask("/given/look-back").await {
                Ok(seen) => {
                    // The screen may be gone by the time the answer comes.
                    let _ = all.try_set(Some(seen));
                    let _ = lost.try_set(false);
                }
                Err(_) => {
                    let _ = lost.try_set(true);
                }
            }
        });
    });
    let who = RwSignal::new(Audience::Wall);
    let waits = move || pad.say.say(if lost.get() { "own.look_back_lost" } else { "own.one_moment" });
    let on = if untrack(|| overridden(pad)).is_empty() { Stage::Agree } else { Stage::Safety };
    view! {
        <main class="sheet open own">
            <Asked pad head="own.look_back_head" text="own.look_back_text" />
            <Show when=move || all.with(Option::is_some) fallback=move || view! { <p role="status">{waits}</p> }>
                <div class="look-back">
                    <Lookers pad all who />
                    <Seen pad all who />
                </div>
            </Show>
            <Steps
                pad
                back=Screen::Open
                on=Screen::Own(on)
                words=pad.say.say("own.that_is_right")
                wait=Signal::derive(move || all.with(Option::is_none))
            >
                <p class="hint">{pad.say.say("own.not_right")}</p>
            </Steps>
        </main>
    }
    .into_part()
}

/// Everybody whose eyes one can look through.
#[component]
fn Lookers(
    /// The tablet.
    pad: Pad,
    /// What everybody gets.
    all: RwSignal<Option<Vec<SeenBy>>>,
    /// Through whose eyes.
    who: RwSignal<Audience>,
) -> impl IntoView {
    let one = move |seen: SeenBy| {
        let entries: std::collections::BTreeSet<_> = seen.lines.iter().map(|line| line.entry.clone()).collect();
        let count = match entries.len() {
            0 => pad.say.say("own.nothing"),
            1 => pad.say.say("here.one"),
            count => pad.say.fill("here.many", "count", &count.to_string()),
        };
        let (name, tie) = untrack(|| audience_name(pad, &seen.audience));
        let (this, that) = (seen.audience.clone(), seen.audience);
        view! {
            <button
                type="button"
                class="button"
                aria-pressed=move || who.with(|who| *who == this).to_string()
                on:click=move |_| who.set(that.clone())
            >
                <b>{name} {tie.map(|tie| view! { <small>{tie}</small> })}</b>
                <span>{count}</span>
            </button>
        }
    };
    view! {
        <div class="lookers" role="group" aria-label=pad.say.say("own.through_whose_eyes")>
            {move || all.get().unwrap_or_default().into_iter().map(one).collect_view()}
        </div>
    }
    .into_part()
}
