//! The chair's and the minute taker's screen: the whole conference at hand, on one page that never scrolls.
//!
//! Deliberately not here: rules and drawing. This opens the conference; what is on the table is in `table`.

use leptos::prelude::*;

mod add_box;
#[cfg(feature = "hydrate")]
mod answering;
mod bar;
mod card_menu;
mod code;
mod decide;
mod dialogs;
mod drag;
mod drawers;
mod drawn;
mod edit_line;
mod elsewhere;
mod family;
mod frame;
mod hand;
mod keys;
mod lift;
mod line_form;
mod plan;
mod rail;
mod refused;
mod room;
mod row;
mod scale;
mod sheet;
mod table;
mod tools;
mod turn;

use crate::failure::Failure;
use crate::given::{self, receive};
use crate::ui::IntoPart as _;
use table::Table;

/// The console's page.
#[component]
pub fn ConsolePage() -> impl IntoView {
    match receive() {
        Ok(given::ConsolePage { opened, drawn }) => view! { <Table opened drawn /> }.into_part(),
        Err(failure) => view! { <Closed failure /> }.into_part(),
    }
}

/// What stands where a conference cannot be opened, and the way on.
#[component]
fn Closed(
    /// Why.
    failure: Failure,
) -> impl IntoView {
    let (to, words) = match failure {
        Failure::SignedOut => ("/", "Sign in"),
        Failure::NotFound | Failure::Unavailable => ("/conferences", "Go to your conferences"),
    };
    view! {
        <main class="plain">
            <h1>"This conference is not open"</h1>
            <p>{failure.to_string()}</p>
            <a class="button" href=to rel="external">{words}</a>
        </main>
    }
}
