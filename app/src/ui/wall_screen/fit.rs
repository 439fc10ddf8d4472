//! Keeps every word on the wall: where a page or the strip is too long for its place, the type is set one step smaller.
//!
//! Deliberately not here: style attributes and motion. The steps are in the style sheet; this only chooses one.

use std::time::Duration;

use board::view::View;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::Element;

/// How many steps the style sheet has.
const STEPS: u8 = 5;

/// Chooses the steps whenever the view or the window changes, and once more when the letters have been loaded.
pub(super) fn keep_whole(node: NodeRef<html::Div>, view: Signal<View>) {
    let fit_now = move || {
        if let Some(wall) = node.get_untracked() {
            fit(&wall);
        }
    };
    Effect::new(move |_| {
        view.track();
        node.track();
        request_animation_frame(fit_now);
    });
    Effect::new(move |_| {
        set_timeout(fit_now, Duration::from_secs(1));
        let resized = window_event_listener(leptos::ev::resize, move |_| fit_now());
        on_cleanup(move || resized.remove());
    });
}

/// Fits the wall that is somewhere inside an element: the small copy of it.
pub fn fit_wall(around: &Element) {
    if let Ok(Some(wall)) = around.query_selector(".wall") {
        fit(&wall);
    }
}

fn fit(wall: &Element) {
    choose(wall, "data-strip-step", ":scope > .strip .lines");
    choose(wall, "data-step", ":scope > .section > :last-child");
}

/// Takes the first step at which a part's content is no higher than its place.
fn choose(wall: &Element, attribute: &str, part: &str) {
    let Ok(Some(part)) = wall.query_selector(part) else {
        return;
    };
    for step in 0..STEPS {
        // An attribute of a fixed name can always be set.
        let _ = wall.set_attribute(attribute, &step.to_string());
        if part.scroll_height() <= part.client_height() + 1 {
            return;
        }
    }
}
