//! The pages about the house: accounts and teams, who may come to a conference, who looked.
//!
//! They are forms, drawn whole by the server, and bring no program: they work the same with JavaScript off. Deliberately not here: a
//! conference.

mod access;
mod looked;
mod people;

pub use access::AccessPage;
pub use looked::LookedPage;
pub use people::PeoplePage;

use leptos::prelude::*;

use crate::given::{Choice, Staff};
use crate::ui::Bar;

/// A page around its parts.
fn frame(staff: Staff, heading: &str, news: Option<String>, inside: Vec<AnyView>) -> AnyView {
    let news = news.map(|words| view! { <p class="news" role="status">{words}</p> });
    view! {
        <div class="list record">
            <Bar staff />
            <main class="stack">
                <h1>{heading.to_owned()}</h1>
                {news}
                {inside}
            </main>
        </div>
    }
    .into_any()
}

/// A field in which one of several is chosen.
fn choose(id: String, name: &'static str, label: String, choices: &[Choice], chosen: &str) -> AnyView {
    let option = |(code, words): &Choice| {
        view! {
            <option value=code.clone() selected=code == chosen>
                {words.clone()}
            </option>
        }
    };
    let options = choices.iter().map(option).collect_view();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id name=name>
                {options}
            </select>
        </div>
    }
    .into_any()
}
