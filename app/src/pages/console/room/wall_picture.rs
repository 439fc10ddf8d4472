//! The small copy of the wall: drawn by the server from what the wall is served.
//!
//! Deliberately not here: asking for it anew (that is `drawn`). Here its type is made to fit.

use leptos::html;
use leptos::prelude::*;

use super::super::hand::Hand;
use crate::ui::IntoPart as _;

/// The copy. What it says is read at the wall or on the board itself, so it is hidden from screen readers.
#[component]
pub(super) fn WallPicture() -> impl IntoView {
    let hand = expect_context::<Hand>();
    let picture = NodeRef::<html::Div>::new();
    let text = Memo::new(move |_| hand.drawn.with(|drawn| drawn.at("wall")));
    #[cfg(feature = "hydrate")]
    fit::keep_fitting(text, picture);
    view! {
        <figure class="thumb">
            <figcaption class="label">"On the wall now"</figcaption>
            <div aria-hidden="true" inert=true node_ref=picture inner_html=text></div>
        </figure>
    }
    .into_part()
}

#[cfg(feature = "hydrate")]
mod fit {
    use std::time::Duration;

    use leptos::html;
    use leptos::prelude::*;

    use crate::ui::fit_wall;

    /// Fits the type when the copy is another, when the letters have been loaded, and when the window changes.
    pub(super) fn keep_fitting(text: Memo<String>, picture: NodeRef<html::Div>) {
        let fit = move || {
            if let Some(picture) = picture.get_untracked() {
                fit_wall(&picture);
            }
        };
        Effect::new(move |_| {
            text.track();
            request_animation_frame(fit);
        });
        Effect::new(move |_| {
            set_timeout(fit, Duration::from_secs(1));
            let resized = window_event_listener(leptos::ev::resize, move |_| fit());
            on_cleanup(move || resized.remove());
        });
    }
}
