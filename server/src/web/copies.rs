//! A finished copy over the network, made when it is asked for: the same file as `hearth copies` writes, scanned as that one is.
//!
//! Deliberately not here: the list of them (that is a page of the record), and sending. It goes to whoever asks, at a console.

use std::path::Path as FilePath;

use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use board::decide::Actor;
use board::id::ConferenceId;
use board::matter::CopyFor;

use super::asked::Path;
use super::forms::ask_first;
use super::{Failed, Shared, Visitor};
use crate::copies;
use crate::edition::Standing;

/// The name under which the manifest is fetched.
const MANIFEST: &str = "manifest.json";

/// One file of one recipient, or the manifest. The file's own copy and the manifest are for the chair alone.
pub(super) async fn file(
    State(shared): State<Shared>,
    Path((conference, name)): Path<(ConferenceId, String)>,
    visitor: Visitor,
    uri: Uri,
) -> Result<Response, Failed> {
    if let Some(asked) = ask_first(&visitor, &uri)? {
        return Ok(asked);
    }
    let room = shared.rooms.room(&conference).await?;
    let (who, _) = visitor.at(&room).await?;
    let is_chair = who.actor == Actor::Chair;
    let state = room.read(Clone::clone).await?;
    let store = shared.store.as_ref();
    if name == MANIFEST && is_chair {
        let made = copies::make(store, &conference, &state).await.map_err(Failed::Unavailable)?;
        let manifest = serde_json::to_vec_pretty(&made.manifest).map_err(|error| Failed::Unavailable(error.into()))?;
        return Ok(attached(&name, manifest));
    }
    let edition = Standing::of(&state.record).edition(store, &conference).await?;
    let offered = copies::offered(&conference, &state, &edition).into_iter().find(|file| file.name == name);
    if offered.is_none_or(|file| file.to == CopyFor::File && !is_chair) {
        return Err(Failed::NotFound);
    }
    Ok(match copies::make_one(store, &conference, &state, &name).await.map_err(Failed::Unavailable)? {
        None => return Err(Failed::NotFound),
        Some(Ok(copy)) => attached(&copy.name, copy.bytes),
        Some(Err(held)) => {
            let rules: Vec<&str> = held.rules.iter().map(|rule| rule.words()).collect();
            let why = format!(
                "This copy was held back: it holds something that its reader may not know ({}). Nothing was given out. \
                 Change the line, or who may know it, at the board.",
                rules.join("; ")
            );
            (StatusCode::CONFLICT, why).into_response()
        }
    })
}

/// A file to keep; its name tells nothing of anybody.
fn attached(name: &str, bytes: Vec<u8>) -> Response {
    let kind = match FilePath::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("pdf") => "application/pdf",
        Some("docx") => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Some("html") => "text/html; charset=utf-8",
        Some("ics") => "text/calendar; charset=utf-8",
        Some("json") => "application/json",
        Some(_) | None => "application/octet-stream",
    };
    let kept = format!("attachment; filename=\"{name}\"");
    ([(CONTENT_TYPE, kind), (CONTENT_DISPOSITION, kept.as_str())], bytes).into_response()
}
