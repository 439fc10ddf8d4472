//! Reading a screen aloud with the device's own voice: only on a tap, sentence by sentence, with the sentence marked.
//!
//! Deliberately not here: a recording, or a voice from elsewhere. Nothing leaves the device.

use leptos::prelude::*;

use super::pad::Pad;
use crate::ui::{Icon, IntoPart as _};

/// Reads what this screen says, or stops.
#[component]
pub(super) fn ReadToMe(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let reading = RwSignal::new(false);
    let words = move || pad.say.say(if reading.get() { "top.read_stop" } else { "top.read" });
    #[cfg(feature = "hydrate")]
    let tap = {
        on_cleanup(aloud::stop);
        move |_| {
            if reading.get_untracked() {
                aloud::stop();
                reading.set(false);
            } else {
                reading.set(aloud::begin(&pad.say.tag(), move || {
                    // The screen may be gone by the time the voice is done.
                    let _ = reading.try_set(false);
                }));
            }
        }
    };
    #[cfg(not(feature = "hydrate"))]
    let tap = |_: leptos::ev::MouseEvent| {};
    view! {
        <button type="button" class="button read" on:click=tap>
            <Icon name="listen" />
            {words}
        </button>
    }
    .into_part()
}

#[cfg(feature = "hydrate")]
mod aloud {
    //! The device's voice.

    use std::cell::RefCell;
    use std::rc::Rc;

    use wasm_bindgen::JsCast as _;
    use wasm_bindgen::closure::Closure;
    use web_sys::{Element, SpeechSynthesis, SpeechSynthesisUtterance};

    /// What marks the sentence that is being read.
    const NOW: &str = "data-now";

    fn voice() -> Option<SpeechSynthesis> {
        web_sys::window()?.speech_synthesis().ok()
    }

    /// Every text of the page that can be read, in order.
    fn texts() -> Vec<Element> {
        let found = web_sys::window().and_then(|window| window.document());
        let found = found.and_then(|page| page.query_selector_all("main [data-read]").ok());
        found.map_or_else(Vec::new, |found| {
            (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok()).collect()
        })
    }

    /// Stops at once, and marks nothing any more.
    pub(super) fn stop() {
        if let Some(voice) = voice() {
            voice.cancel();
        }
        for text in texts() {
            // A mark that is not there is gone already.
            let _ = text.remove_attribute(NOW);
        }
    }

    /// Begins to read; whether there is a voice.
    pub(super) fn begin(language: &str, done: impl Fn() + 'static) -> bool {
        stop();
        let rest = Rc::new(RefCell::new(texts()));
        rest.borrow_mut().reverse();
        next(&rest, &Rc::new(language.to_owned()), &Rc::new(done))
    }

    fn next(rest: &Rc<RefCell<Vec<Element>>>, language: &Rc<String>, done: &Rc<impl Fn() + 'static>) -> bool {
        let Some(text) = rest.borrow_mut().pop() else {
            done();
            return false;
        };
        let words = text.text_content().unwrap_or_default();
        let (Some(voice), Ok(utterance)) = (voice(), SpeechSynthesisUtterance::new_with_text(&words)) else {
            done();
            return false;
        };
        utterance.set_lang(language);
        // Without its mark the sentence is still read.
        let _ = text.set_attribute(NOW, "");
        let (rest, language, done) = (Rc::clone(rest), Rc::clone(language), Rc::clone(done));
        let over = Closure::once_into_js(move || {
            // Stopped in between, the mark is gone, and so is the rest.
            if text.has_attribute(NOW) {
                let _ = text.remove_attribute(NOW);
                next(&rest, &language, &done);
            }
        });
        utterance.set_onend(Some(over.unchecked_ref()));
        voice.speak(&utterance);
        true
    }
}
