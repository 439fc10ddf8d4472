//! A seat: what one person's own device, or a child's tablet, shows at a conference.
//!
//! Deliberately not here: what may be seen. The server sends what this seat may have, and nothing else.

use board::view::View;
use leptos::prelude::*;

#[cfg(not(all(feature = "phone", feature = "tablet")))]
use super::Elsewhere;
use crate::given::{SeatPage, receive};
use crate::live::Live;
use crate::ui::{IntoPart as _, PicturesAt};

#[cfg(feature = "tablet")]
mod away;
mod closed;
mod connection;
mod cover;
#[cfg(feature = "ssr")]
mod handed_back;
#[cfg(feature = "tablet")]
mod keypad;
#[cfg(feature = "phone")]
mod lobby;
mod notice;
mod paused;
#[cfg(feature = "phone")]
mod phone;
mod scriptless;
#[cfg(feature = "tablet")]
mod side_room;
#[cfg(feature = "tablet")]
mod tablet;
#[cfg(feature = "hydrate")]
mod watch;

#[cfg(feature = "tablet")]
use away::Away;
use closed::{Closed, Unreachable};
#[cfg(feature = "ssr")]
pub use handed_back::handed_back_page;
#[cfg(feature = "phone")]
use lobby::Lobby;
use notice::Notice;
pub(super) use paused::Paused;
#[cfg(feature = "ssr")]
pub use paused::paused_page;
#[cfg(feature = "phone")]
pub(super) use phone::Phone;
#[cfg(feature = "eyes")]
pub(super) use phone::looks;
#[cfg(feature = "tablet")]
pub(super) use side_room::SideRoom;
#[cfg(feature = "tablet")]
pub(super) use tablet::Tablet;

/// How often a seat asks whether it is still connected, in seconds.
const HEARTBEAT: u32 = 5;

/// The socket of this device's seat; which seat that is, the server knows.
const SOCKET: &str = "/socket/seat";

/// The connection of this device's seat.
fn open(view: View) -> Live {
    Live::open(view, SOCKET.to_owned(), HEARTBEAT)
}

/// The page at `/seat`.
#[component]
pub fn SeatRoute() -> impl IntoView {
    provide_context(PicturesAt::seat());
    match receive::<SeatPage>() {
        Ok(SeatPage::None) => view! { <Closed /> }.into_part(),
        Ok(SeatPage::HandedBack { tongue, head, text }) => view! { <Notice tongue head text /> }.into_part(),
        Ok(SeatPage::Paused { tongue, head, text }) => {
            // Effects run in the browser only.
            #[cfg(feature = "hydrate")]
            Effect::new(|_| watch::until_not(|page| matches!(page, SeatPage::Paused { .. })));
            view! { <Paused tongue head text /> }.into_part()
        }
        #[cfg(feature = "tablet")]
        Ok(SeatPage::Away) => view! { <Away /> }.into_part(),
        #[cfg(feature = "phone")]
        Ok(SeatPage::Lobby { name }) => view! { <Lobby name /> }.into_part(),
        #[cfg(feature = "phone")]
        Ok(SeatPage::Person { name, view }) => view! { <Phone name live=open(*view) /> }.into_part(),
        #[cfg(feature = "tablet")]
        Ok(SeatPage::SideRoom { child, view }) => view! { <SideRoom child live=open(*view) /> }.into_part(),
        #[cfg(feature = "tablet")]
        Ok(SeatPage::Tablet { child, age, kit, view }) => {
            view! { <Tablet child age kit=*kit live=open(*view) /> }.into_part()
        }
        // The device has another seat than when the page was loaded, so it needs the other program.
        #[cfg(not(feature = "phone"))]
        Ok(SeatPage::Lobby { .. } | SeatPage::Person { .. }) => view! { <Elsewhere /> }.into_part(),
        #[cfg(not(feature = "tablet"))]
        Ok(SeatPage::Away | SeatPage::SideRoom { .. } | SeatPage::Tablet { .. }) => view! { <Elsewhere /> }.into_part(),
        Err(_) => view! { <Unreachable /> }.into_part(),
    }
}
