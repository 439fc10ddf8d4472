//! The projected screen: first a code for the chair to type, then the board.
//!
//! Deliberately not here: links, buttons and motion. Nobody sits at a wall.

use board::view::View;
use leptos::prelude::*;

mod awake;
mod board_up;
mod pairing;

use crate::api::{WallPage, open_wall};
use awake::stay_awake;
use board_up::BoardUp;
use pairing::Pairing;

/// The wall's page.
#[component]
pub fn WallRoute() -> impl IntoView {
    let asked = Resource::new_blocking(|| (), |()| open_wall());
    view! {
        <Suspense>
            {move || Suspend::new(async move {
                match asked.await {
                    Ok(page) => view! { <Shown page /> }.into_any(),
                    Err(failure) => view! { <main class="plain"><h1>{failure.to_string()}</h1></main> }.into_any(),
                }
            })}
        </Suspense>
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
            // While the server cannot be reached the screen stays as it is, and asks again.
            if let Ok(now) = open_wall().await {
                page.set(now);
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
        (true, Some(view)) => view! { <BoardUp view ask=Callback::new(move |()| ask()) /> }.into_any(),
        (true | false, _) => view! { <Pairing code ask=Callback::new(move |()| ask()) /> }.into_any(),
    };
    view! { <main class="wall-page">{shown}</main> }
}

/// The code of a screen that waits for one.
fn code(page: &WallPage) -> String {
    match page {
        WallPage::Pairing { code } => code.clone(),
        WallPage::Board { .. } => String::new(),
    }
}
