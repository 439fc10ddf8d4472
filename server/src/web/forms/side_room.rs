//! Handing over a device for the side room, on which one child sees what is fit for them and sends signs.
//!
//! Deliberately not here: what the child sees. That is the side room's view.

use axum::extract::State;
use axum::response::Response;
use board::id::{ChildId, ConferenceId};
use serde::Deserialize;

use super::go;
use crate::auth::codes;
use crate::code;
use crate::web::Shared;
use crate::web::asked::{Form, Path};
use crate::web::failure::Failed;

/// The form.
#[derive(Deserialize)]
pub(crate) struct HandOver {
    child: ChildId,
}

/// Makes a code, good once, with which a device becomes one child's in the side room.
pub(crate) async fn hand_over_side_room(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    Form(HandOver { child }): Form<HandOver>,
) -> Result<Response, Failed> {
    let room = shared.rooms.room(&conference).await?;
    let known = child.clone();
    if !room.read(move |state| state.record.children.has(&known)).await? {
        return Err(Failed::NotFound);
    }
    let code = code::new_code()?;
    codes::keep_side_room(shared.store.as_ref(), &conference, &code, &child).await?;
    let shown = code::shown(&code);
    Ok(go(&format!("/conferences/{conference}/prepare?child={child}&side-room-code={shown}#side-room"), None))
}
