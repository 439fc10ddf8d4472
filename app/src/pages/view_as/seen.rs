//! Somebody's screen, held still in a frame of its own size: the parts that draw it for them draw it here.
//!
//! Deliberately not here: anything that can be pressed inside. The frame is inert, and its connection leads nowhere.

use leptos::prelude::*;

use super::super::seat::{Paused, Phone, SideRoom, Tablet, looks};
use super::super::wall::OnWall;
use crate::given::{SeatPage, WallPage};
use crate::here::asked;
use crate::live::Live;
use crate::ui::{Inside, IntoPart as _};

/// The screen of a seat, in a frame of its size.
#[component]
pub(super) fn Seat(
    /// What it shows.
    seat: SeatPage,
) -> impl IntoView {
    match seat {
        SeatPage::Person { name, view } => {
            let live = Live::still(*view);
            view! {
                <LookAlong live />
                <Frame size="phone">
                    <Phone name live />
                </Frame>
            }
            .into_part()
        }
        SeatPage::SideRoom { child, view } => {
            let live = Live::still(*view);
            view! { <Frame size="tablet"><SideRoom child live /></Frame> }.into_part()
        }
        SeatPage::Tablet { child, age, kit, view } => {
            let live = Live::still(*view);
            view! { <Frame size="tablet"><Tablet child age kit=*kit live /></Frame> }.into_part()
        }
        SeatPage::Paused { tongue, head, text } => {
            view! { <Frame size="phone"><Paused tongue head text /></Frame> }.into_part()
        }
        SeatPage::None | SeatPage::HandedBack { .. } | SeatPage::Away | SeatPage::Lobby { .. } => ().into_part(),
    }
}

/// A frame of a device's size. What is in it is seen and not touched.
#[component]
fn Frame(
    /// What sort of device: "phone", "tablet".
    size: &'static str,
    /// What is on it.
    children: Inside,
) -> impl IntoView {
    view! {
        <div class="frame" data-size=size role="region" aria-label="Their screen" tabindex="0">
            <div inert=true>{children.draw()}</div>
        </div>
    }
}

/// The ways to look around on somebody's device, outside its frame, where they work.
#[component]
fn LookAlong(
    /// What the device shows.
    live: Live,
) -> impl IntoView {
    let query = asked();
    let here = move |to: &str| {
        let now = query.with(|query| query.get("look")).map(|look| format!("?look={look}")).unwrap_or_default();
        (now == to).then_some("page")
    };
    let links = looks(live).into_iter().map(|(to, words)| {
        let href = if to.is_empty() { "?".to_owned() } else { to.clone() };
        view! {
            <li>
                <a href=href aria-current=move || here(&to)>
                    {words}
                </a>
            </li>
        }
    });
    view! {
        <nav class="look-along" aria-label="Look around on their device">
            <ul>{links.collect_view()}</ul>
        </nav>
    }
}

/// The wall, small.
#[component]
pub(super) fn Wall(
    /// What it shows.
    wall: WallPage,
) -> impl IntoView {
    match wall {
        WallPage::Board { view } => {
            let live = Live::still(*view);
            view! {
                <div class="thumb" inert=true>
                    <main class="wall-page">
                        <OnWall view=live.view />
                    </main>
                </div>
            }
            .into_part()
        }
        WallPage::Pairing { .. } => ().into_part(),
    }
}
