//! The board on the wall, live.
//!
//! Deliberately not here: its drawing (that is `ui::WallScreen`).

use std::time::Duration;

use board::view::View;
use leptos::prelude::*;

use crate::live::{Live, Status};
use crate::ui::WallScreen;

/// How long the connection may be away before the wall says so.
const PATIENCE: Duration = Duration::from_secs(5);

/// The board, with the connection behind it.
#[component]
pub fn BoardUp(
    /// What the wall showed first.
    view: View,
    /// Asks what this screen shows now; for when its seat is closed.
    ask: Callback<()>,
) -> impl IntoView {
    let live = Live::open(view, "/socket/wall".to_owned(), 2);
    let stale = RwSignal::new(None::<String>);
    let lost = Memo::new(move |_| live.status.with(|status| matches!(status, Status::Unsent(_) | Status::Ended)));
    Effect::new(move |_| {
        if !lost.get() {
            stale.set(None);
            return;
        }
        let say = move || stale.set(Some(live.fresh_at.get_untracked()));
        if let Ok(waiting) = set_timeout_with_handle(say, PATIENCE) {
            on_cleanup(move || waiting.clear());
        }
    });
    Effect::new(move |_| {
        if live.status.with(|status| *status == Status::Ended) {
            ask.run(());
        }
    });
    view! { <OnWall view=live.view stale /> }
}

/// What hangs on the wall.
#[component]
pub fn OnWall(
    /// What the wall may show.
    #[prop(into)]
    view: Signal<View>,
    /// Since when it is not fresh, while it is not.
    #[prop(optional, into)]
    stale: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <h1 class="visually-hidden">"The board"</h1>
        <WallScreen view stale />
    }
}
