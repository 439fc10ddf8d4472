//! What somebody is just answering while the server draws the question anew: it stays open, with what they ticked and typed,
//! and with the focus where it was.
//!
//! Deliberately not here: what is asked. A thing that is new in the question is as the server drew it.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// What can be answered with, or pressed.
const ANSWERS: &str = "input, button";

/// Puts a new text in the place of the old one.
pub(super) fn put(place: &Element, text: &str) {
    let question = place.query_selector("[popover]:popover-open").ok().flatten();
    let Some(question) = question else {
        place.set_inner_html(text);
        return;
    };
    let (id, said, active) = (question.id(), answers(&question), place.owner_document());
    let active = active.and_then(|document| document.active_element()).map(|element| named(&element));
    place.set_inner_html(text);
    let again = place.query_selector(&format!("#{id}")).ok().flatten();
    let Some(again) = again.and_then(|again| again.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    // A browser that cannot open it leaves it to be opened by hand.
    let _ = again.show_popover();
    for answer in answers(&again) {
        let was = said.iter().find(|was| named(was) == named(&answer));
        if let (Some(was), Some(now)) =
            (was.and_then(|was| was.dyn_ref::<HtmlInputElement>()), answer.dyn_ref::<HtmlInputElement>())
        {
            now.set_checked(was.checked());
            now.set_value(&was.value());
        }
        if Some(named(&answer)) == active
            && let Some(answer) = answer.dyn_ref::<HtmlElement>()
        {
            let _ = answer.focus();
        }
    }
}

fn answers(question: &Element) -> Vec<Element> {
    let Ok(all) = question.query_selector_all(ANSWERS) else {
        return Vec::new();
    };
    (0..all.length()).filter_map(|at| all.get(at)?.dyn_into().ok()).collect()
}

/// What tells an answer from the others of its question, as it was drawn.
fn named(answer: &Element) -> [Option<String>; 3] {
    [answer.get_attribute("name"), answer.get_attribute("value"), answer.text_content()]
}
