//! What an address asks of its page, after the `?`: the part of the board a phone looks at, a child's open tool.
//!
//! Deliberately not a router: a page is loaded from the server once. A link to the same page that asks for something
//! else only changes what is asked, so it works while the network is away.

use leptos::prelude::*;

/// What an address asks for: names and values, as they are written after the `?`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked(Vec<(String, String)>);

impl Asked {
    /// What is asked for by names and values.
    pub fn of(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }

    /// Reads what is written after the `?`, or sent by a form.
    pub fn read(query: &str) -> Self {
        Self(form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    /// The value with this name; of several, the last.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.iter().rev().find(|(found, _)| found == name).map(|(_, value)| value.clone())
    }

    /// Every value with this name that can be read as what is wanted.
    pub fn all<T: std::str::FromStr>(&self, name: &str) -> Vec<T> {
        self.0.iter().filter(|(found, _)| found == name).filter_map(|(_, value)| value.parse().ok()).collect()
    }
}

/// The code after the `#` of this page's address, from a card or a pattern; then it is taken out of the address. In a browser
/// only.
pub fn brought_code() -> Option<String> {
    /// No code is longer.
    const LONGEST: usize = 12;
    let location = window().location();
    let code = location.hash().ok()?.trim_start_matches('#').to_owned();
    if code.is_empty() || code.chars().count() > LONGEST {
        return None;
    }
    // Put in its own place, so that no way back leads to the code. An address that cannot be changed still shows only a code.
    let address = format!("{}{}", location.pathname().ok()?, location.search().ok()?);
    let _ = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&leptos::wasm_bindgen::JsValue::NULL, "", Some(&address)));
    Some(code)
}

/// What the page at hand is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Here(RwSignal<Asked>);

impl Here {
    /// A page that is asked for this.
    pub fn new(asked: Asked) -> Self {
        Self(RwSignal::new(asked))
    }
}

/// What the page at hand is asked for, as it changes.
pub fn asked() -> ReadSignal<Asked> {
    let Here(asked) = use_context().unwrap_or_else(|| Here::new(Asked::default()));
    asked.read_only()
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::ev;
    use leptos::prelude::*;
    use wasm_bindgen::{JsCast as _, JsValue};
    use web_sys::{Element, HtmlAnchorElement};

    use super::{Asked, Here};

    /// Going about on a child's tablet leaves no trail in its history: whoever has it next cannot walk back along it.
    const LEAVES_TRAIL: bool = !cfg!(feature = "tablet");

    impl Here {
        /// The page that the browser has open, and every link of it that leads to itself.
        pub fn open() -> Self {
            let here = Self::new(now());
            provide_context(here);
            let _ = window_event_listener(ev::popstate, move |_| here.0.set(now()));
            let _ = window_event_listener(ev::click, move |event| {
                if let Some(address) = to_itself(&event)
                    && here.go(&address)
                {
                    event.prevent_default();
                }
            });
            here
        }

        /// Asks the same page for something else. Says whether the browser took it.
        pub fn go(self, address: &str) -> bool {
            let kept = window().history().and_then(|history| {
                if LEAVES_TRAIL {
                    history.push_state_with_url(&JsValue::NULL, "", Some(address))
                } else {
                    history.replace_state_with_url(&JsValue::NULL, "", Some(address))
                }
            });
            if kept.is_ok() {
                self.0.set(now());
            }
            kept.is_ok()
        }
    }

    /// What the browser's address asks for now.
    fn now() -> Asked {
        let search = window().location().search().unwrap_or_default();
        Asked::read(search.trim_start_matches('?'))
    }

    /// The address a click leads to, when it is a plain click on a link from the page to itself.
    fn to_itself(event: &web_sys::MouseEvent) -> Option<String> {
        let plain =
            event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key();
        if !plain || event.default_prevented() {
            return None;
        }
        let clicked = event.target()?.dyn_into::<Element>().ok()?;
        let link = clicked.closest("a[href]").ok()??.dyn_into::<HtmlAnchorElement>().ok()?;
        let here = window().location();
        let same = link.origin() == here.origin().ok()? && link.pathname() == here.pathname().ok()?;
        // A link within the page, by `#`, is the browser's own business.
        (same && link.hash().is_empty() && link.rel().is_empty()).then(|| link.href())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_is_read_as_it_was_written() {
        let asked = Asked::read("look=plan&name=Ma%C5%82gosia+K&look=wall&left");
        assert_eq!(asked.get("look").as_deref(), Some("wall"));
        assert_eq!(asked.get("name").as_deref(), Some("Małgosia K"));
        assert_eq!(asked.get("left").as_deref(), Some(""));
        assert_eq!(asked.get("right"), None);
    }
}
