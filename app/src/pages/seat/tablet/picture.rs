//! A picture on its way into a place: what it looks like here, and whether the server has it.
//!
//! Deliberately not here: showing it to anybody. It belongs to nothing until the child gives it with an entry.

use board::picture::Picture;
use leptos::prelude::*;

use super::pad::Pad;
use crate::ui::IntoPart as _;

/// How far a picture has come.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser sends pictures"))]
pub(super) enum Sent {
    /// It is on this tablet, and is being sent until it has gone.
    OnItsWay,
    /// The server could not read it.
    Unreadable,
    /// The server has it.
    Taken(Box<Picture>),
}

/// A picture that is being put into a place.
#[derive(Debug, Clone)]
pub(super) struct Held {
    /// What it looks like, as an address with the picture in it; a document has none.
    pub(super) preview: Option<String>,
    /// How far it has come.
    pub(super) sent: RwSignal<Sent>,
}

impl Held {
    /// The picture, once the server has it.
    pub(super) fn taken(&self) -> Option<Picture> {
        match self.sent.get() {
            Sent::Taken(picture) => Some(*picture),
            Sent::OnItsWay | Sent::Unreadable => None,
        }
    }
}

/// What it looks like, and how far it has come.
#[component]
pub(super) fn Preview(
    /// The tablet.
    pad: Pad,
    /// The picture.
    held: Held,
) -> impl IntoView {
    let sent = held.sent;
    let words = move || match sent.get() {
        Sent::OnItsWay => Some(pad.say.say("entry.saving")),
        Sent::Unreadable => Some(pad.say.say("photo.unreadable")),
        Sent::Taken(_) => None,
    };
    let picture = held.preview.map(|preview| view! { <img src=preview alt=pad.say.say("entry.yours_drawn") /> });
    view! {
        <figure class="held">
            {picture}
            <figcaption role="status">{words}</figcaption>
        </figure>
    }
    .into_part()
}

#[cfg(feature = "hydrate")]
pub(super) use send::{Wish, hold};

#[cfg(feature = "hydrate")]
mod send {
    //! Sending a picture until it has gone.

    use board::picture::PictureKind;
    use gloo_timers::callback::Timeout;
    use serde::Deserialize;
    use wasm_bindgen::JsCast as _;
    use wasm_bindgen::closure::Closure;
    use web_sys::{Blob, XmlHttpRequest};

    use super::{Held, Picture, RwSignal, Sent, Set as _};

    /// How long to wait before a picture is sent again, in milliseconds.
    const AGAIN: u32 = 4_000;

    /// What the server says of a picture it has taken.
    #[derive(Deserialize)]
    struct Answer {
        picture: board::id::PictureId,
        document: bool,
        width: u32,
        height: u32,
        fingerprint: String,
    }

    /// How a picture shall be turned and cut, and what sort it is.
    #[derive(Debug, Clone)]
    pub(in super::super) struct Wish {
        /// As the address says it: `?turns=1`.
        pub(in super::super) query: String,
        /// What sort, unless it is a document.
        pub(in super::super) kind: PictureKind,
    }

    /// Holds a picture and sends it. It is tried again until the server has answered.
    pub(in super::super) fn hold(preview: Option<String>, picture: Blob, wish: Wish) -> Held {
        let held = Held { preview, sent: RwSignal::new(Sent::OnItsWay) };
        send(held.sent, picture, wish);
        held
    }

    fn send(sent: RwSignal<Sent>, picture: Blob, wish: Wish) {
        let Ok(request) = XmlHttpRequest::new() else { return };
        let address = format!("/seat/pictures{}", wish.query);
        let begun = request.open("POST", &address).and_then(|()| request.send_with_opt_blob(Some(&picture)));
        if begun.is_err() {
            return again(sent, picture, wish);
        }
        let answered = request.clone();
        let done = Closure::once_into_js(move || match answered.status() {
            Ok(200) => {
                let text = answered.response_text().ok().flatten().unwrap_or_default();
                let read = serde_json::from_str::<Answer>(&text).map(|answer| Box::new(taken(answer, wish.kind)));
                sent.set(read.map_or(Sent::Unreadable, Sent::Taken));
            }
            Ok(400..=499) => sent.set(Sent::Unreadable),
            Ok(_) | Err(_) => again(sent, picture, wish),
        });
        request.set_onloadend(Some(done.unchecked_ref()));
    }

    fn again(sent: RwSignal<Sent>, picture: Blob, wish: Wish) {
        Timeout::new(AGAIN, move || send(sent, picture, wish)).forget();
    }

    fn taken(answer: Answer, kind: PictureKind) -> Picture {
        Picture {
            id: answer.picture,
            alt: None,
            kind: if answer.document { PictureKind::Document } else { kind },
            width: answer.width,
            height: answer.height,
            fingerprint: answer.fingerprint,
        }
    }
}
