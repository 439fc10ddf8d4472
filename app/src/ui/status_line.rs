//! What the connection and the record are doing, in words.
//!
//! Deliberately not here: a guess. "Saved" stands here only when the server has said so.

use leptos::prelude::*;

use super::Icon;
use crate::live::{Live, Status};

/// Saved, saving, or not sent and kept on this device.
#[component]
pub fn StatusLine(
    /// The page's connection.
    live: Live,
) -> impl IntoView {
    let unsent = move || matches!(live.status.get(), Status::Unsent(_) | Status::Ended).then_some("unsent");
    let icon = move || live.status.with(icon);
    let words = move || live.status.with(words);
    let more = move || live.status.with(more);
    let renewed =
        move || live.renewed.get().then_some(" Hearth was renewed: load this page again when you have finished here");
    view! {
        <p class="state" role="status" data-state=unsent>
            {move || view! { <Icon name=icon() /> }}
            <b>{words}</b>
            {more}
            {renewed}
        </p>
    }
}

fn icon(status: &Status) -> &'static str {
    match status {
        Status::Saved(_) => "check",
        Status::Still | Status::Saving | Status::Unsent(_) | Status::Ended => "wait",
    }
}

fn words(status: &Status) -> String {
    match status {
        Status::Still => "Connecting".to_owned(),
        Status::Saved(Some(at)) => format!("Saved {at}"),
        Status::Saved(None) => "Saved".to_owned(),
        Status::Saving => "Saving".to_owned(),
        Status::Unsent(0) => "No connection".to_owned(),
        Status::Unsent(count) => format!("Not sent: {count}"),
        Status::Ended => "Stopped".to_owned(),
    }
}

fn more(status: &Status) -> &'static str {
    match status {
        Status::Unsent(0) => "trying again",
        Status::Unsent(_) => "kept on this device",
        Status::Ended => "load this page again",
        Status::Still | Status::Saved(_) | Status::Saving => "",
    }
}
