//! Who holds the pen: always in sight, and handed over with one tap.
//!
//! Deliberately not here: guessing. It is the child's until somebody says otherwise.

use board::tool::Pen;
use leptos::prelude::*;

use super::pad::Pad;
use crate::ui::{Icon, IntoPart as _};

/// Who holds the pen.
#[component]
pub(super) fn PenHolder(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let words = move || match pad.pen.get() {
        Pen::Child | Pen::Drawing => pad.say.say("pen.you"),
        Pen::Adult | Pen::Seen => pad.say.fill("pen.holds", "name", &pad.scribe_name()),
    };
    view! {
        <p class="pen" role="status">
            <Icon name="pen" />
            {words}
        </p>
    }
    .into_part()
}

/// Hands the pen over, or back.
#[component]
pub(super) fn HandOver(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let hand_over = move |_| {
        pad.pen.update(|pen| *pen = if *pen == Pen::Adult { Pen::Child } else { Pen::Adult });
    };
    let words = move || pad.say.say(if pad.pen.get() == Pen::Adult { "pen.take" } else { "pen.give" });
    // What is seen is written by a grown-up, and there is nothing to hand over.
    view! {
        <Show when=move || pad.pen.get() != Pen::Seen>
            <button type="button" class="button" data-kind="plain" on:click=hand_over>
                {words}
            </button>
        </Show>
    }
    .into_part()
}
