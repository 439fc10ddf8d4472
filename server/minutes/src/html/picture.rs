//! A picture inside the page itself, so that a saved page still has it.
//!
//! Deliberately without an address: a paper may be read where Hearth is not.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use board::id::PictureId;

use super::escape::{attribute, text};
use crate::pictures::Pictures;

/// A picture with whose it is; where it cannot be drawn, its words.
pub(super) fn picture(pictures: &Pictures, id: &PictureId, alt: &str, caption: Option<&str>) -> String {
    let caption = caption.map(|it| format!("<figcaption dir=\"auto\">{}</figcaption>", text(it))).unwrap_or_default();
    let inside = match pictures.get(id) {
        Some(picture) => format!(
            "<img src=\"data:{};base64,{}\" alt=\"{}\" width=\"{}\" height=\"{}\">",
            picture.form.media_type(),
            STANDARD.encode(picture.file),
            attribute(alt),
            picture.width,
            picture.height,
        ),
        None => format!("<p class=\"missing\" dir=\"auto\">{}</p>", text(alt)),
    };
    format!("<figure class=\"picture\">{inside}{caption}</figure>\n")
}
