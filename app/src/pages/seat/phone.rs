//! A person's own device: what the wall shows, their own lines, and the two things anybody may need.
//!
//! Deliberately not here: anything the chair does. A phone reads, and offers.

use leptos::prelude::*;

use super::closed::Closed;
use super::connection::{Apart, Connection, LinkWords};
use super::cover::{Cover, CoverWords, Covered};
use super::scriptless::Scriptless;
use crate::here::asked;
use crate::live::{Live, Status};
use crate::ui::{DemoMark, ExitLink, Icon, IntoPart as _, Strip};

mod column;
mod decisions;
mod look;
mod mine;
mod numbers;
mod offer;
mod plan;
mod wall_now;

use column::ColumnLines;
use decisions::Decisions;
#[cfg(feature = "eyes")]
pub(in crate::pages) use look::looks;
use look::{Look, LookAround};
use mine::Mine;
use numbers::Numbers;
use offer::OfferDialog;
use plan::Plan;
use wall_now::WallNow;

/// What somebody reads who has no script.
const SCRIPTLESS: &str = "You can read here. This page does not change by itself: load it again to see what is new. If \
                          you want to say something, tell somebody at the meeting.";

/// The page in somebody's hand.
#[component]
pub(in crate::pages) fn Phone(
    /// What the room calls them.
    name: String,
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let demo = live.view.with_untracked(|view| view.head.demo);
    let query = asked();
    let look = Memo::new(move |_| query.with(|query| Look::read(query.get("look").as_deref())));
    let covered = RwSignal::new(Covered::No);
    let offering = RwSignal::new(false);
    let ended = Memo::new(move |_| live.status.get() == Status::Ended);
    let children_spoke = Memo::new(move |_| live.view.with(|view| !view.strip.is_empty()));
    let shown = move || match look.get() {
        Look::Wall => view! { <WallNow live /> }.into_part(),
        Look::Column(key) => view! { <ColumnLines live key /> }.into_part(),
        Look::Plan => view! { <Plan live /> }.into_part(),
        Look::Numbers => view! { <Numbers live /> }.into_part(),
        Look::Decisions => view! { <Decisions live /> }.into_part(),
    };

    view! {
        <Show when=move || !ended.get() fallback=|| view! { <Closed /> }>
            <div class="phone">
                <header class="phone-top">
                    <Connection live words=LinkWords::english() />
                    <DemoMark demo />
                    <ExitLink />
                </header>
                <Cover covered words=cover_words() />
                <main hidden=move || covered.get().yes()>
                    <Scriptless words=SCRIPTLESS />
                    <Apart live words=LinkWords::english() />
                    <Mine live />
                    <LookAround live look />
                    {shown}
                    <Show when=move || children_spoke.get()>
                        <h2 class="strip-head">"Always on the wall"</h2>
                        <Strip view=live.view />
                    </Show>
                    <form class="leave" method="post" action="/leave">
                        <p class="hint">{format!("You are here as {name}.")}</p>
                        <button type="submit" class="button" data-kind="plain">"Leave the conference"</button>
                    </form>
                </main>
                <footer class="phone-foot" hidden=move || covered.get().yes()>
                    <button
                        type="button"
                        class="button"
                        data-kind="main"
                        data-size="live"
                        on:click=move |_| offering.set(true)
                    >
                        <Icon name="plus" />
                        "Offer a line"
                    </button>
                    <button type="button" class="button" data-size="live" on:click=move |_| covered.set(Covered::Break)>
                        <Icon name="cup" />
                        "I need a break"
                    </button>
                </footer>
                <OfferDialog live open=offering />
            </div>
        </Show>
    }
}

fn cover_words() -> CoverWords {
    let kept = "Only your screen is covered. What you wrote is still here.";
    CoverWords {
        a_break: ("Take your time".to_owned(), kept.to_owned()),
        away: ("Put away".to_owned(), "Nothing is lost.".to_owned()),
        more: "If everybody should stop for a while, say so, or ask somebody to say it for you.".to_owned(),
        back: "Come back".to_owned(),
    }
}
