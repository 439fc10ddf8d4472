//! The line along the top of the wall: the phase, who is speaking, the time.
//!
//! Deliberately not here: who is present, who is away, who types. The wall never says.

use board::view::View;
use leptos::prelude::*;

use crate::ui::{Clock, IntoPart as _};

/// Phase and speaker at the size of a raised voice, the clock apart. While the connection is lost it says so instead of
/// a speaker, who may have stopped speaking.
#[component]
pub fn Top(
    /// What the wall may show.
    view: Signal<View>,
    /// Since when it is not fresh, while it is not.
    stale: Signal<Option<String>>,
) -> impl IntoView {
    let phase = Memo::new(move |_| view.with(phase));
    let speaker = Memo::new(move |_| view.with(|view| view.stage.speaker.clone()));
    let line = move || match (stale.get(), speaker.get()) {
        (Some(at), _) => {
            view! { <p class="stale" role="status">{format!("Board as at {at}, reconnecting")}</p> }.into_part()
        }
        (None, Some(speaker)) => view! { <p class="speaker">{format!("Speaking now: {speaker}")}</p> }.into_part(),
        (None, None) => ().into_part(),
    };
    let here = Memo::new(move |_| view.with(|view| view.stage.here.clone()));
    let beside = move || {
        let here = here.get().into_iter();
        here.map(|name| view! { <p class="speaker">{format!("{name} is here, in the side room")}</p> }).collect_view()
    };
    view! {
        <header class="wall-top">
            <p class="phase">{phase}</p>
            {line}
            {beside}
            <p class="clock">
                <Clock />
            </p>
        </header>
    }
}

/// What the wall says of the phase; before the first one, what meeting this is.
fn phase(view: &View) -> String {
    if view.stage.phase.is_empty() { view.head.kind.clone() } else { view.stage.phase.clone() }
}
