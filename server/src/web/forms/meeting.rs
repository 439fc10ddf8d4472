//! The curtain, the parts of a split conference and hidden numbers by plain forms, for a console whose page is not alive.
//!
//! Deliberately not here: what a form asks for (the console reads the same form, see [`app::meeting`]).

use app::here::Asked;
use app::meeting::command;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use board::id::ConferenceId;

use super::go;
use super::join::ask;
use crate::room::Answer;
use crate::web::asked::Path;
use crate::web::failure::Failed;
use crate::web::{Shared, Visitor};

/// Does what the form asks, and goes back to the console; or says why not, and changes nothing.
pub(crate) async fn meeting(
    State(shared): State<Shared>,
    Path(conference): Path<ConferenceId>,
    visitor: Visitor,
    form: String,
) -> Result<Response, Failed> {
    let (who, _) = visitor.at(&shared.rooms.room(&conference).await?).await?;
    let part = uuid::Uuid::new_v4().to_string();
    let asked = command(&Asked::read(&form), part).ok_or(Failed::Form)?;
    Ok(match ask(&shared, &conference, who, asked).await? {
        Answer::Done => go(&format!("/conferences/{conference}"), None),
        Answer::Rejected(why) => (StatusCode::UNPROCESSABLE_ENTITY, why.to_string()).into_response(),
    })
}
