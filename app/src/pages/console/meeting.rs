//! How the meeting itself stands: the band while the curtain is drawn, and beside the wall's switch what can be done. Both are drawn by
//! the server and asked for anew when something of it changes.
//!
//! Deliberately not here: drawing. A form that is sent becomes a command over the one connection, like everything else.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::hand::Hand;
use crate::given::MeetingNow;
use crate::ui::IntoPart as _;

/// One of the two texts.
#[component]
pub(super) fn Meeting(
    /// Which.
    part: fn(&MeetingNow) -> &String,
    /// Its place.
    class: &'static str,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let drawn = Memo::new(move |_| hand.meeting.with(|meeting| part(meeting).clone()));
    let sent = move |event: SubmitEvent| {
        #[cfg(feature = "hydrate")]
        browser::send(hand, &event);
        #[cfg(not(feature = "hydrate"))]
        let _ = (hand, event);
    };
    view! { <div class=class inner_html=drawn on:submit=sent></div> }.into_part()
}

/// Keeps both texts as the meeting is.
#[cfg(feature = "hydrate")]
pub(super) use browser::follow;

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::ev::SubmitEvent;
    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use wasm_bindgen::JsCast as _;
    use web_sys::{Element, HtmlInputElement};

    use super::super::hand::Hand;
    use crate::given::{MeetingNow, ask};
    use crate::here::Asked;
    use crate::live::new_id;
    use crate::meeting::command;

    /// What a form is read from: what is ticked, what is typed, and what it says by itself.
    const SAYS: &str = "input:checked, input[type=hidden], input[type=text]";

    pub(super) fn send(hand: Hand, event: &SubmitEvent) {
        event.prevent_default();
        let form = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(inputs) = form.and_then(|form| form.query_selector_all(SAYS).ok()) else {
            return;
        };
        let inputs = (0..inputs.length()).filter_map(|at| inputs.get(at)?.dyn_into::<HtmlInputElement>().ok());
        let said = Asked::of(inputs.map(|input| (input.name(), input.value())).collect());
        if let Some(command) = command(&said, new_id()) {
            hand.send(command);
        }
    }

    pub(in super::super) fn follow(hand: Hand) {
        let stands =
            Memo::new(move |_| hand.live().view.with(|view| view.desk.as_ref().map(|desk| desk.meeting.clone())));
        Effect::new(move |before: Option<()>| {
            stands.with(|_| ());
            // What the page came with is fresh.
            if before.is_some() {
                let address = format!("/given/meeting-of/{}", hand.conference.with_value(ToString::to_string));
                spawn_local(async move {
                    // An answer to an older question is of an older state, and a newer one follows it.
                    if let Ok(meeting) = ask::<MeetingNow>(&address).await {
                        let _ = hand.meeting.try_set(meeting);
                    }
                });
            }
        });
    }
}
