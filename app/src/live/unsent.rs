//! What somebody was writing when their page had to let go of everything: their own words, kept on this device until the page is back.
//!
//! Deliberately not here: anything of the board. Only what was typed into a box of this page and had not been sent is kept, in this
//! window alone, and taking it out forgets it.

#[cfg(feature = "hydrate")]
const KEY: &str = "unsent";

#[cfg(feature = "hydrate")]
fn storage() -> Option<web_sys::Storage> {
    leptos::prelude::window().session_storage().ok().flatten()
}

/// Keeps what stands in the boxes of this page, and what was sent and did not arrive.
#[cfg(feature = "hydrate")]
pub(super) fn keep(mut words: Vec<String>) {
    use wasm_bindgen::JsCast as _;

    if let Ok(boxes) = leptos::prelude::document().query_selector_all("textarea") {
        let written =
            (0..boxes.length()).filter_map(|at| boxes.get(at)?.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
        words.extend(written.map(|written| written.value()));
    }
    words.retain(|words| !words.trim().is_empty());
    if let Some(storage) = storage().filter(|_| !words.is_empty()) {
        // A browser that keeps nothing for pages loses the words; the paused page must not keep them in another way.
        let _ = storage.set_item(KEY, &words.join("\n"));
    }
}

/// What was kept, once.
#[cfg(feature = "hydrate")]
pub fn take_unsent() -> Option<String> {
    let storage = storage()?;
    let words = storage.get_item(KEY).ok().flatten()?;
    storage.remove_item(KEY).ok()?;
    Some(words)
}

/// On the server nobody writes.
#[cfg(not(feature = "hydrate"))]
pub fn take_unsent() -> Option<String> {
    None
}
