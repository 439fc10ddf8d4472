//! Whether this device is connected, in words for a family.
//!
//! Deliberately not here: "saved" for reading. Somebody who only reads needs to know whether it is fresh.

use leptos::prelude::*;

use crate::live::{Live, Status};
use crate::ui::{Icon, IntoPart as _, NotTakenNote};

/// What there is to say about a connection, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LinkWords {
    /// Not alive yet.
    pub(super) connecting: String,
    /// All is well.
    pub(super) connected: String,
    /// Something is on its way.
    pub(super) sending: String,
    /// The connection is gone.
    pub(super) apart: String,
    /// Before the number of things that are not sent: "Not sent: {count}".
    pub(super) unsent: String,
    /// The place is closed.
    pub(super) closed: String,
    /// What it means that the connection is gone.
    pub(super) apart_text: String,
    /// The same, with things that are not sent.
    pub(super) unsent_text: String,
    /// That this page can send nothing more, because the server speaks otherwise now.
    pub(super) too_old_text: String,
    /// Above words from before the page was loaded again that could not be saved.
    pub(super) not_taken: String,
    /// That the page is older than the server; a child is not bothered with it.
    pub(super) renewed_text: Option<String>,
}

impl LinkWords {
    /// In English, for a device that has no other words.
    pub(super) fn english() -> Self {
        let kept = "What you gave is kept on this device and goes by itself when the connection is back. Keep this \
                    page open.";
        let still = "You see what was here when the connection went. We are trying again.";
        Self {
            connecting: "Connecting".to_owned(),
            connected: "Connected".to_owned(),
            sending: "Sending".to_owned(),
            apart: "Not connected".to_owned(),
            unsent: "Not sent: {count}".to_owned(),
            closed: "Closed".to_owned(),
            apart_text: still.to_owned(),
            unsent_text: kept.to_owned(),
            too_old_text:
                "Hearth was renewed, and this page can send nothing more. What you gave is kept. When you have \
                           finished here, load this page again."
                    .to_owned(),
            not_taken: "This was not saved. Your words are still here:".to_owned(),
            renewed_text: Some("Hearth was renewed. When you have finished here, load this page again.".to_owned()),
        }
    }
}

/// The state of the connection, at the top of the page.
#[component]
pub(super) fn Connection(
    /// The page's connection.
    live: Live,
    /// What there is to say.
    #[prop(into)]
    words: Signal<LinkWords>,
) -> impl IntoView {
    let unsent = move || match live.status.get() {
        Status::Unsent(_) | Status::Ended => Some("unsent"),
        Status::Still | Status::Saved(_) | Status::Saving => None,
    };
    let icon = move || match live.status.get() {
        Status::Saved(_) => "check",
        Status::Still | Status::Saving | Status::Unsent(_) | Status::Ended => "wait",
    };
    let said = move || {
        let words = words.get();
        match live.status.get() {
            Status::Still => words.connecting,
            Status::Saved(_) => words.connected,
            Status::Saving => words.sending,
            Status::Unsent(0) => words.apart,
            Status::Unsent(count) => words.unsent.replace("{count}", &count.to_string()),
            Status::Ended => words.closed,
        }
    };
    view! {
        <p class="state" role="status" data-state=unsent>
            {move || view! { <Icon name=icon() /> }}
            <b>{said}</b>
        </p>
    }
    .into_part()
}

/// What it means that the connection is gone, while it is.
#[component]
pub(super) fn Apart(
    /// The page's connection.
    live: Live,
    /// What there is to say.
    #[prop(into)]
    words: Signal<LinkWords>,
) -> impl IntoView {
    let said = move || match live.status.get() {
        Status::Unsent(_) if live.too_old.get() => Some(words.get().too_old_text),
        Status::Unsent(0) => Some(words.get().apart_text),
        Status::Unsent(_) => Some(words.get().unsent_text),
        Status::Still | Status::Saved(_) | Status::Saving | Status::Ended => None,
    };
    let renewed = move || words.get().renewed_text.filter(|_| live.renewed.get() && !live.too_old.get());
    view! {
        {move || said().map(|words| view! { <p class="news">{words}</p> })}
        {move || renewed().map(|words| view! { <p class="news">{words}</p> })}
        <NotTakenNote live head=Signal::derive(move || words.get().not_taken) />
    }
}
