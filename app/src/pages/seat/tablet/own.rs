//! A young person's own conference on a tablet that is passed across a table: one thing a screen, and always a way back.
//!
//! What can be kept and what not, who is here, how it looks; then the board, which is a tool like any other; then what
//! each person will get, what has to be told to keep somebody safe, agreeing, and what happens next. Deliberately not
//! here: a decision. None is made in it.

use leptos::prelude::*;

use super::pad::Pad;

mod agree;
mod board;
mod called;
mod hand_back;
mod limits;
mod look_back;
mod looks;
mod news;
mod next;
mod numbers;
mod one_of;
mod safety;
mod seen;
mod slip;
mod steps;
mod way;
mod who;

use agree::Agree;
pub(super) use board::BoardFoot;
use called::Called;
use limits::{Again, Limits};
use look_back::LookBack;
use looks::Looks;
pub(super) use news::News;
use next::Next;
use numbers::Numbers;
use safety::Safety;
pub(super) use slip::OwnSlip;
pub(super) use way::{Stage, Way, board_of, chosen_words};
use who::Who;

/// One screen of the conference.
#[component]
pub(super) fn Own(
    /// The tablet.
    pad: Pad,
    /// Which.
    stage: Stage,
) -> impl IntoView {
    match stage {
        Stage::Limits => view! { <Limits pad /> }.into_any(),
        Stage::Again => view! { <Again pad /> }.into_any(),
        Stage::Who => view! { <Who pad /> }.into_any(),
        Stage::Called => view! { <Called pad /> }.into_any(),
        Stage::Numbers => view! { <Numbers pad /> }.into_any(),
        Stage::Looks => view! { <Looks pad /> }.into_any(),
        Stage::LookBack => view! { <LookBack pad /> }.into_any(),
        Stage::Safety => view! { <Safety pad /> }.into_any(),
        Stage::Agree => view! { <Agree pad /> }.into_any(),
        Stage::Next => view! { <Next pad /> }.into_any(),
    }
}
