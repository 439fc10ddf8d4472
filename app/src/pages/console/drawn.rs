//! What the server draws for this console, and draws anew when something changes: the copy of the wall, how the meeting stands, last
//! time's board. Without the connection it stays as it was, as the wall does.
//!
//! Deliberately not here: drawing. A form that is sent becomes a command over the one connection, like everything else.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::hand::Hand;
use crate::ui::IntoPart as _;

/// One of the texts.
#[component]
pub(super) fn Drawn(
    /// Which.
    #[prop(into)]
    place: String,
    /// How it looks.
    class: &'static str,
) -> impl IntoView {
    let hand = expect_context::<Hand>();
    let text = Memo::new(move |_| hand.drawn.with(|drawn| drawn.at(&place)));
    let there = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |before: Option<String>| {
        let text = text.get();
        if before.is_some_and(|before| before != text)
            && let Some(there) = there.get_untracked()
        {
            super::answering::put(&there, &text);
        }
        text
    });
    let sent = move |event: SubmitEvent| {
        #[cfg(feature = "hydrate")]
        browser::send(hand, &event);
        #[cfg(not(feature = "hydrate"))]
        let _ = (hand, event);
    };
    view! { <div node_ref=there class=class inner_html=text.get_untracked() on:submit=sent></div> }.into_part()
}

/// Keeps all of it as the conference is.
#[cfg(feature = "hydrate")]
pub(super) use browser::follow;

#[cfg(feature = "hydrate")]
mod browser {
    use std::time::Duration;

    use leptos::ev::SubmitEvent;
    use leptos::prelude::*;
    use leptos::task::spawn_local;
    use wasm_bindgen::JsCast as _;
    use web_sys::{Element, HtmlInputElement};

    use super::super::hand::Hand;
    use crate::given::{DrawnNow, ask};
    use crate::here::Asked;
    use crate::live::new_id;
    use crate::meeting::command;

    /// What a form is read from: what is ticked, what is typed, and what it says by itself.
    const SAYS: &str = "input:checked, input[type=hidden], input[type=text]";

    /// How long to wait for more changes before it is drawn anew.
    const PAUSE: Duration = Duration::from_millis(150);

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
        let address = StoredValue::new(format!("/given/drawn-for/{}", hand.conference.with_value(ToString::to_string)));
        let asked = StoredValue::new(0_u32);
        let ask_anew = move || {
            asked.update_value(|asked| *asked = asked.wrapping_add(1));
            let this = asked.get_value();
            spawn_local(async move {
                // A later question has the newer answer; without an answer all of it stays.
                if let Ok(drawn) = ask::<DrawnNow>(&address.get_value()).await
                    && asked.try_get_value() == Some(this)
                {
                    hand.drawn.set(drawn);
                }
            });
        };
        Effect::new(move |before: Option<()>| {
            hand.live().view.track();
            hand.live().status.track();
            // What the page came with is fresh.
            if before.is_some()
                && let Ok(waiting) = set_timeout_with_handle(ask_anew, PAUSE)
            {
                on_cleanup(move || waiting.clear());
            }
        });
    }
}
