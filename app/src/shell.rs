//! The HTML document around every page.
//!
//! Deliberately not here: a name of a child in the title. A title is read over shoulders and kept in histories.

use leptos::prelude::*;

use crate::address::{Address, App};
use crate::given::Given;
use crate::here::{Asked, Here};
use crate::program::Program;
use crate::ui::SPRITE;

/// The document, with the page in it and the program that brings it to life, where it has one. `build` is what the page says
/// of itself when it connects.
pub fn shell(
    build: &'static str,
    program: Option<Program>,
    address: Address,
    asked: Asked,
    given: Given,
) -> impl IntoView {
    let name = program.map(Program::name);
    let here = Here::new(asked);
    let seats =
        program.is_some_and(Program::is_for_seats).then(|| view! { <link rel="stylesheet" href="/pkg/seats.css" /> });
    // The record's pages are those without a program; nobody else loads their styles.
    let record = program.is_none().then(|| view! { <link rel="stylesheet" href="/pkg/record.css" /> });
    let start = name.map(|name| {
        view! {
            <link rel="modulepreload" href=format!("/pkg/{name}.js") />
            <link
                rel="preload"
                href=format!("/pkg/{name}.wasm")
                r#as="fetch"
                type="application/wasm"
                crossorigin="anonymous"
            />
            <script type="module" src="/start.js"></script>
        }
    });
    // It is out of sight, and asks for nothing, until the time that the style sheet says.
    let staying = address.is_written_on().then(|| {
        view! {
            <link rel="stylesheet" href="/staying.css" />
            <details class="staying" open>
                <summary>"Put this away"</summary>
                <iframe src="/sign-in/stay" title="Staying signed in" loading="lazy"></iframe>
            </details>
        }
    });
    // What a page without a program was given is in the page already.
    let given = name.map(|_| {
        let given = given.text().to_owned();
        view! { <script type="application/json" id="given" inner_html=given></script> }
    });
    view! {
        <!DOCTYPE html>
        <html lang="en-GB" data-program=name data-build=build>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="referrer" content="same-origin" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <link rel="stylesheet" href="/pkg/hearth.css" />
                {seats}
                {record}
                {start}
                <title inner_html=address.title()></title>
            </head>
            <body>
                <App address here />
                {given}
                {staying}
                <div hidden inner_html=SPRITE></div>
            </body>
        </html>
    }
}
