//! Putting a device away: until its numbers are typed again, the server shows nothing on it.
//!
//! Deliberately not here: the cover itself. The page draws it at once; this keeps it when the page is loaded again.

use store::{Store, StoreError};

use super::session::{self, Found, Holder};
use crate::code;

/// A device with a seat is put away behind the numbers somebody chose. It stays the same device and keeps its seat.
pub(crate) async fn put_away(store: &dyn Store, device: &Found, numbers: &str) -> Result<(), StoreError> {
    let Holder::Seat { conference, seat } = device.holder.clone() else {
        return Ok(());
    };
    let holder = Holder::Away { conference, seat, opens_with: opens_with(device, numbers) };
    // Where the session has ended meanwhile there is nothing left to cover.
    session::turn(store, device, &holder).await.map(drop)
}

/// The right numbers bring the seat back; wrong ones change nothing.
pub(crate) async fn come_back(store: &dyn Store, device: &Found, numbers: &str) -> Result<bool, StoreError> {
    let Holder::Away { conference, seat, opens_with: wanted } = device.holder.clone() else {
        return Ok(true);
    };
    if opens_with(device, numbers) != wanted {
        return Ok(false);
    }
    session::turn(store, device, &Holder::Seat { conference, seat }).await
}

/// The same numbers on two devices are kept as two different things.
fn opens_with(device: &Found, numbers: &str) -> String {
    code::hex(&code::hash(&format!("{}{numbers}", code::hex(&device.hash))))
}
