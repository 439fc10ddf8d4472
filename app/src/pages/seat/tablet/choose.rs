//! Which of the child's tools to open, or to begin, and in which language.
//!
//! Deliberately not here: anybody else's tools, and tools that only a grown-up fills in unless one was begun.

use board::tool::Tool;
use board::toolkit::{Artwork, Template};
use leptos::prelude::*;

use super::heading::Heading;
use super::pad::{Pad, Screen};
use super::read::ReadToMe;
use super::tongues::Tongues;
use crate::ui::{Icon, IntoPart as _};

/// The child's tools, and those made for a child of this age.
#[component]
pub(super) fn Choose(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let own = Memo::new(move |_| {
        let known = pad.live.view.with(|view| view.tools.values().map(|view| view.tool.clone()).collect::<Vec<_>>());
        known.into_iter().filter(|tool| pad.say.template(&tool.kind).is_some()).collect::<Vec<_>>()
    });
    let begun = move || own.get().iter().map(|tool| view! { <Begun pad tool=tool.clone() /> }).collect_view();
    let new = move || {
        let own = own.get();
        let fitting = pad.say.templates().into_iter().filter(|template| {
            let has_one = own.iter().any(|tool| template.kinds().contains(&tool.kind));
            let begun_by_a_child = !matches!(template.artwork, Artwork::Paper | Artwork::Board);
            template.ages.contains(&pad.age) && begun_by_a_child && !has_one
        });
        fitting.map(|template| view! { <New pad template /> }).collect_view()
    };
    let hello = pad.say.fill("choose.hello", "name", &pad.child.with_value(|child| child.known_as.clone()));
    view! {
        <main class="sheet choose">
            <div class="asked">
                <Heading pad words=hello />
                <ReadToMe pad />
                <p class="ask" data-read="">{pad.say.say("choose.what")}</p>
            </div>
            <ul class="offers">{begun} {new}</ul>
            <Tongues pad />
        </main>
    }
    .into_part()
}

/// A tool that was begun before.
#[component]
fn Begun(
    /// The tablet.
    pad: Pad,
    /// The tool.
    tool: Tool,
) -> impl IntoView {
    let name = pad.say.kind(&tool.kind);
    view! {
        <li>
            <a class="tool-offer" href=pad.address_in(&tool.id, None) on:click=move |_| pad.go(Screen::Open)>
                <b data-read="">{name}</b>
                <span class="go">{pad.say.say("choose.go_on")} <Icon name="next" /></span>
            </a>
        </li>
    }
    .into_part()
}

/// A tool that could be begun.
#[component]
fn New(
    /// The tablet.
    pad: Pad,
    /// What it is filled in on.
    template: Template,
) -> impl IntoView {
    let names: Vec<String> = template.kinds().iter().map(|kind| pad.say.kind(kind)).collect();
    let about = pad.say.say(&format!("tool.{}.about", template.key));
    let key = StoredValue::new(template.key);
    view! {
        <li>
            <button type="button" class="tool-offer" on:click=move |_| pad.go(Screen::Begin(key.get_value()))>
                <b data-read="">{names.join(" · ")}</b>
                <span data-read="">{about}</span>
                <span class="go">{pad.say.say("choose.start")} <Icon name="next" /></span>
            </button>
        </li>
    }
    .into_part()
}
