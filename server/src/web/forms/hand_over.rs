//! Handing over a device to a child: for their own tools, or for the side room, where they see what is fit for them and send
//! signs.
//!
//! Deliberately not here: what the child sees then. That is the device's view.

use app::given::{Device, Handed};
use axum::extract::State;
use axum::response::Response;
use board::id::{ChildId, ConferenceId};
use serde::Deserialize;

use super::go;
use crate::auth::codes::{self, For};
use crate::auth::pass;
use crate::auth::reach::{Reach, reaches};
use crate::auth::session::now_ms;
use crate::code;
use crate::web::asked::{Form, Path};
use crate::web::failure::Failed;
use crate::web::handed::bring;
use crate::web::{Shared, Visitor};

/// The form.
#[derive(Deserialize)]
pub(crate) struct HandOver {
    pub(super) child: ChildId,
}

/// Makes a code, good once, with which a tablet becomes one child's.
pub(crate) async fn hand_over_tablet(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
    Form(form): Form<HandOver>,
) -> Result<Response, Failed> {
    hand_over(&shared, &visitor, &conference, form.child, Device::Tablet).await
}

/// Makes a code, good once, with which a device becomes one child's in the side room.
pub(crate) async fn hand_over_side_room(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
    Form(form): Form<HandOver>,
) -> Result<Response, Failed> {
    hand_over(&shared, &visitor, &conference, form.child, Device::SideRoom).await
}

/// A code, good once, and the way back to the page that shows it.
pub(super) async fn hand_over(
    shared: &Shared,
    visitor: &Visitor,
    conference: &ConferenceId,
    child: ChildId,
    device: Device,
) -> Result<Response, Failed> {
    let (account, _) = visitor.signed_in()?;
    let store = shared.store.as_ref();
    let room = shared.rooms.room(conference).await?;
    let known = child.clone();
    if !room.read(move |state| state.record.children.has(&known)).await? {
        return Err(Failed::NotFound);
    }
    // Whoever has let themselves in for a while leaves no way in behind that lasts longer.
    let until_ms = match reaches(store, &account.id, conference).await? {
        Reach::Own => None,
        Reach::Pass => match pass::until(&store.pass_ends(conference, &account.id).await?, now_ms()) {
            Some(until_ms) => Some(until_ms),
            // Their time was up at this very moment.
            None => return Err(Failed::NotFound),
        },
        Reach::Closed => return Err(Failed::NotFound),
    };
    let code = code::new_code()?;
    let what_for = match device {
        Device::Tablet | Device::Own => For::Tablet,
        Device::SideRoom => For::SideRoom,
    };
    codes::keep_for_child(store, conference, &code, (&child, what_for), until_ms).await?;
    let way = format!("/conferences/{conference}/prepare?child={child}#{}", device.name());
    let handed = Handed { device, child, code: code::shown(&code) };
    Ok(go(&way, Some(bring(shared.served, &account.id, conference, &handed)?)))
}
