//! A child's tablet: three houses, and one thing at a time.
//!
//! Deliberately not here: the board, other families, or the chair's account. None of them is on this device.

use board::view::{ChildView, View};
use leptos::prelude::*;
use leptos_meta::Title;

use super::cover::{Cover, Covered};
use super::{HEARTBEAT, SOCKET};
use crate::live::{Live, Status};

mod begin;
mod ended;
mod entry;
mod finished;
mod heading;
mod house;
mod inside;
mod language;
mod pad;
mod preview;
mod slip;
mod step;
mod top;
mod waiting;
mod words;

use begin::Begin;
use ended::Ended;
use finished::Finished;
use inside::Inside;
use pad::{Pad, Screen};
use slip::Slip;
use top::Top;
use words::Words;

/// The page on a child's tablet.
#[component]
pub(super) fn Tablet(
    /// The child.
    child: ChildView,
    /// What it shows.
    view: View,
) -> impl IntoView {
    let demo = view.head.demo;
    let live = Live::open(view, SOCKET.to_owned(), HEARTBEAT);
    let pad = Pad::new(live, child);
    let covered = RwSignal::new(Covered::No);
    let ended = Memo::new(move |_| live.status.get() == Status::Ended);
    let screen = move || match pad.screen.get() {
        Screen::Begin => view! { <Begin pad /> }.into_any(),
        Screen::Street => view! { <Inside pad /> }.into_any(),
        Screen::Words => view! { <Words pad /> }.into_any(),
        Screen::Slip(about) => view! { <Slip pad about /> }.into_any(),
        Screen::Finished => view! { <Finished pad /> }.into_any(),
    };
    view! {
        <Title text="Houses" />
        <Show when=move || !ended.get() fallback=move || view! { <Ended pad /> }>
            <Cover covered>
                <p>"If you want to stop for today, that is fine. Say so."</p>
            </Cover>
            <div class="tablet houses" hidden=move || covered.get().yes()>
                <Top pad covered demo />
                {screen}
            </div>
        </Show>
    }
}
