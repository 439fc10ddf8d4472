//! A child's tablet: the child's own tools, one thing at a time, in the child's own language.
//!
//! Deliberately not here: the board, other families, or the chair's account. None of them is on this device.

use board::toolkit::AgeBand;
use board::view::ChildView;
use leptos::prelude::*;

use super::cover::lock::{Keys, Lock};
use super::cover::{Cover, Covered};
use crate::given::Kit;
use crate::live::{Live, Status};
use crate::ui::IntoPart as _;

mod answer;
mod artwork;
mod begin;
mod card_at_hand;
mod choose;
mod draft;
mod draw;
mod ended;
mod entry;
mod finished;
mod give;
mod heading;
mod inside;
mod look;
mod one_of;
mod other_language;
mod own;
mod pad;
mod pages;
mod panel;
mod pen;
mod photo;
mod picture;
mod preview;
mod read;
mod say;
mod slip;
mod slip_for_many;
mod step;
mod strokes;
mod tongues;
mod top;
mod waiting;
mod words;

use begin::Begin;
use choose::Choose;
use draw::Draw;
use ended::Ended;
use finished::Finished;
use inside::Inside;
use look::Look;
use own::{News, Own};
use pad::{Pad, Screen};
use photo::Photo;
use slip::Slip;
use slip_for_many::SlipForMany;
use top::Top;
use words::Words;

/// The page on a child's tablet.
#[component]
pub(in crate::pages) fn Tablet(
    /// The child.
    child: ChildView,
    /// About how old the child is.
    age: AgeBand,
    /// Its words and tools.
    kit: Kit,
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let demo = live.view.with_untracked(|view| view.head.demo);
    let pad = Pad::new(live, child, age, kit);
    let covered = RwSignal::new(Covered::No);
    let ended = Memo::new(move |_| live.status.get() == Status::Ended);
    let screen = move || match pad.shown.get() {
        Screen::Choose => view! { <Choose pad /> }.into_part(),
        Screen::Begin(kind) => view! { <Begin pad kind /> }.into_part(),
        Screen::Look => view! { <Look pad /> }.into_part(),
        Screen::Open => view! { <Inside pad /> }.into_part(),
        Screen::Words => view! { <Words pad /> }.into_part(),
        Screen::Draw => view! { <Draw pad /> }.into_part(),
        Screen::Photo => view! { <Photo pad /> }.into_part(),
        Screen::SlipForMany(ids) => view! { <SlipForMany pad ids /> }.into_part(),
        Screen::Slip(about) => view! { <Slip pad about /> }.into_part(),
        Screen::Finished => view! { <Finished pad /> }.into_part(),
        Screen::Own(stage) => view! { <Own pad stage /> }.into_part(),
    };
    // Another language means all words anew; what was being written stays, because it lies on the pad.
    let page = move || {
        let tongue = pad.say.tongue();
        view! {
            <div
                class="tablet houses"
                lang=tongue.tag
                dir=tongue.direction.name()
                data-age=pad.is_young().then_some("young")
                hidden=move || covered.get().yes()
            >
                <Top pad covered demo />
                <News pad />
                {screen}
            </div>
        }
    };
    let lock = Lock { numbers: pad.way.numbers, words: Signal::derive(move || pad.say.lock()) };
    view! {
        // The cover holds even when the place is closed: what was not sent is for whoever knows the numbers.
        <Cover
            covered
            words=Signal::derive(move || pad.say.cover())
            locked=lock.holds(covered)
            keys=move || view! { <Keys covered lock /> }
        />
        <Show
            when=move || !ended.get()
            fallback=move || move || (!covered.get().yes()).then(|| view! { <Ended pad /> })
        >
            {page}
        </Show>
    }
}
