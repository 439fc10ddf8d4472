//! The open tool: its drawing, and the open place with what the child has put in it.
//!
//! Deliberately not here: how each kind of answer is given (that is `panel` and the screens after it).

use board::toolkit::{AnswerKind, Artwork as Kind, Place, Template};
use leptos::prelude::*;

use super::artwork::Artwork;
use super::entry::EntryCard;
use super::heading::Heading;
use super::own::BoardFoot;
use super::pad::{Pad, Screen};
use super::pages::{PageFoot, PageHead};
use super::panel::Panel;
use super::pen::{HandOver, PenHolder};
use super::read::ReadToMe;
use crate::ui::IntoPart as _;

/// The open tool.
#[component]
pub(super) fn Inside(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    move || {
        let (template, place) = (pad.template.get()?, pad.open.get()?);
        let pages = template.artwork == Kind::Pages;
        let roofed = template.artwork == Kind::Houses;
        let head = if pages {
            view! { <PageHead pad template=template.clone() place=place.clone() /> }.into_part()
        } else {
            view! { <Artwork pad template=template.clone() /> }.into_part()
        };
        let foot = if pages {
            view! { <PageFoot pad template=template.clone() place=place.clone() /> }.into_part()
        } else if template.artwork == Kind::Board {
            view! { <BoardFoot pad /> }.into_part()
        } else {
            view! { <Foot pad /> }.into_part()
        };
        let roof = roofed.then(|| {
            view! {
                <svg class="roof" viewBox="0 0 778 132" preserveAspectRatio="none" aria-hidden="true">
                    <path d="M2 131 389 4l387 127"></path>
                </svg>
            }
        });
        Some(view! {
            {head}
            <main class=if roofed { "inside" } else { "sheet open" }>
                {roof}
                <Open pad template place />
            </main>
            {foot}
        })
    }
}

/// The open place: what it asks, what is in it, and ways to put more in.
#[component]
fn Open(
    /// The tablet.
    pad: Pad,
    /// The open tool's template.
    template: Template,
    /// The open place.
    place: Place,
) -> impl IntoView {
    let key = place.key.clone();
    let entries = Memo::new(move |_| pad.entries(&key));
    let ids = move || entries.with(|entries| entries.iter().map(|shown| shown.id.clone()).collect::<Vec<_>>());
    let says = |part: &str| pad.say.place(&template, &place.key, part);
    let label = pad.say.label(&template, &place.key);
    let explains = place.answer == AnswerKind::Explains;
    let text = says(if explains { "says" } else { "ask" }).unwrap_or_default();
    let think = says("more").map(|more| {
        view! {
            <details class="think">
                <summary>{pad.say.say("here.think")}</summary>
                <p data-read="">{more}</p>
            </details>
        }
    });
    view! {
        <div class="asked">
            <Heading pad words=label />
            <ReadToMe pad />
            <p class="ask" data-read="">{text}</p>
            {think}
        </div>
        <ul class="lines">
            <For each=ids key=Clone::clone children=move |id| view! { <EntryCard pad id entries /> } />
        </ul>
        {(!explains).then(|| view! { <Panel pad place entries /> })}
    }
    .into_part()
}

/// Under a drawing: who holds the pen, and the end.
#[component]
fn Foot(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    view! {
        <footer class="houses-foot">
            <PenHolder pad />
            <HandOver pad />
            <button type="button" class="button" data-kind="main" on:click=move |_| pad.go(Screen::Finished)>
                {pad.say.say("do.finish")}
            </button>
        </footer>
    }
    .into_part()
}
