//! The small copy of the wall: drawn by the server from what the wall is served, and asked for anew when the board changes.
//!
//! Deliberately not here: drawing it. While the connection is away the copy stays, as the wall does.

use leptos::html;
use leptos::prelude::*;

use super::super::hand::Hand;
use crate::ui::IntoPart as _;

/// The copy. What it says is read at the wall or on the board itself, so it is hidden from screen readers.
#[component]
pub(super) fn WallPicture() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let picture = NodeRef::<html::Div>::new();
    let first = hand.wall.with_untracked(|wall| wall.drawn.clone());
    #[cfg(feature = "hydrate")]
    follow::follow(hand, picture);
    view! {
        <figure class="thumb">
            <figcaption class="label">"On the wall now"</figcaption>
            <div aria-hidden="true" inert=true node_ref=picture inner_html=first></div>
        </figure>
    }
    .into_part()
}

#[cfg(feature = "hydrate")]
mod follow {
    use std::time::Duration;

    use leptos::html;
    use leptos::prelude::*;
    use leptos::task::spawn_local;

    use super::super::super::hand::Hand;
    use crate::given::{WallNow, ask};
    use crate::ui::fit_wall;

    /// How long the copy waits for more changes before it asks.
    const PAUSE: Duration = Duration::from_millis(150);

    /// Keeps the copy as the wall is.
    pub(super) fn follow(hand: Hand, picture: NodeRef<html::Div>) {
        let address = StoredValue::new(format!("/given/wall-of/{}", hand.conference.with_value(ToString::to_string)));
        let asked = StoredValue::new(0_u32);
        let ask_anew = move || {
            asked.update_value(|asked| *asked = asked.wrapping_add(1));
            let this = asked.get_value();
            spawn_local(async move {
                // A later question has the newer answer; without an answer the copy stays.
                if let Ok(wall) = ask::<WallNow>(&address.get_value()).await
                    && asked.try_get_value() == Some(this)
                {
                    hand.wall.set(wall);
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
        Effect::new(move |before: Option<()>| {
            hand.wall.track();
            let Some(picture) = picture.get() else {
                return;
            };
            if before.is_some() {
                hand.wall.with_untracked(|wall| picture.set_inner_html(&wall.drawn));
            }
            request_animation_frame(move || fit_wall(&picture));
        });
        Effect::new(move |_| {
            // The type is fitted once more when the letters have been loaded, and when the window changes.
            let fit = move || {
                if let Some(picture) = picture.get_untracked() {
                    fit_wall(&picture);
                }
            };
            set_timeout(fit, Duration::from_secs(1));
            let resized = window_event_listener(leptos::ev::resize, move |_| fit());
            on_cleanup(move || resized.remove());
        });
    }
}
