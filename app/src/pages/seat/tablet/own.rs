//! A young person's own conference on a tablet that is passed across a table: one thing a screen, and always a way back.
//!
//! What can be kept and what not, who is here, how it looks; then the board, which is a tool like any other; then what
//! each person will get, what has to be told to keep somebody safe, agreeing, and what happens next. Deliberately not
//! here: a decision. None is made in it.

use leptos::prelude::*;

use crate::ui::IntoPart as _;

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

mod safety;
mod seen;
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
pub(super) use way::{Stage, Way, board_of, knower};
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
        Stage::Limits => view! { <Limits pad /> }.into_part(),
        Stage::Again => view! { <Again pad /> }.into_part(),
        Stage::Who => view! { <Who pad /> }.into_part(),
        Stage::Called => view! { <Called pad /> }.into_part(),
        Stage::Numbers => view! { <Numbers pad /> }.into_part(),
        Stage::Looks => view! { <Looks pad /> }.into_part(),
        Stage::LookBack => view! { <LookBack pad /> }.into_part(),
        Stage::Safety => view! { <Safety pad /> }.into_part(),
        Stage::Agree => view! { <Agree pad /> }.into_part(),
        Stage::Next => view! { <Next pad /> }.into_part(),
    }
}
