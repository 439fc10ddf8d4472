//! The HTML document around every page.
//!
//! Deliberately not here: a name of a child in the title. A title is read over shoulders and kept in histories.

use leptos::prelude::*;
use leptos_meta::MetaTags;

use crate::router::App;

/// The document, with the page in it.
pub fn shell() -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang="en-GB">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="referrer" content="same-origin" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="stylesheet" href="/pkg/hearth.css" />
                <link rel="modulepreload" href="/pkg/hearth.js" />
                <link rel="preload" href="/pkg/hearth.wasm" r#as="fetch" type="application/wasm" crossorigin="anonymous" />
                <script type="module" src="/start.js"></script>
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}
