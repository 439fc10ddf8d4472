//! What a child drew or photographed, where its words stand: small on a device, large on the wall.
//!
//! Deliberately not here: whether it may be seen. A page draws the pictures of its view, and the server gives out no
//! others.

use board::id::{ConferenceId, PictureId};
use board::picture::PictureKind;
use board::view::PictureView;
use leptos::prelude::*;

use super::IntoPart as _;

/// Where a page finds its pictures, and how it shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PicturesAt {
    base: String,
    on_a_wall: bool,
}

impl PicturesAt {
    /// At a console of a conference.
    pub fn console(conference: &ConferenceId) -> Self {
        Self { base: format!("/pictures/{conference}"), on_a_wall: false }
    }

    /// On a device with a seat.
    pub fn seat() -> Self {
        Self { base: "/seat/pictures".to_owned(), on_a_wall: false }
    }

    /// The same pictures, as a wall shows them: large, and nothing to press.
    #[must_use]
    pub fn on_a_wall(self) -> Self {
        Self { on_a_wall: true, ..self }
    }

    fn address(&self, picture: &PictureId) -> String {
        format!("{}/{picture}", self.base)
    }
}

/// The pictures of one line. A page that finds none has their words.
#[component]
pub fn Pictures(
    /// The pictures.
    pictures: Vec<PictureView>,
) -> impl IntoView {
    let at = use_context::<PicturesAt>();
    let drawn = pictures.into_iter().map(move |picture| match &at {
        None => view! { <span class="picture">{picture.alt}</span> }.into_part(),
        Some(at) => one(at, picture),
    });
    drawn.collect_view()
}

fn one(at: &PicturesAt, picture: PictureView) -> AnyView {
    let PictureView { id, kind, alt, described: _, width, height } = picture;
    let address = at.address(&id);
    match (kind, at.on_a_wall) {
        (PictureKind::Document, true) => view! { <span class="picture">{alt}</span> }.into_part(),
        (PictureKind::Document, false) => {
            view! { <a class="picture" href=address rel="external" download="">{alt}" (PDF)"</a> }.into_part()
        }
        (PictureKind::Drawn | PictureKind::Photo, true) => {
            view! { <span class="picture"><img src=address alt=alt width=width height=height /></span> }.into_part()
        }
        (PictureKind::Drawn | PictureKind::Photo, false) => {
            let small = format!("{address}?small");
            view! {
                <a class="picture" href=address rel="external noopener" target="_blank">
                    <img src=small alt=alt width=width height=height loading="lazy" />
                </a>
            }
            .into_part()
        }
    }
}
