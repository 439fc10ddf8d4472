//! What a young person has to know on whatever screen they are: that something must be told, and that they have agreed.
//!
//! Deliberately not here: alarm. It says so once, calmly, and stays until it has been looked at.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::pad::{Pad, Screen};
use super::Stage;
use super::safety::unanswered;

/// The news, above the screen.
#[component]
pub(in super::super) fn News(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let elsewhere = move || pad.shown.get() != Screen::Own(Stage::Safety);
    let must_tell = Memo::new(move |_| elsewhere() && !unanswered(pad).is_empty());
    let agreed = Memo::new(move |_| pad.is_own() && pad.shown.get() == Screen::Open && pad.way.is_agreed());
    view! {
        <Show when=move || must_tell.get()>
            <div class="news own-news" role="status">
                <p>{pad.of_chair("own.must_tell")}</p>
                <button type="button" class="button" on:click=move |_| pad.go(Screen::Own(Stage::Safety))>
                    {pad.say.say("own.look_at_it")}
                </button>
            </div>
        </Show>
        <Show when=move || agreed.get()>
            <p class="news">{pad.say.say("own.agreed_note")}</p>
        </Show>
    }
    .into_part()
}
