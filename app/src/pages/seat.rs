//! A seat: what one person's own device, or a child's tablet, shows at a conference.
//!
//! Deliberately not here: what may be seen. The server sends what this seat may have, and nothing else.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::api::{self, SeatPage};
use crate::ui::PicturesAt;

mod closed;
mod connection;
mod cover;
mod lobby;
mod phone;
mod scriptless;
mod side_room;
mod tablet;
#[cfg(feature = "hydrate")]
mod today;

use closed::{Closed, Unreachable};
use lobby::Lobby;
use phone::Phone;
use side_room::SideRoom;
use tablet::Tablet;
#[cfg(feature = "hydrate")]
pub(super) use today::today;

/// How often a seat asks whether it is still connected, in seconds.
const HEARTBEAT: u32 = 5;

/// The socket of this device's seat; which seat that is, the server knows.
const SOCKET: &str = "/socket/seat";

/// The page at `/seat`.
#[component]
pub fn SeatRoute() -> impl IntoView {
    provide_context(PicturesAt::seat());
    let query = use_query_map();
    let seat = Resource::new(|| (), move |()| api::open_seat(query.with_untracked(|query| query.get("language"))));
    view! {
        <Title text="Meeting" />
        <Suspense>
            {move || Suspend::new(async move {
                match seat.await {
                    Ok(SeatPage::None) => view! { <Closed /> }.into_any(),
                    Ok(SeatPage::Lobby { name }) => view! { <Lobby name /> }.into_any(),
                    Ok(SeatPage::Person { name, view }) => view! { <Phone name view=*view /> }.into_any(),
                    Ok(SeatPage::SideRoom { child, view }) => view! { <SideRoom child view=*view /> }.into_any(),
                    Ok(SeatPage::Tablet { child, age, kit, view }) => {
                        view! { <Tablet child age kit=*kit view=*view /> }.into_any()
                    }
                    Err(_) => view! { <Unreachable /> }.into_any(),
                }
            })}
        </Suspense>
    }
}
