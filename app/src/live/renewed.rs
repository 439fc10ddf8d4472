//! A page that is older than its server: it loads itself again, but never over something that somebody is doing.
//!
//! Deliberately careful: where it cannot be seen whether a field was changed, it counts as changed, and the page says that
//! it should be loaded again instead of doing so.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Document, HtmlInputElement, HtmlTextAreaElement, window};

use super::socket::Shared;

/// How often it is looked whether the page can be loaded again, in milliseconds.
const LOOK: u32 = 3_000;

/// Where the build is kept from which this tab was loaded again last.
const LEFT: &str = "hearth-left-build";

/// What may hold something that is not finished: an open dialog, and a child's tablet, where what was begun in one place
/// stays while another is open, and a drawing would be lost. A tablet is not loaded again by itself. What it says is
/// understood as before; where it is not, the tablet asks for a grown-up.
const UNDER_HANDS: &str = "dialog[open], .tablet";

/// The build of this page.
pub(super) fn build() -> Option<String> {
    window()?.document()?.document_element()?.get_attribute("data-build")
}

/// Says that the server is newer, and loads the page again as soon as nothing is lost by it.
pub(super) fn begin(link: &Shared) {
    let renewed = link.borrow().live().renewed;
    if !renewed.get_untracked() {
        renewed.set(true);
        look(Rc::clone(link));
    }
}

fn look(link: Shared) {
    Timeout::new(LOOK, move || {
        if !(is_free(&link) && load_again().is_some()) {
            look(link);
        }
    })
    .forget();
}

/// Whether nothing that somebody did here would be lost.
fn is_free(link: &Shared) -> bool {
    let document = window().and_then(|window| window.document());
    let link = link.borrow();
    let has_said_all = link.has_sent_all() && link.live().not_taken.with_untracked(Vec::is_empty);
    has_said_all && document.is_some_and(|document| !is_under_hands(&document))
}

fn is_under_hands(document: &Document) -> bool {
    let open = document.query_selector(UNDER_HANDS).is_ok_and(|found| found.is_some());
    open || document.query_selector_all("textarea, input").is_ok_and(|fields| {
        (0..fields.length()).filter_map(|at| fields.item(at)).any(|field| {
            let input = field.dyn_ref::<HtmlInputElement>().map(|input| (input.value(), input.default_value()));
            let area = field
                .dyn_ref::<HtmlTextAreaElement>()
                .map(|area| (area.value(), area.default_value().unwrap_or_default()));
            input.or(area).is_some_and(|(now, first)| now != first)
        })
    })
}

/// Loads the page again, once for each build: behind a proxy an old server may answer again, and a page must not go round
/// in circles.
fn load_again() -> Option<()> {
    let window = window()?;
    let kept = window.session_storage().ok()??;
    let build = build()?;
    if kept.get_item(LEFT).ok()? == Some(build.clone()) {
        return None;
    }
    kept.set_item(LEFT, &build).ok()?;
    window.location().reload().ok()
}
