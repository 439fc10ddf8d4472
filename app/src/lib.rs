//! What people see: the pages, the components they are made of, and the browser's end of the live connection.
//!
//! Deliberately not here: rules (they are in `board`), SQL and axum. A page shows what it is [`given`] and
//! sends commands over one [`live::Live`] connection; there is no other way to the server's data.
#![recursion_limit = "256"]

#[cfg(all(feature = "ssr", feature = "hydrate"))]
compile_error!("build `app` either for the server (`ssr`) or for the browser (`hydrate`), never for both");
#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
compile_error!("build `app` for the server (`ssr`), or one program of the browser (`hydrate` and its name)");

pub mod address;
pub mod failure;
pub mod given;
pub mod here;
pub mod live;
#[cfg(feature = "console")]
pub mod meeting;
pub mod pages;
pub mod program;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod ui;

/// Takes over the page that the server has drawn.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    use leptos::prelude::window;

    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(|| {
        let address = address::Address::of(&window().location().pathname().unwrap_or_default());
        address::App(address::AppProps { address, here: here::Here::open() })
    });
    // The page has read what it came with. Nothing of it is left lying about, above all on a wall behind the curtain.
    if let Some(given) = leptos::prelude::document().get_element_by_id("given") {
        given.remove();
    }
}
