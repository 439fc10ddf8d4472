//! What people see: the pages, the components they are made of, and the browser's end of the live connection.
//!
//! Deliberately not here: rules (they are in `board`), SQL and axum. Pages ask one [`backend::Backend`] for views and
//! send commands over one [`live::Live`] connection; there is no other way to the server's data.
#![recursion_limit = "256"]

#[cfg(all(feature = "ssr", feature = "hydrate"))]
compile_error!("build `app` either for the server (`ssr`) or for the browser (`hydrate`), never for both");
#[cfg(not(any(feature = "ssr", feature = "hydrate")))]
compile_error!("build `app` for the server (`ssr`), or one program of the browser (`hydrate` and its name)");

pub mod api;
#[cfg(feature = "ssr")]
pub mod backend;
pub mod failure;
pub mod live;
pub mod pages;
pub mod program;
pub mod router;
#[cfg(feature = "ssr")]
pub mod shell;
pub mod ui;

/// Takes over the page that the server has drawn.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_body(router::App);
}
