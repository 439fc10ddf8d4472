//! How what a page is given travels: as one text inside the page, which the server's drawing and the browser's both read.
//! So the browser starts from exactly what the server has drawn, and asks for nothing.
//!
//! Deliberately not here: what there is to give.

use std::sync::Arc;

use board::lean;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::failure::Failure;

/// What a page is given, as a text.
#[derive(Debug, Clone)]
pub struct Given(Arc<str>);

impl Given {
    /// Writes down what a page is given, or why it gets nothing.
    pub fn new<T: Serialize>(given: &Result<T, Failure>) -> Self {
        let text = serde_json::to_string(given).unwrap_or_default();
        // Nothing in a text may end the element it stands in.
        Self(text.replace('<', "\\u003c").into())
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// What this page was given.
///
/// # Errors
/// Why there is nothing: as the server says, or because what it says cannot be read.
pub fn receive<T: DeserializeOwned>() -> Result<T, Failure> {
    let text = carried().ok_or(Failure::Unavailable)?;
    lean::read::<Result<T, Failure>>(&text).unwrap_or(Err(Failure::Unavailable))
}

/// The text of this page, where it is drawn.
#[cfg(not(feature = "hydrate"))]
fn carried() -> Option<String> {
    use_context::<Given>().map(|given| given.text().to_owned())
}

/// The text of this page, where it is shown.
#[cfg(feature = "hydrate")]
fn carried() -> Option<String> {
    document().get_element_by_id("given")?.text_content()
}

/// Asks the server for something that a page was given, anew.
///
/// # Errors
/// As the server says; [`Failure::Unavailable`] when it does not answer.
pub async fn ask<T: DeserializeOwned>(address: &str) -> Result<T, Failure> {
    let text = fetch(address).await.ok_or(Failure::Unavailable)?;
    lean::read::<Result<T, Failure>>(&text).unwrap_or(Err(Failure::Unavailable))
}

/// Tells the server something about this device, and hears what came of it.
///
/// # Errors
/// As the server says; [`Failure::Unavailable`] when it does not answer.
pub async fn tell<T: DeserializeOwned>(address: &str, said: &str) -> Result<T, Failure> {
    let text = post(address, said).await.ok_or(Failure::Unavailable)?;
    lean::read::<Result<T, Failure>>(&text).unwrap_or(Err(Failure::Unavailable))
}

/// Only a browser ever asks.
#[cfg(not(feature = "hydrate"))]
fn fetch(_: &str) -> std::future::Ready<Option<String>> {
    std::future::ready(None)
}

/// Only a browser ever tells.
#[cfg(not(feature = "hydrate"))]
fn post(_: &str, _: &str) -> std::future::Ready<Option<String>> {
    std::future::ready(None)
}

#[cfg(feature = "hydrate")]
async fn fetch(address: &str) -> Option<String> {
    answered(window().fetch_with_str(address)).await
}

#[cfg(feature = "hydrate")]
async fn post(address: &str, said: &str) -> Option<String> {
    let how = web_sys::RequestInit::new();
    how.set_method("POST");
    how.set_body(&said.into());
    answered(window().fetch_with_str_and_init(address, &how)).await
}

#[cfg(feature = "hydrate")]
async fn answered(answer: js_sys::Promise) -> Option<String> {
    use wasm_bindgen::JsCast as _;
    use wasm_bindgen_futures::JsFuture;

    let answer = JsFuture::from(answer).await.ok()?;
    let text = answer.dyn_into::<web_sys::Response>().ok()?.text().ok()?;
    JsFuture::from(text).await.ok()?.as_string()
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_end_the_element_they_stand_in() {
        let owner = Owner::new();
        owner.set();
        let words = "</script><script>alert(1)</script> <!-- “ż”".to_owned();
        let given_to_page = Given::new(&Ok(words.clone()));
        assert!(!given_to_page.text().contains('<'));
        provide_context(given_to_page);
        assert_eq!(receive::<String>(), Ok(words));
    }

    #[test]
    fn a_page_that_gets_nothing_says_why() {
        let owner = Owner::new();
        owner.set();
        provide_context(Given::new::<String>(&Err(Failure::SignedOut)));
        assert_eq!(receive::<String>(), Err(Failure::SignedOut));
        assert_eq!(receive::<u8>(), Err(Failure::SignedOut));
    }
}
