//! The projected screen: first a code for the chair to type, then the board.
//!
//! Deliberately not here: links, buttons and motion. Nobody sits at a wall.

use board::view::View;
use leptos::prelude::*;

mod awake;
mod board_up;
mod pairing;

use crate::failure::Failure;
use crate::given::{WallPage, ask, receive};
use crate::ui::{IntoPart as _, PicturesAt};
use awake::stay_awake;
use board_up::BoardUp;
#[cfg(feature = "eyes")]
pub(super) use board_up::OnWall;
use pairing::Pairing;

/// The wall's page.
#[component]
pub fn WallRoute() -> impl IntoView {
    provide_context(PicturesAt::seat());
    match receive() {
        Ok(page) => view! { <Shown page /> }.into_part(),
        Err(failure) => view! { <main class="plain"><h1>{failure.to_string()}</h1></main> }.into_part(),
    }
}

/// What this screen shows now; a wall whose seat is closed goes back to a code.
#[component]
fn Shown(
    /// What it showed first.
    page: WallPage,
) -> impl IntoView {
    let page = RwSignal::new(page);
    let ask = move || {
        leptos::task::spawn_local(async move {
            match ask("/given/wall").await {
                Ok(now) => page.set(now),
                // The seat is closed: the page is loaded anew, holds nothing of the board, and gets a code.
                Err(Failure::NotFound | Failure::SignedOut) => load_again(),
                // While the server cannot be reached the screen stays as it is, and asks again.
                Err(Failure::Unavailable) => {}
            }
        });
    };
    let code = Memo::new(move |_| page.with(code));
    let board = StoredValue::new(None::<View>);
    let up = Memo::new(move |_| {
        page.with(|page| match page {
            WallPage::Pairing { .. } => false,
            WallPage::Board { view } => {
                board.set_value(Some(View::clone(view)));
                true
            }
        })
    });
    Effect::new(|_| stay_awake());
    let shown = move || match (up.get(), board.get_value()) {
        (true, Some(view)) => view! { <BoardUp view ask=Callback::new(move |()| ask()) /> }.into_part(),
        (true | false, _) => view! { <Pairing code ask=Callback::new(move |()| ask()) /> }.into_part(),
    };
    view! { <main class="wall-page">{shown}</main> }
}

/// Loads the page anew. Only a browser ever asks for it.
fn load_again() {
    if let Err(refused) = window().location().reload() {
        leptos::logging::warn!("the page could not be loaded again: {refused:?}");
    }
}

/// The code of a screen that waits for one.
fn code(page: &WallPage) -> String {
    match page {
        WallPage::Pairing { code } => code.clone(),
        WallPage::Board { .. } => String::new(),
    }
}
