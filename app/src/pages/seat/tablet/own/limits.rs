//! What can be kept and what not: said in plain words before anything is asked, and once more in another way.
//!
//! Deliberately not here: a test. Whoever is not sure can go on, and the chair sees it.

use board::own::Understood;
use leptos::prelude::*;

use crate::ui::IntoPart as _;

use super::super::heading::Heading;
use super::super::pad::{Pad, Screen};
use super::super::read::ReadToMe;
use super::Stage;
use crate::ui::Icon;

/// What the chair can keep and what not, in three things.
#[component]
pub(super) fn Limits(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let things = [
        ("lock", "own.keep_head", "own.keep_text"),
        ("listen", "own.hurt_head", "own.hurt_text"),
        ("eye", "own.first_head", "own.first_text"),
    ];
    view! {
        <main class="sheet open own">
            <Asked pad head="own.limits_head" text="own.limits_text" />
            <Things pad things />
            <div class="foot answers-foot">
                <Follows pad words="own.not_sure" understood=Understood::NotSure on=Stage::Again kind="usual" />
                <Follows pad words="own.get_it" understood=Understood::Yes on=Stage::Who kind="main" />
            </div>
        </main>
    }
    .into_part()
}

/// The same, said another way.
#[component]
pub(super) fn Again(
    /// The tablet.
    pad: Pad,
) -> impl IntoView {
    let things = [
        ("lock", "own.box_one_head", "own.box_one_text"),
        ("child", "own.box_two_head", "own.box_two_text"),
        ("listen", "own.box_three_head", "own.box_three_text"),
    ];
    view! {
        <main class="sheet open own">
            <Asked pad head="own.again_head" text="own.again_text" />
            <Things pad things />
            <p class="hint" data-read="">{pad.of_chair("own.ask_any_time")}</p>
            <div class="foot answers-foot">
                <button
                    type="button"
                    class="button"
                    data-kind="plain"
                    on:click=move |_| pad.go(Screen::Own(Stage::Limits))
                >
                    <Icon name="back" />
                    {pad.say.say("do.back")}
                </button>
                <Follows pad words="own.still_not_sure" understood=Understood::NotSure on=Stage::Who kind="usual" />
                <Follows pad words="own.get_it" understood=Understood::Yes on=Stage::Who kind="main" />
            </div>
        </main>
    }
    .into_part()
}

/// The head of a screen, and what it says first.
#[component]
pub(super) fn Asked(
    /// The tablet.
    pad: Pad,
    /// The key of its head.
    head: &'static str,
    /// The key of what it says first.
    text: &'static str,
) -> impl IntoView {
    view! {
        <div class="asked">
            <Heading pad words=pad.of_chair(head) />
            <ReadToMe pad />
            <p class="ask" data-read="">{pad.of_chair(text)}</p>
        </div>
    }
    .into_part()
}

/// Three things, each with its picture, its head and its words.
#[component]
fn Things(
    /// The tablet.
    pad: Pad,
    /// The things: an icon, and the keys of the head and the words.
    things: [(&'static str, &'static str, &'static str); 3],
) -> impl IntoView {
    let things = things.map(|(icon, head, text)| {
        view! {
            <li>
                <Icon name=icon />
                <div>
                    <b data-read="">{pad.of_chair(head)}</b>
                    <p data-read="">{pad.of_chair(text)}</p>
                </div>
            </li>
        }
    });
    view! { <ul class="things">{things.into_iter().collect_view()}</ul> }
}

/// One answer to whether the young person follows. It is kept, and leads on.
#[component]
fn Follows(
    /// The tablet.
    pad: Pad,
    /// The key of its words.
    words: &'static str,
    /// What it says.
    understood: Understood,
    /// Where it leads.
    on: Stage,
    /// How the button looks.
    kind: &'static str,
) -> impl IntoView {
    let answer = move |_| {
        pad.way.change(|own| own.understood = Some(understood));
        pad.go(Screen::Own(on));
    };
    view! {
        <button type="button" class="button" data-kind=kind on:click=answer>
            {pad.say.say(words)}
        </button>
    }
}
