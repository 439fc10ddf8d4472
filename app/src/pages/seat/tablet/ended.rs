//! A tablet whose place was closed, with any words that had not been sent yet.
//!
//! Deliberately not here: words that were saved. They are in the record, and no longer on this device.

use leptos::prelude::*;

use super::pad::Pad;
use crate::ui::IntoPart as _;

/// This place is closed; what was being written is not thrown away.
#[component]
pub(super) fn Ended(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let given = untrack(|| pad.all()).into_iter().filter(|shown| shown.unsent).map(|shown| shown.entry.words);
    let written = pad.drafts().into_iter().map(|draft| draft.words.get_untracked()).filter(|words| !words.is_empty());
    let unsent: Vec<String> = given.chain(written).collect();
    let drawn = pad.drafts().into_iter().filter_map(|draft| draft.held.get_untracked()?.preview);
    let drawn = drawn.map(|preview| {
        let words = pad.say.say("entry.yours_drawn");
        view! { <li class="card" data-kind="drawn"><img class="small-picture" src=preview alt=words /></li> }
    });
    let drawn = drawn.collect_view();
    let words = (!unsent.is_empty() || !drawn.is_empty()).then(|| {
        let words = unsent.into_iter().map(
            |words| view! { <li class="card" data-kind="own"><p class="words"><q dir="auto">{words}</q></p></li> },
        );
        view! {
            <section class="plain">
                <h2>{pad.say.say("ended.not_sent")}</h2>
                <p>{pad.say.say("ended.write_down")}</p>
                <ul class="lines">{words.collect_view()} {drawn}</ul>
            </section>
        }
    });
    let tongue = untrack(|| pad.say.tongue());
    view! {
        <div lang=tongue.tag dir=tongue.direction.name()>
            <main class="plain">
                <h1>{pad.say.say("ended.head")}</h1>
                <p>{pad.say.say("ended.text")}</p>
                <p>
                    <a class="button" data-kind="main" data-size="live" href="/" rel="external">
                        {pad.say.say("ended.come_in")}
                    </a>
                </p>
            </main>
            {words}
        </div>
    }
    .into_part()
}
