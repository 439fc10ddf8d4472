//! Handing the tablet back: the place is closed, and this page is replaced, so that going back leads nowhere.
//!
//! Deliberately not here: waiting for a yes. Everything is kept; what is not sent yet holds the button until it is.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::pad::Pad;
use crate::live::Status;

/// The button. Without a script it is a plain form that does the same.
#[component]
pub(super) fn HandBack(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let unsent = move || match pad.live.status.get() {
        Status::Saving | Status::Unsent(_) => true,
        Status::Still | Status::Saved(_) | Status::Ended => pad.waiting.count() > 0,
    };
    let leave = move |event: leptos::ev::SubmitEvent| {
        #[cfg(feature = "hydrate")]
        if leaving::begin(untrack(|| pad.say.tongue()).tag) {
            event.prevent_default();
        }
        #[cfg(not(feature = "hydrate"))]
        let _ = event;
    };
    // Words that were written and not given would be thrown away with the page: they are shown before it.
    let left: Vec<String> =
        pad.drafts().into_iter().map(|draft| draft.words.get_untracked()).filter(|words| !words.is_empty()).collect();
    let left = (!left.is_empty()).then(|| {
        let words = left.into_iter().map(|words| view! { <li><q dir="auto">{words}</q></li> }).collect_view();
        view! {
            <p>{pad.say.say("ended.not_sent")}</p>
            <ul class="lines">{words}</ul>
        }
    });
    view! {
        <form method="post" action="/leave" on:submit=leave>
            {left}
            <button type="submit" class="button" data-kind="main" disabled=unsent>
                {pad.say.say("finished.give_back")}
            </button>
        </form>
    }
    .into_part()
}

#[cfg(feature = "hydrate")]
mod leaving {
    //! Leaving without leaving a way back.

    use wasm_bindgen::JsCast as _;
    use wasm_bindgen::closure::Closure;
    use web_sys::XmlHttpRequest;

    /// Closes the place, and then puts a page that thanks, in the child's language, where this one was. Whether it could be begun.
    pub(super) fn begin(language: String) -> bool {
        let Ok(request) = XmlHttpRequest::new() else { return false };
        let begun = request.open("POST", "/leave").and_then(|()| request.send());
        if begun.is_err() {
            return false;
        }
        let answered = request.clone();
        let done = Closure::once_into_js(move || {
            // Without an answer the place may still be open: the page stays, and the button can be tapped again.
            if answered.status().is_ok_and(|status| status == 200)
                && let Some(window) = web_sys::window()
            {
                // A browser that cannot replace the page has a closed place all the same.
                let _ = window.location().replace(&format!("/seat?left&language={language}"));
            }
        });
        request.set_onloadend(Some(done.unchecked_ref()));
        true
    }
}
