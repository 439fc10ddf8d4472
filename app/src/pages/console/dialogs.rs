//! The questions the console asks on top of the table, each in a file of its own.
//!
//! Deliberately not here: anything that could be lost. A question that is put away keeps what was written into it.

use leptos::prelude::*;

mod about;
mod answer;
mod childs_view;
mod door;
mod find;
mod group_with;
mod keep_safe;
mod let_in;
mod look_again;
mod may_know;
mod move_to;
mod reason;
mod removed;
mod take_offer;

use super::hand::{Asking, Hand};
use crate::ui::IntoPart as _;

/// All dialogs.
#[component]
pub(super) fn Dialogs() -> impl IntoView {
    view! {
        <reason::Reason />
        <move_to::MoveTo />
        <group_with::GroupWith />
        <about::About />
        <answer::AnswerChild />
        <keep_safe::KeepSafe />
        <let_in::LetIn />
        <take_offer::TakeOffer />
        <find::Find />
        <door::Door />
        <removed::Removed />
        <look_again::LookAgain />
        <childs_view::ChildsView />
    }
    .into_part()
}

/// What one dialog is asked about, and whether it is open. It remembers what it was about after it is closed.
fn asked<T: Clone + PartialEq + Send + Sync + 'static>(
    hand: Hand,
    about: fn(&Asking) -> Option<T>,
) -> (RwSignal<bool>, RwSignal<Option<T>>) {
    let open = RwSignal::new(false);
    let what = RwSignal::new(None);
    Effect::new(move |_| match hand.asking.with(|asking| asking.as_ref().and_then(about)) {
        Some(now) => {
            what.set(Some(now));
            open.set(true);
        }
        None => open.set(false),
    });
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true)
            && !now
            && hand.asking.with_untracked(|asking| asking.as_ref().and_then(about)).is_some()
        {
            hand.asking.set(None);
        }
        now
    });
    (open, what)
}
