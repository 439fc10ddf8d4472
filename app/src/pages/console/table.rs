//! The chair's table: bar, family, sheet, room and drawers, as they lie at 1366 by 768.
//!
//! Deliberately not here: what any of them does. Each is a file of its own.

use leptos::prelude::*;

use super::bar::Bar;
use super::dialogs::Dialogs;
use super::drawers::Drawers;
use super::drawn::Drawn;
use super::family::Family;
use super::hand::{Asking, Hand};
use super::room::Room;
use super::sheet::Sheet;
use super::{drag, keys};
use crate::given::{DrawnNow, Opened};
use crate::here::asked;
use crate::live::Live;
use crate::ui::PicturesAt;

/// The whole console.
#[component]
pub(super) fn Table(
    /// The conference, as this seat sees it.
    opened: Opened,
    /// What the server draws for it.
    drawn: DrawnNow,
) -> impl IntoView {
    let Opened { id, view, staff: _ } = opened;
    let live = Live::open(view, format!("/socket/conference/{id}"), 5);
    let column = asked().with_untracked(|query| query.get("column").and_then(|column| column.parse().ok()));
    provide_context(PicturesAt::console(&id));
    let hand = Hand::new(live, id, column, drawn);
    // Somebody who comes to answer a child's words finds the question open.
    let answer = asked().with_untracked(|query| query.get("answer").and_then(|entry| entry.parse().ok()));
    Effect::new(move |_| hand.asking.set(answer.clone().map(Asking::Answer)));
    provide_context(hand);
    let phase = Memo::new(move |_| live.view.with(|view| view.stage.phases.iter().position(|phase| phase.now)));
    Effect::new(move |before: Option<Option<usize>>| {
        let now = phase.get();
        if before.is_some_and(|before| before != now) {
            // A new phase opens the column it is about.
            hand.go_to(None);
        }
        now
    });
    Effect::new(move |_| keys::listen(hand));
    Effect::new(move |_| drag::listen(hand));
    #[cfg(feature = "hydrate")]
    super::drawn::follow(hand);
    view! {
        <div class="console" data-lifted=move || hand.lifted.with(Option::is_some).then_some("lifted")>
            <Bar />
            <Drawn place="band" class="band" />
            <Family />
            <Sheet />
            <Room />
            <Drawers />
            <Dialogs />
            <div inner_html=keys()></div>
            <p class="visually-hidden" role="status" aria-live="assertive">{hand.said}</p>
        </div>
    }
}

/// The keys and what they do, as the server draws them; a browser leaves them as they are.
fn keys() -> String {
    #[cfg(feature = "ssr")]
    let keys = crate::ui::keys_text();
    #[cfg(not(feature = "ssr"))]
    let keys = String::new();
    keys
}
